import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../../src/study/statistics/adjust.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  p: number[];
  holm: number[];
  bh: number[];
}

const anyPs = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 });
const methods = [
  ['holm', holm],
  ['bh', benjaminiHochberg],
] as const;

describe.each(methods)('%s', (name, adjust) => {
  it('equals statsmodels', () => {
    for (const vector of reference<Vector>('adjust')) {
      const adjusted = adjust(vector.p);
      expect(adjusted).toHaveLength(vector.p.length);
      for (const [i, p] of adjusted.entries()) expectClose(p, vector[name][i]!, `${i} of ${vector.p}`);
    }
  });

  it('lets null stand, and does not count it', () => {
    expect(adjust([])).toEqual([]);
    expect(adjust([null])).toEqual([null]);
    expect(adjust([null, 0.02, null])).toEqual([null, 0.02, null]);
  });

  it('never lowers a p-value, keeps the order, stays within 1, and is no stricter than Bonferroni', () => {
    fc.assert(
      fc.property(anyPs, (ps) => {
        const adjusted = adjust(ps);
        const tests = ps.filter((p) => p !== null).length;
        for (const [i, p] of ps.entries()) {
          if (p === null) continue;
          expect(adjusted[i]! >= p && adjusted[i]! <= Math.min(1, p * tests)).toBe(true);
          for (const [j, q] of ps.entries())
            if (q !== null && p < q) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
        }
        expect(adjust([...ps].reverse())).toEqual([...adjusted].reverse());
      }),
    );
  });

  it('refuses what is no p-value', () => {
    for (const p of [-0.1, 1.2, Number.NaN]) expect(() => adjust([p])).toThrow(RangeError);
  });
});

it("Holm's is never below Benjamini and Hochberg's", () => {
  fc.assert(
    fc.property(anyPs, (ps) => {
      const [one, other] = [holm(ps), benjaminiHochberg(ps)];
      for (const [i, p] of one.entries()) if (p !== null) expect(p).toBeGreaterThanOrEqual(other[i]!);
    }),
  );
});
