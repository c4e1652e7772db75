import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { forTerminal, oneLine } from '../../src/reporters/escape.ts';
import { forComment } from '../../src/reporters/escape-comment.ts';
import { forGithubData, forGithubLog, forGithubProperty } from '../../src/reporters/escape-github.ts';
import { forXml } from '../../src/reporters/escape-xml.ts';
import { sarifText } from '../../src/reporters/sarif-text.ts';
import { commandOf } from './github-command.ts';

/** Text rich in what the formats take for their own. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc
        .constantFrom(
          ':',
          '::',
          '##[',
          '##',
          '[',
          ']',
          '](',
          '{0}',
          '%',
          '%25',
          '%0A',
          ',',
          '\r',
          '\n',
          '&',
          '<',
          '>',
          '"',
        )
        .chain((one) => fc.constantFrom(one, '\u0000', '\u0085', '\ud83d', '\ufffe', '字', '👍🏽', 'a ', "'", '&amp;')),
      { maxLength: 40 },
    )
    .map((all) => all.join('')),
);

describe('for GitHub', () => {
  test.each([
    ['100 %: a, b', '100 %25: a, b', '100 %25%3A a%2C b'],
    ['%0A::error::x', '%250A::error::x', '%250A%3A%3Aerror%3A%3Ax'],
    ['a ##[group]b', 'a ## [group]b', 'a ## [group]b'],
  ])('%s', (text, data, property) => {
    expect([forGithubData(text), forGithubProperty(text)]).toEqual([data, property]);
  });
  test('what goes into a command is what the runner reads, and nothing else', () => {
    fc.assert(
      fc.property(hostile, hostile, (file, message) => {
        const line = `::error file=${forGithubProperty(file)},line=1::${forGithubData(message)}`;
        expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029]|##\[/);
        const command = commandOf(line);
        expect(command?.name).toBe('error');
        expect(Object.keys(command!.properties).sort()).toEqual(['file', 'line']);
        expect(command!.properties.file).toBe(forGithubLog(file));
        expect(command!.data).toBe(message.split('\n').map(forGithubLog).join('\n'));
      }),
    );
  });
  test('a plain line with a word of ours before it is no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commandOf(`scscheck ${forGithubLog(text)}`)).toBeNull();
      }),
    );
  });
});

test('XML of an attribute and of text reads back as the text, and holds no character that XML forbids', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const xml = forXml(text);
      expect(xml).toMatch(/^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(xml).not.toMatch(/[<>"']/);
      const read = { attribute: '', text: '' };
      const parser = new Parser(
        {
          onopentag: (_, { a = '' }) => {
            read.attribute = a;
          },
          ontext: (part) => {
            read.text += part;
          },
        },
        { xmlMode: true },
      );
      parser.end(`<x a="${xml}">${xml}</x>`);
      const expected = forTerminal(text).replace(/[\ufffe\uffff]/g, '\ufffd');
      expect(read).toEqual({ attribute: expected, text: expected });
    }),
  );
});

test('a message of SARIF has neither link nor placeholder', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(sarifText(text)).not.toMatch(/\]\(|\{\d/);
      expect(sarifText(text).replace(/(?<=\]) (?=\()|(?<=\{) (?=\d)/g, '')).toBe(
        oneLine(text).replace(/(?<=\]) (?=\()|(?<=\{) (?=\d)/g, ''),
      );
    }),
  );
});

test('a comment shows the text, but no link, mention or number of an issue', () => {
  const shown = (text: string): string => {
    const [paragraph] = fromMarkdown(forComment(`x ${text}`), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }).children;
    const inline = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(inline.map((node) => node.type)).toEqual(['text']);
    return inline[0]?.type === 'text' ? inline[0].value : '';
  };
  const texts = fc
    .array(
      fc.constantFrom(
        'http://',
        'HTTPS://',
        'www.',
        '@',
        '#1',
        '!2',
        'a',
        'b.example',
        ' ',
        '[',
        '](',
        '<',
        '_',
        '&#64;',
        '\\',
      ),
      { maxLength: 12 },
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, texts), (text) => {
      expect(shown(text)).not.toMatch(/@\w|https?:\/\/|www\.\w|[#!]\d/i);
      expect(shown(text).replaceAll('\u200b', '')).toBe(oneLine(`x ${text}`).replaceAll('\u200b', ''));
    }),
    { numRuns: 300 },
  );
});
