/** Which of the changes found hold by themselves, each against the levels beside it. */
import { holm } from './adjust.ts';
import { type CountSeries, costBetween, cumulated, filledPeriods } from './pelt.ts';
import { bestSplit } from './permutation.ts';

/** A change between its neighbours: `start` is where the level before begins, `end` where the new one ends. */
export interface Held {
  start: number;
  at: number;
  end: number;
  /** Its own p-value, Holm-adjusted over the changes of the series. */
  own: number;
}

const LEVEL = 0.05;

/**
 * Drops the weakest change and looks again, until all that are left have a Holm-adjusted p-value of 0.05 or less. After
 * a change is dropped, those beside it are put where the wider stretch is best split. `test` gives the p-value of a
 * change somewhere in a stretch.
 */
export function confirm(
  series: CountSeries,
  candidates: readonly number[],
  minLength: number,
  test: (start: number, end: number) => number,
): Held[] {
  const tested = new Map<string, number>();
  const cached = (start: number, end: number): number => {
    const key = `${start}-${end}`;
    const p = tested.get(key) ?? test(start, end);
    tested.set(key, p);
    return p;
  };
  let places = [...candidates];
  for (;;) {
    const windows = places.map((at, i) => ({ start: places[i - 1] ?? 0, at, end: places[i + 1] ?? series.n.length }));
    const adjusted = holm(windows.map(({ start, end }) => cached(start, end)));
    const weakest = adjusted.reduce<number>((worst, p, i) => (p! > (adjusted[worst] ?? 0) ? i : worst), 0);
    if (places.length === 0 || adjusted[weakest]! <= LEVEL) return windows.map((w, i) => ({ ...w, own: adjusted[i]! }));
    places = replaced(series, places.toSpliced(weakest, 1), weakest, minLength);
  }
}

/** The changes on either side of the one that was dropped from before `dropped`, where they now fit best. */
function replaced(series: CountSeries, places: number[], dropped: number, minLength: number): number[] {
  for (const i of [dropped - 1, dropped]) {
    if (places[i] === undefined) continue;
    const start = places[i - 1] ?? 0;
    const filled = filledPeriods(series).filter((at) => at >= start && at < (places[i + 1] ?? series.n.length));
    const best = bestSplit(cumulated(series, filled), minLength).at;
    if (best !== null) places[i] = filled[best]!;
  }
  return places;
}

/** 95 % of the likelihood ratio of a place of change: -2 ln(1 - √0.95) (B. E. Hansen, 2000). */
const PLACES_95 = 7.352;

/** The first and last place in a stretch at which its one change is not much less likely than at the best. */
export function likelyPlaces(
  series: CountSeries,
  { start, end }: Pick<Held, 'start' | 'end'>,
  dispersion: number,
  minLength: number,
): { earliest: number; latest: number } {
  const filled = filledPeriods(series).filter((at) => at >= start && at < end);
  const sums = cumulated(series, filled);
  const limit = bestSplit(sums, minLength).cost + PLACES_95 * dispersion;
  const likely = filled.filter((_, i) => {
    if (i < minLength || i > filled.length - minLength) return false;
    return costBetween(sums, 0, i) + costBetween(sums, i, filled.length) <= limit;
  });
  return { earliest: likely[0] ?? start, latest: likely.at(-1) ?? start };
}
