import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractMarkdown } from '../../src/article/markdown.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import { expectMapped } from './mapped.ts';

const read = (file: string) => {
  const { article } = extractMarkdown(file, { id: 'a.md', sha256: '' });
  if (article.origin) expectMapped(article);
  return article;
};

/** Where `words` stand by the program, and what the file has there. */
function found(file: string, words: string): { line: number; column: number; written: string | null } {
  const article = read(file);
  expect(article.text).toContain(words);
  const start = article.text.indexOf(words);
  const [place] = claimPlaces(article, [{ start, end: start + words.length }]);
  return { line: place!.start.line, column: place!.start.column, written: place!.written };
}
/** Where `written` stands in the file, by looking for it. */
function wanted(file: string, written: string): { line: number; column: number; written: string } {
  const before = file.slice(0, file.indexOf(written)).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1, written };
}

const CASES: [string, string[], string, string?][] = [
  [
    'front matter',
    ['---', 'title: "A: b"', 'tags: [x, y]', '---', '', 'The number is public.'],
    'The number is public',
  ],
  [
    'front matter of TOML',
    ['+++', 'title = "A"', '[extra]', 'x = "y"', '+++', '', 'The number is public.'],
    'The number is public',
  ],
  [
    'headings',
    ['# One', '', '## Two: the *number* is public ##', '', 'x'],
    'the number is public',
    'the *number* is public',
  ],
  [
    'headings that are underlined',
    ['The number is', 'public', '======', '', 'x'],
    'number is public',
    'number is\npublic',
  ],
  ['emphasis', ['So **the _number_** is ***public***, really.'], 'the number is public', 'the _number_** is ***public'],
  [
    'code spans',
    ['Use `a b` and `` c`d `` where `the number` is public.'],
    'the number is public',
    'the number` is public',
  ],
  [
    'links',
    ['See [the **number**](https://x.example/a(b) "Title") is [public](<x y>).'],
    'the number is public',
    'the **number**](https://x.example/a(b) "Title") is [public',
  ],
  [
    'reference links',
    ['See [the number][n] is [public][] or [not].', '', '[n]: https://x.example', '[public]: y', '[not]: z'],
    'the number is public',
    'the number][n] is [public',
  ],
  [
    'links to themselves',
    ['See <https://x.example> and https://y.example: the number is public.'],
    'the number is public',
  ],
  ['images before it', ['![the number is hidden](x.png) And the number is public.'], 'the number is public'],
  [
    'a footnote mark within',
    ['The number[^1] is public.', '', '[^1]: The note says so.'],
    'The number is public',
    'The number[^1] is public',
  ],
  [
    'the text of a footnote',
    ['Text.[^n]', '', '[^n]: The number', '    is public.', '', 'x'],
    'The number is public',
    'The number\n    is public',
  ],
  ['a quotation', ['> Before.', '> The number', 'is public.'], 'The number is public', 'The number\nis public'],
  [
    'a quotation in a list in a quotation',
    ['> - a', '>   > The number', '>   > is public.'],
    'The number is public',
    'The number\n>   > is public',
  ],
  [
    'items',
    ['1. one', '2. two', '   - [x] The number', '     is public.'],
    'The number is public',
    'The number\n     is public',
  ],
  [
    'cells',
    ['| a \\| b | c |', '|---|:-:|', '| `x` | the *number* is public |'],
    'the number is public',
    'the *number* is public',
  ],
  [
    'cells with escaped bars',
    ['| a | b |', '|---|---|', '| x \\| y: the number is public | z |'],
    'the number is public',
  ],
  [
    'HTML within',
    ['So <b class="x > y">the number</b><!-- no --> is public.'],
    'the number is public',
    'the number</b><!-- no --> is public',
  ],
  ['hard breaks', ['One  ', 'two\\', 'the number is public.'], 'the number is public'],
  [
    'escapes',
    ['\\*A\\* b\\_c \\\\ the num\\ber \\& is public.'],
    'the num\\ber & is public',
    'the num\\ber \\& is public',
  ],
  ['references', ['A &amp; B &#x4E2D; &copy; the number is public.'], 'the number is public'],
  ['no-break spaces', ['The&nbsp;number is\u00a0public.'], 'number is public', 'number is\u00a0public'],
  ['Chinese and emoji', ['社会信用 🙂 é *信* the number is public.'], 'the number is public'],
  ['strikethrough', ['Not ~~hidden~~ but the ~~big~~ number is public.'], 'the big number', 'the ~~big~~ number'],
  [
    'white space',
    ['a   b\tc', '  the number   is', '   public.'],
    'the number is public',
    'the number   is\n   public',
  ],
  [
    'code before it',
    ['```', 'the number is public', '```', '', '    the number is public', '', 'So the **number** is public.'],
    'the number is public',
    'the **number** is public',
  ],
  ['typographic quotes', ['“The *number*,” he said, ‘is’ public.'], '“The number,” he said', '“The *number*,” he said'],
];

describe('positions in Markdown', () => {
  test.each(CASES)('%s', (_, lines, words, written = words) => {
    const file = lines.join('\n');
    expect(found(file, words)).toEqual(wanted(file, written));
  });

  test.each(CASES)('%s, with CRLF', (_, lines, words, written = words) => {
    const file = lines.join('\r\n');
    expect(found(file, words)).toEqual(wanted(file, written.replaceAll('\n', '\r\n')));
  });

  // What begins or ends in a reference has its place once the extractor hands on how long it is.
  test.each([
    ['See &#x4E2D;&#x56FD;: public.', '中国: public', '&#x4E2D;&#x56FD;: public'],
    ['Nobody sees R&amp;D.', 'sees R&D', 'sees R&amp;D'],
    ['It is &ldquo;public&rdquo; now.', '“public”', '&ldquo;public&rdquo;'],
    ['x\n\n&ldquo;Public&rdquo; now.', '“Public”', '&ldquo;Public&rdquo;'],
  ])('references at the ends of a claim: %j', (file, words, written) => {
    expect(found(file, words)).toEqual(wanted(file, written));
  });

  test('front matter is no text', () => {
    expect(read('---\ntitle: A\n---\nText.').text).toBe('Text.');
    expect(read('+++\ntitle = "A"\n+++\nText.').text).toBe('Text.');
  });

  test('kinds of blocks are those of what is around them', () => {
    const { blocks, text } = read(
      '> said\n>\n> - listed\n\n- item\n\n  > said in it\n\n| c |\n|---|\n| d |\n\n[^1]: note\n\nx[^1]',
    );
    expect(blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
      'quote: said',
      'item: listed',
      'item: item',
      'quote: said in it',
      'cell: c',
      'cell: d',
      'paragraph: note',
      'paragraph: x',
    ]);
  });

  test('hold for any inline mark-up around it', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      '](x)',
      '![',
      '~~',
      '\\',
      '&amp;',
      '&',
      '<b>',
      '</b>',
      ' ',
      '\n',
      '  \n',
      '社',
      '🙂',
      'ab',
      '. ',
      '[^1]',
      '<!-- c -->',
      'https://x.example ',
      '\\*',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (before, after) => {
        const file = `${before.join('')}\n\nA. ${before.join('')} Claimedwords ${after.join('')}\n`;
        const article = read(file);
        if (!article.text.includes('Claimedwords')) return;
        expect(found(file, 'Claimedwords')).toEqual(wanted(file, 'Claimedwords'));
      }),
      { numRuns: 500 },
    );
  });
});
