/** Two shares compared, as if every case were independent; `cluster-difference.ts` is for cases that come in clusters. */
import type { Count, Estimate } from '../model.ts';
import { shareOf } from './count.ts';
import { fisherExact } from './fisher.ts';
import { criticalZ, normalTwoSided } from './normal.ts';
import { wilson } from './wilson.ts';

export interface ShareComparison {
  /** Share of b less share of a, with the interval of R. G. Newcombe (1998), method 10, from Wilson's intervals. */
  difference: Estimate;
  /** J. Cohen's h (1988), 2 asin √b - 2 asin √a, with the normal interval of variance 1/n + 1/n, within ±π. */
  h: Estimate;
  /** Two-sided, of no difference. */
  p: number;
  test: 'score' | 'fisher';
}

/** Below this expected count in any of the four cells the normal approximation is not trusted (W. G. Cochran, 1954). */
const LEAST_EXPECTED = 5;

/**
 * Compares share b with share a. The p-value is that of the score test (z with the pooled share, no continuity
 * correction), or of Fisher's exact test where any of the four expected counts is below 5. As interval and test differ
 * in method, they may disagree at the margin. Null where either side has no cases. `level` is 0.95 by default.
 * Throws a RangeError for what is no count or no level.
 */
export function compareShares(a: Count, b: Count, level = 0.95): ShareComparison | null {
  const shareA = shareOf(a);
  const shareB = shareOf(b);
  const z = criticalZ(level);
  if (shareA === null || shareB === null) return null;
  const value = shareB - shareA;
  const aroundA = wilson(a, level)!;
  const aroundB = wilson(b, level)!;
  const difference = {
    value,
    low: value - Math.hypot(shareB - aroundB.low, aroundA.high - shareA),
    high: value + Math.hypot(aroundB.high - shareB, shareA - aroundA.low),
  };
  const h = 2 * (Math.asin(Math.sqrt(shareB)) - Math.asin(Math.sqrt(shareA)));
  const reach = z * Math.sqrt(1 / a.n + 1 / b.n);
  return {
    difference: { value, low: Math.max(-1, difference.low), high: Math.min(1, difference.high) },
    h: { value: h, low: Math.max(-Math.PI, h - reach), high: Math.min(Math.PI, h + reach) },
    ...testOf(a, b),
  };
}

function testOf(a: Count, b: Count): Pick<ShareComparison, 'p' | 'test'> {
  const pooled = (a.k + b.k) / (a.n + b.n);
  const leastExpected = Math.min(a.n, b.n) * Math.min(pooled, 1 - pooled);
  if (leastExpected < LEAST_EXPECTED) return { p: fisherExact(a, b), test: 'fisher' };
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return { p: normalTwoSided((b.k / b.n - a.k / a.n) / error), test: 'score' };
}
