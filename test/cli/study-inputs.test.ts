/** Bad input to `study`: said plainly in the report and on standard error, and never a figure from nothing. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StudyResult } from '../../src/study/model.ts';
import { folder, type Run, scscheck } from './scscheck.ts';
import {
  asLines,
  draft,
  drafts,
  expectNoFigureFromNothing,
  FAST,
  filesOf,
  lastingFolder,
  reportText,
  resultOf,
} from './study.ts';

interface Outcome extends Run {
  out: string;
  result: StudyResult;
}

/** Studies `inputs`, which stand in the folder `cwd`; the report is there and holds no figure from nothing. */
async function studied(cwd: string, inputs: string[], ...options: string[]): Promise<Outcome> {
  const out = join(cwd, `report-${[...inputs, ...options].join('-').replace(/[^\w-]/g, '')}`);
  const run = await scscheck(['study', ...inputs, '--out', out, ...FAST, ...options], { cwd });
  expect(run.stderr).not.toMatch(/fault of the program|\n\s+at /);
  expectNoFigureFromNothing(out);
  return { ...run, out, result: resultOf(out) };
}

/** Holds that a sentence stands both on standard error and in the report. */
function expectSaid({ stderr, out }: Outcome, sentence: string): void {
  expect(stderr).toContain(`scscheck: ${sentence}`);
  expect(reportText(out)).toContain(sentence);
}

/** Holds that a study of nothing states nothing: status 2, no share but those of what was read, no shift, no trend. */
function expectNothing({ status, stdout, out, result }: Outcome): void {
  expect(status).toBe(2);
  expect(stdout).toMatch(/^Nothing to study: .*\nReport: .*\n$/);
  expect([result.flow.studied, result.flow.stories, result.periods, result.outlets]).toEqual([0, 0, [], []]);
  expect([result.trends, result.changePoints, result.comparisons, result.examples]).toEqual([[], [], [], []]);
  expect(result.series.flatMap(({ points }) => points)).toEqual([]);
  expect([...filesOf(out).keys()].filter((name) => name.endsWith('.svg'))).toEqual([]);
  for (const name of ['counts', 'estimates', 'trends', 'change-points', 'comparisons'])
    expect(
      readFileSync(join(out, 'tables', `${name}.csv`), 'utf8')
        .trim()
        .split('\n'),
      name,
    ).toHaveLength(1);
}

/** Long enough to be told from a passage that lacks its subject. */
const BRIDGE =
  'The council met on Tuesday to talk about the new bridge over the river and who is to pay for it. '.repeat(9);

