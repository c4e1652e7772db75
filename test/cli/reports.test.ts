/** Several reports in one run, and files that a report must not be written over. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pairReports } from '../../src/cli/reports.ts';
import { folder, scscheck } from './scscheck.ts';

const CLAIM = "Under China's social credit system, every citizen has a national score.\n";
const format = (name: 'json' | 'sarif' | 'github') => ({ format: name });
const output = (file: string) => ({ output: file });

describe('formats and files', () => {
  test.each([
    ['nothing', [], []],
    ['a format', [format('json')], [{ format: 'json', output: null }]],
    ['a file alone', [output('a')], [{ format: 'human', output: 'a' }]],
    ['a file before its format', [output('a'), format('json')], [{ format: 'json', output: 'a' }]],
    [
      'each file with the format before it',
      [format('sarif'), output('a'), format('github')],
      [
        { format: 'sarif', output: 'a' },
        { format: 'github', output: null },
      ],
    ],
  ])('%s', (_, options, expected) => {
    expect(pairReports(options)).toEqual(expected);
  });

  test.each([
    ['two for standard output', [format('json'), format('sarif')], /two reports for standard output/],
    ['two for a file', [format('json'), output('a'), format('sarif'), output('./a')], /two reports for this file/],
    ['a file too many', [format('json'), output('a'), output('b')], /no --format for this output/],
  ])('%s are refused', (_, options, message) => {
    expect(() => pairReports(options)).toThrow(message);
  });

  test('all hold the same findings', async () => {
    const cwd = folder({ 'a.md': CLAIM });
    const args = [
      '--format',
      'sarif',
      '--output',
      'a.sarif',
      '--format',
      'github',
      '--format',
      'jsonl',
      '-o',
      'a.jsonl',
    ];
    const { status, stdout, stderr } = await scscheck(['check', 'a.md', ...args], { cwd });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^::error file=a\.md,line=1,/);
    const [result] = JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')).runs[0].results;
    const record = JSON.parse(readFileSync(join(cwd, 'a.jsonl'), 'utf8'));
    expect(result.ruleId).toBe(record.claims[0].evidence[0].factId);
  });
});

describe('a report', () => {
  test('is not written over a draft in a folder that is checked', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'drafts'));
    writeFileSync(join(cwd, 'drafts', 'a.md'), CLAIM);
    const { status, stderr } = await scscheck(['check', 'drafts', '-f', 'json', '-o', 'drafts/a.md'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^scscheck: drafts\/a\.md: stands in the input drafts, and is no report/);
    expect(readFileSync(join(cwd, 'drafts', 'a.md'), 'utf8')).toBe(CLAIM);
  });

  test('is not written over the baseline, by whatever name', async () => {
    const cwd = folder({ 'a.md': CLAIM, 'known.json': '{' });
    symlinkSync('known.json', join(cwd, 'other.json'));
    const args = ['a.md', '--baseline', 'known.json', '-f', 'json', '-o', 'other.json'];
    expect(await scscheck(['check', ...args], { cwd })).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe('{');
  });

  test('is no draft, in this run and where it is written anew', async () => {
    const cwd = folder({ 'a.md': CLAIM });
    const args = ['check', '.', '-f', 'markdown', '-o', 'comment.md', '--cache', 'kept', '--quiet'];
    for (const _ of [1, 2]) expect(await scscheck(args, { cwd })).toMatchObject({ status: 1, stderr: '' });
    expect(readFileSync(join(cwd, 'comment.md'), 'utf8')).toContain('1 error in 1 of 1 file');
  });

  test('that cannot be written leaves the others alone', async () => {
    const cwd = folder({ 'a.md': CLAIM, 'old.json': 'old' });
    const args = ['-f', 'json', '-o', 'old.json', '-f', 'sarif', '-o', 'no/such/file'];
    expect(await scscheck(['check', 'a.md', ...args], { cwd })).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('old');
  });

  test('names no file for a row of a table, whatever its id', async () => {
    const cwd = folder({ 'rows.jsonl': `${JSON.stringify({ id: '../../a.md', text: CLAIM })}\n` });
    const { stdout } = await scscheck(['check', 'rows.jsonl', '-f', 'github'], { cwd });
    expect(stdout).toMatch(/^::error file=#[^/,]+,line=1,/);
  });
});

describe('messages', () => {
  test('are one line, whatever a configuration of strangers calls its files', async () => {
    const cwd = folder({ 'a.md': CLAIM, 'scscheck.config.json': JSON.stringify({ baseline: 'x\n::error::y' }) });
    const { status, stderr } = await scscheck(['check', 'a.md'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^scscheck: [^\n]+\n$/);
  });
});

describe('a baseline', () => {
  const made = async (): Promise<string> => {
    const cwd = folder({ 'a.md': CLAIM });
    await scscheck(['check', 'a.md', '--baseline', 'b.json', '--update-baseline'], { cwd });
    return cwd;
  };

  test.each([
    ['claims of less confidence than asked for', ['--min-confidence', '1']],
    ['quoted ones that are ignored', ['--quoted', 'ignore']],
    ['labels that are not asked for', ['--label', 'supported']],
  ])('keeps %s', async (_, more) => {
    const cwd = await made();
    const before = readFileSync(join(cwd, 'b.json'), 'utf8');
    await scscheck(['check', 'a.md', '--baseline', 'b.json', '--update-baseline', ...more], { cwd });
    expect(readFileSync(join(cwd, 'b.json'), 'utf8')).toBe(before);
  });

  test('is not made of nothing', async () => {
    const cwd = folder();
    const args = ['check', 'gone.md', '--baseline', 'b.json', '--update-baseline'];
    expect((await scscheck(args, { cwd })).status).toBe(2);
    expect(existsSync(join(cwd, 'b.json'))).toBe(false);
  });
});
