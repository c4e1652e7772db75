import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictionPowered } from '../../../src/study/statistics/prediction-powered.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  truth: number[];
  codes: number[];
  weights: number[] | null;
  k: number;
  n: number;
  lambda: number | null;
  estimate: number | null;
  low: number;
  high: number;
}

const clip = (x: number) => Math.min(1, Math.max(0, x));
const bit = fc.integer({ min: 0, max: 1 });
const anySample = fc.array(fc.record({ truth: bit, predicted: bit }), { minLength: 4, maxLength: 60 });

describe('predictionPowered', () => {
  it('equals ppi_py', () => {
    let without = 0;
    for (const [i, { truth, codes, weights, k, n, lambda, estimate, low, high }] of reference<Vector>(
      'prediction-powered',
    ).entries()) {
      const units = truth.map((t, j) => ({ truth: t, predicted: codes[j]!, ...(weights && { weight: weights[j]! }) }));
      const result = predictionPowered(units, { k, n }, lambda === null ? {} : { lambda });
      // An interval without width says that nothing varied: ppi_py gives it, we give none.
      if (estimate === null || high - low < 1e-12) {
        without++;
        expect(result, `vector ${i}`).toBe(null);
        continue;
      }
      expectClose(result!.untruncated, estimate, `estimate of vector ${i}`);
      expectClose(result!.value, clip(estimate), `value of vector ${i}`);
      expectClose(result!.low, clip(low), `low of vector ${i}`);
      expectClose(result!.high, clip(high), `high of vector ${i}`);
    }
    expect(without).toBeLessThan(10);
  });

  it('does not depend on order or on the scale of weights, and stays within bounds', () => {
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(anySample, weight, anyCount(1, 5000), (sample, scale, others) => {
        const units = sample.map((unit, i) => ({ ...unit, weight: (i % 3) + 1 }));
        const one = predictionPowered(units, others);
        const other = predictionPowered(units.map((u) => ({ ...u, weight: u.weight * scale })).reverse(), others);
        expect(other === null).toBe(one === null);
        if (one === null) return;
        expect(one.low >= 0 && one.low <= one.value && one.value <= one.high && one.high <= 1).toBe(true);
        expect(one.lambda >= 0 && one.lambda <= 1).toBe(true);
        for (const key of ['value', 'low', 'high', 'lambda'] as const) expect(other![key]).toBeCloseTo(one[key], 12);
      }),
    );
  });

  it('mirrors where both truth and codes are turned', () => {
    fc.assert(
      fc.property(anySample, anyCount(1, 5000), (sample, { k, n }) => {
        const one = predictionPowered(sample, { k, n });
        const turned = sample.map(({ truth, predicted }) => ({ truth: 1 - truth, predicted: 1 - predicted }));
        const other = predictionPowered(turned, { k: n - k, n });
        expect(other === null).toBe(one === null);
        if (one === null) return;
        expect(other!.lambda).toBeCloseTo(one.lambda, 12);
        expect(other!.untruncated).toBeCloseTo(1 - one.untruncated, 12);
        expect(other!.low).toBeCloseTo(1 - one.high, 12);
      }),
    );
  });

  it('relies on the labels alone at a lambda of 0', () => {
    const sample = [1, 1, 0, 1, 0].map((truth) => ({ truth, predicted: 1 - truth }));
    expect(predictionPowered(sample, { k: 99, n: 100 }, { lambda: 0 })!.untruncated).toBeCloseTo(0.6, 14);
  });

  it('is sharper than the labels alone where codes are good', () => {
    const sample = Array.from({ length: 100 }, (_, i) => ({
      truth: i % 3 === 0 ? 1 : 0,
      predicted: i % 33 === 1 ? 1 : i % 3 === 0 ? 1 : 0,
    }));
    const others = { k: 700, n: 2000 };
    const [tuned, bare] = [predictionPowered(sample, others)!, predictionPowered(sample, others, { lambda: 0 })!];
    expect(tuned.high - tuned.low).toBeLessThan(0.6 * (bare.high - bare.low));
  });

  it('refuses weights that are none', () => {
    for (const weight of [0, -1, Number.NaN, Infinity])
      expect(() =>
        predictionPowered(
          [
            { truth: 0, predicted: 0, weight },
            { truth: 1, predicted: 1 },
          ],
          { k: 1, n: 2 },
        ),
      ).toThrow(RangeError);
  });
});
