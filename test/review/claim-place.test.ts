import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../src/article/docx.ts';
import { extractHtml } from '../../src/article/html.ts';
import { lineColumn, lineColumnBehind } from '../../src/article/position.ts';
import { textArticle } from '../../src/article/text.ts';
import type { Article, Span } from '../../src/model.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import type { ClaimPlace, Point } from '../../src/review/finding.ts';
import { docx, p, r } from '../article/documents/docx.ts';

const article = (text: string) => textArticle(text, { id: 'a', sha256: '' });
const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};
const placeOf = (one: Article, words: string): ClaimPlace => claimPlaces(one, [spanOf(one.text, words)])[0]!;

/** A point by its definition. */
function pointAt(text: string, offset: number, lastOfLine = false): Point {
  const before = lastOfLine ? text.slice(0, Math.max(0, offset - 1)) : text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  const line = lastOfLine && offset > 0 ? lines.at(-1)! + text[offset - 1]! : lines.at(-1)!;
  return {
    line: lines.length,
    column: line.length + 1,
    character: [...line].length + 1,
    byte: Buffer.byteLength(line, 'utf8') + 1,
  };
}

describe('claimPlaces', () => {
  test('counts in UTF-16 units, characters and bytes', () => {
    const text = 'One line.\n社会🙂é: the claim, here.\nLast.';
    const place = placeOf(article(text), 'the claim');
    expect(place.start).toEqual({ line: 2, column: 8, character: 7, byte: 15 });
    expect(place.end).toEqual({ line: 2, column: 17, character: 16, byte: 24 });
    expect(place).toMatchObject({
      file: spanOf(text, 'the claim'),
      written: 'the claim',
      lines: '社会🙂é: the claim, here.',
      before: 'One line. 社会🙂é:',
      after: ', here. Last.',
      document: null,
    });
  });

  test.each(['\n', '\r\n', '\r'])('knows lines that end with %j', (end) => {
    const text = ['a', '', 'The claim runs', 'over two lines. b', 'c'].join(end);
    const place = placeOf(article(text), `The claim runs${end}over two lines.`);
    expect(place.start).toEqual({ line: 3, column: 1, character: 1, byte: 1 });
    expect(place.end).toEqual({ line: 4, column: 16, character: 16, byte: 16 });
    expect(place.lines).toBe(`The claim runs${end}over two lines. b`);
    expect(place.after).toBe('b c');
  });

  test('agrees with the line and column of the record, and with counting by hand', () => {
    const parts = fc.array(fc.constantFrom('a', 'bc ', '\n', '\r\n', '\r', '🙂', '社', 'é'), { maxLength: 30 });
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(10)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, cuts, (pieces, wanted) => {
        const text = pieces.join('');
        // Between the halves of a pair, or of a line end, nothing begins or ends.
        const isWhole = (at: number) =>
          at <= text.length && !/^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(at - 1, at + 1));
        const spans = wanted
          .map(([start, length]) => ({ start, end: start + length }))
          .filter(
            ({ start, end }) => isWhole(start) && isWhole(end) && (end === start || !/[\r\n]/.test(text[end - 1]!)),
          )
          .sort((a, b) => a.start - b.start);
        const one = article(text);
        for (const [index, place] of claimPlaces(one, spans).entries()) {
          const { start, end } = spans[index]!;
          expect(place.start).toEqual(pointAt(text, start));
          expect(place.end).toEqual(end > start ? pointAt(text, end, true) : pointAt(text, start));
          expect(lineColumn(one, start)).toEqual({ line: place.start.line, column: place.start.column });
          if (end > start) {
            expect(lineColumnBehind(one, end)).toEqual({ line: place.end.line, column: place.end.column });
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('takes spans that overlap, that are empty, and none', () => {
    const one = article('ab🙂cd');
    expect(claimPlaces(one, [])).toEqual([]);
    const [whole, inner, none] = claimPlaces(one, [
      { start: 0, end: 6 },
      { start: 2, end: 5 },
      { start: 4, end: 4 },
    ]);
    expect([whole!.start.character, whole!.end.character]).toEqual([1, 6]);
    expect([inner!.start.character, inner!.end.character]).toEqual([3, 5]);
    expect([none!.start, none!.written]).toEqual([{ line: 1, column: 5, character: 4, byte: 7 }, '']);
  });

  test('has no more than 2,000 characters of lines and 200 on either side', () => {
    const text = `${'w '.repeat(3000)}CLAIM${' v'.repeat(3000)}`;
    const place = placeOf(article(text), 'CLAIM');
    expect(place.lines).toHaveLength(2000);
    expect(place.before.length).toBeLessThanOrEqual(200);
    expect(place.after.length).toBeLessThanOrEqual(200);
    expect(place.start.column).toBe(6001);
  });

  test('counts a line of a megabyte with thousands of claims, overlapping ones too', () => {
    const text = 'é🙂 words of it. '.repeat(60_000);
    const spans = Array.from({ length: 4000 }, (_, i) => ({ start: i * 238, end: i * 238 + 595 }));
    const places = claimPlaces(article(text), spans);
    for (const at of [0, 1999, 3999]) {
      const { start, end } = spans[at]!;
      expect(places[at]!.start).toEqual(pointAt(text, start));
      expect(places[at]!.end).toEqual(pointAt(text, end));
    }
  });

  test('is that of the file where the text was taken from one', () => {
    const line =
      '<p>社会🙂 &mdash; <q>The &ldquo;<b>cl</b>aim&rdquo; &amp; more</q>, it says, and nobody in the office objected.</p>';
    const file = `<html><body>\r\n<!-- a\r\ncomment -->${line}</body></html>`;
    const { article: page } = extractHtml(file, { id: 'a', sha256: '' });
    expect(page.text).toContain('“The “claim” & more”');
    const place = placeOf(page, '“claim” & more”');
    expect(place.written).toBe('&ldquo;<b>cl</b>aim&rdquo; &amp; more</q>');
    expect(place.start).toMatchObject({ line: 3, column: 1 + 'comment -->'.length + line.indexOf('&ldquo;') });
    expect(place.start.character).toBe(place.start.column - 1);
    expect(place.end.column - place.start.column).toBe(place.written!.length);
    expect(place.lines).toBe(file.split('\r\n')[2]);
  });

  test('of a document is paragraph and run, and no file', async () => {
    const body = [p('Head', 'Heading1'), p(''), p(r('社会🙂  and ') + r('the claim here'))].join('');
    const { article: document } = await extractDocx(docx(body), { id: 'a', sha256: '' });
    const [head, claim] = claimPlaces(
      document,
      ['Head', 'the claim'].map((words) => spanOf(document.text, words)),
    );
    expect(head).toMatchObject({ start: { line: 1, column: 1 }, document: { paragraph: 1, run: 1 } });
    expect(claim).toMatchObject({
      start: { line: 3, column: 11, character: 10, byte: 17 },
      end: { line: 3, column: 20, character: 19, byte: 26 },
      file: null,
      written: null,
      lines: '社会🙂 and the claim here',
      before: 'Head 社会🙂 and',
      document: { paragraph: 3, run: 2 },
    });
  });

  test('of a PDF document is that of its text', () => {
    const text = 'Head\n\nThe claim.';
    const blocks = [
      { start: 0, end: 4, kind: 'heading' as const },
      { start: 6, end: 16, kind: 'paragraph' as const },
    ];
    const place = placeOf({ ...article(text), blocks }, 'The claim');
    expect(place).toMatchObject({ start: { line: 3, column: 1 }, file: null, written: null, document: null });
  });
});
