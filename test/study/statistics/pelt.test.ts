import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCost, inSixteenths } from '../../../src/study/statistics/binomial-cost.ts';
import { type CountSeries, costBetween, cumulated, filledPeriods, pelt } from '../../../src/study/statistics/pelt.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  k: number[];
  n: number[];
  penalty: number;
  minLength: number;
  total: number;
  ruptures: number | null;
  /** Null where several are equally good. */
  changes: number[] | null;
}

/** All segmentations, by trying every last change at every end. */
function slowly(series: CountSeries, penalty: number, minLength: number): number {
  const sums = cumulated(series, filledPeriods(series));
  const length = sums.n.length - 1;
  if (length < minLength) return costBetween(sums, 0, length);
  const best = new Array<number>(length + 1).fill(Infinity);
  best[0] = -penalty;
  for (let end = 1; end <= length; end++) {
    for (let start = 0; start <= end - minLength; start++)
      best[end] = Math.min(best[end]!, best[start]! + costBetween(sums, start, end) + penalty);
  }
  return best[length]!;
}

const anySeries = fc
  .array(fc.oneof(anyCount(0, 0), anyCount(1, 3), anyCount(1, 40)), { maxLength: 40 })
  .map((counts) => ({ k: counts.map(({ k }) => k), n: counts.map(({ n }) => n) }));
const anyOptions = fc.record({
  penalty: fc.double({ min: 0.01, max: 20, noNaN: true }),
  minLength: fc.integer({ min: 1, max: 6 }),
});

describe('PELT', () => {
  it('finds what an exhaustive search and ruptures find', () => {
    for (const { k, n, penalty, minLength, total, ruptures, changes } of reference<Vector>('pelt')) {
      const found = pelt({ k, n }, { penalty, minLength });
      const what = `k ${k} n ${n} penalty ${penalty}`;
      const reached = found.cost + penalty * found.changes.length;
      expect(Math.abs(reached - total), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total)));
      if (ruptures !== null) expectClose(reached + 1, ruptures + 1, what);
      if (changes) expect(found.changes, what).toEqual(changes);
    }
  });

  it('is exact on any series, with any least length', () => {
    fc.assert(
      fc.property(anySeries, anyOptions, (series, options) => {
        const { changes, cost } = pelt(series, options);
        const total = cost + options.penalty * changes.length;
        expect(total).toBeCloseTo(slowly(series, options.penalty, options.minLength), 8);
      }),
      { numRuns: 500 },
    );
  });

  it('begins levels at periods with cases, each as long as asked', () => {
    fc.assert(
      fc.property(anySeries, anyOptions, (series, options) => {
        const { changes } = pelt(series, options);
        const filled = filledPeriods(series);
        const starts = [0, ...changes.map((at) => filled.indexOf(at))];
        for (const [i, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          if (changes.length > 0)
            expect((starts[i + 1] ?? filled.length) - start).toBeGreaterThanOrEqual(options.minLength);
        }
      }),
    );
  });

  it('takes no notice of periods without cases', () => {
    const k = [1, 2, 1, 8, 9, 8];
    const n = [10, 10, 10, 10, 10, 10];
    const options = { penalty: 5 };
    expect(pelt({ k, n }, options).changes).toEqual([3]);
    const gaps = { k: [0, 1, 2, 1, 0, 0, 8, 9, 8, 0], n: [0, 10, 10, 10, 0, 0, 10, 10, 10, 0] };
    expect(pelt(gaps, options)).toEqual({ changes: [6], cost: pelt({ k, n }, options).cost });
  });

  it('needs a penalty and a length, and no more than fifty years of days', () => {
    const series = { k: [1], n: [2] };
    for (const penalty of [0, -1, Number.NaN]) expect(() => pelt(series, { penalty })).toThrow(RangeError);
    for (const minLength of [0, 1.5]) expect(() => pelt(series, { penalty: 1, minLength })).toThrow(RangeError);
    const long = new Uint8Array(20_001);
    expect(() => pelt({ k: long, n: long }, { penalty: 1 })).toThrow(RangeError);
  });
});

describe('the binomial cost', () => {
  it('is -2 log likelihood at the pooled share', () => {
    fc.assert(
      fc.property(anyCount(2, 1e6), ({ k, n }) => {
        fc.pre(k > 0 && k < n);
        const direct = -2 * (k * Math.log(k / n) + (n - k) * Math.log((n - k) / n));
        expect(Math.abs(binomialCost(k, n) - direct)).toBeLessThanOrEqual(1e-9 * n);
      }),
    );
  });

  it('does not change where looking up ends', () => {
    for (const n of [4095.9375, 4096, 4096.0625, 5000.3])
      expect(binomialCost(n / 3, n)).toBeCloseTo(2 * n * (Math.log(3) / 3 + (2 / 3) * Math.log(1.5)), 8);
  });

  it('is nothing where all or none count, or more or less than that', () => {
    for (const [k, n] of [
      [0, 0],
      [0, 5],
      [5, 5],
      [-1, 5],
      [6, 5],
    ] as const)
      expect(binomialCost(k, n)).toBe(0);
  });

  it('asks for sixteenths that are near', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(inSixteenths(x) - x)).toBeLessThanOrEqual(1 / 32);
        expect(Number.isInteger(inSixteenths(x) * 16)).toBe(true);
      }),
    );
  });
});
