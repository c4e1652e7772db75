import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompose, type Pair, withoutMix } from '../../../src/study/statistics/composition.ts';
import { anyCount } from './arbitrary.ts';
import { reference } from './reference.ts';

interface Vector {
  pairs: { a: [number, number]; b: [number, number] }[];
  parts: { difference: number; within: number; mix: number } | null;
}

const pairOf = ({ a, b }: Vector['pairs'][number]): Pair => ({ a: { k: a[0], n: a[1] }, b: { k: b[0], n: b[1] } });

describe('a difference and its parts', () => {
  it('are those of the definition', () => {
    for (const vector of reference<Vector>('composition')) {
      const pairs = vector.pairs.map(pairOf);
      const what = JSON.stringify(vector.pairs);
      const parts = decompose(pairs);
      if (vector.parts === null) expect(parts).toBe(null);
      for (const key of ['difference', 'within', 'mix'] as const) {
        if (vector.parts) expect(Math.abs(parts![key] - vector.parts[key]), what).toBeLessThan(1e-12);
      }
    }
  });

  it('add up', () => {
    const anyPairs = fc.array(fc.record({ a: anyCount(0, 50), b: anyCount(0, 50) }), { maxLength: 12 });
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const parts = decompose(pairs);
        if (parts) expect(parts.within + parts.mix).toBeCloseTo(parts.difference, 12);
      }),
    );
  });

  it('ask for counts', () => {
    const wrong = [{ a: { k: 3, n: 2 }, b: { k: 0, n: 1 } }];
    expect(() => decompose(wrong)).toThrow(RangeError);
  });
});

describe('a series without its mix', () => {
  const periods = [...Array(20).keys()];
  const many = { k: periods.map((t) => (t < 10 ? 90 : 10) * 0.5), n: periods.map((t) => (t < 10 ? 90 : 10)) };
  const few = { k: periods.map((t) => (t < 10 ? 10 : 90) * 0.1), n: periods.map((t) => (t < 10 ? 10 : 90)) };

  it('is flat where outlets only change places', () => {
    const { k, n } = withoutMix([many, few]);
    for (const t of periods) expect(k[t]! / n[t]!).toBeCloseTo(0.3, 3);
  });

  it('moves where outlets themselves do', () => {
    const moved = { ...few, k: few.n.map((cases, t) => cases * (t < 10 ? 0.1 : 0.4)) };
    const { k, n } = withoutMix([many, moved]);
    expect(k[15]! / n[15]! - k[5]! / n[5]!).toBeGreaterThan(0.05);
  });

  it('takes outlets too small for a share of their own together', () => {
    const singles = periods.slice(0, 10).map((t) => ({
      k: periods.map((at) => (at === t && t % 2 === 0 ? 1 : 0)),
      n: periods.map((at) => (at === t ? 1 : 0)),
    }));
    const { k } = withoutMix(singles);
    expect(Array.from(k).slice(0, 4)).toEqual([1, 0, 1, 0]);
  });

  it('keeps the cases, and is nothing of nothing', () => {
    expect([...withoutMix([many, few]).n]).toEqual(periods.map(() => 100));
    expect(withoutMix([])).toEqual({ k: new Float64Array(0), n: new Float64Array(0) });
    expect([...withoutMix([{ k: [0, 0], n: [0, 0] }]).k]).toEqual([0, 0]);
  });
});
