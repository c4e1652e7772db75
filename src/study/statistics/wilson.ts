/** Wilson's score interval of a share. */
import type { Count, Interval } from '../model.ts';
import { checkCount } from './count.ts';
import { criticalZ } from './normal.ts';

/**
 * The score interval of k / n (E. B. Wilson, 1927), without continuity correction: within 0 to 1, and exactly 0 below
 * where k is 0, exactly 1 above where k is n. Null where n is 0. `level` is 0.95 by default, between 0 and 1.
 * Throws a RangeError for what is no count or no level.
 */
export function wilson(count: Count, level = 0.95): Interval | null {
  checkCount(count);
  const { k, n } = count;
  const z = criticalZ(level);
  if (n === 0) return null;
  const share = k / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  // Rounding may leave a trace beside 0 and 1, and put an end on the wrong side of the share.
  return {
    low: k === 0 ? 0 : Math.max(0, Math.min(share, centre - half)),
    high: k === n ? 1 : Math.min(1, Math.max(share, centre + half)),
  };
}
