import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../src/reporters/escape.ts';
import { table } from '../../src/reporters/table.ts';
import { width, wrap, wrapMarked } from '../../src/reporters/wrap.ts';

const texts = fc
  .array(fc.constantFrom('every ', 'citizen', ' ', '社会信用', '👩‍👩‍👧', 'é', 'a', 'supercalifragilistic', '. '), {
    maxLength: 40,
  })
  .map((parts) => oneLine(parts.join('')));

test('wraps at spaces', () => {
  expect(wrap('Every citizen has a score', 12)).toEqual(['Every', 'citizen has', 'a score']);
});

test('cuts a word that is longer than a line, and wide text anywhere', () => {
  expect(wrap('supercalifragilistic', 8)).toEqual(['supercal', 'ifragili', 'stic']);
  expect(wrap('社会信用体系', 5)).toEqual(['社会', '信用', '体系']);
});

test.each<[string, number]>([
  ['plain “text” – of one column each', 33],
  ['社会信用', 8],
  ['é', 1],
  ['e\u0301\u0323', 1],
  ['👩‍👩‍👧👍🏽🇨🇳', 6],
  ['❤️ ☎', 4],
  ['ｆｕｌｌ　ｱ', 11],
  ['soft\u00ADhy\u200Bphen', 10],
  ['한국어', 6],
  ['العربية', 7],
])('%s is %i columns wide', (text, columns) => expect(width(text)).toBe(columns));

test('marks the stretch asked for, over several lines', () => {
  const text = 'Critics say every citizen has a score.';
  const lines = wrapMarked(text, { start: text.indexOf('every'), end: text.length - 1 }, 20);
  expect(lines).toEqual([
    [
      { text: 'Critics say ', marked: false },
      { text: 'every', marked: true },
    ],
    [
      { text: 'citizen has a score', marked: true },
      { text: '.', marked: false },
    ],
  ]);
});

test('no line is wider than allowed, and nothing is lost but white space', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 30 }), fc.nat(60), fc.nat(60), (text, columns, from, length) => {
      const lines = wrapMarked(text, { start: from, end: from + length }, columns);
      for (const line of lines) expect(width(line.map((part) => part.text).join(''))).toBeLessThanOrEqual(columns);
      const shown = lines
        .flat()
        .map((part) => part.text)
        .join('');
      expect(shown.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('a table keeps to its width and lines up wide characters', () => {
  const rows = [
    ['id', 'statement', 'place'],
    ['信用', 'a statement that is long enough to wrap in here', 'x.1.1'],
  ];
  const lines = table(rows, { width: 40, indent: 2 });
  expect(lines).toEqual([
    '  id    statement                  place',
    '  信用  a statement that is long   x.1.1',
    '        enough to wrap in here',
  ]);
});

test('a table of nothing is nothing', () => {
  expect(table([], { width: 40 })).toEqual([]);
});
