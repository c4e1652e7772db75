import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resultRecordSchema } from '../../src/schema.ts';
import { folder, scscheck } from './scscheck.ts';

/** Contradicted by the source; the label every reader would give. */
const SCORED = "Under China's social credit system, every citizen has a national score.";
/** A penalty that the source does not name. */
const SILENT = "China's social credit system slows down the internet of people on its blacklists.";
const OFF_TOPIC = 'The council met on Tuesday to talk about the new bridge.';

const DRAFT = `# A draft\n\n${SCORED} ${SILENT}\n`;
const lines = (text: string): string[] => text.split('\n').filter(Boolean);
const records = (text: string) => lines(text).map((line) => resultRecordSchema.parse(JSON.parse(line)));

describe('exit status', () => {
  test.each<[string[], number]>([
    [['draft.md'], 1],
    [['draft.md', '--fail-on', 'never'], 0],
    [['silent.txt'], 0],
    [['silent.txt', '--fail-on', 'unverified'], 1],
    [['silent.txt', '--fail-on', 'supported'], 1],
    [['off.txt', '--fail-on', 'supported'], 0],
    [['draft.md', '--min-confidence', '1'], 0],
    [['draft.md', '--label', 'supported'], 1],
    [['silent.txt', 'missing.txt'], 3],
    [['draft.md', 'missing.txt'], 3],
    [['missing.txt'], 2],
    [['empty'], 2],
    [['draft.md', '--source', 'missing.txt'], 2],
    [['draft.md', '--facts', 'missing.yml'], 2],
    [['draft.md', '--facts', 'broken.yml'], 2],
    [['draft.md', '--output', 'no/such/folder/out.txt'], 2],
    [['draft.md', '--output', 'draft.md'], 2],
  ])('%j ends with %i', async (args, status) => {
    const cwd = folder({
      'draft.md': DRAFT,
      'silent.txt': SILENT,
      'off.txt': OFF_TOPIC,
      'broken.yml': '- id: Broken\n',
    });
    mkdirSync(join(cwd, 'empty'));
    const run = await scscheck(['check', ...args], { cwd });
    expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status });
    expect(lines(run.stderr).length).toBe(status >= 2 ? 1 : 0);
    expect(run.stderr).toMatch(/^(scscheck: .+\n)?$/);
    if (status === 2) expect(run.stdout).toBe('');
    else expect(readFileSync(join(cwd, 'draft.md'), 'utf8')).toBe(DRAFT);
  });

  test('every input that can be read is reported, the others named one a line', async () => {
    const cwd = folder({ 'a.txt': SCORED, 'b.txt': '', 'c.txt': SILENT });
    const run = await scscheck(['check', 'a.txt', 'gone.txt', 'b.txt', 'c.txt', '--format', 'jsonl'], { cwd });
    expect(run.status).toBe(3);
    const results = records(run.stdout);
    expect(results.map((one) => [one.article.id, one.error === null, one.claims.length > 0])).toEqual([
      ['a.txt', true, true],
      ['gone.txt', false, false],
      ['b.txt', false, false],
      ['c.txt', true, true],
    ]);
    expect(lines(run.stderr)).toEqual([
      expect.stringMatching(/^scscheck: gone\.txt: /),
      expect.stringMatching(/^scscheck: b\.txt: /),
    ]);
  });
});

