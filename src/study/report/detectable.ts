/** What could have been found: the smallest step that a corpus of this size would show. */

import { LEVEL } from '../figures/significant.ts';
import { criticalZ } from '../statistics/normal.ts';

/** The chance that a step of that size is found: four times in five is the usual convention (J. Cohen, 1988). */
export const POWER = 0.8;

/**
 * The step from `share`, half-way through `n` independent cases, that a two-sided test of the two halves finds with a chance
 * of `POWER`, at 0.05 over `tests` tests by Bonferroni's bound (which Holm's first step shares); by the normal approximation
 * with the variance of `share`. Null where it would be beyond the share's own room, or there are no cases.
 */
export function detectableStep(share: number, n: number, tests: number): number | null {
  if (n < 2) return null;
  const z = criticalZ(1 - LEVEL / Math.max(1, tests)) + criticalZ(2 * POWER - 1);
  const step = z * Math.sqrt((share * (1 - share) * 4) / n);
  return step < Math.max(share, 1 - share) ? step : null;
}
