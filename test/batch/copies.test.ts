import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COPY_OVERLAP, copyIndex, overlapOf, sketchOf } from '../../src/batch/copies.ts';

/** A text of `count` words that a seed decides. */
function words(seed: number, count: number): string[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `w${state % 5000}`;
  });
}
const wire = words(7, 300);
const sketch = (list: string[]): Uint16Array => sketchOf(list.join(' '))!;

/** The real overlap of the runs of five words. */
function jaccard(a: string[], b: string[]): number {
  const runs = (list: string[]): Set<string> => new Set(list.slice(4).map((_, i) => list.slice(i, i + 5).join(' ')));
  const [one, two] = [runs(a), runs(b)];
  const shared = [...one].filter((run) => two.has(run)).length;
  return shared / (one.size + two.size - shared);
}

describe('sketches', () => {
  test('do not see case, punctuation and space', () => {
    const text = wire.join(' ');
    const other = `“${wire.map((w, i) => (i % 3 === 0 ? w.toUpperCase() : w)).join(',\n ')}!”`;
    expect(sketchOf(other)).toEqual(sketchOf(text));
  });

  test('texts of fewer than forty words have none', () => {
    expect(sketchOf(wire.slice(0, 39).join(' '))).toBeNull();
    expect(sketchOf(wire.slice(0, 40).join(' '))).not.toBeNull();
    expect(sketchOf('')).toBeNull();
  });

  test('estimate the overlap of the texts', () => {
    for (const cut of [0, 30, 60, 100, 150, 300]) {
      const other = [...wire.slice(cut), ...words(cut + 1, cut)];
      const error = overlapOf(sketch(wire), sketch(other)) - jaccard(wire, other);
      // Four standard deviations of an estimate from 128 functions.
      expect(Math.abs(error)).toBeLessThan(4 * Math.sqrt(0.25 / 128));
    }
  });
});

describe('copies', () => {
  test('are linked to the first of their kind, others are not', () => {
    const index = copyIndex();
    expect(index.copyOf('a', sketch(wire))).toBeNull();
    expect(index.copyOf('b', sketch(words(8, 300)))).toBeNull();
    expect(index.copyOf('c', sketch(['Reuters', ...wire.slice(0, 290)]))).toBe('a');
    // A copy of a copy is one of the original.
    expect(index.copyOf('d', sketch(wire.slice(0, 285)))).toBe('a');
  });

  test('what shares half its text is no copy', () => {
    const index = copyIndex();
    index.copyOf('a', sketch(wire));
    const half = [...wire.slice(0, 150), ...words(9, 150)];
    expect(jaccard(wire, half)).toBeLessThan(COPY_OVERLAP);
    expect(index.copyOf('b', sketch(half))).toBeNull();
  });

  test('the index finds whatever a comparison with each would find surely', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(40)), { minLength: 1, maxLength: 25 }), (list) => {
        const index = copyIndex();
        const originals: { id: string; sketch: Uint16Array }[] = [];
        list.forEach(([seed, cut], i) => {
          const made = sketch(words(seed, 300).slice(cut));
          const given = index.copyOf(`${i}`, made);
          // From 0.9 on two sketches share a band for certain but for one pair in ten thousand.
          const sure = originals.find((o) => overlapOf(o.sketch, made) >= 0.9);
          if (sure) expect(given).not.toBeNull();
          if (given === null) originals.push({ id: `${i}`, sketch: made });
          else expect(originals.some((o) => o.id === given)).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });
});
