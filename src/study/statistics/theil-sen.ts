/** The Theil-Sen line: the median slope over all pairs of periods. */
import type { Interval } from '../model.ts';
import type { PeriodValues } from './mann-kendall.ts';
import { criticalZ } from './normal.ts';
import { ranksOf, tieTerm } from './ranks.ts';
import { median, select } from './select.ts';

/**
 * The most periods with a value that a line is worked out for: 11 years of days. Their 8.4 million slopes take 70 MB and
 * a third of a second. More periods get no line; a longer period serves them better.
 */
export const MAX_PERIODS = 4_096;

export interface TheilSen {
  /** Periods with a value. */
  n: number;
  /** Change a period. */
  slope: number;
  /** The line's value at the first period, number 0: median of values less slope times median of periods. */
  intercept: number;
  /** Of the slope; null where there are too few pairs for one of that level. */
  interval: Interval | null;
}

/**
 * The line of H. Theil (1950) with the interval of P. K. Sen (1968), from the variance of Kendall's S with ties, as
 * `scipy.stats.theilslopes` has them. Periods are numbered from 0; those without a value are left out, and keep their
 * number, so that a slope over a gap is by its true length. Null with fewer than two values or more than MAX_PERIODS.
 * The interval is null where Sen's ranks lie beyond the least and the greatest slope (SciPy gives these two), as with
 * fewer than four values that differ. `level` is 0.95 by default. Throws a RangeError for a value that is not finite.
 */
export function theilSen(values: PeriodValues, level = 0.95): TheilSen | null {
  const z = criticalZ(level);
  const slopes = slopesOf(values);
  if (slopes === null) return null;
  const [times, heights] = points(values);
  const n = heights.length;
  const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(ranksOf(heights).sizes)) / 18;
  const slope = median(slopes);
  return {
    n,
    slope,
    intercept: median(heights) - slope * median(times),
    interval: senInterval(slopes, z * Math.sqrt(variance)),
  };
}

/** The median slope alone; null as above. */
export function senSlope(values: PeriodValues): number | null {
  const slopes = slopesOf(values);
  return slopes === null ? null : median(slopes);
}

/** Numbers and values of the periods that have one. */
function points(values: PeriodValues): [times: Float64Array, heights: Float64Array] {
  const times = [...values.keys()].filter((i) => values[i] !== null);
  return [Float64Array.from(times), Float64Array.from(times, (i) => values[i]!)];
}

function slopesOf(values: PeriodValues): Float64Array | null {
  const [times, heights] = points(values);
  const n = times.length;
  if (!heights.every(Number.isFinite)) throw new RangeError('a trend needs finite values');
  if (n < 2 || n > MAX_PERIODS) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let next = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) slopes[next++] = (heights[j]! - heights[i]!) / (times[j]! - times[i]!);
  }
  return slopes;
}

/**
 * The slopes at Sen's ranks, `spread` being z times the standard error of S. Reorders the slopes, the upper half of which
 * must already stand behind the lower, as `median` leaves them.
 */
function senInterval(slopes: Float64Array, spread: number): Interval | null {
  const { length } = slopes;
  if (spread > length) return null;
  const middle = length >> 1;
  const low = Math.max(roundHalfEven((length - spread) / 2) - 1, 0);
  const high = Math.min(roundHalfEven((length + spread) / 2), length - 1);
  return { low: select(slopes, low, 0, middle), high: select(slopes, high, middle) };
}

/** As NumPy rounds. */
function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}
