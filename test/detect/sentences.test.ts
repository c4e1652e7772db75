import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../src/detect/blocks.ts';
import { splitSentences } from '../../src/detect/sentences.ts';
import type { Block, Sentence } from '../../src/model.ts';
import { HOSTILE, readsOn } from './counting-text.ts';

interface Case {
  rule: string;
  text: string;
  sentences: string[];
}
function cases(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/sentences/${name}.json`, import.meta.url), 'utf8'));
}
function split(text: string, blocks: Block[] = []): string[] {
  return splitSentences(text, blocks).map((s) => text.slice(s.start, s.end));
}

/** Sentences lie in order inside their blocks, are trimmed, and leave nothing but white space out. */
function expectTiling(text: string, blocks: Block[], sentences: Sentence[]): void {
  let last = 0;
  let covered = '';
  for (const s of sentences) {
    const block = blocks[s.block]!;
    expect(s.start).toBeGreaterThanOrEqual(Math.max(last, block.start));
    expect(s.end).toBeLessThanOrEqual(block.end);
    const words = text.slice(s.start, s.end);
    expect(words).not.toBe('');
    expect(words).toBe(words.trim());
    expect(words.length).toBeLessThanOrEqual(2000);
    covered += words;
    last = s.end;
  }
  const all = blocks.map((b) => text.slice(b.start, b.end)).join('');
  expect(covered.replace(/\s/g, '')).toBe(all.replace(/\s/g, ''));
}

describe('splitSentences', () => {
  it.each(cases('golden'))('golden rule, $rule', ({ text, sentences }) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each(cases('prose'))('prose, $rule', ({ text, sentences }) => {
    expect(split(text)).toEqual(sentences);
  });

  it('keeps to the blocks it is given and names them by their place', () => {
    const text = 'No stop here\nNor here. And one more. Outside';
    const blocks: Block[] = [
      { start: 0, end: 12, kind: 'heading' },
      { start: 13, end: 36, kind: 'paragraph' },
    ];
    expect(splitSentences(text, blocks)).toEqual([
      { start: 0, end: 12, block: 0 },
      { start: 13, end: 22, block: 1 },
      { start: 23, end: 36, block: 1 },
    ]);
  });

  it('cuts an endless sentence at clause marks', () => {
    const text = `${'the system covers many people, and '.repeat(300)}ends.`;
    const parts = split(text);
    expect(parts.length).toBe(6);
    for (const part of parts.slice(0, -1)) expect(part.endsWith(',')).toBe(true);
    expectTiling(text, cutBlocks(text), splitSentences(text, []));
  });

  it('never cuts through a character outside the basic plane', () => {
    const text = `a${'😂'.repeat(3000)}`;
    for (const part of split(text)) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '.',
      '!',
      '?',
      '…',
      '...',
      ' . . .',
      '。',
      '”',
      '“',
      '"',
      "'",
      ')',
      '(',
      '[',
      ']',
      ' ',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '\u00a0',
      '— ',
      '• ',
      '- ',
      '1. ',
      '2) ',
      '(i) ',
      'b. ',
      'Q: ',
      'FACT: ',
      'Mr. ',
      'U.S. ',
      'p.m. ',
      'I. ',
      'J. ',
      'The ',
      'the ',
      'he said ',
      'word',
      'Word',
      '47',
      '😂',
      '❌ ',
      '❤️',
      '中文',
      '[3]',
      'a.b@c.D',
      '# ',
      '> ',
      ':',
      ';',
      '\ud83d',
      '\u2028',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  it('leaves out nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const sentences = splitSentences(text, []);
        expectTiling(text, cutBlocks(text), sentences);
        expect(splitSentences(text, [])).toEqual(sentences);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out nothing but white space in any blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 15 }), { maxLength: 5 }), (parts) => {
        let text = '';
        const blocks: Block[] = parts.map((pieces) => {
          const start = text.length;
          text += pieces.join('');
          const block: Block = { start, end: text.length, kind: 'paragraph' };
          text += '\n';
          return block;
        });
        fc.pre(blocks.length > 0);
        expectTiling(text, blocks, splitSentences(text, blocks));
      }),
      { numRuns: 300 },
    );
  });

  it.each(HOSTILE)('reads %j four times as long with about four times the work', (unit) => {
    const run = (text: string) => splitSentences(text, []);
    const short = readsOn(unit, 20_000, run);
    const long = readsOn(unit, 80_000, run);
    expect(long).toBeLessThan(4.5 * short + 100);
    expect(long).toBeLessThan(60 * 80_000);
  });
});

describe('cutBlocks', () => {
  const kinds = (text: string) => cutBlocks(text).map((b) => [b.kind, text.slice(b.start, b.end)]);
  it('tells headings, items, quotes and paragraphs apart', () => {
    const text =
      'What it is\n\nThe lists name debtors. They are\nkept by courts.\n\n- one\n- two\n  more\n1. three\n\n> said he\n> and she\n\n## Next\nAnd so on.';
    expect(kinds(text)).toEqual([
      ['heading', 'What it is'],
      ['paragraph', 'The lists name debtors. They are\nkept by courts.'],
      ['item', '- one'],
      ['item', '- two\n  more'],
      ['item', '1. three'],
      ['quote', '> said he\n> and she'],
      ['heading', '## Next'],
      ['paragraph', 'And so on.'],
    ]);
  });
  it('gives nothing for white space and one block for one line', () => {
    expect(cutBlocks(' \n\t\r\n ')).toEqual([]);
    expect(kinds('China scores its people')).toEqual([['paragraph', 'China scores its people']]);
  });
  it('does not take a wrapped line that starts with a number for an item', () => {
    expect(kinds('The cities chosen in that round were\n28. The rest came later.')).toHaveLength(1);
  });
});
