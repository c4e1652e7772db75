import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciidocMeta, extractAsciidoc } from '../../src/article/asciidoc.ts';
import type { Article } from '../../src/model.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import { expectMapped } from './mapped.ts';

function read(file: string): Article {
  const { article, warnings } = extractAsciidoc(file, { id: 'a.adoc', sha256: '' });
  expect(warnings).toEqual([]);
  expectMapped(article);
  return article;
}
/** Blocks as `kind: text`. */
function blocksOf(...lines: string[]): string[] {
  const { blocks, text } = read(lines.join('\n'));
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}
/** The text of a paragraph. */
const inline = (line: string): string => read(`Text: ${line}`).text.replace(/^Text:\s?/, '');

describe('the header', () => {
  test('gives title, authors, date and language, and none of it but the title is text', () => {
    const file = [
      '// a comment',
      ':lang: en-GB',
      '= The *town* and its lists: a guide',
      'Ada_Maria Example <ada@paper.example>; Ben Q. Writer',
      'v1.2, 2019-05-02: second print',
      ':toc:',
      ':office: Office of \\',
      '  Lists',
      '',
      'The {office} opened.',
    ].join('\n');
    const article = read(file);
    expect(article).toMatchObject({
      title: 'The town and its lists: a guide',
      byline: 'Ada Maria Example, Ben Q. Writer',
      publishedAt: '2019-05-02',
      language: 'en-GB',
      text: 'The town and its lists: a guide\n\nThe Office of Lists opened.',
    });
    expect(asciidocMeta(file)).toMatchObject({ title: article.title, publishedAt: '2019-05-02' });
  });

  test.each([
    [
      ':author: Ada Example\n:revdate: 2 May 2019\n\nText.',
      { byline: 'Ada Example', publishedAt: '2019-05-02', title: null },
    ],
    ['= Title\nAda Example\n2 May 2019\n\nText.', { byline: 'Ada Example', publishedAt: '2019-05-02' }],
    ['Title\n=====\nAda Example\n\nText.', { byline: 'Ada Example', title: 'Title' }],
    ['---\ntitle: In front\ndate: 2019-05-02\n---\n= Title\n\nText.', { title: 'In front', publishedAt: '2019-05-02' }],
    [
      '= Title\n:url: https://x.example/a\n:outlet: The Post\n\nText.',
      { url: 'https://x.example/a', outlet: 'The Post' },
    ],
    ['Text alone.', { title: null, byline: null, publishedAt: null }],
  ])('%j', (file, meta) => {
    expect(read(file)).toMatchObject(meta);
  });

  test('does not take a sentence below the title for an author', () => {
    expect(blocksOf('= Title', 'Nobody in the town has a number, says the office.')).toEqual([
      'heading: Title',
      'paragraph: Nobody in the town has a number, says the office.',
    ]);
  });
});

