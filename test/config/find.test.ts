import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/config/find.ts';
import { lineOf, tree } from './files.ts';

describe('a configuration is found', () => {
  test.each(['scscheck.config.json', 'scscheck.config.yaml', 'scscheck.config.yml'])('as %s', (name) => {
    const root = tree({ [name]: '{}' });
    expect(findConfig(root)).toBe(join(root, name));
  });

  test('as a key of package.json, and not where the package is only depended on', () => {
    const root = tree({
      'package.json': '{"scscheck": {}}',
      'site/package.json': '{"name": "scscheck", "devDependencies": {"scscheck": "^0.1.0"}}',
    });
    expect(findConfig(join(root, 'site'))).toBe(join(root, 'package.json'));
  });

  test('in the nearest folder, going up', () => {
    const root = tree({ 'scscheck.config.yaml': 'failOn: never', 'a/scscheck.config.json': '{}', 'a/b/c/x.md': '' });
    expect(findConfig(join(root, 'a/b/c'))).toBe(join(root, 'a/scscheck.config.json'));
  });

  test('through a link', () => {
    const root = tree({ 'shared.json': '{}' });
    symlinkSync('shared.json', join(root, 'scscheck.config.json'));
    expect(findConfig(root)).toBe(join(root, 'scscheck.config.json'));
  });
});

describe('a configuration is not looked for', () => {
  test.each([
    ['folder', '.git/HEAD'],
    ['file, as in a work tree of git', '.git'],
  ])('above a folder with .git, a %s', (_kind, git) => {
    const root = tree({ 'scscheck.config.json': '{}', [`repository/${git}`]: '', 'repository/drafts/x.md': '' });
    expect(findConfig(join(root, 'repository/drafts'))).toBeNull();
  });

  test('while that of the folder with .git itself holds', () => {
    const root = tree({ '.git/HEAD': '', 'scscheck.config.json': '{}', 'drafts/x.md': '' });
    expect(findConfig(join(root, 'drafts'))).toBe(join(root, 'scscheck.config.json'));
  });

  test('in a folder of its name, nor in a broken package.json', () => {
    const root = tree({ 'scscheck.config.json': '{}', 'a/package.json': '{"scscheck": {}', 'a/b/x.md': '' });
    mkdirSync(join(root, 'a/scscheck.config.json'));
    expect(findConfig(join(root, 'a/b'))).toBe(join(root, 'scscheck.config.json'));
  });
});

test('two in one folder are an error that names both', async () => {
  const root = tree({ 'scscheck.config.json': '{}', 'scscheck.config.yml': '{}' });
  expect(await lineOf(root)).toBe(
    `${root}: has two configurations: scscheck.config.json and scscheck.config.yml (keep one, or name one with --config)`,
  );
  expect(await lineOf(root, 'scscheck.config.yml')).toBe('no error');
  const other = tree({ 'scscheck.config.yaml': '{}', 'package.json': '{"scscheck": {}}' });
  expect(await lineOf(other)).toContain('scscheck.config.yaml and key "scscheck" of package.json');
});

test('a link that leads nowhere is told of', async () => {
  const root = tree({});
  symlinkSync('gone.json', join(root, 'scscheck.config.json'));
  expect(await lineOf(root)).toBe('scscheck.config.json: there is no such configuration file (check the path)');
});
