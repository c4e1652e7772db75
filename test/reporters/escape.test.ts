import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { forCsv, forMarkdown, forTerminal, oneLine } from '../../src/reporters/escape.ts';

/** Text rich in what terminals, spreadsheets and Markdown take for their own. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...'\u001b[]0;\u0007\u009b\r\n\t=+-@"\',<>&!#*_`~|()1. \\{}$:/www.http://a\u202e字👍🏽'), {
      maxLength: 40,
    })
    .map((all) => all.join('')),
);

describe('forTerminal', () => {
  test('shows escape sequences instead of sending them', () => {
    expect(forTerminal('a\u001b[31mred\u001b]0;title\u0007')).toBe('a\\u{1b}[31mred\\u{1b}]0;title\\u{7}');
    expect(forTerminal('\u009b2J and \u202eback')).toBe('\\u{9b}2J and \\u{202e}back');
  });
  test('leaves text alone, accents, Chinese and joined emoji included', () => {
    const text = 'Ärger: 社会信用 👩‍👩‍👧\nnext';
    expect(forTerminal(text)).toBe(text);
  });
  test('no control character but line breaks comes through', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect([...forTerminal(text)].filter((c) => /\p{Cc}/u.test(c) && c !== '\n')).toEqual([]);
        expect(oneLine(text)).not.toContain('\n');
      }),
    );
  });
});

describe('forCsv', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['say "hi", all', '"say ""hi"", all"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('%j becomes %j', (value, cell) => expect(forCsv(value)).toBe(cell));
  test('numbers stay numbers and null is empty', () => {
    expect([forCsv(-0.5), forCsv(false), forCsv(null)]).toEqual(['-0.5', 'false', '']);
  });
  test('a cell reads back as its text, and never starts a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = forCsv(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
        expect(read.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
      }),
    );
  });
});

describe('forMarkdown', () => {
  test('renders as one paragraph of the text itself, without links, HTML or emphasis', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = fromMarkdown(forMarkdown(text), {
          extensions: [gfm()],
          mdastExtensions: [gfmFromMarkdown()],
        });
        const shown = oneLine(text);
        if (shown === '') return;
        expect(tree.children.map((node) => node.type)).toEqual(['paragraph']);
        const [paragraph] = tree.children;
        const inline = paragraph?.type === 'paragraph' ? paragraph.children : [];
        expect(inline.map((node) => node.type)).toEqual(['text']);
        expect(inline[0]).toHaveProperty('value', shown);
      }),
      { numRuns: 500 },
    );
  });
});
