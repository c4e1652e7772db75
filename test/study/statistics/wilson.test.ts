import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/study/statistics/wilson.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  k: number;
  n: number;
  level: number;
  low: number | null;
  high: number | null;
}

describe('wilson', () => {
  it('equals statsmodels', () => {
    for (const { k, n, level, low, high } of reference<Vector>('wilson')) {
      const interval = wilson({ k, n }, level);
      expectClose(interval?.low ?? null, low, `low of ${k} of ${n} at ${level}`);
      expectClose(interval?.high ?? null, high, `high of ${k} of ${n} at ${level}`);
    }
  });

  it('takes a level of 95 % by default, and is exact at the ends', () => {
    expect(wilson({ k: 3, n: 8 })).toEqual(wilson({ k: 3, n: 8 }, 0.95));
    expect(wilson({ k: 0, n: 7 })!.low).toBe(0);
    expect(wilson({ k: 7, n: 7 })!.high).toBe(1);
    expect(wilson({ k: 0, n: 0 })).toBe(null);
  });

  it('holds the share, stays within 0 to 1, and mirrors', () => {
    fc.assert(
      fc.property(anyCount(1, 1_000_000), ({ k, n }) => {
        const { low, high } = wilson({ k, n })!;
        expect(low >= 0 && low <= k / n && k / n <= high && high <= 1).toBe(true);
        const mirrored = wilson({ k: n - k, n })!;
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it('moves up with k, narrows with n and widens with the level', () => {
    fc.assert(
      fc.property(anyCount(2, 10_000), ({ k, n }) => {
        const one = wilson({ k, n })!;
        if (k < n) expect(wilson({ k: k + 1, n })!.low).toBeGreaterThan(one.low);
        const larger = wilson({ k: k * 4, n: n * 4 })!;
        expect(larger.high - larger.low).toBeLessThan(one.high - one.low);
        const surer = wilson({ k, n }, 0.99)!;
        expect(surer.high - surer.low).toBeGreaterThan(one.high - one.low);
      }),
    );
  });

  it('refuses what is no count', () => {
    for (const count of [
      { k: 2, n: 1 },
      { k: -1, n: 1 },
      { k: Number.NaN, n: 1 },
      { k: 1, n: Infinity },
    ])
      expect(() => wilson(count)).toThrow(RangeError);
  });
});