describe('a corpus', () => {
  test('without dates', async () => {
    const cwd = folder({ 'a.jsonl': asLines(drafts(12, () => ({ publishedAt: undefined }))) });
    const outcome = await studied(cwd, ['a.jsonl']);
    expectNothing(outcome);
    expectSaid(outcome, 'Of 12 articles on the topic none has a date. Nothing can be counted over time.');
  });

  test('without an article on the topic', async () => {
    const rows = drafts(6, (i) => ({ text: `${BRIDGE} It was item ${i}.` }));
    const outcome = await studied(folder({ 'a.jsonl': asLines(rows) }), ['a.jsonl']);
    expectNothing(outcome);
    expectSaid(outcome, 'Of 6 articles none is about China’s social credit system. There is nothing to count.');
    expect(outcome.result.flow.offTopic).toBe(6);
  });

  test('of short notes off the topic', async () => {
    const rows = drafts(6, (i) => ({ text: `The council met on Tuesday about the bridge. It was item ${i}.` }));
    const outcome = await studied(folder({ 'a.jsonl': asLines(rows) }), ['a.jsonl']);
    expectNothing(outcome);
  });

  test('that cannot be read', async () => {
    const outcome = await studied(folder({ 'a.jsonl': '' }), ['a.jsonl', 'gone.jsonl']);
    expectNothing(outcome);
    expect(outcome.stderr).toContain('a.jsonl: is empty');
    expect(outcome.stderr).toContain('gone.jsonl: no such file or folder');
    expect(outcome.stderr + reportText(outcome.out)).not.toContain('none is about');
  });

  test('of one article', async () => {
    const outcome = await studied(folder({ 'a.jsonl': asLines(drafts(1)) }), ['a.jsonl']);
    expect(outcome.status).toBe(0);
    expectSaid(outcome, 'The study is of one article. Its figures say nothing of any other.');
    expect(outcome.stdout).toMatch(/^1 article \(1 story\), 2014, by year\nToo few periods /);
    expect([outcome.result.trends, outcome.result.changePoints, outcome.result.comparisons]).toEqual([[], [], []]);
  });

  test('with dates of the future', async () => {
    const rows = drafts(40, (i) =>
      i % 4 === 0 ? { publishedAt: `${new Date().getUTCFullYear() + 2}-01-${10 + i / 4}` } : {},
    );
    const outcome = await studied(folder({ 'a.jsonl': asLines(rows) }), ['a.jsonl']);
    expect(outcome.status).toBe(0);
    expect(outcome.result.flow).toMatchObject({ read: 40, future: 10, studied: 30 });
    expect(outcome.result.periods.at(-1)!.id).toBe('2017');
    expect(outcome.stderr).toMatch(/Left out of all figures, as their date is after \d{4}-\d{2}-\d{2}: 10 articles\./);
  });

  test('with dates after --until', async () => {
    const cwd = folder({ 'a.jsonl': asLines(drafts(40)) });
    const outcome = await studied(cwd, ['a.jsonl'], '--until', '2015-06-30');
    expect(outcome.result.flow).toMatchObject({ read: 40, future: 22, studied: 18 });
    expectSaid(outcome, 'Left out of all figures, as their date is after 2015-06-30: 22 articles.');
    const all = await studied(cwd, ['a.jsonl'], '--until', '2013-12-31');
    expectNothing(all);
    expectSaid(all, 'Left out of all figures, as their date is after 2013-12-31: 40 articles.');
  });

  test('with years alone, asked for by month', async () => {
    const rows = drafts(20, (i) => ({ publishedAt: `${2014 + (i % 5)}` }));
    const cwd = folder({ 'a.jsonl': asLines(rows) });
    const outcome = await studied(cwd, ['a.jsonl'], '--by', 'month');
    expectNothing(outcome);
    expectSaid(outcome, 'Left out, as their date is a month or a year that falls into no one period: 20 articles.');
    expect(outcome.stderr).not.toContain('none has a date');
    expect((await studied(cwd, ['a.jsonl'])).result.flow.studied).toBe(20);
  });

  test('with dates that are none', async () => {
    const given = ['soon', '2018-02-31', '0000-00-00', '2018-05-05', '12/2018', '', '2018'];
    const rows = given.map((publishedAt, i) => draft(i, { publishedAt }));
    const { status, result, stderr } = await studied(folder({ 'a.jsonl': asLines(rows) }), ['a.jsonl']);
    expect([status, result.flow.read]).toEqual([0, given.length]);
    const { undated, studied: counted } = result.flow;
    expect(undated + counted).toBe(given.length);
    expect(result.periods.every(({ id }) => id === '2018')).toBe(true);
    expect(stderr).toContain('Left out');
  });
});

test('an input that cannot be read leaves the others studied, with status 3', async () => {
  const cwd = folder({ 'a.jsonl': asLines(drafts(10)), 'b.docx': 'not a document', 'c.jsonl': '{"id": "x", "text"\n' });
  const { status, stderr, result } = await studied(cwd, ['a.jsonl', 'b.docx', 'c.jsonl', 'd.txt']);
  expect(status).toBe(3);
  for (const name of ['b.docx', 'c.jsonl:1', 'd.txt']) expect(stderr).toContain(`scscheck: ${name}: `);
  expect(result.flow).toMatchObject({ read: 13, failed: 3, studied: 10 });
});

