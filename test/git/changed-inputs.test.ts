import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { errorLine, UsageError } from '../../src/errors.ts';
import { changedInputs } from '../../src/git/changed-inputs.ts';
import { changesSince } from '../../src/git/since.ts';
import { stagedChanges } from '../../src/git/staged.ts';
import { folder } from '../cli/scscheck.ts';
import { GIT_ENV, repository } from './repository.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

/** A repository in which all of these changed, and `same.md` did not. */
async function changed() {
  const { root, write } = repository({ 'same.md': 's\n', 'deep/same.md': 's\n' });
  const names = [
    'b.md',
    'a.md',
    'deep/z.md',
    'deep/a/x.md',
    'deep/a.md',
    'deep/page.css',
    '.hidden/h.md',
    'deep/node_modules/n.md',
    'deeper/d.md',
  ];
  write(Object.fromEntries(names.map((name) => [name, 'new\n'])));
  return { root, changes: await changesSince('HEAD', { cwd: root }) };
}

describe('which of the inputs', () => {
  test('files as given, folders in the order in which they are walked', async () => {
    const { root, changes } = await changed();
    const paths = (inputs: string[], cwd = root) =>
      changedInputs(changes, inputs, { cwd, takes: (name) => name.endsWith('.md') }).map(({ path }) => path);
    expect(paths(['b.md', 'same.md', './a.md', 'deep/'])).toEqual([
      'b.md',
      './a.md',
      'deep/a/x.md',
      'deep/a.md',
      'deep/z.md',
    ]);
    expect(paths(['.'])).toEqual(['./a.md', './b.md', './deep/a/x.md', './deep/a.md', './deep/z.md', './deeper/d.md']);
    expect(paths([root])).toEqual(paths(['.']).map((path) => path.replace('.', root)));
    expect(paths(['..'], join(root, 'deep'))).toEqual(paths(['.']).map((path) => `.${path}`));
    expect(paths(['deep/page.css', '.hidden/h.md', '.hidden'])).toEqual([
      'deep/page.css',
      '.hidden/h.md',
      '.hidden/h.md',
    ]);
    expect(paths(['same.md', 'deep/same.md'])).toEqual([]);
    expect(changedInputs(changes, ['../b.md'], { cwd: join(root, 'deep') })).toEqual([
      { path: '../b.md', file: join(root, 'b.md') },
    ]);
  });

  test('what is not there, and did not change, is left to reading', async () => {
    const { root, changes } = await changed();
    expect(changedInputs(changes, ['gone.md', 'none/'], { cwd: root })).toEqual([
      { path: 'gone.md', file: null },
      { path: 'none/', file: null },
    ]);
  });

  test('staged files that are gone from the disk are there', async () => {
    const { root, write, git } = repository({});
    write({ 'a.md': 'a\n', 'deep/b.md': 'b\n' });
    git('add', '.');
    for (const name of ['a.md', 'deep/b.md']) unlinkSync(join(root, name));
    const found = changedInputs(await stagedChanges({ cwd: root }), ['a.md', 'deep'], { cwd: root });
    expect(found).toEqual([
      { path: 'a.md', file: join(root, 'a.md') },
      { path: 'deep/b.md', file: join(root, 'deep/b.md') },
    ]);
  });

  test('through links', async () => {
    const { root, changes } = await changed();
    const elsewhere = folder();
    symlinkSync(root, join(elsewhere, 'all'));
    symlinkSync(join(root, 'deep'), join(root, 'linked'));
    symlinkSync('b.md', join(root, 'link.md'));
    const file = (name: string) => join(root, name);
    expect(changedInputs(changes, [join(elsewhere, 'all/b.md')])).toEqual([
      { path: join(elsewhere, 'all/b.md'), file: file('b.md') },
    ]);
    expect(changedInputs(changes, ['linked/a', 'link.md'], { cwd: root })).toEqual([
      { path: 'linked/a/x.md', file: file('deep/a/x.md') },
      { path: 'link.md', file: file('b.md') },
    ]);
  });

  test.each([
    ['-', 'not-a-file'],
    ['https://example.org/a.md', 'not-a-file'],
    ['../elsewhere.md', 'outside-repository'],
    ['/', 'all'],
  ])('%s: %s', async (input, code) => {
    const { root, changes } = await changed();
    const find = () => changedInputs(changes, [input], { cwd: root });
    if (code === 'all') {
      // The folder of the repository lies in a folder that is taken.
      expect(find().map(({ file }) => file)).toContain(join(root, 'b.md'));
      return;
    }
    try {
      expect.fail(JSON.stringify(find()));
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as UsageError).code).toBe(code);
      expect(errorLine(error as UsageError)).toMatch(/^\S+: .+ \(.+\)$/);
    }
  });
});
