/**
 * Whether a share moved because outlets changed or because the mix of outlets did. An outlet here may be any group that
 * each article is in one of.
 */
import type { Count } from '../model.ts';
import { inSixteenths } from './binomial-cost.ts';
import { checkCount, shareOf } from './count.ts';
import type { CountSeries } from './pelt.ts';

/** The same outlets twice, such as before and after a shift. */
export interface Pair {
  a: Count;
  b: Count;
}

export interface Decomposition {
  /** Share of b less share of a: the sum of the two that follow. */
  difference: number;
  /** What the outlets' own shares changed, at the mean of both mixes. */
  within: number;
  /** What the mix changed, at the mean of the outlets' shares. An outlet that is in one of the two only is all mix. */
  mix: number;
}

/** The difference of two shares in its two parts (E. M. Kitagawa, 1955). Null where either side has no cases. */
export function decompose(outlets: readonly Pair[]): Decomposition | null {
  const all = { a: total(outlets, 'a'), b: total(outlets, 'b') };
  if (all.a.n === 0 || all.b.n === 0) return null;
  let within = 0;
  let mix = 0;
  for (const { a, b } of outlets) {
    const shareA = shareOf(a) ?? shareOf(b);
    const shareB = shareOf(b) ?? shareOf(a);
    if (shareA === null || shareB === null) continue;
    within += ((shareB - shareA) * (a.n / all.a.n + b.n / all.b.n)) / 2;
    mix += ((b.n / all.b.n - a.n / all.a.n) * (shareA + shareB)) / 2;
  }
  return { difference: all.b.k / all.b.n - all.a.k / all.a.n, within, mix };
}

function total(outlets: readonly Pair[], side: 'a' | 'b'): Count {
  const sum = { k: 0, n: 0 };
  for (const pair of outlets) {
    checkCount(pair[side]);
    sum.k += pair[side].k;
    sum.n += pair[side].n;
  }
  return sum;
}

/** An outlet with fewer cases has no share of its own to speak of, and goes with the other small ones. */
export const LEAST_CASES = 30;

/**
 * The series of all outlets less what its changing mix explains: from each period's k is taken what the outlets' shares over all
 * periods would give its mix, beyond what they give the mix of all (indirect standardisation; see O. S. Miettinen, 1972).
 * Outlets with fewer than 30 cases are taken as one. k is then in sixteenths; changes are found in it as in any series.
 */
export function withoutMix(outlets: readonly CountSeries[]): { k: Float64Array; n: Float64Array } {
  const periods = Math.max(0, ...outlets.map(({ n }) => n.length));
  const k = new Float64Array(periods);
  const n = new Float64Array(periods);
  const sums = outlets.map(({ k, n }) => ({ k: sumOf(k), n: sumOf(n) }));
  const small = sums.filter((sum) => sum.n < LEAST_CASES);
  const smallShare = sumOf(small.map((sum) => sum.k)) / sumOf(small.map((sum) => sum.n));
  const share = sumOf(sums.map((sum) => sum.k)) / sumOf(sums.map((sum) => sum.n));
  for (const [i, outlet] of outlets.entries()) {
    const own = sums[i]!.n < LEAST_CASES ? smallShare : sums[i]!.k / sums[i]!.n;
    for (let at = 0; at < outlet.n.length; at++) {
      if (outlet.n[at] === 0) continue;
      n[at]! += outlet.n[at]!;
      k[at]! += outlet.k[at]! - outlet.n[at]! * (own - share);
    }
  }
  return { k: k.map(inSixteenths), n };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
