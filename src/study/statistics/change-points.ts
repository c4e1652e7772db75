/** The shifts of a series of shares that are more than noise: where, since when, how sure. */
import type { Count } from '../model.ts';
import { countOf, merged, refined, strideOf } from './coarse.ts';
import { confirm, likelyPlaces } from './confirm.ts';
import { fitLevels, type Levels } from './levels.ts';
import { type CountSeries, filledPeriods, MIN_LENGTH } from './pelt.ts';
import { type PenaltyStep, penaltySweep, SWEEP, stability } from './penalties.ts';
import { anyChangeP, blockLength, oneChangeP, type PermutationOptions, widening } from './permutation.ts';
import { randomFor } from './random.ts';

export interface ChangeOptions {
  seed: number;
  /** What the series is, e.g. the ids of measure and counting: each has a stream of chance of its own. */
  names: readonly string[];
  /** The most permutations of each test; 1,000 by default. See `drawsFor`. */
  draws?: number;
  /** Periods in a year, e.g. 12; their mean differences are taken out where there are three years. Null (default): never. */
  season?: number | null;
  /** The least number of periods with cases in a level; 2 by default. */
  minLength?: number;
}

export interface FoundChange {
  /** The first period of the new level, as a place in the series. */
  at: number;
  /** The first and last period at which the new level may have begun (95 %, by likelihood ratio; B. E. Hansen, 2000). */
  earliest: number;
  latest: number;
  /** What was counted in the level before and in the new one. */
  before: Count;
  after: Count;
  /** Of this change: the greater of the series' p-value and its own, Holm-adjusted over the changes of the series. */
  p: number;
  /** The share of the penalties swept at which it is found, 0 to 1. */
  stability: number;
}

export interface ChangeAnalysis {
  /** The permutation p-value of having any change. To be adjusted over the measures that are tested. */
  p: number;
  /** Those that hold by themselves (Holm-adjusted p ≤ 0.05 within the series); to be reported where `p`, adjusted, is too. */
  changes: FoundChange[];
  /** All that PELT finds at the usual penalty. */
  candidates: number[];
  /** The best segmentations from half to four times the usual penalty. */
  sweep: PenaltyStep[];
  fit: Omit<Levels, 'series' | 'changes'>;
  /** So many neighbouring periods were kept together in permutations. */
  block: number;
}

/**
 * Finds the changes of level of a series: PELT with a binomial cost and the BIC's penalty, scaled by the dispersion; a
 * permutation test of the whole; then, while any of the changes found does not hold against the levels beside it
 * by a test of its own, the weakest is dropped. Where neighbouring periods share noise that lasts, false alarms are
 * fewer than without regard to it, but more than stated: 9 % of series of 132 months whose shares vary by 4 points with a
 * correlation of 0.3, 15 % of 44 quarters, 18 % at 0.6 (24 to 64 % without). Series of more than 300 periods are searched in steps of several (see
 * `coarse.ts`). Null where there are cases in fewer than four periods (twice the least length). Counts need not be
 * whole (see `withoutMix`). Throws a RangeError for what is no count.
 */
export function findChanges(series: CountSeries, options: ChangeOptions): ChangeAnalysis | null {
  checkSeries(series);
  const stride = strideOf(series);
  if (stride === 1) return analyse(series, options);
  const season = options.season ? Math.round(options.season / stride) : null;
  const coarse = analyse(merged(series, stride), { ...options, season });
  return coarse && refined(series, coarse, stride);
}

function analyse(series: CountSeries, options: ChangeOptions): ChangeAnalysis | null {
  const { seed, names, draws = 1000, season = null, minLength = MIN_LENGTH } = options;
  const periods = filledPeriods(series).length;
  if (periods < 2 * minLength) return null;
  const { series: adjusted, changes: candidates, ...fit } = fitLevels(series, season, minLength);
  const random = (...more: string[]) => randomFor(seed, 'changes', ...names, ...more);
  const tests = (length: number): PermutationOptions => ({
    draws,
    minLength,
    block: blockLength(length, fit.longRun),
    widen: widening(periods, fit.seasonal?.length ?? 1),
    // Chance hardly gives a change at so high a penalty: with it 6,000 simulated series without a change gave not one alarm more.
    sure: SWEEP.to * fit.penalty,
  });
  const none = candidates.length === 0;
  const p = none ? 1 : anyChangeP(adjusted, fit.penalty, random('any'), tests(periods));
  const held = confirm(adjusted, candidates, minLength, (start, end) => {
    const part = sliceOf(adjusted, start, end);
    return oneChangeP(part, random('one', `${start}`, `${end}`), tests(filledPeriods(part).length));
  });
  const sweep = penaltySweep(adjusted, SWEEP.from * fit.penalty, SWEEP.to * fit.penalty, minLength);
  const changes = held.map(({ start, at, end, own }) => ({
    at,
    ...likelyPlaces(adjusted, { start, end }, fit.dispersion, minLength),
    before: countOf(series, start, at),
    after: countOf(series, at, end),
    p: Math.max(p, own),
    stability: stability(sweep, SWEEP.to * fit.penalty, at),
  }));
  return { p, changes, candidates, sweep, fit, block: blockLength(periods, fit.longRun) };
}

/** Holm's adjustment of m tests asks for p-values of 0.05 / m: twice as many draws as the least that can give one. */
export const DRAWS_A_TEST = 40;
export const drawsFor = (tests: number, draws = 1000): number => Math.max(draws, DRAWS_A_TEST * tests);

/** Adjusted counts may lie outside 0 to n. */
function checkSeries({ k, n }: CountSeries): void {
  if (k.length !== n.length) throw new RangeError(`${k.length} and ${n.length} periods are no series`);
  for (let at = 0; at < n.length; at++) {
    if (!(Number.isFinite(k[at]) && n[at]! >= 0 && n[at]! < Infinity))
      throw new RangeError(`${k[at]} of ${n[at]} is no count`);
  }
}

function sliceOf({ k, n }: CountSeries, start: number, end: number): CountSeries {
  const part = (column: ArrayLike<number>): number[] => Array.prototype.slice.call(column, start, end);
  return { k: part(k), n: part(n) };
}
