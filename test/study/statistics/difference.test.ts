import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShares } from '../../../src/study/statistics/difference.ts';
import { fisherExact } from '../../../src/study/statistics/fisher.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  a: [number, number];
  b: [number, number];
  level: number;
  difference: [number, number, number] | null;
  h: [number, number, number] | null;
  p: number | null;
  fisher: number | null;
  least: number | null;
}

const count = ([k, n]: [number, number]) => ({ k, n });

describe('compareShares', () => {
  it('equals statsmodels and SciPy', () => {
    for (const vector of reference<Vector>('difference')) {
      const what = `${vector.a} against ${vector.b}`;
      const result = compareShares(count(vector.a), count(vector.b), vector.level);
      if (vector.difference === null) {
        expect(result, what).toBe(null);
        continue;
      }
      for (const name of ['difference', 'h'] as const) {
        const { value, low, high } = result![name];
        for (const [i, x] of [value, low, high].entries()) expectClose(x, vector[name]![i]!, `${name} ${i} of ${what}`);
      }
      const exact = vector.least! < 5;
      expect(result!.test, what).toBe(exact ? 'fisher' : 'score');
      expectClose(result!.p, exact ? vector.fisher : vector.p, `p of ${what}`);
      expectClose(fisherExact(count(vector.a), count(vector.b)), vector.fisher, `Fisher's p of ${what}`);
    }
  });

  it('turns its sign with the sides, and keeps p', () => {
    fc.assert(
      fc.property(anyCount(1, 400), anyCount(1, 400), (a, b) => {
        const [there, back] = [compareShares(a, b)!, compareShares(b, a)!];
        expect(back.p).toBeCloseTo(there.p, 12);
        for (const name of ['difference', 'h'] as const) {
          expect(back[name].value).toBeCloseTo(-there[name].value, 12);
          expect(back[name].low).toBeCloseTo(-there[name].high, 12);
        }
      }),
    );
  });

  it('keeps within bounds, and the intervals hold their values', () => {
    fc.assert(
      fc.property(anyCount(1, 50), anyCount(1, 5000), (a, b) => {
        const { difference, h, p } = compareShares(a, b)!;
        expect(difference.low >= -1 && difference.high <= 1).toBe(true);
        expect(h.low >= -Math.PI && h.high <= Math.PI).toBe(true);
        for (const { value, low, high } of [difference, h]) expect(low <= value && value <= high).toBe(true);
        expect(p > 0 && p <= 1).toBe(true);
      }),
    );
  });

  it('finds no difference between equal shares', () => {
    fc.assert(
      fc.property(anyCount(1, 200), (a) => {
        const { difference, p } = compareShares(a, a)!;
        expect(difference.value).toBe(0);
        expect(p).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('fisherExact', () => {
  it('adds up tables as the hypergeometric distribution has them', () => {
    // 2 of 3 against 0 of 3: of 15 ways to place two hits, 3 fall on the one side whole, 3 on the other.
    expect(fisherExact({ k: 2, n: 3 }, { k: 0, n: 3 })).toBeCloseTo(6 / 15, 14);
  });

  it('is 1 where the margins leave one table', () => {
    expect(fisherExact({ k: 0, n: 0 }, { k: 2, n: 5 })).toBe(1);
    expect(fisherExact({ k: 0, n: 4 }, { k: 0, n: 5 })).toBe(1);
    expect(fisherExact({ k: 0, n: 0 }, { k: 0, n: 0 })).toBe(1);
  });

  it('does not overflow far from the mode', () => {
    const p = fisherExact({ k: 0, n: 20_000 }, { k: 20_000, n: 20_000 });
    expect(p).toBeLessThan(1e-300);
  });

  it('refuses counts that are not whole', () => {
    expect(() => fisherExact({ k: 0.5, n: 2 }, { k: 0, n: 5 })).toThrow(RangeError);
  });
});
