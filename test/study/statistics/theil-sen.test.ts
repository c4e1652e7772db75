import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, select } from '../../../src/study/statistics/select.ts';
import { MAX_PERIODS, senSlope, theilSen } from '../../../src/study/statistics/theil-sen.ts';
import { anySeries } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Line {
  slope: number | null;
  intercept: number;
  low: number;
  high: number;
  beyond: boolean;
}

interface Vector {
  name: string;
  values: (number | null)[];
  '0.95': Line | null;
  '0.8': Line | null;
}

const vectors = reference<Vector>('theil-sen');

describe('theilSen', () => {
  for (const level of ['0.95', '0.8'] as const) {
    it.each(vectors)(`equals SciPy at ${level}: $name`, (vector) => {
      const { values, [level]: line } = vector;
      const result = theilSen(values, Number(level));
      if (line?.slope == null) return expect(result).toBe(null);
      expectClose(result!.slope, line.slope, 'slope');
      expectClose(result!.intercept, line.intercept, 'intercept');
      expectClose(result!.interval?.low ?? null, line.beyond ? null : line.low, 'low');
      expectClose(result!.interval?.high ?? null, line.beyond ? null : line.high, 'high');
      expect(senSlope(values)).toBe(result!.slope);
    });
  }

  it('moves with the values, and turns with them', () => {
    fc.assert(
      fc.property(anySeries(40, true), fc.integer({ min: -8, max: 8 }), (values, steps) => {
        const one = theilSen(values);
        const tilted = theilSen(values.map((value, i) => (value === null ? null : value + (steps / 8) * i + 2)));
        const upended = theilSen(values.map((value) => (value === null ? null : -value)));
        expect(tilted === null).toBe(one === null);
        if (one === null) return;
        // What is added and taken off again leaves a rounding behind, where nothing is left too.
        expect(tilted!.slope).toBeCloseTo(one.slope + steps / 8, 12);
        expectClose(upended!.slope, -one.slope, 'slope', 1e-12);
        expectClose(upended!.intercept, -one.intercept, 'intercept', 1e-12);
        if (one.interval) expect(one.interval.low <= one.slope && one.slope <= one.interval.high).toBe(true);
      }),
    );
  });

  it('does not heed a single wild value', () => {
    const straight = Array.from({ length: 15 }, (_, i) => 2 * i);
    expect(theilSen(straight.with(4, 9000))!.slope).toBe(2);
  });

  it('works out as many periods as it says, and no more', () => {
    const days = Array.from({ length: MAX_PERIODS + 1 }, (_, i) => ((i * 7919) % 1000) / 1000 + i / 1000);
    expect(theilSen(days)).toBe(null);
    expect(theilSen([null, ...days.slice(1), null])!.slope).toBeCloseTo(0.001, 5);
  });

  it('refuses values that are not finite', () => {
    for (const odd of [Number.NaN, Infinity]) expect(() => theilSen([0, odd])).toThrow(RangeError);
  });
});

describe('select', () => {
  const anyValues = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 2000, size: 'max' });

  it('finds what sorting finds', () => {
    fc.assert(
      fc.property(anyValues, fc.nat(), (values, k) => {
        const sorted = [...values].sort((a, b) => a - b);
        const at = k % values.length;
        expect(select(Float64Array.from(values), at)).toBe(sorted[at]);
        const half = (values.length - 1) / 2;
        expect(median(Float64Array.from(values))).toBe((sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2);
      }),
    );
  });

  it.each([
    ['rising', (i: number) => i],
    ['falling', (i: number) => -i],
    ['all the same', () => 3],
    ['an organ pipe', (i: number) => Math.min(i, 200_000 - i)],
  ])('takes values that are %s', (_, value) => {
    const values = Float64Array.from({ length: 200_001 }, (_, i) => value(i));
    const sorted = values.toSorted();
    expect(select(values, 150_000)).toBe(sorted[150_000]);
  });

  it('has no median of nothing', () => {
    expect(median(new Float64Array(0))).toBe(Number.NaN);
  });
});
