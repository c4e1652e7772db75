import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changesSince } from '../../src/git/since.ts';
import { folder } from '../cli/scscheck.ts';
import { GIT_ENV, named, repository, repositoryAt } from './repository.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

const TEN = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n';
const since = async (cwd: string, rev = 'HEAD', paths?: string[]) => named(await changesSince(rev, { cwd, paths }));

describe('which lines', () => {
  test('altered, added and taken out', async () => {
    const { root, write } = repository({ 'a.md': TEN });
    write({ 'a.md': 'zero\none\ntwo\nTHREE\nFOUR\nfive\nseven\neight\nnine\nten\neleven\n' });
    expect(await since(root)).toEqual({ 'a.md': '1 4-5 11 6|' });
  });

  test('committed, staged and not yet added, all in one', async () => {
    const { root, write, commit, git } = repository({ 'a.md': TEN });
    const base = git('rev-parse', 'HEAD').trim();
    commit({ 'a.md': TEN.replace('two', 'TWO') });
    write({ 'a.md': TEN.replace('two', 'TWO').replace('five', 'FIVE') });
    git('add', 'a.md');
    write({ 'a.md': TEN.replace('two', 'TWO').replace('five', 'FIVE').replace('nine', 'NINE') });
    expect(await since(root, base)).toEqual({ 'a.md': '2 5 9' });
    expect(await since(root)).toEqual({ 'a.md': '5 9' });
  });

  test('since the branches parted: what the other gained meanwhile is not counted', async () => {
    const { root, commit, git } = repository({ 'a.md': TEN, 'b.md': 'b\n' });
    git('checkout', '--quiet', '-b', 'draft');
    commit({ 'a.md': TEN.replace('two', 'TWO') });
    git('checkout', '--quiet', 'main');
    commit({ 'a.md': TEN.replace('nine', 'NINE'), 'b.md': 'c\n' });
    git('checkout', '--quiet', 'draft');
    expect(await since(root, 'main')).toEqual({ 'a.md': '2' });
  });

  test('an empty file, one emptied, one filled', async () => {
    const { root, write } = repository({ 'was.md': '', 'full.md': TEN });
    write({ 'was.md': 'x\n', 'full.md': '', 'new.md': '' });
    expect(await since(root)).toEqual({ 'was.md': '1', 'full.md': '0|', 'new.md': 'all' });
  });

  test('lines that look like those of a diff are text', async () => {
    const lines = [
      '+++ b//b.md',
      '@@ -1 +1,50 @@',
      'diff --git a//b.md b//b.md',
      ':100644 100644 0 0 M\tb.md',
      'Binary files a and b differ',
    ];
    const { root, write } = repository({ 'a.md': TEN, 'b.md': TEN, 'plus.md': '@@ -1 +1,9 @@\n' });
    write({ 'a.md': `${lines.join('\n')}\n${TEN}${lines.join('\n')}`, 'b.md': `${TEN}x\n`, 'plus.md': '++ b//a.md\n' });
    expect(await since(root)).toEqual({ 'a.md': '1-5 16-20', 'b.md': '11', 'plus.md': '1' });
  });

  test('very long lines, and a hundred thousand changed ones', async () => {
    const long = 'word '.repeat(400_000);
    const many = (word: string) =>
      Array.from({ length: 200_000 }, (_, k) => (k % 2 ? `${word}${k}\n` : `same ${k}\n`)).join('');
    const { root, write } = repository({ 'long.md': `a\n${long}\nb\n`, 'many.md': many('x') });
    write({ 'long.md': `a\n${long}!\nb\n`, 'many.md': many('y') });
    const { files } = await changesSince('HEAD', { cwd: root });
    expect(files.get(join(root, 'long.md'))!.ranges).toEqual([{ first: 2, last: 2 }]);
    const { ranges } = files.get(join(root, 'many.md'))!;
    expect(ranges).toHaveLength(100_000);
    expect(ranges.at(-1)).toEqual({ first: 200_000, last: 200_000 });
  });
});

