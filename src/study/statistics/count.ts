/** Counts, k of n. */
import type { Count } from '../model.ts';

/** Throws a RangeError where `count` is no count: k and n finite, 0 ≤ k ≤ n. */
export function checkCount({ k, n }: Count): void {
  if (!(k >= 0 && k <= n && n < Infinity)) throw new RangeError(`${k} of ${n} is no count`);
}

/** k / n, or null where n is 0. */
export function shareOf(count: Count): number | null {
  checkCount(count);
  return count.n === 0 ? null : count.k / count.n;
}
