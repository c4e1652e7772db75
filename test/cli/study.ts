/** Runs `scscheck study` as a user would, and reads what it leaves. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, expect } from 'vitest';
import { pick, seeded } from '../../bench/random.ts';
import type { StudyResult } from '../../src/study/model.ts';

/** The committed corpus, its events and what was put into each article. */
export const CORPUS = resolve('fixtures/corpora/framing');

/** Fewest draws that the command takes: where a test is of counts, messages or bytes, not of intervals. */
export const FAST = ['--draws', '100'];

/** A folder for all tests of a file, with these files; gone when they are done. */
export function lastingFolder(files: Record<string, string | Buffer> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'scscheck-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

export interface Draft {
  id: string;
  text: string;
  outlet?: string;
  country?: string;
  url?: string;
  publishedAt?: string | undefined;
}

const SCORED = "China's social credit system gives each resident a score, and low scorers are kept off trains.";
const PATCHY = "China's social credit system is a patchwork: towns run pilots of their own, and no two are alike.";

const WORDS = `harbour lantern gravel orchard kettle meadow ribbon saddle thimble walnut anchor basket candle drawer
engine feather garden hammer island jacket kitchen ladder mirror needle oyster pepper quarry rabbit shovel tunnel umbrella
velvet window yellow barley copper dinner elbow finger glove hollow ink jungle knot lemon marble noon olive paint quilt
river silver timber uncle valley whistle yarn zebra acorn bridge`.split(/\s+/);

/** An article on the topic, unlike any other: even numbers speak of scores, odd ones of a patchwork. */
export function draft(number: number, more: Partial<Draft> = {}): Draft {
  const random = seeded(number);
  const words = Array.from({ length: 20 }, () => pick(random, WORDS));
  const sentences = [0, 4, 8, 12, 16].map(
    (from) => `The ${words.slice(from, from + 4).join(' and the ')} were left out.`,
  );
  const text = `${number % 2 === 0 ? SCORED : PATCHY} ${sentences.join(' ')} That was entry ${number}.`;
  return { id: `d${number}`, text, outlet: ['Fen News', 'Moor Daily', 'Tarn Times'][number % 3]!, ...more };
}

/** `count` articles, a month apart from January 2014 on, as `more` has it otherwise. */
export function drafts(count: number, more: (number: number) => Partial<Draft> = () => ({})): Draft[] {
  return Array.from({ length: count }, (_, i) => {
    const publishedAt = new Date(Date.UTC(2014, i, 10)).toISOString().slice(0, 10);
    return draft(i, { publishedAt, ...more(i) });
  });
}

export const asLines = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

export const resultOf = (out: string): StudyResult => JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));

/** Every file of a folder by its path, as bytes. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [relative('.', name), readFileSync(join(folder, name))]));
}

/** Paths of files that are not the same in both folders. */
export function differences(a: string, b: string): string[] {
  const [left, right] = [filesOf(a), filesOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => {
    const [one, other] = [left.get(name), right.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}

/** The report as a reader sees it: no markup, styles or scripts. */
export function reportText(out: string): string {
  return readFileSync(join(out, 'report.html'), 'utf8')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Whatever JavaScript or SQL prints for what is no number. */
const NO_FIGURE = /\b(?:NaN|Infinity|undefined|null|inf|-inf|nan)\b/i;

/** Holds that nothing in a study's folder is a figure from nothing: no share of no articles, and no number that is none. */
export function expectNoFigureFromNothing(out: string): void {
  const { series, trends, changePoints, comparisons } = resultOf(out);
  for (const { measure, points } of series) {
    for (const { k, n, share, wilson, byOutlet, byStory, corrected } of points) {
      expect(k, measure).toBeLessThanOrEqual(n);
      if (n === 0) expect([share, wilson, byOutlet, byStory, corrected], measure).toEqual(Array(5).fill(null));
      else expect(share, measure).toBe(k / n);
    }
  }
  for (const { measure, before, after } of changePoints) expect(before.n * after.n, measure).toBeGreaterThan(0);
  for (const { measure, a, b, difference, h, p, holm } of comparisons)
    if (a.n === 0 || b.n === 0) expect([difference, h, p, holm], measure).toEqual(Array(4).fill(null));
  // JSON has no word for them: they become null where a number is due.
  const whole = changePoints.map(({ outlets, ...change }) => ({ ...change, ...outlets }));
  for (const one of [...trends, ...whole]) expect(Object.values(one), one.measure).not.toContain(null);
  expect(reportText(out)).not.toMatch(NO_FIGURE);
  for (const [name, bytes] of filesOf(out)) {
    if (/\.svg$/.test(name)) expect(bytes.toString(), name).not.toMatch(NO_FIGURE);
    if (/^tables\/.*\.csv$/.test(name) && !name.endsWith('data-dictionary.csv'))
      expect(bytes.toString(), name).not.toMatch(/(?:^|,)(?:NaN|-?inf(?:inity)?|undefined|null)(?:,|$)/im);
  }
}