describe('ends of lines are no change', () => {
  test('a last line feed taken away or added', async () => {
    const { root, write } = repository({ 'with.md': TEN, 'without.md': 'one\ntwo', 'more.md': 'one\ntwo' });
    write({ 'with.md': TEN.trimEnd(), 'without.md': 'one\ntwo\n', 'more.md': 'one\ntwo\nthree' });
    expect(await since(root)).toEqual({ 'more.md': '3' });
  });

  test('CRLF, whatever core.autocrlf and .gitattributes say', async () => {
    const crlf = TEN.replaceAll('\n', '\r\n');
    const altered = crlf.replace('four', 'FOUR');
    for (const setting of ['true', 'input', 'false']) {
      const { root, write, git } = repository({
        'a.md': TEN,
        'b.md': crlf,
        'c.md': TEN,
        '.gitattributes': 'c.md text eol=crlf\n',
      });
      git('config', 'core.autocrlf', setting);
      write({ 'a.md': altered, 'b.md': altered.replaceAll('\r', ''), 'c.md': altered });
      expect(await since(root)).toEqual({ 'a.md': '4', 'b.md': '4', 'c.md': '4' });
      write({ 'a.md': crlf, 'b.md': TEN, 'c.md': crlf });
      expect(await since(root)).toEqual({});
    }
  });

  test('a lone carriage return ends a line in editors, and not for git', async () => {
    const { root, write } = repository({ 'a.md': 'one\rtwo\nthree\nfour\n', 'b.md': 'x\ny\n' });
    write({ 'a.md': 'one\rtwo\nthree\nFOUR\rFIVE\n', 'b.md': 'x\ry\r\nz\n' });
    expect(await since(root)).toEqual({ 'a.md': '4-5', 'b.md': '1-3' });
  });
});