describe('blocks', () => {
  test('are sections, paragraphs and breaks in lines', () => {
    expect(
      blocksOf(
        '== A section ==',
        '',
        'One line',
        'and +',
        'another. +',
        '',
        '=== Sub',
        'Text below.',
        '',
        'Old',
        '---',
        'x',
        '',
        "'''",
        '',
        '<<<',
        'End.',
      ),
    ).toEqual([
      'heading: A section',
      'paragraph: One line and\nanother.',
      'heading: Sub',
      'paragraph: Text below.',
      'heading: Old',
      'paragraph: x',
      'paragraph: End.',
    ]);
  });

  test('are items of lists of all kinds', () => {
    expect(
      blocksOf(
        '* one',
        'goes on',
        '** two',
        '- three',
        '+',
        'Attached to it.',
        '',
        '. first',
        '.. second',
        '1. third',
        'a. fourth',
        'ii) fifth',
        '* [x] done',
        '* [ ] to do',
        '<1> callout',
        '',
        'term:: meant',
        'other term::',
        '  indented meaning',
        'third::',
        '',
        'after a gap',
        '',
        'Q;; A',
        '',
        'No item.',
      ),
    ).toEqual([
      'item: one goes on',
      'item: two',
      'item: three',
      'item: Attached to it.',
      'item: first',
      'item: second',
      'item: third',
      'item: fourth',
      'item: fifth',
      'item: done',
      'item: to do',
      'item: callout',
      'item: term',
      'item: meant',
      'item: other term',
      'item: indented meaning',
      'item: third',
      'item: after a gap',
      'item: Q',
      'item: A',
      'paragraph: No item.',
    ]);
  });

  test('are quotations in all their forms', () => {
    expect(
      blocksOf(
        '[quote, Ada Example, The Post]',
        '____',
        'Said by her.',
        '',
        '* and listed',
        '____',
        '',
        '[quote]',
        'A paragraph said.',
        '',
        '[verse, Ada Example]',
        'one line',
        'another line',
        '',
        '[verse]',
        '____',
        'first',
        'second',
        '',
        'third',
        '____',
        '',
        '"In marks,',
        'over lines."',
        '-- Ada Example',
        '',
        '> As in',
        '> Markdown.',
        '',
        'Not said.',
      ),
    ).toEqual([
      'quote: Said by her.',
      'quote: and listed',
      'quote: A paragraph said.',
      'quote: one line\nanother line',
      'quote: first\nsecond',
      'quote: third',
      'quote: In marks, over lines.',
      'quote: As in Markdown.',
      'paragraph: Not said.',
    ]);
  });

  test('stand in sidebars, examples, open blocks and admonitions', () => {
    expect(
      blocksOf(
        '.A title',
        '****',
        'Beside.',
        '',
        '====',
        'Within.',
        '====',
        '****',
        '',
        'NOTE: Noted.',
        '',
        '[WARNING]',
        '====',
        'Warned.',
        '====',
        '',
        '[TIP]',
        'Tipped.',
        '',
        '--',
        'Open.',
        '--',
        'After.',
      ),
    ).toEqual([
      'heading: A title',
      'paragraph: Beside.',
      'paragraph: Within.',
      'paragraph: Noted.',
      'paragraph: Warned.',
      'paragraph: Tipped.',
      'paragraph: Open.',
      'paragraph: After.',
    ]);
  });

  test('are cells of tables', () => {
    expect(
      blocksOf(
        '.Offices',
        '[cols="1,2"]',
        '|===',
        '|Town |Number',
        '',
        '2+^|both *bold* | a\\|b',
        'a|* item',
        '* other',
        '',
        'text',
        '| last',
        'line',
        '|===',
        '[format=csv]',
        '|===',
        'a,"b, c"',
        '|===',
        ',===',
        'd,e',
        ',===',
        '[separator=¦]',
        '|===',
        '¦f ¦g',
        '|===',
      ),
    ).toEqual([
      'heading: Offices',
      ...['Town', 'Number', 'both bold'].map((text) => `cell: ${text}`),
      'cell: a|b',
      'item: item',
      'item: other',
      'cell: text',
      ...['last line', 'a', 'b, c', 'd', 'e', 'f', 'g'].map((text) => `cell: ${text}`),
    ]);
  });

  test('hold no code, formulas, comments, pictures or directives', () => {
    expect(
      blocksOf(
        'A',
        '// gone',
        'b.',
        '',
        '[source,ruby]',
        '----',
        'gone',
        '',
        'gone',
        '----',
        '.Gone',
        '....',
        'gone',
        '....',
        '++++',
        '<b>gone</b>',
        '++++',
        '////',
        'gone',
        '////',
        '```js',
        'gone',
        '```',
        '[source]',
        'gone',
        '',
        '[stem]',
        '++++',
        'gone',
        '++++',
        '[listing]',
        '--',
        'gone',
        '--',
        ' gone, as it is indented',
        ' too',
        '',
        'include::gone.adoc[]',
        'ifdef::x[]',
        'Kept.',
        'endif::[]',
        '',
        '.Gone',
        'image::gone.png[Gone too]',
        'toc::[]',
        ':gone: attribute',
        '[[gone]]',
        'End.',
      ),
    ).toEqual(['paragraph: A b.', 'paragraph: Kept.', 'paragraph: End.']);
  });

  test('are footnotes, behind the block that they are in', () => {
    expect(
      blocksOf(
        'Noted.footnote:[The *note* with link:x[a link].] More.footnote:id[Second] And.footnote:id[]',
        '',
        '* item footnoteref:[r,Third]',
      ),
    ).toEqual([
      'paragraph: Noted. More. And.',
      'paragraph: The note with a link.',
      'paragraph: Second',
      'item: item',
      'paragraph: Third',
    ]);
  });
});

