import { describe, expect, test } from 'vitest';
import { globFault, matchesAny } from '../../src/config/globs.ts';

describe('a glob matches', () => {
  test.each([
    ['*.md', 'a.md', true],
    ['*.md', 'drafts/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'drafts/deep/a.md', true],
    ['drafts/**', 'drafts/deep/a.md', true],
    ['drafts', 'drafts/deep/a.md', true],
    ['drafts/', 'drafts/a.md', true],
    ['drafts/*/', 'drafts/x/a.md', true],
    ['drafts/*/', 'drafts/a.md', false],
    ['a/[^b].md', 'a/b.md', false],
    ['a.md', 'a.md', true],
    ['./drafts/*.md', 'drafts/a.md', true],
    ['.', 'drafts/a.md', true],
    ['drafts', 'old-drafts/a.md', false],
    ['*/opinion', 'news/opinion/a.md', true],
    ['**/*.{md,txt}', 'x/a.txt', true],
    ['{news,blog}/**', 'sport/a.md', false],
    ['a?.md', 'ab.md', true],
    ['[ab].md', 'b.md', true],
    ['[!ab].md', 'b.md', false],
    ['[!ab].md', 'c.md', true],
    ['[*].md', '*.md', true],
    ['[*].md', 'a.md', false],
    ['drafts (old)/**', 'drafts (old)/a.md', true],
    ['(a|b).md', 'a.md', false],
    ['(a|b).md', '(a|b).md', true],
    ['+(a).md', 'aa.md', false],
    ['+(a).md', '+(a).md', true],
    ['@(a).md', '@(a).md', true],
    ['"a".md', '"a".md', true],
    ['$a^b+.md', '$a^b+.md', true],
    ['社评/*.md', '社评/一.md', true],
    ['*.md', '🙂.md', true],
  ])('%j, %j: %s', (glob, path, expected) => {
    expect(globFault(glob)).toBeNull();
    expect(matchesAny([glob], { dot: false })(path)).toBe(expected);
  });

  test.each([
    ['**/*.md', '.hidden/a.md', false, true],
    ['**', 'a/.b.md', false, true],
    ['archive', 'archive/.b.md', false, true],
    ['.github/**', '.github/a.md', true, true],
  ])('%j, %j: %s, and %s where dots are matched', (glob, path, without, withDots) => {
    expect([matchesAny([glob], { dot: false })(path), matchesAny([glob], { dot: true })(path)]).toEqual([
      without,
      withDots,
    ]);
  });
});

test.each([
  ['!a.md', 'begins with "!"'],
  ['drafts\\*.md', 'has a backslash'],
  ['/drafts/*.md', 'leads out of the folder of the configuration'],
  ['C:/drafts/*.md', 'leads out of the folder of the configuration'],
  ['../*.md', 'leads out of the folder of the configuration'],
  ['a/../../*.md', 'leads out of the folder of the configuration'],
  ['[z-a].md', 'is no glob'],
  ['{a,b.md', 'is no glob'],
  ['*a*b*c*d', 'has too many wildcards'],
  ['**/a/**/b/**/c/**', 'has too many wildcards'],
  [`{${'a,'.repeat(20)}a}`, 'has too many wildcards'],
])('%j %s', (glob, fault) => {
  expect(globFault(glob)?.fault).toBe(fault);
});

test.each(['**/*draft*/**/*.md', '{news,blog}/**/*-draft-*.{md,html}', '**/news/**/*.{md,txt,html,docx}', 'a..b/*.md'])(
  '%j is fine',
  (glob) => {
    expect(globFault(glob)).toBeNull();
  },
);

test('the worst glob on the worst path ends, and a path that is far too long matches nothing', () => {
  for (const glob of ['*a*a*b', '**/a/**/a/**/b', '*a*/*a*b']) {
    expect(globFault(glob)).toBeNull();
    const matches = matchesAny([glob], { dot: true });
    expect([matches('a'.repeat(512)), matches(`${'a/'.repeat(255)}a`), matches('a/'.repeat(40_000))]).toEqual([
      false,
      false,
      false,
    ]);
  }
});
