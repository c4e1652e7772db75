import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorRates, roganGladen } from '../../../src/study/statistics/rogan-gladen.ts';
import { wilson } from '../../../src/study/statistics/wilson.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  /** k, n, true positives, false negatives, true negatives, false positives. */
  case: [number, number, number, number, number, number];
  level: number;
  corrected: { value: number; untruncated: number; low: number; high: number } | null;
  printed: [number, number] | null;
}

const errors = (truePositive: number, falseNegative: number, trueNegative: number, falsePositive: number) => ({
  truePositive,
  falseNegative,
  trueNegative,
  falsePositive,
});

describe('roganGladen', () => {
  it('equals the formula of Lang and Reiczigel, and what their paper prints', () => {
    let printed = 0;
    for (const vector of reference<Vector>('rogan-gladen')) {
      const [k, n, ...rest] = vector.case;
      const result = roganGladen({ k, n }, errors(...rest), vector.level);
      const what = `${vector.case} at ${vector.level}`;
      expect(result === null, what).toBe(vector.corrected === null);
      if (result === null) continue;
      for (const key of ['value', 'untruncated', 'low', 'high'] as const)
        expectClose(result[key], vector.corrected![key], `${key} of ${what}`);
      if (vector.printed === null) continue;
      printed++;
      // They print two digits for one example, three for the others.
      const digits = vector.printed[0] === 0.58 ? 2 : 3;
      expect([result.low, result.high].map((x) => Number(x.toFixed(digits)))).toEqual(vector.printed);
    }
    expect(printed).toBe(5);
  });

  it('leaves a share alone where the sample shows no error, but widens its interval', () => {
    fc.assert(
      fc.property(anyCount(20, 2000), fc.integer({ min: 5, max: 200 }), (raw, labelled) => {
        const { value, low, high } = roganGladen(raw, errors(labelled, 0, labelled, 0))!;
        expect(value).toBeCloseTo(raw.k / raw.n, 14);
        const bare = wilson(raw)!;
        if (low > 0 && high < 1) expect(high - low).toBeGreaterThan(bare.high - bare.low);
      }),
    );
  });

  it('moves up with the raw share, stays within 0 to 1, and mirrors', () => {
    fc.assert(
      fc.property(anyCount(2, 500), anyCount(4, 80), anyCount(4, 80), (raw, positives, negatives) => {
        const [fn, fp] = [positives.n - positives.k, negatives.n - negatives.k];
        const result = roganGladen(raw, errors(positives.k, fn, negatives.k, fp));
        if (result === null) return;
        expect(result.low >= 0 && result.low <= result.high && result.high <= 1).toBe(true);
        expect(result.value >= 0 && result.value <= 1).toBe(true);
        if (raw.k < raw.n) {
          const more = roganGladen({ k: raw.k + 1, n: raw.n }, errors(positives.k, fn, negatives.k, fp))!;
          expect(more.untruncated).toBeGreaterThan(result.untruncated);
        }
        const mirrored = roganGladen({ k: raw.n - raw.k, n: raw.n }, errors(negatives.k, fp, positives.k, fn))!;
        expect(mirrored.untruncated).toBeCloseTo(1 - result.untruncated, 9);
        expect(mirrored.low).toBeCloseTo(1 - result.high, 9);
      }),
    );
  });

  it('is null where the codes say nothing', () => {
    expect(roganGladen({ k: 3, n: 9 }, errors(5, 5, 5, 5))).toBe(null);
    expect(roganGladen({ k: 3, n: 9 }, errors(1, 5, 1, 5))).toBe(null);
    expect(roganGladen({ k: 3, n: 9 }, errors(0, 0, 9, 1))).toBe(null);
    expect(roganGladen({ k: 3, n: 9 }, errors(9, 1, 0, 0))).toBe(null);
    expect(roganGladen({ k: 0, n: 0 }, errors(9, 1, 9, 1))).toBe(null);
    // Better than chance by one unit alone: shrunk, as the method shrinks rates, no better.
    expect(roganGladen({ k: 3, n: 9 }, errors(1, 0, 100, 900))).toBe(null);
  });

  /** Probabilities of 0 to n hits. */
  const binomial = (n: number, p: number): number[] => {
    const row = [(1 - p) ** n];
    for (let k = 1; k <= n; k++) row.push((row[k - 1]! * (n - k + 1) * p) / (k * (1 - p)));
    return row;
  };

  it.each([
    [0.3, 0.85, 0.92, 150, 40, 60],
    [0.1, 0.8, 0.95, 150, 30, 80],
    [0.5, 0.7, 0.8, 120, 50, 50],
  ])('covers a share of %f with rates of %f and %f, summed over all samples', (share, se, sp, n, nSe, nSp) => {
    const raw = binomial(n, share * se + (1 - share) * (1 - sp));
    const positive = binomial(nSe, se);
    const negative = binomial(nSp, sp);
    let covered = 0;
    for (const [k, p] of raw.entries()) {
      for (const [tp, q] of positive.entries()) {
        if (p * q < 1e-9) continue;
        for (const [tn, r] of negative.entries()) {
          if (r < 1e-6) continue;
          const result = roganGladen({ k, n }, errors(tp, nSe - tp, tn, nSp - tn));
          if (result !== null && result.low <= share && share <= result.high) covered += p * q * r;
        }
      }
    }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.985);
  });
});

describe('errorRates', () => {
  it('gives shares with Wilson intervals', () => {
    const { sensitivity, specificity } = errorRates(errors(8, 2, 45, 5));
    expect(sensitivity).toEqual({ value: 0.8, ...wilson({ k: 8, n: 10 }) });
    expect(specificity).toEqual({ value: 0.9, ...wilson({ k: 45, n: 50 }) });
  });

  it('is null where there is nothing to measure', () => {
    expect(errorRates(errors(0, 0, 3, 1)).sensitivity).toBe(null);
    expect(errorRates(errors(3, 1, 0, 0)).specificity).toBe(null);
  });
});