describe('text', () => {
  test.each([
    ['*bold* _italic_ `mono` #mark# end', 'bold italic mono mark end'],
    ['b**o**ld __un__constrained', 'bold unconstrained'],
    ['*_both_* and *over', 'both and *over'],
    ['H~2~O and x^2^, ~5 or ~6', 'H2O and x2, ~5 or ~6'],
    ['[.red]#role# and [line-through]*bold*', 'role and bold'],
    ['snake_case_name, 2 * 3 * 4, C#, #5 and #6', 'snake_case_name, 2 * 3 * 4, C#, #5 and #6'],
    ['fill in ______ or ****', 'fill in ______ or ****'],
    ['"`curved`" and \'`single`\' and "`with `mono` in`"', '"curved" and \'single\' and "with mono in"'],
    ['it`s odd', 'it`s odd'],
    ['+*literal*+ and ++_un_++ and +++*raw*+++ and a + b', '*literal* and _un_ and *raw* and a + b'],
    ['\\*not bold* and \\{name} and \\__x__', '*not bold* and {name} and __x__'],
    ['https://x.example/a_b_c and https://x.example[shown] here', 'https://x.example/a_b_c and shown here'],
    [
      'link:a_b.html[the *link*^] and link:x["quoted, text",window=_blank] and link:y[text,role=z]',
      'the link and quoted, text and text',
    ],
    [
      'link:plain.html[] and mailto:a@x.example[write] and <<id>>, <<id,shown>>, xref:x.adoc#y[there]',
      'plain.html and write and , shown, there',
    ],
    ['((shown term))(((not,shown))) indexterm:[gone]', 'shown term'],
    ['[[anchor]]anchored image:x.png[gone] kbd:[Ctrl+T] stem:[x^2] pass:[*raw*]', 'anchored Ctrl+T raw'],
    ['A &amp; B &#8217; &nosuch; &', 'A & B ’ &nosuch; &'],
    ['{nbsp}{undefined} and {lt}', '{undefined} and <'],
    ['at 10:30, note: see this: [x] ok', 'at 10:30, note: see this: [x] ok'],
    ['社会信用 *信用* 🙂', '社会信用 信用 🙂'],
  ])('%s', (written, shown) => {
    expect(inline(written)).toBe(shown);
  });

  test('keeps lines apart where a block asks for it', () => {
    expect(blocksOf('[%hardbreaks]', 'one', 'two')).toEqual(['paragraph: one\ntwo']);
    expect(blocksOf(':hardbreaks:', '', 'one', 'two')).toEqual(['paragraph: one\ntwo']);
  });
});

