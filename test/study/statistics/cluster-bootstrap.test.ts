import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterInterval, designEffect } from '../../../src/study/statistics/cluster-bootstrap.ts';
import { clusterPatterns } from '../../../src/study/statistics/cluster-sample.ts';
import { likeness } from '../../../src/study/statistics/likeness.ts';
import { randomFor } from '../../../src/study/statistics/random.ts';
import { wilson } from '../../../src/study/statistics/wilson.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  k: number[];
  n: number[];
  effect: number | null;
  interval: [number, number] | null;
}

const anyPatterns = fc.array(
  fc.record({ count: anyCount(0, 9), clusters: fc.integer({ min: 0, max: 30 }) }).map(({ count, clusters }) => ({
    ...count,
    clusters,
  })),
  { maxLength: 8 },
);
const total = (patterns: { clusters: number; n: number }[]) =>
  patterns.reduce((sum, { clusters, n }) => sum + (n > 0 ? clusters : 0), 0);

describe('the design effect', () => {
  it('is that of leaving out one cluster after the other', () => {
    for (const { k, n, effect } of reference<Vector>('cluster-bootstrap'))
      expectClose(designEffect(clusterPatterns(k, n)), effect, `${k} of ${n}`);
  });
});

describe('the cluster bootstrap', () => {
  it('has the interval of another implementation, but for the error of both samples', () => {
    for (const { k, n, interval } of reference<Vector>('cluster-bootstrap')) {
      const found = clusterInterval(clusterPatterns(k, n), randomFor(1, 'reference', `${k} ${n}`), { draws: 10_000 });
      if (interval === null) {
        expect(found).toBe(null);
        continue;
      }
      const error = 0.05 * (interval[1] - interval[0]);
      expect(Math.abs(found!.low - interval[0]), `${k} of ${n}`).toBeLessThan(error);
      expect(Math.abs(found!.high - interval[1]), `${k} of ${n}`).toBeLessThan(error);
    }
  });

  it('holds the share and lies within 0 and 1, or is null for fewer than two clusters', () => {
    const anyLikeness = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(anyPatterns, fc.integer(), anyLikeness, (patterns, seed, alike) => {
        const interval = clusterInterval(patterns, randomFor(seed), { draws: 50, likeness: alike });
        if (total(patterns) < 2) {
          expect(interval).toBe(null);
          return;
        }
        const sum = (of: 'k' | 'n') => patterns.reduce((all, one) => all + one.clusters * one[of], 0);
        const share = sum('k') / sum('n');
        expect(interval!.low).toBeGreaterThanOrEqual(0);
        expect(interval!.low).toBeLessThanOrEqual(share + 1e-12);
        expect(interval!.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(interval!.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes single cases as independent where all clusters have one and many are there', () => {
    const patterns = [
      { k: 1, n: 1, clusters: 3000 },
      { k: 0, n: 1, clusters: 7000 },
    ];
    const plain = wilson({ k: 3000, n: 10_000 })!;
    const found = clusterInterval(patterns, randomFor(1))!;
    expect(found.low).toBeCloseTo(plain.low, 4);
    expect(found.high).toBeCloseTo(plain.high, 4);
  });

  it('is wide where clusters are of one mind', () => {
    const alike = [
      { k: 20, n: 20, clusters: 6 },
      { k: 0, n: 20, clusters: 6 },
    ];
    const found = clusterInterval(alike, randomFor(1))!;
    const clusters = wilson({ k: 6, n: 12 })!;
    expect(found.high - found.low).toBeGreaterThan(0.9 * (clusters.high - clusters.low));
  });

  it('counts clusters instead of cases where few of them are wholly alike', () => {
    const none = [{ k: 0, n: 30, clusters: 8 }];
    expect(clusterInterval(none, randomFor(1), { likeness: 1 })).toEqual(wilson({ k: 0, n: 8 }));
    expect(clusterInterval(none, randomFor(1), { likeness: 0 })).toEqual(wilson({ k: 0, n: 240 }));
    expect(clusterInterval(none, randomFor(1))).toEqual(wilson({ k: 0, n: 240 }));
  });

  it('depends on the stream of chance alone', () => {
    const { patterns } = { patterns: clusterPatterns([3, 5, 1, 0, 4, 4], [9, 8, 7, 9, 5, 6]) };
    const of = (name: string) => clusterInterval(patterns, randomFor(1, name));
    expect(of('a')).toEqual(of('a'));
    expect(of('a')).not.toEqual(of('b'));
  });

  it('asks for counts', () => {
    for (const pattern of [
      { k: 3, n: 2, clusters: 1 },
      { k: 1, n: 2, clusters: -1 },
      { k: 1, n: 2, clusters: 0.5 },
      { k: Number.NaN, n: 2, clusters: 1 },
    ])
      expect(() => clusterInterval([pattern], randomFor(1))).toThrow(RangeError);
  });
});

describe('likeness', () => {
  it('is that of all pairs', () => {
    for (const vector of reference<{ periods: [number, number][][]; likeness: number | null }>('likeness')) {
      const periods = vector.periods.map((clusters) =>
        clusterPatterns(
          clusters.map(([k]) => k),
          clusters.map(([, n]) => n),
        ),
      );
      const found = likeness(periods);
      if (vector.likeness === 0 || vector.likeness === null) expect(found).toBe(vector.likeness);
      else expectClose(found, vector.likeness, JSON.stringify(vector.periods));
    }
  });

  it('is 1 for copies and near 0 for cases that know nothing of each other', () => {
    const copies = [
      [
        { k: 4, n: 4, clusters: 5 },
        { k: 0, n: 2, clusters: 9 },
      ],
    ];
    expect(likeness(copies)).toBe(1);
    // Of pairs of a fair coin.
    const pairs = [
      { k: 0, n: 2, clusters: 250 },
      { k: 1, n: 2, clusters: 500 },
      { k: 2, n: 2, clusters: 250 },
    ];
    expect(likeness([pairs])).toBeLessThan(0.01);
  });
});
