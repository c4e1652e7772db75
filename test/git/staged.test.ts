import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type StagedOptions, stagedChanges } from '../../src/git/staged.ts';
import { GIT_ENV, named, repository } from './repository.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

const TEN = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n';

/** What is staged, by name: lines and content. */
async function staged(options: StagedOptions) {
  const changes = await stagedChanges(options);
  const before = named(changes);
  const contents: Record<string, string | null> = {};
  for await (const { path, bytes } of changes.contents(changes.files.keys())) {
    contents[path.slice(changes.root.length + 1)] = bytes?.toString('utf8') ?? null;
  }
  return { before, lines: named(changes), contents };
}

test('what is staged, not what the files on disk have', async () => {
  const { root, write, git } = repository({ 'a.md': TEN, 'b.md': TEN, 'gone.md': TEN, 'deleted.md': 'd\n' });
  write({
    'a.md': TEN.replace('two', 'TWO'),
    'b.md': `${TEN}x\n`,
    'gone.md': TEN.replace('one', 'ONE'),
    'new 中.md': 'n\n',
  });
  unlinkSync(join(root, 'deleted.md'));
  git('add', 'a.md', 'gone.md', 'new 中.md', 'deleted.md');
  write({ 'a.md': TEN.replace('nine', 'NINE'), 'new 中.md': 'later\n', 'untracked.md': 'u\n' });
  unlinkSync(join(root, 'gone.md'));
  const { lines, contents } = await staged({ cwd: root });
  expect(lines).toEqual({ 'a.md': '2', 'gone.md': '1', 'new 中.md': 'all' });
  expect(contents).toEqual({
    'a.md': TEN.replace('two', 'TWO'),
    'gone.md': TEN.replace('one', 'ONE'),
    'new 中.md': 'n\n',
  });
});

test('before the first commit all that is staged is new', async () => {
  const { root, write, git } = repository();
  expect((await staged({ cwd: root })).lines).toEqual({});
  write({ 'a.md': 'a\n', 'deep/b.md': '', 'not.md': 'x\n' });
  git('add', 'a.md', 'deep');
  expect(await staged({ cwd: join(root, 'deep') })).toMatchObject({
    lines: { 'a.md': 'all', 'deep/b.md': 'all' },
    contents: { 'a.md': 'a\n', 'deep/b.md': '' },
  });
});

test('renamed, intended, another mode, a link, ends of lines', async () => {
  const { root, write, git } = repository({ 'a.md': TEN, 'mode.md': 'm\n', 'ends.md': TEN });
  git('mv', 'a.md', 'b.md');
  write({ 'b.md': TEN.replace('six', 'SIX'), 'intended.md': 'i\n', 'ends.md': TEN.trimEnd().replaceAll('\n', '\r\n') });
  git('add', 'b.md', 'ends.md');
  git('add', '--intent-to-add', 'intended.md');
  git('update-index', '--chmod=+x', 'mode.md');
  expect(await staged({ cwd: root })).toMatchObject({
    lines: { 'b.md': '6' },
    contents: { 'b.md': TEN.replace('six', 'SIX') },
  });
});

test('bytes as they are, whatever core.autocrlf says; lone carriage returns end lines', async () => {
  const { root, write, git } = repository({
    'crlf.md': TEN,
    'mac.md': 'one\rtwo\nthree\n',
    'a.docx': Buffer.from([0, 10, 13]),
  });
  git('config', 'core.autocrlf', 'true');
  write({
    'crlf.md': TEN.replace('ten', 'TEN').replaceAll('\n', '\r\n'),
    'mac.md': 'one\rtwo\nTHREE\n',
    'a.docx': Buffer.from([0, 13, 10, 255]),
  });
  git('add', '.');
  const { before, lines } = await staged({ cwd: root });
  expect(before).toEqual({ 'crlf.md': '10', 'mac.md': '2', 'a.docx': 'all' });
  expect(lines).toEqual({ 'crlf.md': '10', 'mac.md': '3', 'a.docx': 'all' });
  const changes = await stagedChanges({ cwd: root });
  const bytes: Record<string, Buffer | null> = {};
  for await (const one of changes.contents(changes.files.keys())) bytes[one.path] = one.bytes;
  expect(bytes[join(root, 'crlf.md')]).toEqual(Buffer.from(TEN.replace('ten', 'TEN')));
  expect(bytes[join(root, 'a.docx')]).toEqual(Buffer.from([0, 13, 10, 255]));
});

