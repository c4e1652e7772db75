import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folder, scscheck } from './scscheck.ts';

const COMMANDS = [
  'check',
  'explain',
  'facts',
  'facts list',
  'facts show',
  'facts validate',
  'facts verify',
  'study',
  'study sample',
  'study agree',
  'eval',
];

describe('help', () => {
  test.each(['', ...COMMANDS])('%s --help shows usage and examples', async (command) => {
    const { status, stdout, stderr } = await scscheck([...command.split(' ').filter(Boolean), '--help']);
    expect(stdout).toMatch(new RegExp(`^Usage: scscheck ${command}`));
    expect(stdout).toMatch(
      new RegExp(`\nExamples:\n( +\\$ scscheck ${command}.*\n| +\\$ .*\\| scscheck ${command}.*\n)+`),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('lists every command', async () => {
    const { stdout } = await scscheck(['--help']);
    expect([...stdout.matchAll(/^ {2}(\w+) .*/gm)].map((match) => match[1])).toEqual([
      'check',
      'explain',
      'facts',
      'study',
      'eval',
      'lsp',
      'help',
    ]);
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await scscheck(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('wrong usage: status 2, nothing on standard output, one line with a hint', () => {
  test.each<[string[], RegExp]>([
    [['chek'], /unknown command 'chek' \(did you mean check\?\)/],
    [['frobnicate'], /unknown command 'frobnicate' \(see scscheck --help\)/],
    [['https://example.org/a'], /did you mean scscheck check https:\/\/example\.org\/a\?/],
    [['check'], /nothing to check is given \(name files, folders or URLs\)/],
    [['check', 'a.txt', '--formt', 'csv'], /unknown option '--formt' \(did you mean --format\?\)/],
    [['check', 'a.txt', '--format', 'xml'], /'xml' is invalid\. Allowed choices are human, json, jsonl, csv, sarif/],
    [['check', 'a.txt', '--min-confidence', '1.5'], /It must be a number from 0 to 1/],
    [['check', 'a.txt', '--concurrency', '2.5'], /It must be a whole number from 1 to 64/],
    [['check', 'a.txt', '--timeout', 'soon'], /It must be a number from 0\.1 to 600/],
    [['check', 'a.txt', '--label', 'contradicted,fine'], /Allowed choices are supported, contradicted, unverified/],
    [['check', 'a.txt', '--facts'], /argument missing/],
    [['facts', 'lst'], /unknown command 'lst' \(did you mean list\?\)/],
    [['facts', 'show'], /missing required argument 'id'/],
    [['facts', 'list', 'more'], /too many arguments/],
    [['facts', 'verify'], /required option '--source <file>' not specified/],
    [['explain', ' '], /the claim is empty/],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await scscheck(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^scscheck: [^\n]+ \([^\n]+\)\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('a file where a command is due', async () => {
    const cwd = folder({ 'draft.md': 'x' });
    const { status, stderr } = await scscheck(['draft.md'], { cwd });
    expect(stderr).toContain('(did you mean scscheck check draft.md?)');
    expect(status).toBe(2);
  });

  test('no command at all prints help where it does no harm', async () => {
    const { status, stdout, stderr } = await scscheck([]);
    expect(stderr).toMatch(/^Usage: scscheck/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
