import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load.ts';
import { unknownFacts } from '../../src/config/values.ts';
import { errorLine } from '../../src/errors.ts';
import { DEFAULT_SETTINGS } from '../../src/review/settings.ts';
import { folder } from '../cli/scscheck.ts';
import { lineFor, lineOf, tree } from './files.ts';

async function loaded(cwd: string, file?: string): Promise<Config> {
  const config = await loadConfig({ cwd, file });
  if (!config) throw new Error('no configuration');
  return config;
}

test('without a configuration, or when none is wanted, there is none', async () => {
  expect(await loadConfig({ cwd: tree({ '.git/HEAD': '' }) })).toBeNull();
  expect(await loadConfig({ cwd: tree({ 'scscheck.config.json': 'broken' }), disabled: true })).toBeNull();
});

test('one that states nothing leaves the defaults', async () => {
  const root = tree({ 'scscheck.config.json': '{}' });
  expect(await loaded(root)).toMatchObject({
    file: join(root, 'scscheck.config.json'),
    shown: 'scscheck.config.json',
    root,
    include: null,
    exclude: [],
    facts: [],
    baseline: null,
    cache: null,
    reports: [],
    settings: DEFAULT_SETTINGS,
  });
});

const FULL = {
  $schema: './node_modules/scscheck/schema/config.json',
  include: ['drafts/**/*.md', 'news'],
  exclude: ['**/old-*'],
  failOn: 'unverified',
  minConfidence: 0.25,
  severity: { contradicted: 'error', supported: 'note' },
  quoted: 'note',
  facts: { add: ['our-facts', '/elsewhere/facts.yaml'], off: ['no-national-score'] },
  suppressions: { requireReason: false },
  baseline: 'known/baseline.json',
  cache: '.cache/scscheck',
  reports: [{ format: 'human' }, { format: 'json', output: 'out/claims.json' }],
  overrides: [
    { files: ['news/'], quoted: 'ignore' },
    { files: ['**/*.html'], failOn: 'never', facts: { off: ['no-fly'] } },
  ],
};

describe('everything stated', () => {
  const yaml = readFileSync('test/config/full.yaml', 'utf8');
  test.each([
    ['scscheck.config.json', JSON.stringify(FULL, null, 2)],
    ['scscheck.config.json', JSON.stringify(FULL, null, '\t')],
    ['package.json', JSON.stringify({ name: 'x', scscheck: FULL })],
    ['scscheck.config.yml', yaml],
    // JSON is YAML too.
    ['scscheck.config.yaml', JSON.stringify(FULL, null, 2)],
  ])('in %s', async (name, text) => {
    const root = tree({ [name]: text });
    const config = await loaded(root);
    expect(config).toMatchObject({
      include: FULL.include,
      exclude: FULL.exclude,
      facts: [join(root, 'our-facts'), '/elsewhere/facts.yaml'],
      baseline: join(root, 'known/baseline.json'),
      cache: join(root, '.cache/scscheck'),
      reports: [
        { format: 'human', output: null },
        { format: 'json', output: join(root, 'out/claims.json') },
      ],
      settings: {
        failOn: 'unverified',
        minConfidence: 0.25,
        severity: { contradicted: 'error', unverified: 'warning', supported: 'note' },
        quoted: 'note',
        factsOff: ['no-national-score'],
        suppressions: { requireReason: false, reportUnused: true },
      },
    });
    expect(config.settingsFor('news/a.html')).toMatchObject({
      failOn: 'never',
      quoted: 'ignore',
      severity: { unverified: 'off' },
      factsOff: ['no-national-score', 'no-fly'],
    });
  });
});