test('some of the paths, in any order, over and again; too long ones without their bytes', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`f${k}.md`, `${k}\n`.repeat(k)]));
  const { root, write, git } = repository({});
  write({ ...files, 'big.md': Buffer.alloc(300_000, 'x') });
  git('add', '.');
  const changes = await stagedChanges({ cwd: root, longest: 200_000 });
  const wanted = ['big.md', 'f299.md', 'f0.md', 'none.md', 'big.md', 'f7.md'].map((name) => join(root, name));
  const got: (string | null)[] = [];
  for await (const { bytes } of changes.contents(wanted)) got.push(bytes?.toString() ?? null);
  expect(got).toEqual([null, files['f299.md'], '', null, files['f7.md']]);
  let count = 0;
  for await (const { path, bytes } of changes.contents(changes.files.keys())) {
    if (bytes) expect(bytes.toString()).toBe(files[path.slice(root.length + 1)]);
    count++;
    if (count === 250) break;
  }
  expect(count).toBe(250);
  expect(named(await stagedChanges({ cwd: root, paths: ['f3.md', 'big.md'] }))).toEqual({
    'f3.md': 'all',
    'big.md': 'all',
  });
});

test('a file kept in Git LFS is taken from the disk, and counts whole', async () => {
  const pointer = (digit: string) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${digit.repeat(64)}\nsize 4\n`;
  const { root, write, git } = repository({ 'a.md': pointer('1') });
  write({ 'a.md': pointer('2') });
  git('add', '.');
  write({ 'a.md': 'text\n' });
  expect(await staged({ cwd: root })).toMatchObject({ lines: { 'a.md': 'all' }, contents: { 'a.md': 'text\n' } });
});

test('in the hook of a commit of one file: what that commit brings', async () => {
  const { root, write, git } = repository({ 'a.md': TEN, 'b.md': TEN });
  write({ 'a.md': TEN.replace('two', 'TWO'), 'b.md': TEN.replace('two', 'TWO') });
  git('add', 'a.md');
  const out = join(root, '.git', 'seen');
  const script = `
    import { stagedChanges } from ${JSON.stringify(join(process.cwd(), 'src/git/staged.ts'))};
    const { files } = await stagedChanges();
    console.log(JSON.stringify([...files.keys()]));`;
  writeFileSync(join(root, '.git/hook.mts'), script);
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/loader.mjs');
  writeFileSync(
    join(root, '.git/hooks/pre-commit'),
    `#!/bin/sh\n'${process.execPath}' --import '${tsx}' .git/hook.mts > '${out}'\n`,
    { mode: 0o755 },
  );
  execFileSync('git', ['commit', '--quiet', '-m', 'only b', 'b.md'], { cwd: root, stdio: 'pipe' });
  expect(existsSync(out)).toBe(true);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual([join(root, 'b.md')]);
});

test('in conflict: nothing of it can be committed', async () => {
  const { root, commit, git } = repository({ 'a.md': TEN, 'b.md': TEN });
  git('checkout', '--quiet', '-b', 'draft');
  commit({ 'a.md': TEN.replace('two', 'TWO') });
  git('checkout', '--quiet', 'main');
  commit({ 'a.md': TEN.replace('two', 'too') });
  expect(() => git('merge', 'draft')).toThrow();
  await expect(stagedChanges({ cwd: root })).rejects.toMatchObject({
    code: 'in-conflict',
    place: { file: join(root, 'a.md') },
  });
  expect(named(await stagedChanges({ cwd: root, paths: ['b.md'] }))).toEqual({});
});
