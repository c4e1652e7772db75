import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/review/baseline.ts';
import { LEAST_AROUND } from '../../src/review/baseline-fit.ts';
import { likeness, meaningOf, overlap, wordsAround } from '../../src/review/meaning.ts';
import { finding } from './findings.ts';
import { HELD_OTHER, HELD_SAME, OTHER_CLAIM, SAME_CLAIM } from './pairs.ts';
import { OTHER_PLACE, SAME_PLACE } from './surroundings.ts';

const like = ([a, b]: readonly [string, string]): number => likeness(meaningOf(a), meaningOf(b));
const share = (pairs: readonly (readonly [string, string])[]): number =>
  pairs.filter((pair) => like(pair) > 0).length / pairs.length;

describe('wordings', () => {
  it.each(SAME_CLAIM)('%s = %s', (a, b) => {
    expect(like([a, b])).toBeGreaterThan(0);
    expect(like([b, a])).toBe(like([a, b]));
  });

  it.each(OTHER_CLAIM)('%s ≠ %s', (a, b) => {
    expect(like([a, b])).toBe(0);
    expect(like([b, a])).toBe(0);
  });

  it('of pairs never used to choose a threshold or a word, most are told apart', () => {
    expect(share(HELD_SAME)).toBeGreaterThanOrEqual(0.65);
    expect(share(HELD_OTHER)).toBe(0);
  });

  it('a claim that is rejected is not the one that is made', () => {
    expect(likeness(meaningOf('all have a score'), meaningOf('all have a score', true))).toBe(0);
  });

  it('any text means the same as itself, whatever its spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(likeness(meaningOf(text), meaningOf(text))).toBe(1);
        expect(meaningOf(text.replaceAll(' ', '\n  ')).key).toBe(meaningOf(text).key);
      }),
    );
  });
});

describe('surroundings', () => {
  const words = ([before, after]: readonly [string, string]): string[] =>
    wordsAround(entryOf('a.md', finding({ quote: 'x', before, after })).around);

  it.each(SAME_PLACE)('of one place overlap', (a, b) => {
    expect(overlap(words(a), words(b))).toBeGreaterThan(LEAST_AROUND);
  });

  it.each(OTHER_PLACE)('of two places do not', (a, b) => {
    expect(overlap(words(a), words(b))).toBeLessThan(LEAST_AROUND);
  });
});
