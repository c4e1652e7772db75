/** What a study finds in the committed corpus is what its model put in. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { FRAMES, type Frame, type Stance } from '../../src/model.ts';
import type { Counting, Point, StudyResult } from '../../src/study/model.ts';
import { crateFaults } from '../study/ro-crate.ts';
import { folder, type Run, scscheck } from './scscheck.ts';
import {
  CORPUS,
  type Draft,
  expectNoFigureFromNothing,
  filesOf,
  lastingFolder,
  reportText,
  resultOf,
} from './study.ts';

const MODEL = parseYaml(readFileSync(join(CORPUS, 'model.yml'), 'utf8')) as {
  years: [number, number];
  outlets: { name: string }[];
  frames: Record<Frame, { from: number; chance: number }[]>;
  burst: { year: number; month: number; copies: number };
};
const linesOf = <T>(name: string): T[] =>
  readFileSync(join(CORPUS, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const ARTICLES = new Map(linesOf<Draft>('articles.jsonl').map((article) => [article.id, article]));
const TRUTH = new Map(
  linesOf<{ id: string; frames: { frame: Frame; stance: Stance }[] }>('truth.jsonl').map(({ id, frames }) => [
    id,
    new Map(frames.map(({ frame, stance }) => [frame, stance])),
  ]),
);

/** Shifts that the model states: a frame's new level and the quarter it begins in. */
const PUT_IN = FRAMES.flatMap((frame) =>
  MODEL.frames[frame].slice(1).map(({ from, chance }, i) => {
    return { measure: `frame:${frame}`, year: from, rises: chance > MODEL.frames[frame][i]!.chance };
  }),
);

const out = join(lastingFolder(), 'report');
let run: Run;
let result: StudyResult;

beforeAll(async () => {
  const [articles, events] = ['articles.jsonl', 'events.csv'].map((name) => join(CORPUS, name));
  run = await scscheck(['study', articles!, '--events', events!, '--out', out]);
  result = resultOf(out);
}, 180_000);

function points(measure: string, counting: Counting): Point[] {
  const wanted = (one: StudyResult['series'][number]): boolean =>
    one.measure === measure && one.counting === counting && one.dating === 'all' && one.group.by === 'all';
  return result.series.find(wanted)!.points;
}
const table = (name: string): Record<string, string>[] =>
  parseCsv(readFileSync(join(out, 'tables', `${name}.csv`)), { columns: true });
const isFrame = (measure: string): boolean => FRAMES.some((frame) => measure === `frame:${frame}`);
const mainChanges = () =>
  result.changePoints.filter(({ counting, dating, holm }) => counting === 'story' && dating === 'all' && holm <= 0.05);

describe('the corpus', () => {
  test('is what the script makes of the model', () => {
    const made = folder();
    const script = join(CORPUS, 'generate.ts');
    execFileSync(process.execPath, ['--import', resolve('node_modules/tsx/dist/loader.mjs'), script, made]);
    for (const name of ['articles.jsonl', 'truth.jsonl'])
      expect(readFileSync(join(made, name)).equals(readFileSync(join(CORPUS, name))), name).toBe(true);
  });

  test('has at least 600 short articles of 12 outlets from 2014 to 2024', () => {
    const articles = [...ARTICLES.values()];
    expect(articles.length).toBeGreaterThanOrEqual(600);
    expect(new Set(articles.map(({ outlet }) => outlet))).toEqual(new Set(MODEL.outlets.map(({ name }) => name)));
    expect(MODEL.outlets).toHaveLength(12);
    const years = articles.flatMap(({ publishedAt }) => (publishedAt ? [publishedAt.slice(0, 4)] : [])).sort();
    expect([years[0], years.at(-1)]).toEqual(['2014', '2024']);
    expect([...TRUTH.keys()]).toEqual([...ARTICLES.keys()]);
  });
});