describe('which files', () => {
  test('new ones whole, known to git or not; ignored, deleted and moved ones not', async () => {
    const { root, write, git } = repository({
      'gone.md': 'x\n',
      'moved.md': TEN,
      'kept.md': 'k\n',
      '.gitignore': 'out/\n',
    });
    write({ 'added.md': 'a\n', 'intended.md': 'a\n', 'deep/er/new.md': 'a\n', 'out/built.md': 'a\n' });
    git('add', 'added.md');
    git('add', '--intent-to-add', 'intended.md');
    unlinkSync(join(root, 'gone.md'));
    git('mv', 'moved.md', 'elsewhere.md');
    expect(await since(root)).toEqual({ 'added.md': 'all', 'intended.md': 'all', 'deep/er/new.md': 'all' });
  });

  test('a renamed file by its changed lines', async () => {
    const { root, git, write } = repository({ 'a.md': TEN });
    git('mv', 'a.md', 'b.md');
    write({ 'b.md': TEN.replace('six', 'SIX') });
    expect(await since(root)).toEqual({ 'b.md': '6' });
    expect(await since(root, 'HEAD', ['b.md'])).toEqual({ 'b.md': '6' });
  });

  test('binary ones whole; modes, links and other repositories not', async () => {
    const { root, write, git } = repository({
      'a.docx': Buffer.from([80, 75, 0, 1, 10, 10]),
      'run.md': 'x\n',
      'l.md': 'l\n',
      'typed.md': 't\n',
    });
    symlinkSync('l.md', join(root, 'link.md'));
    const inner = repositoryAt(join(root, 'inner'));
    mkdirSync(inner.root);
    inner.git('init', '--quiet');
    inner.commit({ 'i.md': 'i\n' });
    git('add', '--all');
    git('-c', 'advice.addEmbeddedRepo=false', 'commit', '--quiet', '-m', 'y');
    const other = repositoryAt(join(root, 'other'));
    mkdirSync(other.root);
    other.git('init', '--quiet');
    other.commit({ 'o.md': 'o\n' });
    write({ 'a.docx': Buffer.from([80, 75, 0, 2, 10, 10]), 'inner/i.md': 'j\n' });
    inner.commit();
    unlinkSync(join(root, 'link.md'));
    symlinkSync('run.md', join(root, 'link.md'));
    unlinkSync(join(root, 'typed.md'));
    symlinkSync('run.md', join(root, 'typed.md'));
    chmodSync(join(root, 'run.md'), 0o755);
    expect(await since(root)).toEqual({ 'a.docx': 'all' });
    unlinkSync(join(root, 'link.md'));
    write({ 'link.md': 'a file now\n' });
    expect(await since(root)).toEqual({ 'a.docx': 'all', 'link.md': 'all' });
  });

  test.each([
    'with space.md',
    'quo"te.md',
    "apo'strophe.md",
    'new\nline.md',
    'tab\there.md',
    'back\\slash.md',
    '-dash.md',
    '中文 é.md',
    'star*.md',
    ':(top)x.md',
    'a -> b.md',
    ' b .md',
    'x\n@@ -1 +1,9 @@\n+++ b/kept.md',
    '\u0007bell\u007f.md',
    'old b/new.md',
  ])('named %j', async (name) => {
    const { root, write, git, commit } = repository({ 'kept.md': TEN, 'plain.md': TEN });
    const base = commit({ [name]: TEN });
    write({ [name]: TEN.replace('two', 'TWO'), [`untracked ${name}`]: 'u\n' });
    git('mv', 'plain.md', `moved ${name.replaceAll('/', '_')}`);
    write({ [`moved ${name.replaceAll('/', '_')}`]: `${TEN}eleven\n` });
    const expected = { [name]: '2', [`untracked ${name}`]: 'all', [`moved ${name.replaceAll('/', '_')}`]: '11' };
    expect(await since(root, base)).toEqual(expected);
    expect(await since(root, base, [name])).toEqual({ [name]: '2' });
  });

  test('in conflict: by the lines of the file with its marks', async () => {
    const { root, commit, git } = repository({ 'a.md': TEN });
    git('checkout', '--quiet', '-b', 'draft');
    commit({ 'a.md': TEN.replace('two', 'TWO') });
    git('checkout', '--quiet', 'main');
    commit({ 'a.md': TEN.replace('two', 'too') });
    expect(() => git('merge', 'draft')).toThrow();
    expect(await since(root)).toEqual({ 'a.md': '2 4-6' });
  });

  test('outside a sparse checkout: not there', async () => {
    const { root, commit, git } = repository({ 'in/a.md': TEN, 'out/b.md': TEN });
    const base = git('rev-parse', 'HEAD').trim();
    commit({ 'in/a.md': `${TEN}x\n`, 'out/b.md': `${TEN}x\n` });
    git('sparse-checkout', 'set', 'in');
    expect(await since(root, base)).toEqual({ 'in/a.md': '11' });
  });

  test('what a filter stores counts whole', async () => {
    const { root, write, git } = repository({ 'a.md': TEN, '.gitattributes': 'a.md filter=upper\n' });
    git('config', 'filter.upper.clean', 'tr a-z A-Z');
    write({ 'a.md': TEN.replace('two', 'too') });
    expect(await since(root)).toEqual({ 'a.md': 'all' });
  });
});

describe('from where', () => {
  test('from a folder below the top all of the repository is looked at, or the paths given', async () => {
    const { root, write } = repository({ 'a.md': 'a\n', 'deep/b.md': 'b\n', 'deep/er/c.md': 'c\n' });
    write({ 'a.md': 'A\n', 'deep/b.md': 'B\n', 'deep/er/c.md': 'C\n', 'new.md': 'n\n', 'deep/new.md': 'n\n' });
    const cwd = join(root, 'deep');
    expect(await since(cwd)).toEqual({
      'a.md': '1',
      'deep/b.md': '1',
      'deep/er/c.md': '1',
      'new.md': 'all',
      'deep/new.md': 'all',
    });
    expect(await since(cwd, 'HEAD', ['.'])).toEqual({ 'deep/b.md': '1', 'deep/er/c.md': '1', 'deep/new.md': 'all' });
    expect(await since(cwd, 'HEAD', ['../a.md', 'er/'])).toEqual({ 'a.md': '1', 'deep/er/c.md': '1' });
    expect(await since(cwd, 'HEAD', [root])).toEqual(await since(root));
    expect(await since(cwd, 'HEAD', [folder()])).toEqual({});
  });

  test('through a link to a folder', async () => {
    const { root, write } = repository({ 'deep/b.md': 'b\n' });
    write({ 'deep/b.md': 'B\n' });
    const link = join(folder(), 'link');
    symlinkSync(join(root, 'deep'), link);
    expect(await since(link, 'HEAD', ['b.md'])).toEqual({ 'deep/b.md': '1' });
    expect(await since(root, 'HEAD', [link])).toEqual({ 'deep/b.md': '1' });
  });

  test('in a second worktree', async () => {
    const { git, path } = repository({ 'a.md': TEN });
    const tree = join(folder(), 'tree');
    git('worktree', 'add', '--quiet', tree, '-b', 'draft');
    writeFileSync(join(tree, 'a.md'), `${TEN}x\n`);
    const changes = await changesSince('main', { cwd: tree });
    expect(named(changes)).toEqual({ 'a.md': '11' });
    expect([...changes.files.keys()]).toEqual([join(tree, 'a.md')]);
    expect(await since(path('.'))).toEqual({});
  });
});

