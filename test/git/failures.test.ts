import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { errorLine, UsageError } from '../../src/errors.ts';
import { changesSince } from '../../src/git/since.ts';
import { stagedChanges } from '../../src/git/staged.ts';
import { folder } from '../cli/scscheck.ts';
import { GIT_ENV, repository, repositoryAt } from './repository.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

/** Code and line of what it throws. */
async function failure(promise: Promise<unknown>): Promise<{ code: string; line: string }> {
  const error = await promise.then(
    () => expect.fail('should fail'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  const line = errorLine(error as UsageError);
  expect(line).toMatch(/^[^\p{Cc}]{10,400}$/u);
  return { code: (error as UsageError).code, line };
}

/** Both ways in. */
const both = (cwd: string) => Promise.all([failure(changesSince('HEAD', { cwd })), failure(stagedChanges({ cwd }))]);

/** A clone of `from` with these options. */
function cloned(from: string, ...options: string[]): string {
  const to = join(folder(), 'clone');
  execFileSync('git', ['clone', '--quiet', ...options, `file://${from}`, to], { stdio: 'pipe' });
  return to;
}

describe('the place', () => {
  test('git is not there', async () => {
    const { root } = repository({ 'a.md': 'a\n' });
    vi.stubEnv('PATH', folder());
    for (const { code, line } of await both(root)) {
      expect(code).toBe('git-missing');
      expect(line).toMatch(/^git is not installed, or not on the PATH \(/);
    }
  });

  test('no such folder', async () => {
    for (const { code } of await both(join(folder(), 'none'))) expect(code).toBe('no-folder');
  });

  test('a folder in no repository', async () => {
    const cwd = folder();
    vi.stubEnv('GIT_CEILING_DIRECTORIES', join(cwd, '..'));
    for (const { code, line } of await both(cwd)) {
      expect(code).toBe('not-a-repository');
      expect(line).toMatch(/^this folder is in no git repository \(/);
    }
  });

  test('a bare repository, and the .git folder of another', async () => {
    const { root } = repository({ 'a.md': 'a\n' });
    for (const { code } of await both(cloned(root, '--bare'))) expect(code).toBe('no-work-tree');
    for (const { code } of await both(join(root, '.git'))) expect(code).toBe('no-work-tree');
  });

  test("somebody else's repository", async () => {
    const { root } = repository({ 'a.md': 'a\n' });
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    for (const { code, line } of await both(root)) {
      expect(code).toBe('repository-refused');
      expect(line).toBe(
        `git: detected dubious ownership in repository at '${root}' (if it is yours: git config --global --add safe.directory ${root})`,
      );
    }
  });

  test('a broken repository', async () => {
    const { root, git } = repository({ 'a.md': 'a\n' });
    git('config', 'core.repositoryFormatVersion', '99');
    for (const { code, line } of await both(root))
      expect(`${code}: ${line}`).toMatch(/^git-failed: git: .*version.*99/i);
    const other = repository({ 'a.md': 'a\n' });
    other.write({ '.git/index': 'no index' });
    for (const { code } of await both(other.root)) expect(code).toBe('git-failed');
  });

  test('before the first commit', async () => {
    const { root } = repository();
    expect(await failure(changesSince('HEAD', { cwd: root }))).toMatchObject({ code: 'no-commit' });
    expect(await failure(changesSince('main', { cwd: root }))).toMatchObject({ code: 'no-commit' });
    const other = repository({ 'a.md': 'a\n' });
    other.git('checkout', '--quiet', '--orphan', 'fresh');
    expect(await failure(changesSince('main', { cwd: other.root }))).toMatchObject({
      code: 'no-commit',
      line: 'the branch checked out has no commit yet (use --staged)',
    });
  });
});

describe('the revision', () => {
  test.each([
    ['nope', 'unknown-revision'],
    ['origin/main', 'unknown-revision'],
    ['HEAD~7', 'unknown-revision'],
    ['abcdef0', 'unknown-revision'],
    ['0123456789012345678901234567890123456789', 'unknown-revision'],
    ['0000000000000000000000000000000000000000', 'unknown-revision'],
    ['HEAD:a.md', 'unknown-revision'],
    ['HEAD..HEAD', 'unknown-revision'],
    ['HEAD...', 'unknown-revision'],
    ['^HEAD', 'unknown-revision'],
    ['HEAD^{tree}', 'unknown-revision'],
    ['blob', 'unknown-revision'],
    ['@{upstream}', 'unknown-revision'],
    ['a.md', 'unknown-revision'],
    ['--all', 'bad-revision'],
    ['--output=x', 'bad-revision'],
    ['-', 'bad-revision'],
    ['', 'bad-revision'],
    ['HEAD\nHEAD', 'bad-revision'],
    ['a\0b', 'bad-revision'],
    ['\u001b[31mred', 'bad-revision'],
    ['x'.repeat(5000), 'unknown-revision'],
  ])('%j', async (rev, code) => {
    const { root, git } = repository({ 'a.md': 'a\n' });
    git('tag', 'blob', 'HEAD:a.md');
    const found = await failure(changesSince(rev, { cwd: root }));
    expect(found.code).toBe(code);
    expect(found.line).toMatch(/^--since /);
  });

  test('any name of a commit will do', async () => {
    const { root, git, commit } = repository({ 'a.md': 'a\n' });
    const first = git('rev-parse', 'HEAD').trim();
    git('tag', '-a', '-m', 'noted', 'v1');
    commit({ 'a.md': 'b\n' });
    git('branch', 'ünï');
    for (const rev of [
      'v1',
      'HEAD~',
      'HEAD^1',
      first,
      first.slice(0, 9),
      'main~1',
      'refs/heads/main~1',
      '@~1',
      'main@{1}',
      'v1^{}',
    ]) {
      expect([rev, (await changesSince(rev, { cwd: root })).files.size]).toEqual([rev, 1]);
    }
    expect((await changesSince('ünï', { cwd: root })).files.size).toBe(0);
  });

  test('a branch and a tag of one name; a short id of two commits', async () => {
    const { root, git } = repository({ 'a.md': 'a\n' });
    git('branch', 'same');
    git('tag', 'same');
    expect(await failure(changesSince('same', { cwd: root }))).toMatchObject({
      code: 'ambiguous-revision',
      line: '--since same: means more than one thing here (write refs/heads/… for the branch, refs/tags/… for the tag)',
    });
    expect((await changesSince('refs/heads/same', { cwd: root })).files.size).toBe(0);
    git('update-ref', '-d', 'refs/tags/same');
    // Two commits whose ids begin with the same four digits: some hundred are enough.
    const tree = git('rev-parse', 'HEAD^{tree}').trim();
    const ids = new Map<string, string>();
    let short: string | undefined;
    for (let k = 0; short === undefined; k++) {
      const id = git('commit-tree', tree, '-m', `${k}`).trim().slice(0, 4);
      if (ids.has(id)) short = id;
      ids.set(id, id);
    }
    expect(await failure(changesSince(short, { cwd: root }))).toMatchObject({
      code: 'ambiguous-revision',
      line: `--since ${short}: means more than one thing here (give more digits)`,
    });
  });

  test('no history in common', async () => {
    const { root, git, commit } = repository({ 'a.md': 'a\n' });
    git('checkout', '--quiet', '--orphan', 'fresh');
    commit({ 'b.md': 'b\n' });
    expect(await failure(changesSince('main', { cwd: root }))).toMatchObject({ code: 'no-merge-base' });
  });
});

describe('clones that lack something', () => {
  test('shallow: the revision, or where it parted, is missing; deep enough, it works', async () => {
    const { root, git, commit } = repository({ 'a.md': 'a\n' });
    const first = git('rev-parse', 'HEAD').trim();
    commit({ 'b.md': 'b\n' });
    git('checkout', '--quiet', '-b', 'draft', first);
    commit({ 'a.md': 'c\n' });
    const alone = cloned(root, '--depth=1');
    for (const rev of ['origin/main', 'HEAD~1', first]) {
      const { code, line } = await failure(changesSince(rev, { cwd: alone }));
      expect(code).toBe('shallow-clone');
      expect(line).toMatch(
        /there is no such commit here \(this clone is shallow: git fetch --unshallow, or fetch-depth: 0/,
      );
    }
    const tips = cloned(root, '--depth=1', '--no-single-branch');
    const { code, line } = await failure(changesSince('origin/main', { cwd: tips }));
    expect(code).toBe('shallow-clone');
    expect(line).toMatch(/lacks the commit where it parted from HEAD \(git fetch --unshallow, or fetch-depth: 0/);
    const deeper = cloned(root, '--depth=2', '--no-single-branch');
    expect([...(await changesSince('origin/main', { cwd: deeper })).files.keys()]).toEqual([join(deeper, 'a.md')]);
    repositoryAt(tips).git('fetch', '--quiet', '--unshallow');
    expect((await changesSince('origin/main', { cwd: tips })).files.size).toBe(1);
  });

  test('partial: what is missing is not fetched', async () => {
    const { root, git, commit } = repository({ 'a.md': 'a\nb\n' });
    git('config', 'uploadpack.allowFilter', 'true');
    commit({ 'a.md': 'a\nc\n' });
    const partial = cloned(root, '--filter=blob:none');
    const { code, line } = await failure(changesSince('HEAD~1', { cwd: partial }));
    expect(code).toBe('missing-objects');
    expect(line).toMatch(/git diff --stat/);
    repositoryAt(partial).git('diff', '--stat', 'HEAD~1');
    expect((await changesSince('HEAD~1', { cwd: partial })).files.size).toBe(1);
  });

  test('staged contents that are gone', async () => {
    const { root, write, git } = repository({});
    write({ 'a.md': 'a\n' });
    git('add', 'a.md');
    const changes = await stagedChanges({ cwd: root });
    const id = git('rev-parse', ':a.md').trim();
    rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
    expect(await failure(changes.contents(changes.files.keys()).next())).toMatchObject({ code: 'missing-objects' });
  });
});