describe('the study', () => {
  test('ends well, with all its parts', () => {
    expect(run.status).toBe(0);
    expect(run.stdout).toContain(`Report: ${join(out, 'report.html')}`);
    const names = [...filesOf(out).keys()];
    for (const name of ['report.html', 'result.json', 'ro-crate-metadata.json', 'tables/study.duckdb'])
      expect(names).toContain(name);
    for (const name of ['articles', 'claims', 'frames', 'counts', 'estimates', 'change-points', 'data-dictionary'])
      expect(names).toEqual(expect.arrayContaining([`tables/${name}.csv`, `tables/${name}.parquet`]));
    expect(names.filter((name) => name.startsWith('figures/')).length).toBeGreaterThan(5);
    expect(names.filter((name) => name.includes('.work-'))).toEqual([]);
    expectNoFigureFromNothing(out);
  });

  test('finds every shift that was put in, within one quarter', () => {
    expect(PUT_IN.map(({ measure }) => measure).sort()).toEqual([
      'frame:fragmentation',
      'frame:mythbusting',
      'frame:score',
    ]);
    const near = (year: number): string[] => [`${year - 1}-Q4`, `${year}-Q1`, `${year}-Q2`];
    for (const { measure, year, rises } of PUT_IN) {
      const found = mainChanges().filter((change) => change.measure === measure);
      expect(
        found.map(({ period }) => period),
        measure,
      ).toHaveLength(1);
      const [{ period, before, after }] = found as [(typeof found)[number]];
      expect(near(year), measure).toContain(period);
      expect(after.k / after.n > before.k / before.n, measure).toBe(rises);
    }
  });

  test('finds no other among the frames', () => {
    const isPutIn = (measure: string): boolean => PUT_IN.some((shift) => shift.measure === measure);
    const found = mainChanges().filter(({ measure }) => isFrame(measure) && !isPutIn(measure));
    expect(found.map(({ measure, period, p }) => ({ measure, period, p }))).toEqual([]);
    const trends = result.trends.filter(({ counting, dating }) => counting === 'story' && dating === 'all');
    const moved = trends.filter(({ measure, holm }) => isFrame(measure) && holm <= 0.05);
    for (const { measure, slope } of moved) {
      expect(PUT_IN.find((shift) => shift.measure === measure)?.rises, measure).toBe(slope > 0);
    }
  });

  test('tells the same shifts on standard output and in the report', () => {
    const told = run.stdout.split('\n').filter((line) => /^ {2}\S+: from /.test(line));
    expect(told.map((line) => line.trim().split(': ')[0])).toEqual(mainChanges().map(({ measure }) => measure));
    const text = reportText(out);
    for (const year of new Set(PUT_IN.map(({ year }) => year))) expect(text).toMatch(new RegExp(`\\b${year}\\b`));
    for (const { label } of result.events) expect(text).toContain(label);
    expect(result.events).toHaveLength(3);
  });

  test('shows a burst of one story by article and not by story', () => {
    const { year, month, copies } = MODEL.burst;
    const period = `${year}-Q${Math.ceil(month / 3)}`;
    const at = (counting: Counting): Point => points('frame:dystopia', counting).find((one) => one.period === period)!;
    const [article, story] = [at('article'), at('story')];
    // Of the burst's articles the odd one has no full date; other stories of that quarter have copies too.
    expect(article.k - story.k).toBeGreaterThanOrEqual(copies - 2);
    expect(article.share! - story.share!).toBeGreaterThan(0.1);
    const others = points('frame:dystopia', 'story').filter((one) => one.period !== period);
    expect(story.share).toBeLessThanOrEqual(Math.max(...others.map(({ share }) => share ?? 0)));
    expect(mainChanges().map(({ measure }) => measure)).not.toContain('frame:dystopia');
  });
});

describe('its counts', () => {
  test('have as their denominators the articles with a whole date', () => {
    const inQuarter = new Map<string, number>();
    for (const { publishedAt } of ARTICLES.values()) {
      if (publishedAt?.length !== 10) continue;
      const quarter = `${publishedAt.slice(0, 4)}-Q${Math.ceil(Number(publishedAt.slice(5, 7)) / 3)}`;
      inQuarter.set(quarter, (inQuarter.get(quarter) ?? 0) + 1);
    }
    expect(new Map(points('frame:trust', 'article').map(({ period, n }) => [period, n]))).toEqual(inQuarter);
    expect(result.flow.studied).toBe([...inQuarter.values()].reduce((sum, n) => sum + n, 0));
    expect(result.flow.studied + result.flow.undated).toBe(ARTICLES.size);
  });

  test('take copies for one story, and nothing else', () => {
    const stories = new Map<string, Set<string>>();
    for (const { article_id: id, story_id: story } of table('articles')) {
      // `wire-7` and `wire-7-bay-area-wire`: the copies that the script made.
      const original = /^(?:wire|burst)-\d+/.exec(id!)?.[0] ?? id!;
      stories.set(original, (stories.get(original) ?? new Set()).add(story!));
    }
    const split = [...stories].filter(([, names]) => names.size > 1).map(([original]) => original);
    expect(split).toEqual([]);
    expect(new Set([...stories.values()].flatMap((names) => [...names])).size).toBe(stories.size);
    expect(points('frame:trust', 'story').reduce((sum, { n }) => sum + n, 0)).toBe(result.flow.stories);
  });

  test('are of frames that were put in, for the most part', () => {
    const found = new Map<string, Map<string, string>>([...ARTICLES.keys()].map((id) => [id, new Map()]));
    for (const { article_id: id, frame, stance } of table('frames')) found.get(id!)!.set(frame!, stance!);
    const scores = FRAMES.map((frame) => {
      let [both, one] = [0, 0];
      for (const [id, codes] of found) {
        const [truth, coded] = [TRUTH.get(id)!.has(frame), codes.has(frame)];
        if (truth && coded) both++;
        else if (truth || coded) one++;
      }
      return (2 * both) / (2 * both + one);
    });
    // What was measured, less a little.
    expect(scores.reduce((sum, f1) => sum + f1, 0) / scores.length).toBeGreaterThanOrEqual(0.84);
  });

  test('are shown with words that stand in the article, of its period', () => {
    expect(result.examples.length).toBeGreaterThan(500);
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    for (const { measure, articleId, period, publishedAt, before, quote, after } of result.examples) {
      const { text, publishedAt: stated } = ARTICLES.get(articleId)!;
      expect(publishedAt).toBe(stated);
      expect(period).toBe(`${publishedAt.slice(0, 4)}-Q${Math.ceil(Number(publishedAt.slice(5, 7)) / 3)}`);
      expect(quote.length, measure).toBeGreaterThan(0);
      const words = `${before.replace(/^…/, '')}${quote}${after.replace(/…$/, '')}`;
      if (!quote.endsWith('…')) expect(plain(text), measure).toContain(plain(words));
    }
  });
});

describe('its crate', () => {
  test('is sound, and has the hash of every file', () => {
    const json = readFileSync(join(out, 'ro-crate-metadata.json'), 'utf8');
    expect(crateFaults(json, false)).toEqual([]);
    const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
    for (const [name, bytes] of filesOf(out)) {
      if (name === 'ro-crate-metadata.json') continue;
      const entity = graph.find((one) => one['@id'] === name);
      expect(JSON.stringify(entity), name).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});
