import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountRow, type Counts, totalOf } from '../../../src/study/analysis/counts.ts';
import { seriesOf, wholeSeries } from '../../../src/study/analysis/series.ts';
import { trendsOf } from '../../../src/study/analysis/trends.ts';
import type { Count, Counting, Dating, Group, Measure, Period } from '../../../src/study/model.ts';
import { benjaminiHochberg, holm } from '../../../src/study/statistics/adjust.ts';
import { integer, type Random, randomFor, uniform } from '../../../src/study/statistics/random.ts';
import { wilson } from '../../../src/study/statistics/wilson.ts';
import { measuresOf } from '../../../src/study/tables/measures.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';
import { countArbitrary } from './arbitrary.ts';

const YEARS = periodsBetween('year', '2014-01-01', '2021-12-31');
const MEASURES: Measure[] = measuresOf(['no-national-score']);
const OPTIONS = { draws: 100, seed: 1, dating: 'all' as const, isDrawn: () => true, correct: () => null };
const ALL: Group = { by: 'all', value: '' };

const rowsOf = (
  measure: string,
  cells: readonly Count[],
  counting: Counting,
  dating: Dating,
  group = ALL,
): CountRow[] => cells.map((count, i) => ({ measure, counting, dating, ...group, period: YEARS[i]!.id, ...count }));

/** Counts in which every article is an outlet and a story of its own. */
function countsOf(rows: readonly CountRow[]): Counts {
  const cells = (measure: string): Count[] => {
    const own = rows.filter((row) => row.measure === measure && row.by === 'all' && row.counting === 'article');
    return YEARS.map(({ id }) => own.find(({ period }) => period === id) ?? { k: 0, n: 0 });
  };
  const ones = ({ k, n }: Count): number[] => Array.from({ length: n }, (_, i) => (i < k ? 1 : 0));
  return {
    rows,
    outlets: (measure) =>
      cells(measure).map((cell) => {
        const k = ones(cell);
        return { cluster: k.map((_, i) => i), k, n: k.map(() => 1) };
      }),
    stories: (measure) =>
      cells(measure).map(({ k, n }) => [
        ...(k > 0 ? [{ k: 1, n: 1, clusters: k }] : []),
        ...(n > k ? [{ k: 0, n: 1, clusters: n - k }] : []),
      ]),
    names: [],
  };
}

const cellsArbitrary = fc.array(countArbitrary, { minLength: YEARS.length, maxLength: YEARS.length });