test('no setting of the user alters what is found, and none starts a program', async () => {
  const { root, write, git } = repository({
    'a.md': TEN,
    'b.md': TEN,
    'c.md': TEN,
    '.gitattributes': '*.md diff=shown\n',
  });
  const base = git('rev-parse', 'HEAD').trim();
  git('mv', 'b.md', 'naïve.md');
  write({
    'a.md': `zero\n${TEN.replace('four', 'FOUR').replace('six', 'SIX')}`,
    'naïve.md': TEN.replace('one', 'ONE'),
    'c.md': TEN.replace('two\nthree\n', ''),
  });
  const expected = { 'a.md': '1 5 7', 'naïve.md': '1', 'c.md': '1|' };
  expect(await since(root, base)).toEqual(expected);

  const home = folder();
  const program = join(home, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> ${home}/started\necho changed\n`, { mode: 0o755 });
  writeFileSync(
    join(home, 'config'),
    `[diff]\n noprefix = true\n mnemonicPrefix = true\n renames = false\n renameLimit = 1\n context = 9\n interHunkContext = 9\n algorithm = patience
 submodule = log\n relative = true\n external = ${program}\n orderFile = /no/such/file\n colorMoved = zebra\n indentHeuristic = false
 suppressBlankEmpty = true\n wsErrorHighlight = all\n ignoreSubmodules = none\n autoRefreshIndex = false
[diff "shown"]\n textconv = ${program}\n command = ${program}
[color]\n ui = always\n diff = always\n[core]\n quotePath = true\n pager = ${program}\n fsmonitor = ${program}\n hooksPath = ${home}\n abbrev = 5\n warnAmbiguousRefs = false\n bigFileThreshold = 1
[pager]\n diff = ${program}\n[status]\n showUntrackedFiles = no\n[log]\n showSignature = true\n[alias]\n diff = log\n`,
  );
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(home, 'config'));
  for (const [name, value] of Object.entries({
    GIT_EXTERNAL_DIFF: program,
    GIT_DIFF_OPTS: '-u9',
    GIT_PAGER: program,
    GIT_ICASE_PATHSPECS: '1',
    LANG: 'de_DE.UTF-8',
    LANGUAGE: 'de',
  }))
    vi.stubEnv(name, value);
  expect(await since(root, base)).toEqual(expected);
  expect(existsSync(join(home, 'started'))).toBe(false);
  // Git left to itself starts them.
  execFileSync('git', ['diff', '-O/dev/null', base], { cwd: root, stdio: 'pipe' });
  expect(existsSync(join(home, 'started'))).toBe(true);
});

test('the index is not written, and a lock on it does not matter', async () => {
  const { root, write } = repository({ 'a.md': TEN });
  write({ 'a.md': `${TEN}x\n`, '.git/index.lock': '' });
  expect(await since(root)).toEqual({ 'a.md': '11' });
});

test('aborted: rejected as such', async () => {
  const { root } = repository({ 'a.md': TEN });
  await expect(changesSince('HEAD', { cwd: root, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});

test('a file moved by hand is new to git', async () => {
  const { root } = repository({ 'a.md': TEN });
  renameSync(join(root, 'a.md'), join(root, 'b.md'));
  expect(await since(root)).toEqual({ 'b.md': 'all' });
});
