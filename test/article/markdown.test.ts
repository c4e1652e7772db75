import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractMarkdown } from '../../src/article/markdown.ts';
import { lineColumn } from '../../src/article/position.ts';
import { expectMapped } from './mapped.ts';

const read = (file: string) => extractMarkdown(file, { id: 'a.md', sha256: '' });
const blocksOf = (file: string): [string, string][] => {
  const { article } = read(file);
  return article.blocks.map(({ kind, start, end }) => [kind, article.text.slice(start, end)]);
};

describe('extractMarkdown', () => {
  test('gives the prose block by block', () => {
    const file = [
      '---\ntitle: "From above"\ndate: 2019-05-02\n---',
      '# The *head* line',
      'First [link](https://x.example/a(b)) and\n`code` and ~~struck~~ **bold**text.  \nNext line',
      '```\nskipped\n```',
      '    indented code',
      '<div>skipped too</div>',
      '![only an image](x.png)',
      '> A quote\n> over lines',
      '- one\n- two\n  - inner\n\n1. first',
      '| a | b |\n|---|---|\n| c **d** | |',
      'A note[^1].\n\n[^1]: The note.',
      '[ref]: https://x.example',
      'Setext\n======',
    ].join('\n\n');
    expect(blocksOf(file)).toEqual([
      ['heading', 'The head line'],
      ['paragraph', 'First link and code and struck boldtext.\nNext line'],
      ['quote', 'A quote over lines'],
      ['item', 'one'],
      ['item', 'two'],
      ['item', 'inner'],
      ['item', 'first'],
      ['cell', 'a'],
      ['cell', 'b'],
      ['cell', 'c d'],
      ['paragraph', 'A note.'],
      ['item', 'The note.'].map((part, i) => (i === 0 ? 'paragraph' : part)) as [string, string],
      ['heading', 'Setext'],
    ]);
    const { article, warnings } = read(file);
    expect(warnings).toEqual([]);
    expect(article).toMatchObject({ title: 'From above', publishedAt: '2019-05-02' });
    expect(article.text).toBe(
      blocksOf(file)
        .map(([, text]) => text)
        .join('\n\n'),
    );
    expectMapped(article);
  });

  test('points into the file across marks, escapes, entities, emoji and CRLF', () => {
    const file = '# Head &amp; *more*\r\n\r\nA \\*star\\* 🙂 &copy; 社会信用 and\r\n  soft **line** end\r\n';
    const { article } = read(file);
    expect(article.text).toBe('Head & more\n\nA *star* 🙂 © 社会信用 and soft line end');
    expectMapped(article);
    const at = (needle: string) => lineColumn(article, article.text.indexOf(needle));
    expect(at('more')).toEqual({ line: 1, column: 15 });
    expect(at('star')).toEqual({ line: 3, column: 5 });
    expect(at('社会')).toEqual({ line: 3, column: 22 });
    expect(at('line')).toEqual({ line: 4, column: 10 });
  });

  test('takes the first heading for the title where nothing else is stated', () => {
    expect(read('Intro\n\n## A title ##\n\n# Later').article.title).toBe('A title');
    expect(read('no title').article.title).toBe(null);
    expect(extractMarkdown('# Own', { id: 'a', sha256: '', title: 'Given' }).article.title).toBe('Given');
  });

  test.each([
    ['brackets', '['.repeat(1_000_000)],
    ['emphasis', '*a '.repeat(330_000)],
    ['quotes', '> '.repeat(500_000)],
    ['deep quotes', '> '.repeat(3000)],
    ['list items', '- a\n'.repeat(250_000)],
    ['strong emphasis', '**a**'.repeat(200_000)],
    ['ten megabytes', 'Words of a sentence. '.repeat(500_000)],
  ])('reads a hostile or huge file as plain text: %s', (_, file) => {
    const { article, warnings } = read(file);
    expect(article.text).toBe(file);
    expect(article.origin).toBe(null);
    expect(warnings).toEqual([expect.stringContaining('plain text')]);
  });

  test('parses a long ordinary file', () => {
    const file = `# Head\n\n${'A *paragraph* with [a link](https://x.example) in it, and so on and on.\n\n'.repeat(3000)}`;
    expect(read(file).warnings).toEqual([]);
    expect(read(file).article.blocks).toHaveLength(3001);
  });

  test('maps every run of any file', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '## ',
        '> ',
        '- ',
        '1. ',
        '\n',
        '\n\n',
        '\r\n',
        '  ',
        '*',
        '**',
        '_',
        '`',
        '[',
        '](x)',
        '![',
        '|',
        '\\',
        '&amp;',
        '&',
        '<b>',
      ],
      ...[
        'word',
        'two words',
        'a_b',
        '社会',
        '🙂',
        '~~',
        '---',
        '\t',
        '```\n',
        'https://x.example',
        '[^1]',
        '&#x41;',
        '&nosuch;',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { article } = read(pieces.join(''));
        expectMapped(article);
        for (const { start, end } of article.blocks) {
          const text = article.text.slice(start, end);
          expect(text).toBe(text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
