/** Change points of a series of shares, exactly and in less than quadratic time where there are many. */
import { binomialCost } from './binomial-cost.ts';

/** k of n in each period, in order of time. k need not be whole (see `season.ts`). */
export interface CountSeries {
  k: ArrayLike<number>;
  n: ArrayLike<number>;
}

export interface Segmentation {
  /** The periods at which a new level begins, ascending, as places in the series. */
  changes: number[];
  /** The costs of all segments, without penalties. */
  cost: number;
}

export interface PeltOptions {
  /** What each change must gain at the least, in units of -2 log likelihood; more than 0. */
  penalty: number;
  /** The least number of periods with cases in a segment; 2 by default, 1 or more. */
  minLength?: number;
}

/** Two and more, so that one odd period is no new level. */
export const MIN_LENGTH = 2;
/** Fifty years of days; time can grow with the square. */
const MAX_PERIODS = 20_000;

/**
 * The segmentation with the least sum of costs and penalties, by PELT (R. Killick, P. Fearnhead and I. A. Eckley, 2012),
 * each segment's cost being -2 log likelihood of its pooled share. Periods without cases cost nothing, are not
 * counted and begin no level. Of equally good segmentations it is one whose last change is earliest. Throws a
 * RangeError for a penalty or least length out of bounds and for more than 20,000 periods.
 */
export function pelt(series: CountSeries, { penalty, minLength = MIN_LENGTH }: PeltOptions): Segmentation {
  if (!(penalty > 0)) throw new RangeError(`no penalty: ${penalty}`);
  if (!(Number.isInteger(minLength) && minLength >= 1)) throw new RangeError(`no least length: ${minLength}`);
  if (series.n.length > MAX_PERIODS) throw new RangeError(`more than ${MAX_PERIODS} periods: ${series.n.length}`);
  const filled = filledPeriods(series);
  const sums = cumulated(series, filled);
  const { last } = optimalEnds(sums, penalty, minLength);
  const changes: number[] = [];
  let cost = 0;
  for (let end = filled.length; end > 0; end = last[end]!) {
    const start = last[end]!;
    cost += costBetween(sums, start, end);
    if (start > 0) changes.unshift(filled[start]!);
  }
  return { changes, cost };
}

/** The places of periods with cases. */
export function filledPeriods({ n }: CountSeries): number[] {
  return Array.from(n, (_, at) => at).filter((at) => n[at]! > 0);
}

/** Sums of k and n over the first 0, 1, 2 … of some periods. */
export interface Sums {
  k: Float64Array;
  n: Float64Array;
}

/** The sums over these periods of a series, in this order. */
export function cumulated({ k, n }: CountSeries, periods: ArrayLike<number>): Sums {
  const sums = { k: new Float64Array(periods.length + 1), n: new Float64Array(periods.length + 1) };
  for (let i = 0; i < periods.length; i++) {
    sums.k[i + 1] = sums.k[i]! + k[periods[i]!]!;
    sums.n[i + 1] = sums.n[i]! + n[periods[i]!]!;
  }
  return sums;
}

/** The cost of the segment from `start` up to, not including, `end`. */
export function costBetween({ k, n }: Sums, start: number, end: number): number {
  return binomialCost(k[end]! - k[start]!, n[end]! - n[start]!);
}

/** Sums that differ by less are taken as equal. */
const ROUNDING = 1e-9;

/**
 * For each end the start of its last segment in the best segmentation up to there, and the sum of costs and penalties of
 * the best segmentation of all. What is shorter than the least length is one segment. A start that is beaten by a
 * change at t is beaten at every end that leaves t a segment of its own, from t + minLength on: until then it is kept.
 */
export function optimalEnds(sums: Sums, penalty: number, minLength: number): { last: Int32Array; best: number } {
  const length = sums.n.length - 1;
  const best = new Float64Array(length + 1).fill(Infinity);
  const last = new Int32Array(length + 1);
  if (length < minLength) return { last, best: costBetween(sums, 0, length) };
  best[0] = -penalty;
  const starts = new Int32Array(length + 1);
  const beatenFrom = new Int32Array(length + 1);
  const values = new Float64Array(length + 1);
  let count = 0;
  for (let end = minLength; end <= length; end++) {
    starts[count] = end - minLength;
    beatenFrom[count++] = length + 1;
    let least = Infinity;
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const value = best[start]! + costBetween(sums, start, end);
      values[i] = value;
      if (value >= least) continue;
      least = value;
      last[end] = start;
    }
    best[end] = least + penalty;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      if (beatenFrom[i]! <= end + 1) continue;
      const beaten = values[i]! > best[end]! + ROUNDING;
      beatenFrom[kept] = beaten ? Math.min(beatenFrom[i]!, end + minLength) : beatenFrom[i]!;
      starts[kept++] = starts[i]!;
    }
    count = kept;
  }
  return { last, best: best[length]! };
}