describe('formats', () => {
  const files = { 'draft.md': DRAFT, 'off.txt': OFF_TOPIC };
  const check = (format: string, ...more: string[]) =>
    scscheck(['check', 'draft.md', 'off.txt', '--format', format, ...more], { cwd: folder(files) });

  test('jsonl: a record an input, quotes at their offsets', async () => {
    const results = records((await check('jsonl')).stdout);
    expect(results.map((one) => one.article.id)).toEqual(['draft.md', 'off.txt']);
    expect(results[0]?.claims.length).toBeGreaterThanOrEqual(2);
    expect(results[0]?.article).not.toHaveProperty('text');
    for (const claim of results[0]?.claims ?? []) expect(DRAFT).toContain(claim.quote);
  });

  test('json: one array, with the text that offsets point into', async () => {
    const results = resultRecordSchema.array().parse(JSON.parse((await check('json')).stdout));
    const [draft] = results;
    expect(results).toHaveLength(2);
    expect(draft?.article.text).toBeTypeOf('string');
    for (const claim of draft?.claims ?? []) {
      expect(draft?.article.text?.slice(claim.start, claim.end)).toBe(claim.quote);
      const line = DRAFT.split('\n')[claim.line - 1] ?? '';
      expect(line.slice(claim.column - 1)).toContain(claim.quote);
    }
  });

  test('csv: a header and a row a claim', async () => {
    const rows = (await check('csv')).stdout.split('\r\n');
    expect(rows[0]).toMatch(/^article,url,.*,label,confidence,quote,/);
    expect(rows.slice(1, -1).every((row) => row.startsWith('draft.md,'))).toBe(true);
    expect(rows.length).toBeGreaterThanOrEqual(4);
  });

  test('markdown: a comment on what is found', async () => {
    expect((await check('markdown')).stdout).toMatch(
      /^<!-- scscheck-comment -->\n### scscheck: 1 error in 1 of 2 files\n\n#### draft\.md\n\n\*\*error\*\*, line 3, contradicted/,
    );
  });

  test('human: the claim marked in its sentence, the fact with its place and date', async () => {
    const { stdout } = await check('human');
    expect(stdout).toMatch(/^draft\.md {2}A draft\n\d claims: 1 contradicted/);
    expect(stdout).toContain('✗ contradicted');
    expect(stdout).toMatch(/^ {4,}\^{20,}$/m);
    expect(stdout).toMatch(/[a-z]+\.\d+\.\d+, as of 8\s+May\s+2022/);
    expect(stdout).toContain('2 articles, 1 without a claim');
  });

  test.each(['human', 'json', 'jsonl', 'csv', 'markdown'])('%s: two runs give the same bytes', async (format) => {
    const [first, second] = [await check(format), await check(format, '--concurrency', '1')];
    expect(first.stdout).not.toBe('');
    expect(second.stdout).toBe(first.stdout);
  });

  test.each(['human', 'json', 'jsonl', 'csv', 'markdown'])('%s: to a file, the same bytes', async (format) => {
    const cwd = folder(files);
    const printed = await check(format);
    const written = await scscheck(['check', 'draft.md', 'off.txt', '--format', format, '--output', 'out'], { cwd });
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(printed.stdout);
    expect(written).toEqual({ ...printed, stdout: '' });
  });

  test('--label and --min-confidence leave claims out', async () => {
    const [contradicted] = records((await check('jsonl', '--label', 'contradicted')).stdout);
    expect(new Set(contradicted?.claims.map((one) => one.label))).toEqual(new Set(['contradicted']));
    const [none] = records((await check('jsonl', '--min-confidence', '1')).stdout);
    expect(none?.claims).toEqual([]);
  });

  test('--quiet leaves out the summary', async () => {
    const [loud, quiet] = [await check('human'), await check('human', '--quiet')];
    expect(loud.stdout.startsWith(quiet.stdout)).toBe(true);
    expect(quiet.stdout).not.toContain('2 articles');
  });
});

describe('inputs', () => {
  test('standard input, text by default, in another format on request', async () => {
    const text = await scscheck(['check', '-', '--format', 'jsonl'], { stdin: SCORED });
    expect(records(text.stdout)[0]?.claims[0]?.label).toBe('contradicted');
    const article = JSON.stringify({ id: 'a1', text: SCORED, outlet: 'The Herald', publishedAt: '2021-03-04' });
    const jsonl = await scscheck(['check', '-', '--input-format', 'jsonl', '--format', 'jsonl'], { stdin: article });
    expect(records(jsonl.stdout)[0]?.article).toMatchObject({
      id: 'a1',
      outlet: 'The Herald',
      publishedAt: '2021-03-04',
    });
  });

  test('--to-text prints the article and checks nothing', async () => {
    const html = `<!doctype html><title>T</title><article><h1>On scores</h1>${[1, 2, 3].map((n) => `<p>${SCORED} &amp; ${SILENT} So says page ${n}.</p>`).join('')}</article>`;
    const offTopic = `${OFF_TOPIC}\n`.repeat(2000);
    const cwd = folder({ 'page.html': html, 'draft.txt': SCORED, 'off.txt': offTopic });
    const run = await scscheck(['check', 'page.html', 'draft.txt', 'off.txt', '--to-text'], { cwd });
    const [page = '', draft, off] = run.stdout.split('\f');
    expect(off).toBe(offTopic);
    expect(page).toContain(`${SCORED} & ${SILENT}`);
    expect(page).not.toContain('<');
    expect(page).not.toContain('On scores');
    expect(draft).toBe(`${SCORED}\n`);
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  test('an unreadable file is named, the others checked', async ({ skip }) => {
    const cwd = folder({ 'a.txt': SCORED, 'b.txt': SCORED });
    chmodSync(join(cwd, 'b.txt'), 0);
    if (process.getuid?.() === 0) skip('root reads everything');
    const run = await scscheck(['check', 'a.txt', 'b.txt'], { cwd });
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/^scscheck: b\.txt: .*\n$/);
  });

  test('the source document is quoted when its hashes agree, and nothing is when they do not', async () => {
    const cwd = folder({ 'draft.md': DRAFT });
    writeFileSync(join(cwd, 'copy.txt'), 'Some other document.\n\nIt has sentences of its own.\n');
    const run = await scscheck(['check', 'draft.md', '--source', 'copy.txt', '--format', 'jsonl'], { cwd });
    expect(run.stdout).not.toContain('sourceText');
    expect(run.stderr).toBe(
      'scscheck: copy.txt: not a copy of the source document: none of its sentences can be quoted\n',
    );
    expect(run.status).toBe(1);
  });
});
