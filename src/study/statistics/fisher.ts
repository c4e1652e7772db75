/** Fisher's exact test of two shares. */
import type { Count } from '../model.ts';
import { checkCount } from './count.ts';

/** Tables whose probability differs from the observed one by rounding alone count as equally probable, as in R. */
const AS_PROBABLE = 1 + 1e-7;

/**
 * The two-sided p-value of Fisher's exact test (R. A. Fisher, 1935): the probability, given both margins, of all tables
 * that are no more probable than the one observed. 1 where the margins allow a single table, so also where a side has
 * no cases. Time and space grow with the smallest margin. Throws a RangeError for what is no count of whole cases.
 */
export function fisherExact(a: Count, b: Count): number {
  checkCount(a);
  checkCount(b);
  if (![a.k, a.n, b.k, b.n].every(Number.isSafeInteger)) throw new RangeError('an exact test needs whole counts');
  const hits = a.k + b.k;
  const least = Math.max(0, hits - b.n);
  const most = Math.min(hits, a.n);
  // Weights relative to the mode, so that none overflows; each follows from its neighbour by a quotient.
  const mode = Math.floor(((a.n + 1) * (hits + 1)) / (a.n + b.n + 2));
  const weights = new Float64Array(most - least + 1);
  const step = (x: number): number => ((a.n - x) * (hits - x)) / ((x + 1) * (b.n - hits + x + 1));
  weights[mode - least] = 1;
  for (let x = mode; x < most; x++) weights[x + 1 - least] = weights[x - least]! * step(x);
  for (let x = mode; x > least; x--) weights[x - 1 - least] = weights[x - least]! / step(x - 1);
  const limit = weights[a.k - least]! * AS_PROBABLE;
  let all = 0;
  let rare = 0;
  for (const weight of weights) {
    all += weight;
    if (weight <= limit) rare += weight;
  }
  return Math.min(1, rare / all);
}
