import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../../src/study/statistics/kappa.ts';
import { alphaWithInterval, type CodedUnit, krippendorffAlpha } from '../../../src/study/statistics/krippendorff.ts';
import { randomFor } from '../../../src/study/statistics/random.ts';
import { expectClose, reference } from './reference.ts';

const anyCode = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 });

describe("Krippendorff's alpha", () => {
  interface Vector {
    units: CodedUnit[];
    alpha: number | null;
    interval: [number, number] | null;
  }

  it('is that of the krippendorff package, with the interval of another bootstrap', () => {
    for (const { units, alpha, interval } of reference<Vector>('krippendorff')) {
      const what = JSON.stringify(units.slice(0, 9));
      const found = krippendorffAlpha(units);
      if (alpha === 0) expect(found, what).toBeCloseTo(0, 12);
      else expectClose(found, alpha, what);
      if (interval === null) continue;
      const own = alphaWithInterval(units, randomFor(1, what), 4000)!;
      // Either bootstrap has its own error, a few per cent of the width.
      const error = 0.02 + 0.1 * (interval[1] - interval[0]);
      expect(own.value).toBe(found);
      expect(Math.abs(own.low - interval[0]), what).toBeLessThan(error);
      expect(Math.abs(own.high - interval[1]), what).toBeLessThan(error);
    }
  });

  it('does not ask for the order of units, the names of codes or units with one code', () => {
    const anyUnits = fc.array(fc.tuple(anyCode, anyCode, anyCode), { maxLength: 20 });
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = krippendorffAlpha(units);
        const renamed = units.map((unit) => unit.map((code) => code && `x${code}`));
        const more: CodedUnit[] = [...units].reverse();
        expect(krippendorffAlpha(renamed)).toBe(alpha);
        const other = krippendorffAlpha([...more, ['z', null, null]]);
        if (alpha === null) expect(other).toBe(null);
        else expect(other).toBeCloseTo(alpha, 12);
      }),
    );
  });

  it('has no interval where it has no value, or where most samples have none', () => {
    expect(alphaWithInterval([], randomFor(1))).toBe(null);
    expect(alphaWithInterval([['a', 'a']], randomFor(1))).toBe(null);
    expect(alphaWithInterval([['a', 'b']], randomFor(1), 50)).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('is 1 to 1 where all agree', () => {
    const units: CodedUnit[] = [...Array(10).fill(['a', 'a']), ...Array(10).fill(['b', 'b'])];
    expect(alphaWithInterval(units, randomFor(1))).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe("Cohen's kappa", () => {
  interface Vector {
    pairs: [string | null, string | null][];
    kappa: number | null;
    low: number | null;
    high: number | null;
    sklearn: number | null;
  }

  it('is that of statsmodels and scikit-learn', () => {
    for (const { pairs, kappa, low, high, sklearn } of reference<Vector>('kappa')) {
      const what = JSON.stringify(pairs.slice(0, 9));
      const found = cohensKappa(pairs);
      if (kappa === null) {
        expect(found, what).toBe(null);
        continue;
      }
      for (const [own, other] of [
        [found!.value, kappa],
        [found!.value, sklearn!],
        [found!.low, Math.max(-1, low!)],
        [found!.high, Math.min(1, high!)],
      ] as const)
        expect(Math.abs(own - other), what).toBeLessThan(1e-9);
    }
  });

  it('does not ask who is first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCode, anyCode), { maxLength: 20 }), (pairs) => {
        const turned = cohensKappa(pairs.map(([a, b]) => [b, a]));
        const straight = cohensKappa(pairs);
        if (straight === null) {
          expect(turned).toBe(null);
          return;
        }
        for (const key of ['value', 'low', 'high'] as const) expect(turned![key]).toBeCloseTo(straight[key], 9);
      }),
    );
  });
});
