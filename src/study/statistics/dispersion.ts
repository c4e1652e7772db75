/** By how much the levels of a series vary more than independent cases would. */
import type { CountSeries } from './pelt.ts';

/** The pooled share of each of the levels that begin at these places, for every period; 0 where a level has no cases. */
export function segmentLevels({ k, n }: CountSeries, changes: readonly number[]): Float64Array {
  const levels = new Float64Array(n.length);
  for (const [i, start] of [0, ...changes].entries()) {
    const end = changes[i] ?? n.length;
    let sumK = 0;
    let sumN = 0;
    for (let at = start; at < end; at++) {
      sumK += k[at]!;
      sumN += n[at]!;
    }
    levels.fill(sumN === 0 ? 0 : sumK / sumN, start, end);
  }
  return levels;
}

/** Standardised differences between the shares of periods with cases and the levels; none where a level is 0 or 1. */
export function residuals({ k, n }: CountSeries, levels: ArrayLike<number>): number[] {
  const result: number[] = [];
  for (let at = 0; at < n.length; at++) {
    const variance = n[at]! * levels[at]! * (1 - levels[at]!);
    if (variance > 0) result.push((k[at]! - n[at]! * levels[at]!) / Math.sqrt(variance));
  }
  return result;
}

/**
 * The dispersion factor of a series with changes of level at these places: the greater of Pearson's chi-square over its
 * degrees of freedom (P. McCullagh and J. A. Nelder, 1989; one for each level and for each of `seasons` less one are
 * taken off) and the mean squared difference of neighbours, which a missed change hardly moves (J. von Neumann, 1941).
 * At the least 1: cases do not vary less than by chance.
 */
export function dispersion(series: CountSeries, changes: readonly number[], seasons = 1): number {
  const own = residuals(series, segmentLevels(series, changes));
  const free = own.length - changes.length - seasons;
  const pearson = free > 0 ? own.reduce((sum, z) => sum + z * z, 0) / free : 1;
  return Math.max(1, pearson, neighbourDispersion(series));
}

/** The mean squared difference of neighbouring shares over what independent cases of one share give; 1 where none differ. */
export function neighbourDispersion(series: CountSeries): number {
  const share = segmentLevels(series, [])[0] ?? 0;
  const filled = Array.from(series.n, (_, at) => at).filter((at) => series.n[at]! > 0);
  if (!(share > 0 && share < 1) || filled.length < 2) return 1;
  let sum = 0;
  for (let i = 1; i < filled.length; i++) {
    const [a, b] = [filled[i - 1]!, filled[i]!];
    const difference = series.k[b]! / series.n[b]! - series.k[a]! / series.n[a]!;
    sum += difference ** 2 / (share * (1 - share) * (1 / series.n[a]! + 1 / series.n[b]!));
  }
  return sum / (filled.length - 1);
}

/** Correlations beyond half a year of months are not looked for: a change of level would pass for one. */
const MOST_LAGS = 6;
/** One-sided 5 % of the normal distribution. */
const DOUBTFUL = 1.645;

/**
 * By how much the variance of means over many periods exceeds that of independent periods: 1 + 2 × the sum of the
 * autocorrelations, from the variogram, as differences of near periods know nothing of levels (compare S. Chakar and
 * others, 2017). 1 where near neighbours are not surely alike (one-sided 5 %), and with fewer than 14 periods, which cannot tell.
 */
export function longRunFactor(own: readonly number[]): number {
  const lags = Math.min(MOST_LAGS, Math.floor(own.length / 7));
  if (lags < 2) return 1;
  const variogram = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < own.length; i++) sum += (own[i]! - own[i - lag]!) ** 2;
    return sum / (2 * (own.length - lag));
  };
  const sill = (variogram(lags) + variogram(lags + 1) + variogram(lags + 2)) / 3;
  if (sill === 0) return 1;
  const correlation = (lag: number): number => 1 - variogram(lag) / sill;
  // The error of the sill, a mean of three, is part of it.
  if (correlation(1) <= DOUBTFUL * Math.sqrt((1 + 1 / 3) / own.length)) return 1;
  let factor = 1;
  for (let lag = 1; lag < lags; lag++) factor += 2 * correlation(lag);
  return Math.max(factor, (1 + correlation(1)) / (1 - correlation(1)));
}