describe('paths', () => {
  const files = {
    'scscheck.config.yaml':
      'include: [drafts]\nexclude: ["**/old-*"]\nbaseline: b.json\noverrides: [{files: ["drafts/*.md"], quoted: note}]',
    'drafts/deep/x.md': '',
  };
  const quotedOf = (config: Config, path: string): string => config.settingsFor(path).quoted;

  test('are relative to the folder of the configuration, and taken relative to the working folder', async () => {
    const root = tree(files);
    const config = await loaded(join(root, 'drafts/deep'));
    expect([config.root, config.baseline, config.shown]).toEqual([root, join(root, 'b.json'), config.file]);
    expect(quotedOf(config, '../a.md')).toBe('note');
    expect(quotedOf(config, join(root, 'drafts/a.md'))).toBe('note');
    expect(quotedOf(config, 'drafts/a.md')).toBe('fail');
    expect(quotedOf(config, '..\\a.md')).toBe('note');
    expect(quotedOf(config, '../.a.md')).toBe('note');
  });

  test('decide what is taken and what is left out', async () => {
    const config = await loaded(tree(files));
    expect(['drafts/a.md', 'drafts\\a.md', './drafts/a/b.md', 'a.md', 'drafts/.a.md'].map(config.isIncluded)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['drafts/old-a.md', 'old-a.md', 'x/.y/old-a.md', 'drafts/a.md'].map(config.isExcluded)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('elsewhere, addresses and standard input are no business of globs', async () => {
    const all = JSON.stringify({ exclude: ['**'], overrides: [{ files: ['**'], quoted: 'note' }] });
    const root = tree({ 'a/scscheck.config.json': all });
    const config = await loaded(join(root, 'a'));
    for (const path of ['../b.md', root, '-', 'https://example.org/a.md', '..', '.']) {
      expect([path, config.isExcluded(path), quotedOf(config, path)]).toEqual([path, false, 'fail']);
    }
    expect([config.isExcluded('..b.md'), quotedOf(config, 'x/..b.md')]).toEqual([true, 'note']);
  });

  test('of a file that is named are relative to its folder', async () => {
    const root = tree({ 'ci/strict.json': '{"cache": "c", "exclude": ["a.md"]}', 'scscheck.config.json': 'broken' });
    const config = await loaded(root, 'ci/strict.json');
    expect([config.shown, config.cache]).toEqual(['ci/strict.json', join(root, 'ci/c')]);
    expect([config.isExcluded('a.md'), config.isExcluded('ci/a.md')]).toEqual([false, true]);
  });
});

test('a glob that cannot be used is told of with its line', async () => {
  expect(await lineFor('{"include": ["a",\n"!b"]}')).toBe(
    'scscheck.config.json:2: "!b" in "include" begins with "!" (name what is to be left out in "exclude")',
  );
  expect(await lineFor('overrides:\n- files:\n  - a\n  - ../b\n  - "[z-a]"', 'scscheck.config.yaml')).toBe(
    'scscheck.config.yaml:4: "../b" in "overrides[0].files" leads out of the folder of the configuration; and 1 more problem (write it relative to that folder)',
  );
});

test('facts that are off are held against those there are', async () => {
  const text = 'facts:\n  off: [no-fly, no-flies]\noverrides:\n- files: [a]\n  facts:\n    off:\n    - no-trian\n';
  const config = await loaded(tree({ 'scscheck.config.yaml': text }));
  const error = unknownFacts(config, ['no-train', 'no-fly']);
  expect(error && errorLine(error)).toBe(
    'scscheck.config.yaml:2: unknown fact "no-flies"; and 1 more problem (did you mean "no-fly"?)',
  );
  expect(unknownFacts(config, ['no-flies', 'no-fly', 'no-trian'])).toBeNull();
});

describe('fixtures/config', () => {
  test.each(readdirSync('fixtures/config'))('%s', async (name) => {
    const root = folder();
    const source = resolve('fixtures/config', name);
    cpSync(source, root, { recursive: true });
    const expected = JSON.parse(readFileSync(join(source, 'expected.json'), 'utf8'));
    if ('error' in expected) {
      expect(await lineOf(join(root, expected.cwd))).toBe(expected.error);
      return;
    }
    const config = await loaded(join(root, expected.cwd));
    for (const [path, settings] of Object.entries(expected.settings)) {
      expect({ path, ...config.settingsFor(join(root, path)) }).toMatchObject({ path, ...(settings as object) });
    }
    expect(expected.excluded.filter((path: string) => !config.isExcluded(join(root, path)))).toEqual([]);
  });
});
