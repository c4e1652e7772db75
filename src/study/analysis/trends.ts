/** Trends of tested measures. Pure. */
import type { Counting, Dating, Series, Trend } from '../model.ts';
import { benjaminiHochberg, holm } from '../statistics/adjust.ts';
import { hamedRao } from '../statistics/hamed-rao.ts';
import { theilSen } from '../statistics/theil-sen.ts';
import { wholeSeries } from './series.ts';

/** With fewer periods even a trend without exception is no surprise: of three, one order in three is one. */
export const LEAST_PERIODS = 4;
/** Lags of the autocorrelation that is corrected for, as K. H. Hamed and A. R. Rao (1998) have it; more add noise in short series. */
export const LAGS = 3;

/** The trend of each measure of a family that has periods enough, its p-values adjusted within the family. */
export function trendsOf(
  series: readonly Series[],
  family: readonly string[],
  counting: Counting,
  dating: Dating,
): Trend[] {
  const found = family.flatMap((measure) => {
    const trend = trendOf(wholeSeries(series, measure, counting, dating));
    return trend ? [{ measure, counting, dating, ...trend }] : [];
  });
  const ps = found.map(({ p }) => p);
  const [byHolm, byBh] = [holm(ps), benjaminiHochberg(ps)];
  return found.map((trend, i) => ({ ...trend, holm: byHolm[i]!, bh: byBh[i]! }));
}

type Untested = Omit<Trend, 'measure' | 'counting' | 'dating' | 'holm' | 'bh'>;

function trendOf(series: Series | null): Untested | null {
  if (!series) return null;
  const shares = series.points.map(({ share }) => share);
  const periods = shares.filter((share) => share !== null).length;
  const line = periods < LEAST_PERIODS ? null : theilSen(shares);
  // The correction may only widen: in a short series a chance correlation must not make a trend of nothing.
  const test = line && hamedRao(shares, { lags: LAGS, leastFactor: 1, slope: line.slope });
  if (!line || !test) return null;
  const { tau, s, z, p } = test;
  return { periods, tau, s, z, p, slope: line.slope, slopeInterval: line.interval };
}
