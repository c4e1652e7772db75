/** The Mann-Kendall test of a monotonic trend, for independent periods. */
import { normalTwoSided } from './normal.ts';
import { ranksOf, tieTerm } from './ranks.ts';

/** One value a period, in order; null where the period has none. */
export type PeriodValues = readonly (number | null)[];

export interface MannKendall {
  /** Periods with a value. */
  n: number;
  /** Pairs that rise less pairs that fall. */
  s: number;
  /** Variance of S where there is no trend, ties counted. */
  varS: number;
  /** S over the number of pairs (Kendall's tau-a). */
  tau: number;
  /** With continuity correction; 0 where S is 0. */
  z: number;
  /** Two-sided. */
  p: number;
}

/** The values there are. As in pymannkendall, those on either side of a missing period are neighbours. */
export const present = (values: PeriodValues): number[] => values.filter((value) => value !== null);

/**
 * The test of H. B. Mann (1945) and M. G. Kendall (1975) as pymannkendall's `original_test` has it: normal
 * approximation, variance corrected for ties. Missing periods are left out. Null with fewer than two values; with fewer
 * than five no p-value can be below 0.05. Time n log n. Throws a RangeError for a value that is not finite.
 */
export function mannKendall(values: PeriodValues): MannKendall | null {
  const there = present(values);
  const n = there.length;
  if (n < 2) return null;
  const { dense, sizes } = ranksOf(there);
  const s = kendallS(dense, sizes.length);
  const varS = (n * (n - 1) * (2 * n + 5) - tieTerm(sizes)) / 18;
  return { n, s, varS, tau: s / ((n * (n - 1)) / 2), ...significance(s, varS) };
}

/** z and p of S; a variance of 0 goes with an S of 0. */
export function significance(s: number, varS: number): { z: number; p: number } {
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
  return { z, p: normalTwoSided(z) };
}

/** S by counting, for each value, the earlier ones below and above it in a Fenwick tree (P. M. Fenwick, 1994). */
function kendallS(dense: Int32Array, ranks: number): number {
  const tree = new Int32Array(ranks + 1);
  const upTo = (rank: number): number => {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += tree[at]!;
    return sum;
  };
  let s = 0;
  for (const [seen, rank] of dense.entries()) {
    const below = upTo(rank);
    const above = seen - upTo(rank + 1);
    s += below - above;
    for (let at = rank + 1; at <= ranks; at += at & -at) tree[at]!++;
  }
  return s;
}
