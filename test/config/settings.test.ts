import { describe, expect, test } from 'vitest';
import { mergeCli, type Override, settingsByFile, settingsFrom } from '../../src/config/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/review/settings.ts';

const md: Override = {
  stated: { quoted: 'note', severity: { unverified: 'note' } },
  matches: (path) => path.endsWith('.md'),
};
const news: Override = {
  stated: { quoted: 'ignore', severity: { contradicted: 'warning' }, factsOff: ['b'] },
  matches: (path) => path.startsWith('news/'),
};

test('nothing stated leaves the defaults', () => {
  expect(settingsFrom([])).toEqual(DEFAULT_SETTINGS);
  expect(settingsFrom([{}, { failOn: undefined, severity: undefined, suppressions: {} }])).toEqual(DEFAULT_SETTINGS);
});

test('later layers win key by key, and facts add up', () => {
  const settings = settingsFrom([
    { failOn: 'never', severity: { contradicted: 'note' }, suppressions: { requireReason: false }, factsOff: ['a'] },
    {
      severity: { unverified: 'note' },
      suppressions: { reportUnused: false },
      factsOff: ['b', 'a'],
      minConfidence: 0.5,
    },
  ]);
  expect(settings).toEqual({
    failOn: 'never',
    minConfidence: 0.5,
    severity: { contradicted: 'note', unverified: 'note', supported: 'off' },
    quoted: 'fail',
    factsOff: ['a', 'b'],
    suppressions: { requireReason: false, reportUnused: false },
  });
});

describe('what failOn counts is a warning where nobody says otherwise', () => {
  test.each([
    ['never', 'error', 'off', 'off'],
    ['contradicted', 'error', 'off', 'off'],
    ['unverified', 'error', 'warning', 'off'],
    ['supported', 'error', 'warning', 'warning'],
  ] as const)('%s', (failOn, contradicted, unverified, supported) => {
    expect(settingsFrom([{ failOn }]).severity).toEqual({ contradicted, unverified, supported });
  });

  test('and stays as stated where somebody does, in whatever layer', () => {
    expect(settingsFrom([{ severity: { unverified: 'off' } }, { failOn: 'supported' }]).severity).toEqual({
      contradicted: 'error',
      unverified: 'off',
      supported: 'warning',
    });
  });
});

describe('by file', () => {
  const byFile = settingsByFile({ failOn: 'unverified', factsOff: ['a'] }, [md, news], {});

  test('later overrides win, severities by label', () => {
    expect(byFile.settingsFor('news/x.md')).toMatchObject({
      failOn: 'unverified',
      quoted: 'ignore',
      severity: { contradicted: 'warning', unverified: 'note', supported: 'off' },
      factsOff: ['a', 'b'],
    });
    expect(byFile.settingsFor('x.md')).toMatchObject({
      quoted: 'note',
      severity: { contradicted: 'error' },
      factsOff: ['a'],
    });
    expect(byFile.settingsFor('x.txt')).toBe(byFile.settings);
  });

  test('the same overrides give the same object', () => {
    expect(byFile.settingsFor('news/a.md')).toBe(byFile.settingsFor('news/b.md'));
    expect(byFile.settingsFor('news/a.md')).not.toBe(byFile.settingsFor('news/a.txt'));
  });
});

describe('the command line', () => {
  const config = { layers: { base: { failOn: 'never', minConfidence: 0.3 }, overrides: [md, news] } } as const;

  test('wins over the configuration and its overrides', () => {
    const { settings, settingsFor } = mergeCli(config, { quoted: 'fail', failOn: 'unverified' });
    expect(settings).toMatchObject({
      failOn: 'unverified',
      quoted: 'fail',
      minConfidence: 0.3,
      severity: { unverified: 'warning' },
    });
    expect(settingsFor('news/x.md')).toMatchObject({
      failOn: 'unverified',
      quoted: 'fail',
      severity: { unverified: 'note' },
    });
  });

  test('that says nothing changes nothing', () => {
    const { settings, settingsFor } = mergeCli(config, {});
    expect(settings).toMatchObject({ failOn: 'never', minConfidence: 0.3 });
    expect(settingsFor('x.md').quoted).toBe('note');
  });

  test('does without a configuration', () => {
    const { settings, settingsFor } = mergeCli(null, { minConfidence: 0.9 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, minConfidence: 0.9 });
    expect(settingsFor('x.md')).toBe(settings);
  });
});
