/**
 * The season taken out of a series of shares, so that what comes back every year is no shift: additive effects of the
 * months (or quarters), as in classical decomposition (W. M. Persons, 1919), fitted to counts.
 */
import { inSixteenths } from './binomial-cost.ts';
import type { CountSeries } from './pelt.ts';

/**
 * The share within half a year of every period, the outermost at half weight where a year has an even number of periods,
 * so that every season weighs alike. The first and last half-year have the share of the nearest full window.
 */
export function movingLevels({ k, n }: CountSeries, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const edge = season % 2 === 0 ? 0.5 : 1;
  const levels = new Float64Array(n.length);
  for (let at = 0; at < n.length; at++) {
    const centre = Math.max(half, Math.min(n.length - 1 - half, at));
    let [sumK, sumN] = [0, 0];
    for (let i = Math.max(0, centre - half); i <= Math.min(n.length - 1, centre + half); i++) {
      const weight = Math.abs(i - centre) === half ? edge : 1;
      sumK += weight * k[i]!;
      sumN += weight * n[i]!;
    }
    levels[at] = sumN === 0 ? 0 : sumK / sumN;
  }
  return levels;
}

/** By how much the shares of each season lie above (or below) the levels, pooled over the years; 0 where it has no cases. */
export function seasonalEffects({ k, n }: CountSeries, levels: ArrayLike<number>, season: number): Float64Array {
  const excess = new Float64Array(season);
  const cases = new Float64Array(season);
  for (let at = 0; at < n.length; at++) {
    excess[at % season]! += k[at]! - n[at]! * levels[at]!;
    cases[at % season]! += n[at]!;
  }
  return excess.map((sum, i) => (cases[i] === 0 ? 0 : sum / cases[i]!));
}

/** The series less its seasonal effects; k is then in sixteenths, and can lie a little outside 0 to n. */
export function withoutSeason({ k, n }: CountSeries, effects: ArrayLike<number>): CountSeries {
  return { k: Float64Array.from(k, (count, at) => inSixteenths(count - n[at]! * effects[at % effects.length]!)), n };
}
