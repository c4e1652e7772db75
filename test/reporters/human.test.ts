import { expect, test } from 'vitest';
import { claimContext } from '../../src/reporters/context.ts';
import { humanReporter } from '../../src/reporters/human.ts';
import { width } from '../../src/reporters/wrap.ts';
import { article, CONTRADICTED, claim, item, OPTIONS, tally } from './samples.ts';

const TEXT = 'A line.\nCritics say every citizen of China has a score, and that it decides over who may fly.';
const QUOTE = 'every citizen of China has a score';
const critics = { attribution: { source: 'Critics', cue: 'say' } };
const found = item(article(TEXT, { title: 'The score' }), [claim(TEXT, QUOTE, { ...CONTRADICTED, ...critics })]);

test('shows the claim in its sentence, label, reason and fact', () => {
  expect(humanReporter(OPTIONS).item(found, 0)).toBe(`draft.md  The score
1 claim: 1 contradicted

  2:13  ✗ contradicted  0.90  attributed to Critics (“say”)
    Critics say every citizen of China has a score, and that
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    it decides over who may fly.
    why       Says “everybody has a score”; the source says
              otherwise: There is no such score
              (pilots.1.8).
    fact      no-score: pilots.1.8, intro.2.2, as of 8 May
              2022

`);
});

test('colours carry the same text, underlined instead of marked by carets', () => {
  const plain = humanReporter(OPTIONS).item(found, 0);
  const colored = humanReporter({ ...OPTIONS, color: true }).item(found, 0);
  expect(colored).toContain(`\u001b[31m\u001b[4m${QUOTE}\u001b[24m\u001b[39m`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.replace(/^ +\^+\n/m, ''));
});

test('carets stand below wide characters', () => {
  const text = '据说 every citizen 👩‍👩‍👧 has 一个 score here';
  const [line = '', marks = ''] = humanReporter(OPTIONS)
    .item(item(article(text), [claim(text, 'has 一个 score')]), 0)
    .split('\n')
    .slice(4);
  expect(marks.trim()).toBe('^'.repeat(width('has 一个 score')));
  expect(marks.indexOf('^')).toBe(width(line.slice(0, line.indexOf('has'))));
});

test('what an article holds cannot steer the terminal', () => {
  const text = 'Look: \u001b[2J every \u001b]0;owned\u0007citizen\r\nhas a score.';
  const hostile = item(article(text, { id: '\u001b[1mx\n', title: '\u009b31m' }), [
    claim(text, text, { attribution: { source: '\u001b[5mcritics', cue: 'say' } }),
  ]);
  const shown = humanReporter(OPTIONS).item(hostile, 0);
  expect([...shown].filter((c) => /\p{Cc}/u.test(c) && c !== '\n')).toEqual([]);
  expect(shown).toContain('attributed to \\u{1b}[5mcritics (“say”)');
});

test('a sentence without an end is cut around the claim', () => {
  const text = `${'word '.repeat(100_000)}every citizen has a score${' word'.repeat(100_000)}`;
  const start = text.indexOf('every');
  const context = claimContext(text, { start: 0, end: text.length }, { start, end: start + 25 });
  expect(context.text.slice(context.mark.start, context.mark.end)).toBe('every citizen has a score');
  expect(context.text).toMatch(/^…word .* word…$/);
  expect(context.text.length).toBeLessThan(500);
});

test('articles without claims are counted in the summary', () => {
  const reporter = humanReporter(OPTIONS);
  expect(reporter.item(item(article('Nothing.'), []), 0)).toBe('');
  const labels = { supported: 1, contradicted: 2, unverified: 0 };
  expect(reporter.tail(tally({ articles: 5, withoutClaims: 3, failed: 1, labels }))).toBe(
    '5 articles, 3 without a claim, 1 input not readable; 3 claims: 2 contradicted, 1 supported\n' +
      'Held against one source, as of 8 May 2022; “unverified”\nmeans that it is silent.\n',
  );
  expect(humanReporter({ ...OPTIONS, quiet: true }).tail(tally())).toBe('');
  expect(reporter.tail(tally({ articles: 0, failed: 1 }))).toBe('');
});
