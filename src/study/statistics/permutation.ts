/**
 * Permutation tests of change: do the levels of a series lie further apart than in other orders of its periods? Periods
 * keep their counts, so what makes them vary more than chance does so in every order; periods without cases
 * stay where they are. Neighbours can be kept together in blocks, so that short correlation too is in every order.
 */
import { inSixteenths, TABLE_END } from './binomial-cost.ts';
import { segmentLevels } from './dispersion.ts';
import { type CountSeries, costBetween, cumulated, filledPeriods, optimalEnds, pelt, type Sums } from './pelt.ts';
import { type Random, shuffle } from './random.ts';

export interface PermutationOptions {
  /** The most orders that are drawn. */
  draws: number;
  /** The least number of periods in a segment. */
  minLength: number;
  /** So many neighbours stay together; 1 for none. See `blockLength`. */
  block: number;
  /** Deviations from the levels are made so many times as large in other orders; see `widening`. */
  widen: number;
  /** A change that gains so much is none of chance: its levels are not widened. Infinity (default): there is one level. */
  sure?: number;
}

/**
 * How many neighbouring periods to keep together: one, or, where correlation raises the variance of long means by
 * `longRun`, twice E. Carlstein's (1986) length for a first-order process of that variance, since a permutation needs more
 * than a variance does, as long as eight blocks are left. Blocks where none are needed would hide shifts that last no longer
 * than some blocks.
 */
export function blockLength(periods: number, longRun: number): number {
  const correlation = (longRun - 1) / (longRun + 1);
  const carlstein = Math.cbrt(((2 * correlation) / (1 - correlation ** 2)) ** 2 * periods);
  return Math.max(1, Math.min(Math.ceil(2 * carlstein), Math.floor(periods / 8)));
}

/**
 * The p-value of having any change: of orders whose best segmentation at this penalty costs no more than that of the
 * series itself. See `permutationP`.
 */
export function anyChangeP(series: CountSeries, penalty: number, random: Random, options: PermutationOptions): number {
  const costOf = (sums: Sums, scale: number): number => optimalEnds(sums, penalty * scale, options.minLength).best;
  return permutationP(series, random, options, costOf);
}

/**
 * The p-value of one change: of orders whose best split into two levels has a likelihood ratio no less than that of the
 * series. See `permutationP`.
 */
export function oneChangeP(series: CountSeries, random: Random, options: PermutationOptions): number {
  return permutationP(series, random, options, (sums) => bestSplit(sums, options.minLength).cost);
}

/** The split into two segments of at least this length with the least cost; without one, the cost of a single segment. */
export function bestSplit(sums: Sums, minLength: number): { at: number | null; cost: number } {
  const length = sums.n.length - 1;
  let best: { at: number | null; cost: number } = { at: null, cost: costBetween(sums, 0, length) };
  for (let at = minLength; at <= length - minLength; at++) {
    const cost = costBetween(sums, 0, at) + costBetween(sums, at, length);
    if (cost < best.cost) best = { at, cost };
  }
  return best;
}

/** When so many orders have reached the series no more are drawn: a p-value near 0.05 has then a standard error of 0.005. */
export const ENOUGH = 100;
/** Costs that differ by less are taken as equal. */
const ROUNDING = 1e-9;

/**
 * (1 + orders that cost no more than the series itself) / (1 + orders), exact however few are drawn (B. Phipson and G. K.
 * Smyth, 2010); once 100 have, 100 / orders, as exact (J. Besag and P. Clifford, 1991).
 */
function permutationP(
  original: CountSeries,
  random: Random,
  { draws, block, widen, minLength, sure = Infinity }: PermutationOptions,
  costOf: (sums: Sums, scale: number) => number,
): number {
  const scale = scaleOf(original);
  const periods = filledPeriods(original);
  const limit = costOf(cumulated(scaled(original, scale), periods), scale) + ROUNDING;
  const levels = widen === 1 || sure === Infinity ? [] : pelt(original, { penalty: sure, minLength }).changes;
  const series = scaled(widened(original, levels, widen), scale);
  const starts = Array.from({ length: Math.ceil(periods.length / block) }, (_, i) => i * block);
  const order = [...periods];
  let reached = 0;
  for (let draw = 1; draw <= draws; draw++) {
    shuffle(random, starts);
    let filled = 0;
    for (const start of starts) {
      const end = Math.min(start + block, periods.length);
      for (let i = start; i < end; i++) order[filled++] = periods[i]!;
    }
    if (costOf(cumulated(series, order), scale) <= limit) reached++;
    if (reached === ENOUGH) return ENOUGH / draw;
  }
  return (1 + reached) / (1 + draws);
}

/**
 * Costs grow with counts in proportion. Counts that add up to more than can be looked up are made smaller, to sixteenths;
 * the test is then of the series so rounded, and as exact.
 */
const scaleOf = ({ n }: CountSeries): number => Math.min(1, (TABLE_END - n.length) / sumOf(n));

function scaled({ k, n }: CountSeries, scale: number): CountSeries {
  const smaller = (column: ArrayLike<number>) => Float64Array.from(column, (count) => inSixteenths(count * scale));
  return { k: smaller(k), n: smaller(n) };
}

/**
 * Where the means of seasons were taken out of a series, periods vary less than before, but levels do not: other orders have
 * to vary as the series would, had its seasons been known.
 */
export const widening = (periods: number, seasons: number): number =>
  Math.sqrt((periods - 1) / Math.max(1, periods - seasons));

/**
 * Levels that are there stay as they are: widened, a step of 36 points in 44 quarters would let orders with a step more gain as
 * much as the series itself, and be missed in 5 % of series.
 */
function widened({ k, n }: CountSeries, changes: readonly number[], by: number): CountSeries {
  if (by === 1) return { k, n };
  const levels = segmentLevels({ k, n }, changes);
  return { k: Float64Array.from(k, (count, at) => n[at]! * levels[at]! + by * (count - n[at]! * levels[at]!)), n };
}

function sumOf(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum;
}
