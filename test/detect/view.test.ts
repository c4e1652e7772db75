import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/detect/concepts.ts';
import { firstHit, hitsWithin, lastHit } from '../../src/detect/view.ts';
import { concept, viewsOf } from './small.ts';

describe('sentences as later stages see them', () => {
  it.each([
    ['Is it so?', true],
    ['Is it “so?”', true],
    ['(Is it so?)', true],
    ['It is so.', false],
    ['“Is it so?” was asked again and again.', false],
  ])('know whether they ask: %s', (text, question) => {
    expect(viewsOf(text)[0]!.question).toBe(question);
  });

  it('hold their words and hits, counted from their own first word', () => {
    const text = 'One town. Every list is public.';
    const [, second] = viewsOf(text, [concept('list', ['list'])]);
    expect(second!.index).toBe(1);
    expect(second!.hits).toEqual([{ concept: 'list', start: 1, end: 2, gaps: [] }]);
    expect(text.slice(second!.tokens[1]!.start, second!.tokens[1]!.end)).toBe('list');
  });

  it('have as many sentences as the text', () => {
    expect(viewsOf('One. Two. Three.').map((v) => v.index)).toEqual([0, 1, 2]);
    expect(viewsOf('')).toEqual([]);
  });
});

describe('picking hits', () => {
  const hit = (name: string, start: number, end: number): Hit => ({ concept: name, start, end, gaps: [] });
  const hits = [
    hit('a', 0, 2),
    hit('b', 0, 3),
    hit('a', 1, 4),
    hit('a', 1, 2),
    hit('d', 2, 5),
    hit('c', 5, 6),
    hit('a', 4, 6),
  ];

  it('within a stretch of words', () => {
    expect(hitsWithin(hits, 1, 4)).toEqual([hit('a', 1, 4), hit('a', 1, 2)]);
  });

  it('the first, the longest of those', () => {
    expect(firstHit(hits, ['a', 'b'], 0, 6)).toEqual(hit('b', 0, 3));
    expect(firstHit(hits, ['a'], 1, 6)).toEqual(hit('a', 1, 4));
    expect(firstHit(hits, ['a'], 2, 4)).toBeNull();
  });

  it('the last, the longest of those', () => {
    expect(lastHit(hits, ['a', 'c'], 0, 6)).toEqual(hit('a', 4, 6));
    expect(lastHit(hits, ['a'], 0, 4)).toEqual(hit('a', 1, 4));
    expect(lastHit(hits, ['c'], 0, 5)).toBeNull();
  });
});
