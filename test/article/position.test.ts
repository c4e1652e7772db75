import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileEnd, fileOffset, fileStart, lineColumn, lineColumnBehind, lineTable } from '../../src/article/position.ts';
import { textArticle } from '../../src/article/text.ts';

const article = (text: string) => textArticle(text, { id: 'a', sha256: '' });

describe('lineColumn', () => {
  test('counts columns in UTF-16 units and knows all line ends', () => {
    const text = 'one\r\n社会🙂x\rthree\n\nfive';
    const at = (needle: string) => lineColumn(article(text), text.indexOf(needle));
    expect(at('one')).toEqual({ line: 1, column: 1 });
    expect(at('社')).toEqual({ line: 2, column: 1 });
    expect(at('x')).toEqual({ line: 2, column: 5 });
    expect(at('three')).toEqual({ line: 3, column: 1 });
    expect(at('five')).toEqual({ line: 5, column: 1 });
    expect(lineColumn(article(text), text.length)).toEqual({ line: 5, column: 5 });
  });

  test('is what counting line by line gives', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '🙂', '社')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (value, wanted) => {
        const offset = Math.min(wanted, value.length);
        fc.pre(!(value[offset - 1] === '\r' && value[offset] === '\n'));
        const lines = value.slice(0, offset).split(/\r\n|\r|\n/);
        expect(lineColumn(article(value), offset)).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 });
      }),
      { numRuns: 500 },
    );
  });

  test('moves offsets out of range to the nearest end', () => {
    expect(lineColumn(article('ab\nc'), 99)).toEqual({ line: 2, column: 2 });
    expect(lineColumn(article('ab\nc'), -1)).toEqual({ line: 1, column: 1 });
    expect(lineColumn(article(''), 0)).toEqual({ line: 1, column: 1 });
  });

  test('goes by the file where there is a map', () => {
    const fileText = '# Head\n\n*soft* and\nhard';
    const runs = [
      { text: 0, file: 2, length: 4 },
      { text: 6, file: 9, length: 4 },
      { text: 10, file: 14, length: 4 },
      { text: 15, file: 19, length: 4 },
    ];
    const mapped = { ...article('Head\n\nsoft and hard'), origin: { fileText, runs } };
    expect(lineColumn(mapped, 0)).toEqual({ line: 1, column: 3 });
    expect(lineColumn(mapped, 6)).toEqual({ line: 3, column: 2 });
    expect(lineColumn(mapped, 11)).toEqual({ line: 3, column: 8 });
    expect(lineColumn(mapped, 15)).toEqual({ line: 4, column: 1 });
    // Between runs a span begins where the run behind begins, and ends where the run before ends.
    expect(lineColumn(mapped, 5)).toEqual({ line: 3, column: 2 });
    expect(lineColumnBehind(mapped, 6)).toEqual({ line: 1, column: 7 });
    expect(lineColumnBehind(mapped, 14)).toEqual({ line: 3, column: 11 });
    expect(lineColumnBehind(mapped, 0)).toEqual({ line: 1, column: 3 });
    expect([fileOffset([], 3), fileStart([], 3), fileEnd([], 3)]).toEqual([0, 0, 0]);
  });

  test('takes what the file writes in other characters as a whole', () => {
    const runs = [
      { text: 0, file: 0, length: 2 },
      { text: 2, file: 2, length: 2, fileLength: 9 },
      { text: 4, file: 11, length: 3 },
    ];
    const mapped = { ...article('A 🙂 is'), origin: { fileText: 'A &#x1F642; is', runs } };
    expect([0, 2, 3, 4, 5].map((offset) => fileStart(runs, offset))).toEqual([0, 2, 2, 11, 12]);
    expect([2, 3, 4, 5, 7].map((offset) => fileEnd(runs, offset))).toEqual([2, 11, 11, 12, 14]);
    expect(lineColumn(mapped, 4)).toEqual({ line: 1, column: 12 });
    expect(lineColumnBehind(mapped, 4)).toEqual({ line: 1, column: 12 });
  });
});

test('lineTable begins a line after each line end', () => {
  expect([...lineTable('')]).toEqual([0]);
  expect([...lineTable('a\n\nb\r\nc')]).toEqual([0, 2, 3, 6]);
});
