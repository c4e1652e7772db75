/** From a sample drawn for coding by hand to reliability and corrected shares. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { FRAMES, type Frame, type Stance } from '../../src/model.ts';
import type { Agreement } from '../../src/study/model.ts';
import { folder, scscheck } from './scscheck.ts';
import {
  asLines,
  CORPUS,
  type Draft,
  drafts,
  expectNoFigureFromNothing,
  FAST,
  lastingFolder,
  reportText,
  resultOf,
} from './study.ts';

type Row = Record<string, string>;

const linesOf = <T>(name: string): T[] =>
  readFileSync(join(CORPUS, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** A third of the committed corpus. */
const ARTICLES = linesOf<Draft>('articles.jsonl').filter((_, i) => i % 3 === 0);
const TRUTH = new Map(
  linesOf<{ id: string; frames: { frame: Frame; stance: Stance }[] }>('truth.jsonl').map(({ id, frames }) => [
    id,
    new Map(frames.map(({ frame, stance }) => [frame, stance])),
  ]),
);

const root = lastingFolder({ 'corpus.jsonl': asLines(ARTICLES) });
const at = (...names: string[]): string => join(root, ...names);
const run = (args: string[]) => scscheck(args, { cwd: root });
const rowsOf = (sheet: string): Row[] => parse(readFileSync(sheet), { columns: true, bom: true });
const codeOf = (id: string, frame: Frame): string => TRUTH.get(id)!.get(frame)?.[0] ?? '';

/** Writes the rows as a sheet that a coder would send back. */
function sheet(name: string, rows: readonly Row[], columns = Object.keys(rows[0]!)): void {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]!))];
  writeFileSync(at(name), lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join(''));
}

/** The sheet filled in from what was put into the articles; `change` may code otherwise. */
function filled(name: string, change = (code: string, _row: number, _frame: Frame): string => code): void {
  const rows = rowsOf(at('sample', 'sample.csv'));
  for (const [i, row] of rows.entries())
    for (const frame of FRAMES) row[frame] = change(codeOf(row.id!, frame), i, frame);
  sheet(name, rows);
}

async function agree(...args: string[]): Promise<Agreement[]> {
  const { status, stdout } = await run(['study', 'agree', ...args, '--format', 'json']);
  expect(status).toBe(0);
  return (JSON.parse(stdout) as { agreement: Agreement[] }).agreement;
}

beforeAll(async () => {
  await run(['study', 'sample', 'corpus.jsonl', '--size', '150', '--out', 'sample']);
  filled('a.csv');
  filled('again.csv');
  // Every ninth code is another coder's mistake.
  filled('b.csv', (code, row, frame) =>
    (row * 14 + FRAMES.indexOf(frame)) % 9 === 0 ? (code === '' ? 'a' : '') : code,
  );
  await run(['check', 'corpus.jsonl', '--run', 'coded', '--frames', '-q']);
  await run(['study', 'coded', '--coded', 'a.csv', '--coded', 'b.csv', '--out', 'report', ...FAST]);
}, 180_000);

