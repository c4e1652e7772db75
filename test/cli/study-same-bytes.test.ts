/** The same corpus gives the same bytes, however and wherever a study is made. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StudyResult } from '../../src/study/model.ts';
import { type RunOptions, scscheck } from './scscheck.ts';
import { asLines, differences, draft, drafts, FAST, filesOf, lastingFolder, resultOf } from './study.ts';

/** Ninety articles, twelve of which others print again, some with a year alone, some with a time and a zone. */
const ROWS = [
  ...drafts(90, (i) => ({
    publishedAt: i % 11 === 5 ? '2016' : i % 7 === 3 ? `2017-0${1 + (i % 9)}-03T23:30:00+11:00` : undefined,
    ...(i % 13 === 0 ? { outlet: '=SUM(A1)', country: 'NZ' } : { country: 'GB' }),
  })).map((row, i) => ({ ...row, publishedAt: row.publishedAt ?? `${2014 + (i % 6)}-05-${10 + (i % 15)}` })),
  ...Array.from({ length: 12 }, (_, i) => {
    const { text } = draft(i * 5);
    return draft(i * 5, {
      id: `copy ${i}`,
      text: `${text} (Agencies)`,
      outlet: 'Copy Desk',
      publishedAt: '2019-12-01',
    });
  }),
];

const root = lastingFolder({ 'corpus.jsonl': asLines(ROWS), 'events.csv': 'date,label\n2017-03-01,A day of note\n' });
const out = (name: string): string => join(root, name);
const ASKED = ['corpus.jsonl', '--events', 'events.csv', '--until', '2024-12-31'];

async function study(name: string, args: string[], options: RunOptions = {}): Promise<void> {
  const { status, stderr } = await scscheck(['study', ...args, ...FAST, '--out', out(name)], { cwd: root, ...options });
  expect([status, stderr.includes('fault')]).toEqual([0, false]);
}

/** All that is counted, and what follows from it alone. */
const countsOf = ({ flow, periods, outlets, measures, series, trends, comparisons }: StudyResult) => ({
  flow,
  periods,
  outlets,
  measures,
  trends,
  comparisons,
  series: series.map(({ points, ...rest }) => ({
    ...rest,
    points: points.map(({ period, k, n, share, wilson }) => ({ period, k, n, share, wilson })),
  })),
});

beforeAll(() => study('first', ASKED), 120_000);

describe('the same bytes come', () => {
  test('of a second study, in the same folder too', async () => {
    await study('second', ASKED);
    expect(differences(out('first'), out('second'))).toEqual([]);
    expect(filesOf(out('first')).size).toBeGreaterThan(25);
    await study('second', ASKED);
    expect(differences(out('first'), out('second'))).toEqual([]);
  });

  test('of two workers, from elsewhere, in another zone and tongue', async () => {
    const cwd = join(root, 'else', 'where');
    mkdirSync(cwd, { recursive: true });
    const args = ASKED.map((arg) => (/\.(?:jsonl|csv)$/.test(arg) ? relative(cwd, join(root, arg)) : arg));
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    await study('workers', [...args, '--workers', '2'], { cwd, env });
    expect(differences(out('first'), out('workers'))).toEqual([]);
  });

  test('of paths in full', async () => {
    const args = ASKED.map((arg) => (/\.(?:jsonl|csv)$/.test(arg) ? join(root, arg) : arg));
    await study('full', args, { env: { TZ: 'America/Los_Angeles' } });
    expect(differences(out('first'), out('full'))).toEqual([]);
  });

  test('and name no place of this machine', () => {
    for (const [name, bytes] of filesOf(out('first'))) {
      expect(bytes.includes(root), name).toBe(false);
      expect(bytes.includes('.work-'), name).toBe(false);
    }
  });
});

test('another seed changes what is drawn, not what is counted', async () => {
  await study('seed', [...ASKED, '--seed', '2']);
  const [first, other] = [resultOf(out('first')), resultOf(out('seed'))];
  expect(countsOf(other)).toEqual(countsOf(first));
  expect(other.series).not.toEqual(first.series);
});

describe('a run folder', () => {
  beforeAll(async () => {
    await scscheck(['check', 'corpus.jsonl', '--run', 'coded', '--frames', '-q'], { cwd: root });
    await study('coded-study', ['coded', ...ASKED.slice(1)]);
  }, 120_000);

  test('counts as its articles do', () => {
    const [raw, coded] = [resultOf(out('first')), resultOf(out('coded-study'))];
    expect(raw.flow.stories).toBeLessThan(raw.flow.studied);
    // Copies are known from another place, which the methods name; all else is the same.
    expect([raw.flow.copiesFrom, coded.flow.copiesFrom]).toEqual([['texts'], ['runs']]);
    coded.flow.copiesFrom = raw.flow.copiesFrom;
    expect(countsOf(coded)).toEqual(countsOf(raw));
    expect(coded.changePoints).toEqual(raw.changePoints);
  });

  test('has the same articles, claims and frames', () => {
    const [raw, coded] = [filesOf(out('first')), filesOf(out('coded-study'))];
    for (const name of ['claims', 'frames', 'counts', 'estimates'])
      expect(coded.get(`tables/${name}.csv`)!.toString(), name).toBe(raw.get(`tables/${name}.csv`)!.toString());
    // A story is named after one of its articles, which need not be the same one.
    const unnamed = (csv: Buffer): string[][] =>
      parse(csv).map((cells: string[]) => cells.filter((_, column) => column !== 1));
    expect(unnamed(coded.get('tables/articles.csv')!)).toEqual(unnamed(raw.get('tables/articles.csv')!));
  });

  test('has examples of its own words', () => {
    const { examples } = resultOf(out('coded-study'));
    expect(examples.length).toBeGreaterThan(100);
    const texts = new Map(ROWS.map(({ id, text }) => [id, text]));
    for (const { articleId, before, quote, after } of examples)
      expect(texts.get(articleId)).toContain(`${before.replace(/^…/, '')}${quote}${after.replace(/…$/, '')}`);
  });

  test('counts with articles that are not coded yet', async () => {
    writeFileSync(
      join(root, 'more.jsonl'),
      asLines(drafts(10, (i) => ({ id: `more ${i}`, publishedAt: '2018-02-02' }))),
    );
    await study('both', ['coded', 'more.jsonl', ...ASKED.slice(1)]);
    const [raw, both] = [resultOf(out('first')), resultOf(out('both'))];
    expect(both.flow.read).toBe(raw.flow.read + 10);
    expect(both.flow.studied).toBe(raw.flow.studied + 10);
  });
});
