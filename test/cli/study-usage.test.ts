/** How `study` ends when it is used wrongly, where its folder may lie, and what is left of one that was stopped. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PROGRAM, plainEnv, scscheck } from './scscheck.ts';
import { asLines, CORPUS, drafts, FAST, filesOf, lastingFolder, resultOf } from './study.ts';

const SMALL = asLines(drafts(24));

describe('wrong usage is one line and status 2', () => {
  const cwd = lastingFolder({
    'a.jsonl': SMALL,
    'events.csv': 'date,label\n2018-05-01,Air bans\n2018-13-01,Never\n',
    'names.csv': 'when,what\n2018-05-01,Air bans\n',
    'sheet.csv': 'id,score\nd1,perhaps\n',
    'blank.csv': '',
  });
  mkdirSync(join(cwd, 'taken'));
  writeFileSync(join(cwd, 'taken', 'mine.txt'), 'notes');
  mkdirSync(join(cwd, 'inputs'));
  writeFileSync(join(cwd, 'inputs', 'a.jsonl'), SMALL);

  test.each<[string, string[], RegExp]>([
    ['no input', [], /^missing required argument 'input' \(see scscheck study --help\)$/],
    ['an unknown option', ['a.jsonl', '--nonsense'], /^unknown option '--nonsense' \(see scscheck study --help\)$/],
    ['an unknown unit', ['a.jsonl', '--by', 'decade'], /'decade' is invalid.* day, week, month, quarter, year/],
    ['too few draws', ['a.jsonl', '--draws', '9'], /'9' is invalid\. It must be a whole number from 100 to 100000/],
    ['a seed below 0', ['a.jsonl', '--seed', '-1'], /'-1' is invalid\. It must be a whole number from 0 to 4294967295/],
    ['a seed between numbers', ['a.jsonl', '--seed', '1.5'], /'1\.5' is invalid/],
    ['--until that is no date', ['a.jsonl', '--until', 'soon'], /'soon' is invalid\. It must be a date such as/],
    [
      '--until that is not in the calendar',
      ['a.jsonl', '--until', '2024-02-31'],
      /'2024-02-31' is invalid\. It must be/,
    ],
    ['--published that is not in the calendar', ['a.jsonl', '--published', '2023-02-29'], /'2023-02-29' is invalid/],
    [
      'events that are not there',
      ['a.jsonl', '--events', 'no.csv'],
      /^no\.csv: cannot be read \(name a file that is there\)$/,
    ],
    [
      'events without a date',
      ['a.jsonl', '--events', 'events.csv'],
      /^events\.csv:3: column "date": "2018-13-01" is no ISO date/,
    ],
    ['events without their columns', ['a.jsonl', '--events', 'names.csv'], /^names\.csv:1: has no column "date"/],
    ['events of no words', ['a.jsonl', '--events', 'blank.csv'], /^blank\.csv:1: has no column "date"/],
    ['a sheet that is not there', ['a.jsonl', '--coded', 'no.csv'], /^no\.csv: cannot be read/],
    [
      'a sheet with a code that is none',
      ['a.jsonl', '--coded', 'sheet.csv'],
      /^sheet\.csv:2: column 2, "score": "perhaps" is no code/,
    ],
    ['one stretch', ['a.jsonl', '--compare', '2014'], /^--compare: 1 stretches \(give two stretches such as/],
    ['a stretch that is none', ['a.jsonl', '--compare', '2014..2015..2016,2015'], /^--compare: "2014\.\.2015\.\.2016"/],
    ['a stretch of no dates', ['a.jsonl', '--compare', 'then,now'], /^--compare: "then" is no date/],
    ['an unknown input format', ['a.jsonl', '--input-format', 'xls'], /'xls' is invalid/],
    [
      'a folder that is a file',
      ['a.jsonl', '--out', 'a.jsonl'],
      /^a\.jsonl: is no folder \(give --out a folder of its own\)$/,
    ],
    ['a folder with other files', ['a.jsonl', '--out', 'taken'], /^taken: holds files of another kind/],
    ['a folder in an input', ['inputs', '--out', 'inputs/report'], /^inputs\/report: lies in an input/],
    ['a folder that is an input', ['inputs', '--out', 'inputs'], /^inputs: lies in an input/],
  ])('%s', async (name, args, says) => {
    const none = name.replaceAll(' ', '-');
    const out = args.includes('--out') ? [] : ['--out', none];
    const { status, stdout, stderr } = await scscheck(['study', ...args, ...out], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    // What is wrong is known before any article is coded.
    expect(stderr).toMatch(/^scscheck: [^\n]*\n$/);
    expect(stderr.slice('scscheck: '.length).trim()).toMatch(says);
    expect(existsSync(join(cwd, none)) ? readdirSync(join(cwd, none)) : []).toEqual([]);
    expect(readFileSync(join(cwd, 'taken', 'mine.txt'), 'utf8')).toBe('notes');
  });

  test.each<[string, string[], RegExp]>([
    [
      'a stretch without periods',
      ['--compare', '1990..1991,2014'],
      /--compare: no period in "1990\.\.1991" \(the study has 2014 to 2015\)/,
    ],
    ['stretches that overlap', ['--compare', '2014..2015,2015'], /--compare: both stretches hold 2015/],
  ])('%s, known once articles are read', async (name, args, says) => {
    const none = name.replaceAll(' ', '-');
    const { status, stdout, stderr } = await scscheck(['study', 'a.jsonl', '--out', none, ...args], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(readdirSync(join(cwd, none))).toEqual([]);
  });

  test('more days than a study may have', async () => {
    const dates = ['1950-01-01', '2020-01-01'];
    const rows = drafts(2, (i) => ({ publishedAt: dates[i]! }));
    const at = folder({ 'a.jsonl': asLines(rows) });
    const { status, stderr } = await scscheck(['study', 'a.jsonl', '--by', 'day'], { cwd: at });
    expect(status).toBe(2);
    // The hint names an option that there is.
    expect(stderr).toMatch(/25,?568 periods from 1950-01-01 to 2020-01-01 are too many \(give a coarser --by\)/);
    expect(readdirSync(join(at, 'report'))).toEqual([]);
  });
});

describe('the folder of a study', () => {
  test('is filled anew by another, of which alone it then tells', async () => {
    const cwd = folder({ 'a.jsonl': SMALL, 'one.jsonl': asLines(drafts(1)), 'fresh.jsonl': asLines(drafts(1)) });
    await scscheck(['study', 'a.jsonl', '--out', 'report', ...FAST], { cwd });
    writeFileSync(join(cwd, 'report', 'remarks.txt'), 'by the reader');
    const { status } = await scscheck(['study', 'one.jsonl', '--out', 'report', ...FAST], { cwd });
    expect(status).toBe(0);
    await scscheck(['study', 'one.jsonl', '--out', 'alone', ...FAST], { cwd });
    const names = (out: string): string[] => [...filesOf(join(cwd, out)).keys()];
    expect(names('report').filter((name) => name !== 'remarks.txt')).toEqual(names('alone'));
    expect(readFileSync(join(cwd, 'report', 'remarks.txt'), 'utf8')).toBe('by the reader');
  });

  test('is made with those above it', async () => {
    const cwd = folder({ 'a.jsonl': SMALL });
    const { status } = await scscheck(['study', 'a.jsonl', '--out', 'deep/er/report', '-q', ...FAST], { cwd });
    expect(status).toBe(0);
    expect(resultOf(join(cwd, 'deep/er/report')).flow.studied).toBe(24);
  });
});

test('-q says nothing where nothing is wrong', async () => {
  const cwd = folder({ 'a.jsonl': SMALL });
  const { status, stdout, stderr } = await scscheck(['study', 'a.jsonl', '-q', ...FAST], { cwd });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

describe('a study that is stopped', () => {
  /** Starts a study of the committed corpus, and sends `signals`, one after the other, once it says `stage`. */
  function stopped(out: string, stage: string, ...signals: NodeJS.Signals[]): Promise<[number | null, string | null]> {
    const args = ['study', join(CORPUS, 'articles.jsonl'), '--out', out];
    const child = spawn(process.execPath, [PROGRAM, ...args], { env: plainEnv(), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const before = said.includes(stage);
      said += text;
      if (!before && said.includes(stage)) for (const signal of signals) child.kill(signal);
    });
    return new Promise((done) => child.on('close', (status, signal) => done([status, signal])));
  }

  test.each([
    ['SIGINT', 'coding articles'],
    ['SIGTERM', 'coding articles'],
    ['SIGINT', 'counting'],
    ['SIGINT', 'intervals, trends and shifts'],
    ['SIGINT', 'drawing figures'],
  ] as const)('by %s at "%s" has status 130 and leaves nothing behind', async (signal, stage) => {
    const out = join(folder(), 'report');
    expect(await stopped(out, stage, signal)).toEqual([130, null]);
    expect(readdirSync(out).filter((name) => name.startsWith('.work-'))).toEqual([]);
    expect(existsSync(join(out, 'report.html'))).toBe(false);
  });

  test('leaves a folder that the same command fills, also where it was killed', async () => {
    const cwd = folder({ 'a.jsonl': SMALL });
    const out = join(cwd, 'report');
    expect(await stopped(out, 'counting', 'SIGKILL')).toEqual([null, 'SIGKILL']);
    const { status, stderr } = await scscheck(['study', 'a.jsonl', '--out', out, '-q', ...FAST], { cwd });
    expect([status, stderr.includes('holds files of another kind')]).toEqual([0, false]);
    expect(readdirSync(out).filter((name) => name.startsWith('.work-'))).toEqual([]);
  });
});
