/** The levels of a series of shares: its change points at the usual penalty, season and dispersion being estimated too. */
import { dispersion, longRunFactor, neighbourDispersion, residuals, segmentLevels } from './dispersion.ts';
import { type CountSeries, cumulated, filledPeriods, pelt } from './pelt.ts';
import { bicPenalty } from './penalties.ts';
import { bestSplit } from './permutation.ts';
import { movingLevels, seasonalEffects, withoutSeason } from './season.ts';

export interface Levels {
  /** The series less its season, where it has one. */
  series: CountSeries;
  changes: number[];
  /** How many times as much as independent cases the shares vary, memory included where the penalty allows for it. */
  dispersion: number;
  /** By how much correlation of neighbours raises the variance of means over many periods. */
  longRun: number;
  /** What each change gains at the least. */
  penalty: number;
  /** The additive effects of the seasons, in order of the series; null where none was taken out. */
  seasonal: number[] | null;
}

/** Fewer years cannot tell a season from a shift. */
export const LEAST_YEARS = 3;
/** Season, dispersion and changes settle within these; further rounds change nothing in simulations. */
const ROUNDS = 3;

/** `season` is the number of periods in a year; it is taken out where the series has three years or more, null: never. */
export function fitLevels(series: CountSeries, season: number | null, minLength: number): Levels {
  if (season === null || series.n.length < LEAST_YEARS * season) return settle(series, null, minLength);
  let effects = seasonalEffects(series, movingLevels(series, season), season);
  for (let round = 1; ; round++) {
    const adjusted = withoutSeason(series, effects);
    const found = settle(adjusted, [...effects], minLength);
    if (round === ROUNDS) return found;
    effects = seasonalEffects(series, segmentLevels(adjusted, found.changes), season);
  }
}

/**
 * What varies slowly can be levels or memory: noise that neighbouring periods share. Where the series shows correlation
 * beyond its two plainest changes, it is also fitted with a penalty that allows for it, and the fit with the lesser BIC is
 * taken, in which both have the memory that is left in their residuals.
 */
function settle(series: CountSeries, seasonal: number[] | null, minLength: number): Levels {
  const left = (changes: readonly number[]): number => longRunFactor(residuals(series, segmentLevels(series, changes)));
  const plain = fitWith(series, seasonal, minLength, 1);
  const memory = left(roughChanges(series, minLength));
  if (memory > 1) {
    const allowing = fitWith(series, seasonal, minLength, memory);
    const other = `${allowing.changes}` !== `${plain.changes}`;
    if (other && criterion(series, allowing.changes) <= criterion(series, plain.changes)) return allowing;
  }
  return { ...plain, longRun: left(plain.changes) };
}

function fitWith(series: CountSeries, seasonal: number[] | null, minLength: number, longRun: number): Levels {
  const periods = filledPeriods(series).length;
  let factor = Math.max(1, neighbourDispersion(series));
  for (let round = 1; ; round++) {
    const penalty = bicPenalty(periods) * factor * longRun;
    const { changes } = pelt(series, { penalty, minLength });
    if (round === ROUNDS) return { series, changes, dispersion: factor * longRun, longRun, penalty, seasonal };
    factor = dispersion(series, changes, seasonal?.length);
  }
}

/** The BIC of levels with first-order autoregressive residuals, up to what all fits of a series have in common. */
function criterion(series: CountSeries, changes: readonly number[]): number {
  const levels = segmentLevels(series, changes);
  const [share] = segmentLevels(series, []);
  const own = filledPeriods(series).map(
    (at) => (series.k[at]! - series.n[at]! * levels[at]!) / Math.sqrt(series.n[at]! * share! * (1 - share!)),
  );
  const product = (lag: number): number => own.slice(lag).reduce((sum, z, i) => sum + z * own[i]!, 0);
  if (product(0) === 0) return -Infinity;
  const memory = Math.max(0, product(1) / product(0));
  return own.length * Math.log(product(0) * (1 - memory ** 2)) + bicPenalty(own.length) * changes.length;
}

/** Short series spend less on it. */
const TWO_FROM = 30;

/**
 * The one or (from 30 periods on) two most likely changes, one after the other: what is left without them shows correlation that
 * is not due to levels, while the many changes that correlation feigns would hide it.
 */
function roughChanges(series: CountSeries, minLength: number): number[] {
  const filled = filledPeriods(series);
  const sums = cumulated(series, filled);
  const first = bestSplit(sums, minLength).at;
  if (first === null) return [];
  const second = filled.length < TWO_FROM ? null : secondSplit(series, filled, first, minLength);
  return [first, ...(second === null ? [] : [second])].sort((a, b) => a - b).map((at) => filled[at]!);
}

function secondSplit(series: CountSeries, filled: number[], first: number, minLength: number): number | null {
  const gains = [filled.slice(0, first), filled.slice(first)].map((part, i) => {
    const sums = cumulated(series, part);
    const { at, cost } = bestSplit(sums, minLength);
    return { at: at === null ? null : at + i * first, gain: bestSplit(sums, part.length).cost - cost };
  });
  return gains[0]!.gain >= gains[1]!.gain ? gains[0]!.at : gains[1]!.at;
}
