import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf } from '../../../src/study/analysis/changes.ts';
import { type OutletCounts, totalOf } from '../../../src/study/analysis/counts.ts';
import { partsOf } from '../../../src/study/analysis/within-outlets.ts';
import type { ChangePoint, Count, Series, StudyOptions } from '../../../src/study/model.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';
import { countArbitrary } from './arbitrary.ts';

const QUARTERS = periodsBetween('quarter', '2016-01-01', '2020-12-31');
const HALF = 10;
const OPTIONS: StudyOptions = { unit: 'year', draws: 200, seed: 1, sureDates: false };

/** What outlets count in a period, by their rank; those without cases are left out. */
const cells = (counts: readonly Count[]): OutletCounts => {
  const filled = [...counts.entries()].filter(([, { n }]) => n > 0);
  return {
    cluster: filled.map(([outlet]) => outlet),
    k: filled.map(([, { k }]) => k),
    n: filled.map(([, { n }]) => n),
  };
};
const of = (share: number, n: number): Count => ({ k: Math.round(share * n), n });

function changes(periods: readonly Count[][]): ChangePoint[] {
  const points = periods.map((counts, i) => {
    const { k, n } = totalOf(counts);
    const nothing = { wilson: null, byOutlet: null, byStory: null, corrected: null };
    return { period: QUARTERS[i]!.id, k, n, share: n === 0 ? null : k / n, ...nothing };
  });
  const group = { by: 'all', value: '' } as const;
  const series: Series[] = [{ measure: 'frame:score', counting: 'story', dating: 'all', group, points }];
  return changesOf(series, ['frame:score'], 'story', 'all', OPTIONS, () => periods.map(cells));
}

/** Noise of one case in ten, the same in every run, so that there is something to permute. */
const wobble = (share: number, n: number, i: number): Count => of(share + ((i % 3) - 1) * 0.02, n);

describe('a shift', () => {
  test('of all outlets alike is within them', () => {
    const [shift, ...others] = changes(
      QUARTERS.map((_, i) => [0.2, 0.3].map((share) => wobble(share + (i < HALF ? 0 : 0.3), 40, i))),
    );
    expect(others).toEqual([]);
    expect(shift!.holm).toBeLessThanOrEqual(0.05);
    expect(shift!.outlets).toMatchObject({ within: expect.closeTo(0.3, 2), mix: expect.closeTo(0, 12) });
  });

  test('of the mix alone is none within outlets', () => {
    const [shift] = changes(
      QUARTERS.map((_, i) => [wobble(0.2, i < HALF ? 70 : 10, i), wobble(0.7, i < HALF ? 10 : 70, i)]),
    );
    expect(shift!.holm).toBeLessThanOrEqual(0.05);
    expect(Math.abs(shift!.outlets!.within)).toBeLessThan(0.02);
    expect(shift!.outlets!.mix).toBeGreaterThan(0.3);
  });

  test('has no parts where there is one outlet, or outlets are not known', () => {
    const [shift] = changes(QUARTERS.map((_, i) => [wobble(i < HALF ? 0.2 : 0.6, 60, i)]));
    expect(shift).toMatchObject({ outlets: null });
    expect(partsOf([], { start: 0, at: 0, end: 0 })).toBeNull();
  });

  test('of many small outlets is within them together, though each is on one side alone', () => {
    const [shift] = changes(
      QUARTERS.map((_, i) => [
        wobble(i < HALF ? 0.2 : 0.6, 40, i),
        ...QUARTERS.map((_, outlet) => (outlet === i ? of(i < HALF ? 0.2 : 0.6, 20) : of(0, 0))),
      ]),
    );
    expect(shift!.outlets!.within).toBeGreaterThan(0.35);
    expect(Math.abs(shift!.outlets!.mix)).toBeLessThan(0.02);
  });

  test('is the sum of its parts', () => {
    const counts = fc.array(countArbitrary, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, counts, (...periods) => {
        const parts = partsOf(periods.map(cells), { start: 0, at: 1, end: 3 });
        const [before, after] = [totalOf(periods[0]), totalOf(periods.slice(1).flat())];
        if (parts) expect(parts.within + parts.mix).toBeCloseTo(after.k / after.n - before.k / before.n, 12);
      }),
    );
  });
});
