import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hamedRao } from '../../../src/study/statistics/hamed-rao.ts';
import { type MannKendall, mannKendall } from '../../../src/study/statistics/mann-kendall.ts';
import { MAX_PERIODS, senSlope } from '../../../src/study/statistics/theil-sen.ts';
import { anySeries } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Recorded {
  s: number;
  varS: number | null;
  tau: number;
  z: number | null;
  p: number | null;
  pPrinted: number | null;
}

interface Vector {
  name: string;
  values: (number | null)[];
  original: Recorded | null;
  hamedRao: Recorded | null;
  hamedRao3: Recorded | null;
}

const vectors = reference<Vector>('mann-kendall');

function expectTrend(actual: MannKendall | null, recorded: Recorded | null) {
  if (recorded === null) return expect(actual).toBe(null);
  for (const key of ['s', 'varS', 'tau', 'z', 'p'] as const) expectClose(actual![key], recorded[key], key);
  expect(actual!.p).toBeCloseTo(recorded.pPrinted!, 12);
}

describe('mannKendall', () => {
  it.each(vectors)('equals pymannkendall: $name', ({ values, original }) => expectTrend(mannKendall(values), original));

  it('turns its sign with time and with the values', () => {
    fc.assert(
      fc.property(anySeries(60, true), (values) => {
        const one = mannKendall(values);
        const backwards = mannKendall([...values].reverse());
        const upended = mannKendall(values.map((value) => (value === null ? null : -value)));
        expect(backwards === null).toBe(one === null);
        if (one === null) return;
        expect(backwards!.s + one.s).toBe(0);
        expect(upended!.s + one.s).toBe(0);
        expect(backwards!.p).toBe(one.p);
      }),
    );
  });

  it('sees the order of values alone, and stays within bounds', () => {
    fc.assert(
      fc.property(anySeries(60), (values) => {
        const one = mannKendall(values);
        expect(mannKendall(values.map((value) => Math.exp(3 * value!)))).toEqual(one);
        if (one === null) return;
        expect(Math.abs(one.tau)).toBeLessThanOrEqual(1);
        expect(one.p > 0 && one.p <= 1 && one.varS >= 0).toBe(true);
      }),
    );
  });

  it('counts every pair', () => {
    fc.assert(
      fc.property(anySeries(40), (values) => {
        let s = 0;
        for (const [i, x] of values.entries()) for (const y of values.slice(i + 1)) s += Math.sign(y! - x!);
        expect(mannKendall(values)?.s ?? 0).toBe(s);
      }),
    );
  });

  it('refuses values that are not finite', () => {
    for (const odd of [Number.NaN, Infinity]) {
      expect(() => mannKendall([1, odd, 2])).toThrow(RangeError);
      expect(() => hamedRao([1, odd, 2])).toThrow(RangeError);
    }
  });
});

describe('hamedRao', () => {
  for (const [key, options] of [
    ['hamedRao', {}],
    ['hamedRao3', { lags: 3 }],
  ] as const) {
    it.each(vectors)(`equals pymannkendall (${key}): $name`, ({ values, original, ...vector }) => {
      const recorded = vector[key];
      const result = hamedRao(values, options);
      const n = values.filter((value) => value !== null).length;
      // With fewer than three it divides by 0.
      if (n < 3) return expect(result).toBe(null);
      // Nothing left beside the line: its factor is NaN. It looks beyond the last of three values for a third lag.
      if (recorded?.varS == null) {
        expect(result!.factor).toBe(1);
        return expectTrend(result, original);
      }
      // It takes the root of a variance below 0.
      if (recorded.z === null) return expect(result).toBe(null);
      expectTrend(result, recorded);
    });
  }

  it('can widen alone', () => {
    fc.assert(
      fc.property(anySeries(60, true), (values) => {
        const corrected = hamedRao(values, { lags: 3, leastFactor: 1 });
        const plain = mannKendall(values);
        expect(corrected === null).toBe(plain === null || plain.n < 3);
        if (corrected !== null) expect(corrected.p).toBeGreaterThanOrEqual(plain!.p);
      }),
    );
  });

  it('takes a slope that is known already', () => {
    const { values } = vectors.find(({ name }) => name === 'shares with holes 7')!;
    expect(hamedRao(values, { slope: senSlope(values)! })).toEqual(hamedRao(values));
  });

  it('gives up where there are too many periods', () => {
    expect(hamedRao(new Array(MAX_PERIODS + 1).fill(0.5))).toBe(null);
  });
});
