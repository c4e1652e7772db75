import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, multinomial } from '../../../src/study/statistics/draws.ts';
import { randomFor } from '../../../src/study/statistics/random.ts';

/** P(k) for k of 0 to n, from the mode outwards. */
function binomialProbabilities(n: number, p: number): number[] {
  const weights = new Array<number>(n + 1).fill(0);
  const mode = Math.floor((n + 1) * p);
  weights[mode] = 1;
  for (let k = mode; k < n; k++) weights[k + 1] = (weights[k]! * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k * (1 - p)) / ((n - k + 1) * p);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

const DRAWS = 40_000;

/** Pearson's chi-square, standardised, of draws against probabilities; cells with few expected are put together. */
function misfit(draw: () => number, probabilities: number[]): number {
  const counts = new Array<number>(probabilities.length).fill(0);
  for (let i = 0; i < DRAWS; i++) counts[draw()]!++;
  let [square, cells, count, expected] = [0, 0, 0, 0];
  for (const [k, p] of probabilities.entries()) {
    count += counts[k]!;
    expected += DRAWS * p;
    if (expected < 10) continue;
    square += (count - expected) ** 2 / expected;
    cells++;
    [count, expected] = [0, 0];
  }
  return cells < 2 ? 0 : (square - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

describe('binomial draws', () => {
  it.each([
    [1, 0.3],
    [5, 0.5],
    [30, 0.02],
    [30, 0.98],
    [33, 0.3],
    [33, 0.31],
    [200, 0.5],
    [1000, 0.011],
    [1000, 0.9],
    [100_000, 0.25],
    [1_000_000, 0.00002],
  ])('of %d with %d have its distribution', (n, p) => {
    const random = randomFor(1, 'binomial', String(n), String(p));
    expect(misfit(() => binomial(random, n, p), binomialProbabilities(n, p))).toBeLessThan(4);
  });

  it('the misfit would be seen', () => {
    const random = randomFor(1, 'off');
    expect(misfit(() => binomial(random, 200, 0.51), binomialProbabilities(200, 0.5))).toBeGreaterThan(4);
  });

  it('lie within 0 and n', () => {
    const anyShare = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-300, 1 - 1e-16));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), anyShare, fc.integer(), (n, p, seed) => {
        const random = randomFor(seed);
        for (let i = 0; i < 20; i++) {
          const k = binomial(random, n, p);
          expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
        }
      }),
    );
  });

  it('have no chance where there is none', () => {
    const random = randomFor(1);
    expect(binomial(random, 0, 0.5)).toBe(0);
    expect(binomial(random, 9, 0)).toBe(0);
    expect(binomial(random, 9, 1)).toBe(9);
  });

  it('ask for a count and a probability', () => {
    const random = randomFor(1);
    for (const [n, p] of [
      [-1, 0.5],
      [1.5, 0.5],
      [3, -0.1],
      [3, 1.1],
      [3, Number.NaN],
    ] as const)
      expect(() => binomial(random, n, p)).toThrow(RangeError);
  });
});

describe('multinomial draws', () => {
  const anyWeights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });

  it('add up, and leave out what has no weight', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 0, max: 5000 }), fc.integer(), (weights, total, seed) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const counts = new Array<number>(weights.length);
        multinomial(randomFor(seed), total, weights, sum, counts);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(total);
        expect(counts.filter((count, i) => count > 0 && weights[i] === 0)).toEqual([]);
      }),
    );
  });

  it('have each kind as often as its weight says', () => {
    const random = randomFor(1, 'multinomial');
    const weights = [1, 2, 0, 3, 4];
    const counts = new Array<number>(5).fill(0);
    for (const [i, weight] of weights.entries()) {
      const draw = (): number => {
        multinomial(random, 20, weights, 10, counts);
        return counts[i]!;
      };
      if (weight > 0) expect(misfit(draw, binomialProbabilities(20, weight / 10))).toBeLessThan(4);
    }
  });
});