test('files of mixed encodings are read as what they are', async () => {
  const page = (charset: string, day: number): string =>
    `<html><head><meta charset="${charset}"><title>Überwachung für alle?</title><meta property="article:published_time" content="2018-03-0${day}"></head>
    <body><article><h1>Eine Frage</h1><p>${draft(2 * day).text} – “Café Grüß”</p></article></body></html>`;
  const cwd = folder();
  mkdirSync(join(cwd, 'mixed'));
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page('utf-16', 3), 'utf16le')]);
  // In windows-1252 the dash and the quotes are 0x96, 0x93 and 0x94; what else is not ASCII is as in Latin-1.
  const western = page('windows-1252', 2).replace(
    /[–“”]/g,
    (mark) => ({ '–': '\x96', '“': '\x93', '”': '\x94' })[mark]!,
  );
  const files = { 'utf8.html': page('utf-8', 1), 'western.html': Buffer.from(western, 'latin1'), 'wide.html': wide };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(cwd, 'mixed', name), bytes);
  const { status, stderr, result, out } = await studied(cwd, ['mixed']);
  expect(status).toBe(0);
  expect(result.flow).toMatchObject({ read: 3, failed: 0, studied: 3 });
  expect(stderr).toMatch(/western\.html: not UTF-8: read as windows-1252/);
  expect(stderr).toMatch(/wide\.html: not UTF-8: read as utf-16le/);
  const titles = readFileSync(join(out, 'tables', 'articles.csv'), 'utf8').match(/Überwachung für alle\?/g);
  expect(titles).toHaveLength(3);
  expect(reportText(out)).not.toMatch(/\ufffd|Ã/);
});

