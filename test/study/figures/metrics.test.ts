import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, textWidth, wrap } from '../../../src/study/figures/metrics.ts';

describe('the width of text', () => {
  it('knows narrow and wide letters, and those of other alphabets', () => {
    expect(textWidth('iii', 10)).toBeLessThan(textWidth('mmm', 10));
    expect(textWidth('社会信用', 10)).toBe(40);
    expect(textWidth('é', 10)).toBe(textWidth('e', 10));
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('Score', 10, true)).toBeGreaterThan(textWidth('Score', 10));
    expect(textWidth('', 10)).toBe(0);
  });
});

describe('shortening', () => {
  it('leaves what fits and cuts the rest to the width, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        const short = shorten(text, width, 11);
        if (textWidth(text, 11) <= width) expect(short).toBe(text);
        else {
          expect(short.endsWith('…')).toBe(true);
          expect(textWidth(short, 11)).toBeLessThanOrEqual(width);
          expect(text.startsWith(short.slice(0, -1))).toBe(true);
        }
      }),
    );
  });

  it('does not cut a character in two', () => {
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 100, 11)).toMatch(/^(?:👩‍👩‍👧‍👦)+…$/u);
  });

  it('wraps at spaces and shortens the last line', () => {
    const lines = wrap('one two three four five six seven eight nine ten', 60, 11, 2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('one two');
    expect(lines[1]).toMatch(/^three.*…$/);
    expect(wrap('short', 60, 11, 2)).toEqual(['short']);
  });
});