describe('positions', () => {
  test.each(['\n', '\r\n', '\r'])('are those of the file, lines ending with %j', (end) => {
    const file = [
      '= Title',
      ':what: the number',
      '',
      '社会 🙂 *bold* &amp; {what} https://x.example[linked] claim',
      '// comment',
      '_goes_ on.footnote:[As noted.]',
      '',
      '* item `code` here',
      '|===',
      '|a 2+|cell text',
      '|===',
    ].join(end);
    const article = read(file);
    const written = (words: string): [number, string] => {
      const start = article.text.indexOf(words);
      expect(article.text).toContain(words);
      const [place] = claimPlaces(article, [{ start, end: start + words.length }]);
      const line = file.split(/\r\n|\r|\n/)[place!.start.line - 1]!;
      expect(line.slice(place!.start.column - 1)).toBe(line.slice(line.indexOf(place!.written!.split(end)[0]!)));
      return [place!.start.line, place!.written!];
    };
    expect(written('Title')).toEqual([1, 'Title']);
    expect(written('bold & the number linked claim')).toEqual([
      4,
      'bold* &amp; {what} https://x.example[linked] claim',
    ]);
    expect(written('claim goes on')).toEqual([4, `claim${end}// comment${end}_goes_ on`]);
    expect(written('the number')).toEqual([4, '{what}']);
    expect(written('As noted')).toEqual([6, 'As noted']);
    expect(written('code here')).toEqual([8, 'code` here']);
    expect(written('cell text')).toEqual([10, 'cell text']);
  });

  const piece = fc.constantFrom(
    ...[
      '= ',
      '== ',
      '* ',
      '. ',
      'a:: ',
      '> ',
      '+',
      ' +',
      '|',
      '|===\n',
      '____\n',
      '----\n',
      '====\n',
      '--\n',
      '[quote]\n',
      '[verse]\n',
      '////\n',
      '// c',
    ],
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '*',
      '**',
      '_',
      '`',
      '"`',
      '`"',
      '#',
      '^',
      '~',
      '[',
      ']',
      '[[',
      ']]',
      '<<',
      '>>',
      '((',
      '))',
      '{',
      '}',
      '{a}',
      ':a: b\n',
    ],
    ...[
      'word',
      'two words',
      '社会',
      '🙂',
      '&amp;',
      '&',
      '\\',
      'link:x[',
      'footnote:[',
      'https://x.example',
      'pass:[',
      '+++',
      'NOTE: ',
      '.Title\n',
      'image::x[]\n',
      '-- who',
      '"',
      '::',
      ',===\n',
      '\u00a0',
      '\t',
    ],
  );

  test('map every run of any file, never throw, and keep the order but for notes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const article = read(pieces.join(''));
        for (const { start, end } of article.blocks) {
          const text = article.text.slice(start, end);
          expect(text).toBe(text.trim());
          expect(text).not.toContain('\n\n');
        }
        if (pieces.includes('footnote:[')) return;
        const files = article.origin!.runs.map(({ file }) => file);
        expect(files).toEqual([...files].sort((a, b) => a - b));
      }),
      { numRuns: 3000 },
    );
  });

  test('loses no plain sentence and adds none', () => {
    const sentence = fc.constantFrom(
      'The office opened.',
      'Nobody came (it rained).',
      'It is late, they say; so be it.',
      '社会信用很长。',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (paragraphs) => {
          const file = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
          expect(read(`\n${file}\n`).text).toBe(paragraphs.map((lines) => lines.join(' ')).join('\n\n'));
        },
      ),
    );
  });

  test.each([
    '[',
    ']',
    '[[',
    '*a ',
    '**a',
    '_a_',
    '`',
    '"`',
    '`"',
    '+ ',
    '+a ',
    ' +a',
    '+++',
    '\\',
    '&',
    '{a}',
    '{',
    '<<',
    '<<a,',
    '((',
    '(((',
    'link:',
    'link:a[',
    'https://a',
    'https://a[',
    'footnote:[',
    'footnoteref:[a,',
    'a:: ',
    'a::',
    ';;',
    '|',
    '2+|',
    '^a',
    '~',
    "'",
    '"',
    ':a: b\n',
    '= ',
    '* a\n',
    '* a\n+\n',
    'a::\n\n',
    '____\n',
    '====\n\n',
    '--\n',
    '----\n',
    '|===\n',
    '|===\n|a\n',
    '!===\n',
    '[quote]\n',
    '[[a]]\n',
    '.a\n',
    '// a\n',
    'ifdef::a[]\n',
    'a\n---\n',
    '> ',
    '"a"\n-- b\n\n',
    'a +\n',
    '\n',
    '\r',
    ' ',
    'x',
    '[.a]#',
    '[a]*',
    '^a^',
    'image:a[',
  ])('reads hundreds of kilobytes of %j', (unit) => {
    read(unit.repeat(Math.floor(300_000 / unit.length)));
    read(`= T\n:a: ${'b'.repeat(250)}\n\n* ${unit.repeat(Math.floor(100_000 / unit.length))}`);
  });
});
