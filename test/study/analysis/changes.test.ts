import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf } from '../../../src/study/analysis/changes.ts';
import type { Count, Series, StudyOptions } from '../../../src/study/model.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';
import { countArbitrary } from './arbitrary.ts';

const QUARTERS = periodsBetween('quarter', '2016-01-01', '2020-12-31');
const OPTIONS: StudyOptions = { unit: 'quarter', draws: 200, seed: 1, sureDates: false };
const FAMILY = ['frame:score', 'frame:trust'];

const seriesOf = (measure: string, cells: readonly Count[]): Series => ({
  measure,
  counting: 'story',
  dating: 'all',
  group: { by: 'all', value: '' },
  points: cells.map(({ k, n }, i) => {
    const nothing = { wilson: null, byOutlet: null, byStory: null, corrected: null };
    return { period: QUARTERS[i]!.id, k, n, share: n === 0 ? null : k / n, ...nothing };
  }),
});
const changes = (cells: readonly (readonly Count[])[], options = OPTIONS) =>
  changesOf(
    FAMILY.map((measure, i) => seriesOf(measure, cells[i]!)),
    FAMILY,
    'story',
    'all',
    options,
    null,
  );

const level = (share: number): Count => ({ k: Math.round(share * 40), n: 40 });
const STEP = QUARTERS.map((_, i) => level((i < 12 ? 0.25 : 0.6) + (i % 3) * 0.025));
const STILL = QUARTERS.map((_, i) => level(0.4 + (i % 3) * 0.025));

describe('shifts', () => {
  test('are found where they are, with what was counted before and after', () => {
    const [shift, ...others] = changes([STEP, STILL]);
    expect(others.filter(({ holm }) => holm <= 0.05)).toEqual([]);
    expect(shift).toMatchObject({ measure: 'frame:score', counting: 'story', dating: 'all', period: '2019-Q1' });
    expect(shift!.before.n + shift!.after.n).toBe(40 * QUARTERS.length);
    expect(shift!.before.k + shift!.after.k).toBe(STEP.reduce((sum, { k }) => sum + k, 0));
    expect(shift!.holm).toBeLessThanOrEqual(0.05);
  });

  test('are the same with the same seed, and in a series with a missing period', () => {
    expect(changes([STEP, STILL])).toEqual(changes([STEP, STILL]));
    const gap = STEP.map((cell, i) => (i === 6 ? { k: 0, n: 0 } : cell));
    expect(changes([gap, STILL])[0]).toMatchObject({ measure: 'frame:score', period: '2019-Q1' });
  });

  test('are none of nothing', () => {
    const nothing = QUARTERS.map(() => ({ k: 0, n: 0 }));
    const zero = QUARTERS.map(() => ({ k: 0, n: 30 }));
    const all = QUARTERS.map(() => ({ k: 30, n: 30 }));
    expect(changes([nothing, zero])).toEqual([]);
    expect(changes([all, nothing])).toEqual([]);
    expect(changesOf([], FAMILY, 'story', 'all', OPTIONS, null)).toEqual([]);
  });

  test('of any counts are within the series, in order, with p-values that are such', () => {
    const cells = fc.array(countArbitrary, { minLength: QUARTERS.length, maxLength: QUARTERS.length });
    fc.assert(
      fc.property(fc.tuple(cells, cells), (both) => {
        const found = changes(both, { ...OPTIONS, draws: 100 });
        for (const measure of FAMILY) {
          const own = found.filter((change) => change.measure === measure);
          const places = own.map(({ period }) => QUARTERS.findIndex(({ id }) => id === period));
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          for (const [i, { before, after, p, holm, stability }] of own.entries()) {
            expect(places[i]).toBeGreaterThan(0);
            expect(before.n).toBeGreaterThan(0);
            expect(after.n).toBeGreaterThan(0);
            expect([p > 0, p <= 1, holm >= p, holm <= 1]).toEqual([true, true, true, true]);
            expect(stability).toBeGreaterThanOrEqual(0);
            expect(stability).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
