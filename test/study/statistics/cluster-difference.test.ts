import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterDifference } from '../../../src/study/statistics/cluster-difference.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  name: string;
  clusters: [[number, number], [number, number]][];
  value: number | null;
  low: number;
  high: number;
  t: number;
  df: number;
  p: number;
  linearised: number;
}

const vectors = reference<Vector>('cluster-difference');
const pairsOf = ({ clusters }: Vector) =>
  clusters.map(([a, b]) => ({ a: { k: a[0], n: a[1] }, b: { k: b[0], n: b[1] } }));
const anyPairs = fc.array(fc.record({ a: anyCount(0, 30), b: anyCount(0, 30) }), { maxLength: 30 });

describe('clusterDifference', () => {
  it.each(vectors)('equals the definition, case by case: $name', (vector) => {
    const result = clusterDifference(pairsOf(vector));
    if (vector.value === null) return expect(result).toBe(null);
    for (const key of ['value', 'low', 'high', 't', 'df', 'p'] as const) expectClose(result![key], vector[key], key);
  });

  it('is the linearised variance of survey sampling where clusters have one size', () => {
    const vector = vectors.find(({ name }) => name === 'clusters of one')!;
    const { value, t } = clusterDifference(pairsOf(vector))!;
    // statsmodels' variance is the sum of 12 clusters' part and 9 clusters' part, each m / (m - 1) too small.
    const of = (k: number, m: number) => (k / m) * (1 - k / m);
    const [a, b] = [of(4, 12) / 12, of(4, 9) / 9];
    expectClose(vector.linearised, Math.sqrt(a + b), 'statsmodels');
    expectClose(value / t, Math.sqrt((a * 12) / 11 + (b * 9) / 8), 'error');
  });

  it('does not depend on the order of clusters, and turns with the sides', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const one = clusterDifference(pairs);
        const reversed = clusterDifference([...pairs].reverse());
        const turned = clusterDifference(pairs.map(({ a, b }) => ({ a: b, b: a })));
        expect(reversed === null).toBe(one === null);
        expect(turned === null).toBe(one === null);
        if (one === null) return;
        for (const key of ['value', 'low', 'high', 'p'] as const) expect(reversed![key]).toBeCloseTo(one[key], 10);
        expectClose(reversed!.df, one.df, 'df', 1e-7);
        expect(turned!.low).toBeCloseTo(-one.high, 10);
        expect(turned!.p).toBeCloseTo(one.p, 10);
        expect(one.df).toBeGreaterThanOrEqual(1);
        expect(one.df).toBeLessThanOrEqual(one.clusters);
        expect(one.low <= one.value && one.value <= one.high && one.low >= -1 && one.high <= 1).toBe(true);
      }),
    );
  });

  it('takes clusters that are alike together', () => {
    const many = fc.array(fc.record({ a: anyCount(0, 5), b: anyCount(0, 5), clusters: fc.nat(5) }), { maxLength: 8 });
    fc.assert(
      fc.property(many, (patterns) => {
        const single = patterns.flatMap(({ a, b, clusters }) => Array.from({ length: clusters }, () => ({ a, b })));
        const [together, apart] = [clusterDifference(patterns), clusterDifference(single)];
        expect(together === null).toBe(apart === null);
        if (together === null) return;
        expect(together.clusters).toBe(apart!.clusters);
        expectClose(together.df, apart!.df, 'df', 1e-7);
        for (const key of ['value', 'low', 'high', 'p'] as const) expect(together[key]).toBeCloseTo(apart![key], 10);
      }),
    );
    const [a, b] = [
      { k: 1, n: 2 },
      { k: 1, n: 3 },
    ];
    for (const clusters of [-1, 0.5, Number.NaN])
      expect(() => clusterDifference([{ a, b, clusters }])).toThrow(RangeError);
  });

  it('counts cases as independent where what clusters have in common cancels out', () => {
    const alike = { a: { k: 0, n: 1 }, b: { k: 2, n: 2 }, clusters: 3 };
    const other = { a: { k: 0, n: 1 }, b: { k: 0, n: 2 }, clusters: 1 };
    const { df, value } = clusterDifference([alike, other])!;
    expect(value).toBe(0.75);
    expect(df).toBeGreaterThan(1);
    expect(df).toBeLessThanOrEqual(6);
  });

  it('takes a cluster of copies as no more than one case', () => {
    const cases = [0, 1, 1, 0, 1, 1, 1, 0].map((k) => ({ a: { k, n: 1 }, b: { k: 0, n: 0 } }));
    const others = [0, 1, 0, 0, 0, 0].map((k) => ({ a: { k: 0, n: 0 }, b: { k, n: 1 } }));
    const copied = [...cases, ...others].map(({ a, b }) => ({
      a: { k: a.k * 9, n: a.n * 9 },
      b: { k: b.k * 9, n: b.n * 9 },
    }));
    const [once, nine] = [clusterDifference([...cases, ...others])!, clusterDifference(copied)!];
    for (const key of ['value', 'low', 'high', 'df', 'p'] as const) expectClose(nine[key], once[key], key);
  });
});