describe('a series', () => {
  test('has a point a period, with a share and intervals where there are cases', () => {
    fc.assert(
      fc.property(cellsArbitrary, (cells) => {
        const rows = rowsOf('frame:score', cells, 'article', 'all');
        const [series, ...others] = seriesOf(countsOf(rows), MEASURES, YEARS, OPTIONS);
        expect(others).toEqual([]);
        expect(series).toMatchObject({ measure: 'frame:score', counting: 'article', dating: 'all', group: ALL });
        expect(series!.points.map(({ period }) => period)).toEqual(YEARS.map(({ id }) => id));
        for (const [i, { k, n, share, wilson: interval, byOutlet, byStory, corrected }] of series!.points.entries()) {
          expect({ k, n }).toEqual(cells[i]);
          expect(interval).toEqual(wilson({ k, n }));
          expect(corrected).toBeNull();
          if (n === 0) expect([share, byOutlet, byStory]).toEqual([null, null, null]);
          else expect(share).toBe(k / n);
          // With fewer than two clusters there is nothing to draw from.
          if (n < 2) expect([byOutlet, byStory]).toEqual([null, null]);
          for (const drawn of [byOutlet, byStory]) {
            if (drawn === null) continue;
            expect(drawn.low).toBeGreaterThanOrEqual(0);
            expect(drawn.high).toBeLessThanOrEqual(1);
            expect(drawn.low).toBeLessThanOrEqual(drawn.high);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the same whatever the order of the rows, and comes in the order of the measures', () => {
    const groups: Group[] = [
      ALL,
      { by: 'outlet', value: 'B' },
      { by: 'outlet', value: 'A' },
      { by: 'outlet', value: null },
    ];
    const cells = YEARS.map((_, i) => ({ k: i, n: 10 + i }));
    const rows = groups.flatMap((group) => [
      ...rowsOf('label:supported', cells, 'story', 'all', group),
      ...rowsOf('frame:score', cells, 'story', 'all', group),
    ]);
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
    const series = seriesOf(countsOf(rows), MEASURES, YEARS, OPTIONS);
    expect(series.map(({ measure, group }) => [measure, group.by, group.value])).toEqual(
      ['frame:score', 'label:supported'].flatMap((measure) => [
        [measure, 'all', ''],
        [measure, 'outlet', 'A'],
        [measure, 'outlet', 'B'],
        [measure, 'outlet', null],
      ]),
    );
    fc.assert(
      fc.property(shuffled, (turned) => {
        expect(seriesOf(countsOf(turned), MEASURES, YEARS, OPTIONS)).toEqual(series);
      }),
      { numRuns: 20 },
    );
  });

  test('draws for all articles with the dates that the study goes by alone', () => {
    const cells = YEARS.map(() => ({ k: 5, n: 10 }));
    const rows = [
      ...rowsOf('frame:score', cells, 'article', 'all'),
      ...rowsOf('frame:score', cells, 'article', 'sure'),
      ...rowsOf('frame:score', cells, 'article', 'all', { by: 'outlet', value: 'A' }),
    ];
    const drawn = (options: Partial<typeof OPTIONS>): boolean[] =>
      seriesOf(countsOf(rows), MEASURES, YEARS, { ...OPTIONS, ...options }).map(({ points }) =>
        points.every(({ byOutlet, byStory }) => byOutlet !== null && byStory !== null),
      );
    // In the order: all dates, sure dates, the outlet.
    expect(drawn({})).toEqual([true, false, false]);
    expect(drawn({ dating: 'sure' as never })).toEqual([false, true, false]);
    expect(drawn({ isDrawn: () => false })).toEqual([false, false, false]);
  });

  test('is corrected where there is something to correct by, and not for groups', () => {
    const cells = YEARS.map((_, i) => ({ k: i, n: 2 * i }));
    const rows = [
      ...rowsOf('frame:score', cells, 'story', 'all'),
      ...rowsOf('frame:score', cells, 'story', 'all', { by: 'country', value: 'GB' }),
    ];
    const correct = (measure: string, k: number, n: number) => {
      expect(measure).toBe('frame:score');
      return n === 0 ? null : { value: k / n / 2, low: 0, high: 1 };
    };
    const [all, group] = seriesOf(countsOf(rows), MEASURES, YEARS, { ...OPTIONS, correct: correct as never });
    expect(all!.points.map(({ corrected }) => corrected?.value ?? null)).toEqual([null, ...Array(7).fill(0.25)]);
    expect(group!.points.every(({ corrected }) => corrected === null)).toBe(true);
  });

  test('of a measure that is not counted is not there', () => {
    const rows = rowsOf(
      'frame:unheard-of',
      YEARS.map(() => ({ k: 1, n: 2 })),
      'story',
      'all',
    );
    expect(seriesOf(countsOf(rows), MEASURES, YEARS, OPTIONS)).toEqual([]);
    expect(wholeSeries([], 'frame:score', 'story', 'all')).toBeNull();
  });
});

describe('intervals by story', () => {
  /** The part of all intervals by story that hold the share, in drawn corpora of one measure. */
  function held(name: string, storiesOfPeriod: number, share: number, copies: (random: Random) => number): number {
    let [holding, all] = [0, 0];
    for (let draw = 0; draw < 12; draw++) {
      const random = randomFor(draw, name);
      const stories = YEARS.map(() =>
        Array.from({ length: storiesOfPeriod }, () => {
          const n = copies(random);
          return { k: uniform(random) < share ? n : 0, n, clusters: 1 };
        }),
      );
      const rows = rowsOf('frame:score', stories.map(totalOf), 'article', 'all');
      const counts = { ...countsOf(rows), stories: () => stories };
      const [series] = seriesOf(counts, MEASURES, YEARS, { ...OPTIONS, draws: 300 });
      for (const { byStory } of series!.points) {
        all++;
        if (byStory!.low <= share && share <= byStory!.high) holding++;
      }
    }
    return holding / all;
  }

  // Of 96 intervals, each right with a chance of 0.95, fewer than 87 are in one corpus of seventy, and of 0.8 in most.
  test.each<[string, number, number]>([
    ['few', 15, 0.3],
    ['few with a rare frame', 30, 0.1],
    ['many', 100, 0.3],
  ])('hold the share where stories of uneven size are %s', (name, stories, share) => {
    const copies = (random: Random): number => (uniform(random) < 0.3 ? 2 + integer(random, 9) : 1);
    expect(held(name, stories, share, copies)).toBeGreaterThan(0.9);
  });

  test('hold it where no story has a copy', () => {
    expect(held('alone', 40, 0.3, () => 1)).toBeGreaterThan(0.9);
  });
});

describe('trends', () => {
  const FAMILY = ['frame:score', 'frame:trust', 'frame:spread'];
  const seriesFor = (cells: readonly (readonly Count[])[], periods: readonly Period[] = YEARS) => {
    const rows = FAMILY.flatMap((measure, i) => rowsOf(measure, cells[i]!, 'story', 'all'));
    return seriesOf(countsOf(rows), MEASURES, periods, { ...OPTIONS, isDrawn: () => false });
  };

  test('are of periods with articles, four and more, and adjusted within the family', () => {
    fc.assert(
      fc.property(fc.tuple(cellsArbitrary, cellsArbitrary, cellsArbitrary), (cells) => {
        const trends = trendsOf(seriesFor(cells), FAMILY, 'story', 'all');
        const filled = cells.map((each) => each.filter(({ n }) => n > 0).length);
        for (const { measure, periods, p, slope, slopeInterval } of trends) {
          expect(periods).toBe(filled[FAMILY.indexOf(measure)]);
          expect(periods).toBeGreaterThanOrEqual(4);
          expect([p >= 0, p <= 1, Number.isFinite(slope)]).toEqual([true, true, true]);
          if (slopeInterval) {
            expect(slopeInterval.low).toBeLessThanOrEqual(slope);
            expect(slopeInterval.high).toBeGreaterThanOrEqual(slope);
          }
        }
        const ps = trends.map(({ p }) => p);
        expect(trends.map((trend) => trend.holm)).toEqual(holm(ps));
        expect(trends.map((trend) => trend.bh)).toEqual(benjaminiHochberg(ps));
      }),
    );
  });

  test('tell rise from fall, and find none in what stays as it is', () => {
    const rising = YEARS.map((_, i) => ({ k: 10 + 10 * i, n: 100 }));
    const falling = [...rising].reverse();
    const level = YEARS.map((_, i) => ({ k: i % 2 === 0 ? 50 : 51, n: 100 }));
    const [up, down, none] = trendsOf(seriesFor([rising, falling, level]), FAMILY, 'story', 'all');
    expect([up!.slope, down!.slope]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(-0.1, 12)]);
    expect([up!.holm < 0.05, down!.holm < 0.05, none!.holm < 0.05]).toEqual([true, true, false]);
  });

  test('are none where there are too few periods, or no series', () => {
    const few = YEARS.map((_, i) => (i < 3 ? { k: i, n: 10 } : { k: 0, n: 0 }));
    expect(trendsOf(seriesFor([few, few, few]), FAMILY, 'story', 'all')).toEqual([]);
    expect(trendsOf([], FAMILY, 'story', 'all')).toEqual([]);
  });
});
