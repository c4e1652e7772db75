import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/article/decode.ts';
import { extractHtml } from '../../src/article/html.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import { expectMapped } from './mapped.ts';

const FILLER =
  'The office sent a letter about it on Monday, and nobody in the town knew what to make of what it said, so they asked.';
const read = (file: string) => {
  const { article } = extractHtml(file, { id: 'a.html', sha256: '' });
  expectMapped(article);
  return article;
};

/** Where `words` stand by the program, and what the file has there. */
function found(file: string, words: string): { line: number; column: number; written: string | null } {
  const article = read(file);
  const start = article.text.indexOf(words);
  expect(article.text).toContain(words);
  const [place] = claimPlaces(article, [{ start, end: start + words.length }]);
  return { line: place!.start.line, column: place!.start.column, written: place!.written };
}
/** Where `written` stands in the file, by looking for it. */
function wanted(file: string, written: string): { line: number; column: number; written: string } {
  const before = file.slice(0, file.indexOf(written)).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1, written };
}

const pageOf = (...lines: string[]): string =>
  ['<html><head><title>T</title></head><body>', ...lines, `<p>${FILLER}</p></body></html>`].join('\n');

describe('positions in a page', () => {
  test.each<[string, string[], string, string?]>([
    ['plain', ['<p>Before. The number is public.</p>'], 'The number is public'],
    [
      'character references before it',
      ['<p>A &amp; B &mdash; &#x4E2D;&#22269; The number is public.</p>'],
      'The number is public',
    ],
    [
      'a reference at its beginning',
      ['<p>&#x4E2D;&#x56FD; has the number.</p>'],
      '中国 has the number',
      '&#x4E2D;&#x56FD; has the number',
    ],
    ['a reference at its end', ['<p>Nobody sees R&amp;D.</p>'], 'Nobody sees R&D', 'Nobody sees R&amp;D'],
    [
      'references within',
      ['<p>Nobody&rsquo;s number &ndash; none.</p>'],
      'Nobody’s number – none',
      'Nobody&rsquo;s number &ndash; none',
    ],
    [
      'a reference to two units',
      ['<p>See &#x1F642; the number is public.</p>'],
      '🙂 the number',
      '&#x1F642; the number',
    ],
    [
      'references without their semicolon',
      ['<p>AT&amp T &copy 2019 the number is public.</p>'],
      'the number is public',
    ],
    [
      'no-break spaces',
      ['<p>It&nbsp;is&nbsp;so: the&nbsp;number is&#160;public.</p>'],
      'the number is public',
      'the&nbsp;number is&#160;public',
    ],
    [
      'soft hyphens',
      ['<p>So: the num&shy;ber is pub\u00adlic.</p>'],
      'the number is public',
      'the num&shy;ber is pub\u00adlic',
    ],
    ['comments', ['<p>A <!-- a -- > b', 'c --> b <!----> the number is public.</p>'], 'the number is public'],
    [
      'comments within',
      ['<p>So the number <!-- ha --> is public.</p>'],
      'the number is public',
      'the number <!-- ha --> is public',
    ],
    ['line breaks', ['<p>One<br>two<br/>', 'three: the number is public.</p>'], 'the number is public'],
    ['two line breaks', ['<p>One two three.<br><br />The number is public.</p>'], 'The number is public'],
    [
      'nested tags',
      ['<p><em><strong>A</strong> b</em> <a href="x"><b><i>the number</i></b></a> is public.</p>'],
      'the number is public',
      'the number</i></b></a> is public',
    ],
    [
      'a tag at its beginning',
      ['<p>So <b>the number</b> is public.</p>'],
      'the number is public',
      'the number</b> is public',
    ],
    [
      'white space within',
      ['<p>So the', '\t number', '   is public.</p>'],
      'the number is public',
      'the\n\t number\n   is public',
    ],
    [
      'q',
      ['<p>She said <q>the number is public</q> twice.</p>'],
      '“the number is public”',
      '<q>the number is public</q>',
    ],
    ['words in q', ['<p>She said <q class="x">the number is public</q> twice.</p>'], 'the number is public'],
    [
      'q in q',
      ['<p><q>He said <q>the number</q> is public.</q></p>'],
      '‘the number’ is public',
      '<q>the number</q> is public',
    ],
    [
      'q with marks of its own',
      ['<p>She said “<q>the number is public</q>” twice.</p>'],
      '“the number is public”',
      '“<q>the number is public</q>”',
    ],
    ['q that nothing closes', ['<p>She said <q>the number is public.</p>'], 'the number is public'],
    [
      'a block quotation',
      ['<blockquote>', '  <p>Words before. The number is public.</p>', '</blockquote>'],
      'The number is public',
    ],
    ['Chinese and emoji before it', ['<p>社会信用 🙂🙂 é: the number is public.</p>'], 'the number is public'],
    ['raw ampersands and angle signs', ['<p>A & B &nosuch; 1 < 2: the number is public.</p>'], 'the number is public'],
    [
      'attributes that look like text',
      ['<p title="the number is public > x">A. And the <i>number</i>.</p>'],
      'And the number',
      'And the <i>number',
    ],
    ['a table', ['<table><tr><td>a</td><td>the number is public</td></tr></table>'], 'the number is public'],
  ])('%s', (_, lines, words, written = words) => {
    const file = pageOf(`<p>${FILLER}</p>`, ...lines);
    expect(found(file, words)).toEqual(wanted(file, written));
    const windows = file.replaceAll('\n', '\r\n');
    expect(found(windows, words)).toEqual(wanted(windows, written.replaceAll('\n', '\r\n')));
    // All on one line, as programs write pages.
    const one = file.replaceAll('\n', ' ');
    expect(found(one, words)).toEqual(wanted(one, written.replaceAll('\n', ' ')));
  });

  test('a byte order mark is no character of the first line', async () => {
    const html = `<p>The number is public. ${FILLER} ${FILLER}</p>`;
    const { text } = await decodeBytes(Buffer.from(`\ufeff${html}`, 'utf8'));
    expect(found(text, 'The number is public')).toEqual({ line: 1, column: 4, written: 'The number is public' });
  });

  test('a page nested beyond hope still points into the file', () => {
    const file = `${'<div>'.repeat(2500)}\nA &amp; B: the number is public.`;
    expect(found(file, 'the number is public')).toEqual(wanted(file, 'the number is public'));
  });

  test('hold for any mark-up within a paragraph', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<q>',
      '</q>',
      '&amp;',
      '&#x1F642;',
      '&ldquo;',
      '<br>',
      '<!-- c -->',
      '\r\n',
      ' ',
      '社',
      '🙂',
      'ab',
      '. ',
      '&shy;',
      '&',
      '<i x="y">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (before, after) => {
        const file = `<html><body><p>${FILLER} ${before.join('')} Claimed words ${after.join('')}</p></body></html>`;
        expect(found(file, 'Claimed words')).toEqual(wanted(file, 'Claimed words'));
      }),
      { numRuns: 300 },
    );
  });
});
