/** The documentation: its links lead somewhere, its commands run, its outputs, scores and example are real. */
import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plainEnv } from './cli/scscheck.ts';

const run = promisify(execFile);
const inDocs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'claims/README.md'],
  ...inDocs.map((name) => `docs/${name}`),
];
const read = (page: string): string => readFileSync(page, 'utf8');
/** The contents of the code blocks of one kind. */
const blocks = (page: string, kind: string): string[] =>
  [...read(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter((m) => m[1] === kind).map((m) => m[2]!);

describe.each(PAGES)('%s', (page) => {
  const prose = read(page).replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1]!).filter((link) => !/^[a-z]+:/.test(link));

  test('every relative link leads to a file or folder', () => {
    const dead = links.filter((link) => !existsSync(join(dirname(page), link.replace(/#.*$/, ''))));
    expect(dead).toEqual([]);
  });
});

/** The arguments of every call of the program in the shell blocks of the README, as written there. */
const COMMANDS = blocks('README.md', 'sh').flatMap((block) =>
  [...block.matchAll(/(?:npx scscheck|node dist\/cli\.js)((?:[ ]+(?:"[^"]*"|'[^']*'|[^\s|;&<>"']+))+)/g)].map((m) =>
    m[1]!.trim(),
  ),
);

test('the README shows calls of every command', () => {
  const shown = new Set(COMMANDS.map((command) => command.split(' ')[0]));
  expect([...shown].sort()).toEqual(expect.arrayContaining(['check', 'explain', 'facts']));
  expect(read('README.md')).toContain('npx scscheck eval ');
});

test.each(COMMANDS.filter((command) => !command.includes('://')))('scscheck %s', async (command) => {
  const child = run('sh', ['-c', `exec node dist/cli.js ${command} < docs/sample.txt`], { env: plainEnv() });
  const { code, stderr } = await child.then(
    (ended) => ({ ...ended, code: 0 }),
    (failed: { code: number; stderr: string }) => failed,
  );
  expect([0, 1], stderr).toContain(code);
  expect(stderr).toBe('');
});

test('the options that the pages name exist', () => {
  const commands = [
    ['check'],
    ['explain'],
    ['study'],
    ['study', 'sample'],
    ['study', 'agree'],
    ['eval'],
    ['facts', 'list'],
    ['facts', 'validate'],
    ['facts', 'verify'],
    ['lsp'],
    [],
  ];
  const help = commands.map((words) => execFileSync('node', ['dist/cli.js', ...words, '--help'], { encoding: 'utf8' }));
  const known = new Set(help.join('\n').match(/--[a-z-]+/g));
  const named = PAGES.flatMap((page) => read(page).match(/(?<=`|scscheck [^`\n]*)--[a-z][a-z-]+/g) ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set(named)].filter((option) => !known.has(option))).toEqual([]);
});

test('outputs, scores and picture are what the program gives', async () => {
  const check = run(process.execPath, ['docs/refresh.mjs', '--check'], { env: plainEnv() });
  const stale = await check.then(
    () => '',
    (failed: { stderr: string }) => failed.stderr,
  );
  expect(stale).toBe('');
  // Studies among them, which take a while on a busy machine.
}, 600_000);

test('the library example compiles, runs, and prints what it says', () => {
  const [example] = blocks('README.md', 'ts');
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'scscheck'));
  writeFileSync(join(folder, 'example.mts'), example!);
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', '--types', 'node'];
  const roots = ['--typeRoots', resolve('node_modules/@types')];
  const tsc = resolve('node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, ...options, ...roots, 'example.mts'], { cwd: folder, encoding: 'utf8' });
  const printed = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
  const promised = [...example!.matchAll(/^\/\/ (.*\n)/gm)].map((m) => m[1]).join('');
  expect(printed).toBe(promised);
});