describe('a sample', () => {
  test('has the articles whole, their codes to be filled in, and tells nothing of what the program found', () => {
    const rows = rowsOf(at('sample', 'sample.csv'));
    expect(rows).toHaveLength(150);
    const texts = new Map(ARTICLES.map(({ id, text }) => [id, text]));
    for (const row of rows) {
      expect(row.text).toBe(texts.get(row.id!));
      expect(FRAMES.map((frame) => row[frame])).toEqual(FRAMES.map(() => ''));
    }
    expect(Object.keys(rows[0]!)).toEqual(['id', 'outlet', 'date', 'title', 'text', 'weight', ...FRAMES]);
    const weights = rows.reduce((sum, { weight }) => sum + Number(weight), 0);
    expect(weights).toBeCloseTo(ARTICLES.length, 6);
    const codebook = readFileSync(at('sample', 'codebook.txt'), 'utf8');
    for (const frame of FRAMES) expect(codebook).toContain(frame);
    expect(readdirSync(at('sample')).sort()).toEqual(['codebook.txt', 'sample.csv']);
  });

  test('is drawn by the seed, whatever the order of the articles', async () => {
    const sample = (out: string): string => readFileSync(at(out, 'sample.csv'), 'utf8');
    const args = (input: string, ...more: string[]): string[] => ['study', 'sample', input, '--size', '150', ...more];
    await run(args('corpus.jsonl', '--out', 'same'));
    expect(sample('same')).toBe(sample('sample'));
    await run(args('corpus.jsonl', '--out', 'seven', '--seed', '7'));
    const ids = (out: string): string[] => rowsOf(at(out, 'sample.csv')).map(({ id }) => id!);
    expect(ids('seven')).toHaveLength(150);
    expect(ids('seven').sort()).not.toEqual(ids('sample').sort());
    writeFileSync(at('turned.jsonl'), asLines([...ARTICLES].reverse()));
    await run(args('turned.jsonl', '--out', 'turned'));
    expect(sample('turned')).toBe(sample('sample'));
  });

  test('of more than there are is all there are', async () => {
    const cwd = folder({ 'few.jsonl': asLines(drafts(7)) });
    const { status, stdout } = await scscheck(['study', 'sample', 'few.jsonl', '--out', 'few'], { cwd });
    expect([status, stdout]).toEqual([0, expect.stringContaining('7 of 7 articles on the topic')]);
    const rows = rowsOf(join(cwd, 'few', 'sample.csv'));
    expect(rows.map(({ id, weight }) => [id, weight]).sort()).toEqual(drafts(7).map(({ id }) => [id, '1']));
  });

  test('takes articles on the topic alone, and those that can be read', async () => {
    const long = 'The weather turned cold over the weekend, and the ferry to the islands did not run. '.repeat(12);
    const rows = [...drafts(3), ...drafts(2).map((row) => ({ ...row, id: `off ${row.id}`, text: long }))];
    const cwd = folder({ 'a.jsonl': asLines(rows) });
    const mixed = await scscheck(['study', 'sample', 'a.jsonl', 'gone.txt', '--out', 'out'], { cwd });
    expect(mixed.status).toBe(3);
    expect(mixed.stderr).toContain('scscheck: gone.txt: no such file or folder');
    expect(rowsOf(join(cwd, 'out', 'sample.csv'))).toHaveLength(3);
    writeFileSync(join(cwd, 'off.jsonl'), asLines(rows.slice(3)));
    const none = await scscheck(['study', 'sample', 'off.jsonl', '--out', 'none'], { cwd });
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toBe('scscheck: nothing to draw from: no article on the topic in off.jsonl\n');
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  test('of a run folder is refused, as it holds no texts', async () => {
    const { status, stderr } = await run(['study', 'sample', 'coded', '--out', 'none']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^scscheck: coded: [^\n]*\n$/);
  });

  test('does not go where other files are', async () => {
    const { status, stderr } = await run(['study', 'sample', 'corpus.jsonl', '--out', 'report']);
    expect([status, stderr]).toEqual([
      2,
      'scscheck: report: holds files of another kind (give --out a folder of its own)\n',
    ]);
  });
});

describe('agreement', () => {
  test('of a coding with a copy of itself is whole', async () => {
    const found = await agree('a.csv', 'again.csv');
    expect(found.map(({ variable }) => variable)).toEqual(expect.arrayContaining([...FRAMES, 'all frames']));
    for (const { variable, coders, agreement, alpha, kappa, units } of found) {
      expect([coders, agreement], variable).toEqual([['a', 'again'], 1]);
      expect(units, variable).toBeGreaterThan(0);
      // Where nothing varies there is nothing to agree on beyond chance.
      if (alpha !== null) expect(alpha, variable).toEqual({ value: 1, low: 1, high: 1 });
      if (kappa !== null) expect(kappa, variable).toBe(1);
    }
    expect(found.find(({ variable }) => variable === 'all frames')!.alpha!.value).toBe(1);
  });

  test('of two coders is less, and told in a table', async () => {
    const whole = (await agree('a.csv', 'b.csv')).find(({ variable }) => variable === 'all frames')!;
    expect(whole.units).toBe(150 * FRAMES.length);
    expect(whole.agreement).toBeCloseTo(8 / 9, 2);
    const { value, low, high } = whole.alpha!;
    expect(value).toBeLessThan(0.9);
    expect([low < value, value < high, high < 1]).toEqual([true, true, true]);
    const { stdout, stderr, status } = await run(['study', 'agree', 'a.csv', 'b.csv']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`all frames +2,?100 +88\\.\\d % +${value.toFixed(2)} \\(${low.toFixed(2)} to `));
    expect(stdout).not.toMatch(/NaN|undefined|null/);
  });

  test('with a run has the program as one more coder', async () => {
    const found = await agree('a.csv', 'b.csv', '--with', 'coded');
    const pairs = [...new Set(found.map(({ coders }) => coders.join(' and ')))];
    expect(pairs).toEqual(['a and b', 'a and scscheck', 'b and scscheck']);
    const one = await agree('a.csv', '--with', 'coded');
    expect(one).toEqual(found.filter(({ coders }) => coders.join() === 'a,scscheck'));
  });

  test('warns where sheets are hardly of the same articles', async () => {
    const other = rowsOf(at('a.csv')).map((row, i) => ({ ...row, id: i % 2 === 0 ? row.id! : `0${row.id}` }));
    sheet('other.csv', other);
    const { status, stdout, stderr } = await run(['study', 'agree', 'a.csv', 'other.csv', '--with', 'coded']);
    expect([status, stdout.length > 0]).toEqual([0, true]);
    const [people, program, ...rest] = stderr.trimEnd().split('\n');
    expect(people).toMatch(/^scscheck: a: 75 of 150 articles were coded by nobody else/);
    expect(program).toMatch(/^scscheck: other: 75 of 150 articles are not in the run/);
    expect(rest).toEqual([]);
  });

  test.each<[string, string[], RegExp]>([
    ['one sheet alone', ['a.csv'], /^one coding agrees with nothing \(give two filled sheets/],
    ['a run that is none', ['a.csv', '--with', 'sample'], /^sample: holds no finished run \(make one:/],
    ['a sheet that is not there', ['a.csv', 'c.csv'], /^c\.csv: cannot be read/],
    ['something else', ['a.csv', 'corpus.jsonl'], /^corpus\.jsonl:1: has no column "id"/],
  ])('of %s is refused in one line', async (_, args, says) => {
    const { status, stdout, stderr } = await run(['study', 'agree', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^scscheck: [^\n]*\n$/);
    expect(stderr.slice('scscheck: '.length)).toMatch(says);
  });
});

describe('a study with a sample coded by hand', () => {
  const table = (name: string): Row[] => parse(readFileSync(at('report', 'tables', `${name}.csv`)), { columns: true });
  /** What the program coded, by article. */
  const program = (): Map<string, Set<string>> => {
    const codes = new Map<string, Set<string>>();
    for (const { article_id: id, frame } of table('frames')) codes.set(id!, (codes.get(id!) ?? new Set()).add(frame!));
    return codes;
  };

  test('says how the program errs, of the articles that it counts', () => {
    const { errorRates } = resultOf(at('report'));
    const coded = program();
    const counted = new Set(table('articles').flatMap((row) => (row.status === 'studied' ? [row.article_id!] : [])));
    const sample = rowsOf(at('a.csv')).filter(({ id }) => counted.has(id!));
    expect(sample.length).toBeGreaterThan(130);
    expect(errorRates.map(({ measure }) => measure)).toEqual(FRAMES.map((frame) => `frame:${frame}`));
    for (const frame of FRAMES) {
      const of = (truth: boolean, found: boolean): number =>
        sample.filter(
          ({ id }) => TRUTH.get(id!)!.has(frame) === truth && (coded.get(id!)?.has(frame) ?? false) === found,
        ).length;
      const rates = errorRates.find(({ measure }) => measure === `frame:${frame}`)!;
      const [both, missed, invented, neither] = [of(true, true), of(true, false), of(false, true), of(false, false)];
      expect(rates).toMatchObject({
        truePositive: both,
        falseNegative: missed,
        falsePositive: invented,
        trueNegative: neither,
      });
      expect(rates.sensitivity?.value ?? null, frame).toBe(both + missed === 0 ? null : both / (both + missed));
      expect(rates.specificity?.value ?? null, frame).toBe(
        invented + neither === 0 ? null : neither / (invented + neither),
      );
    }
  });

  test('has every share raw and corrected, side by side', () => {
    const { corrections, errorRates, flow } = resultOf(at('report'));
    const coded = program();
    const counted = table('articles').filter(({ status }) => status === 'studied');
    expect(corrections.map(({ measure }) => measure)).toEqual(FRAMES.map((frame) => `frame:${frame}`));
    for (const [i, { raw, roganGladen, predictionPowered }] of corrections.entries()) {
      const frame = FRAMES[i]!;
      const k = counted.filter(({ article_id: id }) => coded.get(id!)?.has(frame)).length;
      expect(raw, frame).toEqual({ k, n: flow.studied });
      const [sensitivity, specificity] = [errorRates[i]!.sensitivity!.value, errorRates[i]!.specificity!.value];
      const right = (k / flow.studied + specificity - 1) / (sensitivity + specificity - 1);
      expect(roganGladen!.value, frame).toBeCloseTo(Math.min(1, Math.max(0, right)), 12);
      for (const { value, low, high } of [roganGladen!, predictionPowered!]) {
        expect([low >= 0, low <= high, high <= 1, value >= 0, value <= 1], frame).toEqual(Array(5).fill(true));
      }
    }
    const text = reportText(at('report'));
    expect(text).not.toContain('No labelled sample of this corpus was given');
    expect(text).toMatch(/raw/i);
    expect(text).toMatch(/corrected/i);
    expectNoFigureFromNothing(at('report'));
  });

  test('is nearer to what was put in than the raw share is, over all frames', () => {
    const { corrections, flow } = resultOf(at('report'));
    const counted = table('articles').flatMap((row) => (row.status === 'studied' ? [row.article_id!] : []));
    const off = { raw: 0, roganGladen: 0, predictionPowered: 0 };
    for (const [i, { raw, roganGladen, predictionPowered }] of corrections.entries()) {
      const truth = counted.filter((id) => TRUTH.get(id)!.has(FRAMES[i]!)).length / flow.studied;
      off.raw += Math.abs(raw.k / raw.n - truth);
      off.roganGladen += Math.abs(roganGladen!.value - truth);
      off.predictionPowered += Math.abs(predictionPowered!.value - truth);
    }
    expect(off.roganGladen).toBeLessThan(off.raw);
    expect(off.predictionPowered).toBeLessThan(off.raw);
  });

  test('has reliability, of people among each other and with the program', () => {
    const { agreement } = resultOf(at('report'));
    expect(new Set(agreement.map(({ coders }) => coders.join(' and ')))).toEqual(
      new Set(['a and b', 'a and scscheck', 'b and scscheck']),
    );
    const text = reportText(at('report'));
    expect(text).toContain('Krippendorff');
    expect(text).not.toContain('No double-coded sample was given');
  });

  test('corrects no frame that was not coded', async () => {
    const rows = rowsOf(at('a.csv'));
    sheet('some.csv', rows, ['id', 'weight', 'score', 'trust']);
    const { status } = await run(['study', 'coded', '--coded', 'some.csv', '--out', 'some', ...FAST]);
    expect(status).toBe(0);
    const { errorRates, corrections, series } = resultOf(at('some'));
    const coded = ['frame:score', 'frame:trust'];
    expect(errorRates.map(({ measure }) => measure)).toEqual(coded);
    expect(corrections.map(({ measure }) => measure)).toEqual(coded);
    const corrected = series.filter(({ points }) => points.some((point) => point.corrected !== null));
    expect([...new Set(corrected.map(({ measure }) => measure))]).toEqual(coded);
  });

  test('of other articles says that it tells nothing here', async () => {
    const rows = rowsOf(at('a.csv')).map((row) => ({ ...row, id: `other ${row.id}` }));
    sheet('other.csv', rows);
    const { status, stderr } = await run(['study', 'coded', '--coded', 'other.csv', '--out', 'other', ...FAST]);
    expect(status).toBe(0);
    const said = 'None of the articles that were coded by hand is in this corpus';
    expect(stderr).toContain(said);
    expect(reportText(at('other'))).toContain(said);
    expect([resultOf(at('other')).errorRates, resultOf(at('other')).corrections]).toEqual([[], []]);
  });
});
