import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalZ, normalQuantile, normalTwoSided, normalUpper } from '../../../src/study/statistics/normal.ts';
import { studentQuantile, studentUpper } from '../../../src/study/statistics/student.ts';
import { reference } from './reference.ts';

interface Vector {
  of: string;
  at: [number, number];
  is: number;
}

const functions: Record<string, (x: number, y: number) => number> = {
  normalQuantile,
  normalUpper,
  studentUpper,
  studentQuantile,
};

describe('distributions', () => {
  it.each(Object.keys(functions))('%s is within 1e-12 of SciPy, relative', (name) => {
    const vectors = reference<Vector>('distributions').filter(({ of }) => of === name);
    expect(vectors.length).toBeGreaterThan(20);
    for (const { at, is } of vectors) {
      const error = Math.abs(functions[name]!(...at) - is) / (Math.abs(is) || 1);
      expect(error, `${name}(${at}) is ${is}`).toBeLessThan(1e-12);
    }
  });

  it('quantiles are inverse to tails', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const df = fc.double({ min: 1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(p, df, (p, df) => {
        expect(1 - normalUpper(normalQuantile(p))).toBeCloseTo(p, 13);
        expect(1 - studentUpper(studentQuantile(p, df), df)).toBeCloseTo(p, 12);
      }),
    );
  });

  it('has the limits', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalUpper(Infinity)).toBe(0);
    expect(normalUpper(-Infinity)).toBe(1);
    expect(normalTwoSided(0)).toBe(1);
    expect(studentUpper(Infinity, 3)).toBe(0);
    expect(studentUpper(1e200, 3)).toBe(0);
  });

  it('refuses what is no probability, level or number of degrees of freedom', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
    for (const level of [0, 1, 95, Number.NaN]) expect(() => criticalZ(level)).toThrow(RangeError);
    for (const p of [0, 1, Number.NaN]) expect(() => studentQuantile(p, 3)).toThrow(RangeError);
    for (const df of [0, -1, Number.NaN]) expect(() => studentUpper(1, df)).toThrow(RangeError);
  });
});
