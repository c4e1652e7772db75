/** The Mann-Kendall test corrected for autocorrelation. */
import { type MannKendall, mannKendall, type PeriodValues, present, significance } from './mann-kendall.ts';
import { criticalZ } from './normal.ts';
import { ranksOf } from './ranks.ts';
import { senSlope } from './theil-sen.ts';

export interface HamedRao extends MannKendall {
  /** What autocorrelation multiplies the variance of S by; `varS`, `z` and `p` are after it. */
  factor: number;
}

export interface HamedRaoOptions {
  /** Lags looked at, from 1 up; by default all n - 1, as pymannkendall does. K. H. Hamed and A. R. Rao speak of 3. */
  lags?: number;
  /** The least factor, by default 0: any. At 1 the correction can widen alone. */
  leastFactor?: number;
  /** The Theil-Sen slope of the same values, where it is known already. */
  slope?: number;
}

/** Autocorrelations count where they are significant at 5 %, each by itself, as Hamed and Rao propose. */
const SIGNIFICANT = 0.95;

/**
 * The test of Hamed and Rao (1998): the variance of S is multiplied by a factor from the significant autocorrelations of
 * the ranks of the values less their Theil-Sen line. Equals pymannkendall's `hamed_rao_modification_test`, which lets
 * values on either side of a missing period be neighbours, except where nothing is left beside the line: that has no
 * autocorrelation, and the factor is 1, not NaN. Null with fewer than three values, with more than MAX_PERIODS, and where
 * the factor is not above 0, which many lags can lead to.
 *
 * With all lags and any factor, false alarms at 5 % were 8 to 9 % for independent shares of 11 to 132 periods, since chance
 * autocorrelations narrow the variance; with 3 lags and a least factor of 1 they were 4 to 5 %, and never more frequent
 * where periods were truly correlated (at 0.6 and 132 periods: 8 % against 14 %, and 24 % without a correction). Few
 * periods hide autocorrelation from the test: at 0.6 and 20 periods all its forms give 23 % and more.
 */
export function hamedRao(values: PeriodValues, options: HamedRaoOptions = {}): HamedRao | null {
  const { lags = Infinity, leastFactor = 0, slope = senSlope(values) } = options;
  const plain = mannKendall(values);
  if (plain === null || plain.n < 3 || slope === null) return null;
  const factor = Math.max(leastFactor, factorOf(present(values), slope, lags));
  if (!(factor > 0)) return null;
  const varS = plain.varS * factor;
  return { ...plain, factor, varS, ...significance(plain.s, varS) };
}

function factorOf(values: readonly number[], slope: number, lags: number): number {
  const n = values.length;
  const residuals = values.map((value, i) => value - (i + 1) * slope);
  const ranks = ranksOf(residuals).average;
  const centred = ranks.map((rank) => rank - (n + 1) / 2);
  const variance = product(centred, 0);
  if (variance === 0) return 1;
  const bound = criticalZ(SIGNIFICANT) / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag <= Math.min(lags, n - 1); lag++) {
    const correlation = product(centred, lag) / variance;
    if (Math.abs(correlation) > bound) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}

function product(centred: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!;
  return sum;
}