describe('a run folder', () => {
  const root = lastingFolder({ 'a.jsonl': asLines(drafts(60)) });
  const run = join(root, 'coded');
  const part = (at: string): string => join(at, 'results', 'part-000001.jsonl');
  const recordsOf = (at: string): Record<string, never>[] =>
    readFileSync(part(at), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  beforeAll(async () => {
    const args = (name: string): string[] => ['check', 'a.jsonl', '--run', name, '-q'];
    await scscheck([...args('coded'), '--frames'], { cwd: root });
    await scscheck(args('plain'), { cwd: root });
  }, 60_000);

  /** The run with its records as `change` makes them. */
  function changed(name: string, change: (record: never, i: number) => unknown): string {
    cpSync(run, join(root, name), { recursive: true });
    writeFileSync(part(join(root, name)), asLines(recordsOf(run).map((record, i) => change(record as never, i))));
    return name;
  }

  test('with one broken line among 20,000', async () => {
    cpSync(run, join(root, 'large'), { recursive: true });
    const records = recordsOf(run);
    const lines = Array.from({ length: 20_000 }, (_, i) => {
      const record = records[i % records.length]! as unknown as { article: object };
      const line = JSON.stringify({
        ...record,
        article: { ...record.article, id: `n${i}`, sha256: null, title: `${i}` },
      });
      return i === 12_344 ? line.slice(0, 300) : line;
    });
    writeFileSync(part(join(root, 'large')), `${lines.join('\n')}\n`);
    const outcome = await studied(root, ['large']);
    expect([outcome.status, outcome.result.flow.studied]).toEqual([0, 19_999]);
    const place = 'large/results/part-000001.jsonl';
    expectSaid(
      outcome,
      `Left out, as they could not be read as results: 1 line of the inputs, first line 12,345 of ${place}.`,
    );
    expect(JSON.stringify(outcome.result)).not.toContain(root);
  });

  test('of another version is named', async () => {
    const old = changed('old', (record: { article: { id: string }; engine: object; frames: object[] }, i) => ({
      ...record,
      // Fields that came later, and a frame that went.
      article: { ...record.article, id: `old ${i}`, dateConfidence: undefined, country: undefined },
      frames: [...record.frames, { frame: 'novelty', stance: 'advanced', spans: [{ start: 0, end: 3 }] }],
      engine: { version: '0.0.1', factBase: '0'.repeat(64), asOf: '2021-01-01' },
      somethingNew: { deep: [1, { x: null }] },
    }));
    const both = await studied(root, [old, 'coded']);
    expect([both.status, both.result.flow.studied]).toEqual([0, 120]);
    expectSaid(
      both,
      'The articles were coded by 2 versions of the program or its facts. Differences over time may come from that.',
    );
    expectSaid(both, 'Not counted, as this version does not know them: 60 codes of frames or labels.');
    const alone = await studied(root, [old]);
    // What coded these articles is not the program that counts them; methods must not say so.
    expect(alone.stderr).toContain('0.0.1');
    expect(reportText(alone.out)).toContain('0.0.1');
  });

  test('with records of no known shape', async () => {
    const odd = changed(
      'odd',
      (record: object, i) =>
        [
          record,
          { id: i },
          [],
          'text',
          { article: null },
          { article: { id: 7 } },
          { ...record, claims: 3, frames: {} },
        ][i % 7],
    );
    const { status, result, stderr } = await studied(root, [odd]);
    expect(status).toBe(0);
    expect(result.flow.read).toBeGreaterThan(0);
    expect(result.flow.read).toBeLessThan(60);
    expect(stderr).toContain('could not be read as results');
  });

  test('made without frames has claims counted and no frame', async () => {
    const outcome = await studied(root, ['plain']);
    expect(outcome.status).toBe(0);
    expectSaid(
      outcome,
      'Checked without coding frames, and so counted for claims alone: 60 articles. Check them anew with frames.',
    );
    const { series, trends } = outcome.result;
    const counted = series.filter(({ points }) => points.some(({ n }) => n > 0));
    expect(counted.filter(({ measure }) => measure.startsWith('frame:') || measure.startsWith('stance:'))).toEqual([]);
    expect(counted.some(({ measure }) => measure === 'label:contradicted')).toBe(true);
    expect(trends.filter(({ measure }) => measure.startsWith('frame:'))).toEqual([]);
    expect(reportText(outcome.out)).not.toMatch(/Score[^.]{0,40}\b0 ?· ?0%/);
  });

  test('given twice counts once', async () => {
    const outcome = await studied(root, ['coded', 'plain']);
    expect(outcome.result.flow.studied).toBe(60);
    expectSaid(outcome, 'Left out, as the same article is there already: 60 results.');
  });

  test('with failures has status 3, alone and beside articles', async () => {
    const torn = changed('torn', (record: { article: object }, i) =>
      i < 3 ? { ...record, claims: [], frames: undefined, error: { code: 'malformed', message: 'is torn' } } : record,
    );
    const alone = await studied(root, [torn]);
    expect([alone.status, alone.result.flow.failed]).toEqual([3, 3]);
    writeFileSync(join(root, 'more.jsonl'), asLines([draft(90, { publishedAt: '2016-01-01' })]));
    const beside = await studied(root, [torn, 'more.jsonl']);
    expect([beside.status, beside.result.flow.failed, beside.result.flow.studied]).toEqual([3, 3, 58]);
  });

  /** Takes off the last line, which says that the run is complete. */
  function cutJournal(at: string): void {
    const journal = join(at, 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace(/[^\n]+\n$/, ''));
  }

  test.each<[string, (at: string) => void, RegExp]>([
    ['that was stopped', (at) => cutJournal(at), /: holds a run that was not finished \(give the/],
    ['without its results', (at) => rmSync(join(at, 'results'), { recursive: true }), /: holds a run without results/],
    ['with a torn manifest', (at) => writeFileSync(join(at, 'manifest.json'), '{"scs'), /: holds a run without a mani/],
  ])('%s is refused in one line', async (_, spoil, says) => {
    const at = join(root, 'spoilt');
    cpSync(run, at, { recursive: true });
    spoil(at);
    const { status, stdout, stderr } = await scscheck(['study', 'spoilt', '--out', 'none'], { cwd: root });
    rmSync(at, { recursive: true });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^scscheck: spoilt[^\n]*\n$/);
    expect(stderr).toMatch(says);
  });
});
