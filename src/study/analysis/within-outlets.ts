/** How much of a shift is within outlets, and how much is a change of their mix. Pure. */
import type { Count } from '../model.ts';
import { decompose, LEAST_CASES, type Pair } from '../statistics/composition.ts';
import { byOutlet, type OutletCounts, totalOf } from './counts.ts';

const NONE: Count = { k: 0, n: 0 };

/**
 * The two parts of the difference between the levels before and from period `at` on, each outlet's share and the mix at the
 * mean of both. Outlets with fewer than 30 cases in both levels together are taken as one: by themselves most would have cases in
 * one of the two alone, and count as mix. Null with fewer than two outlets.
 */
export function partsOf(
  periods: readonly OutletCounts[],
  { start, at, end }: { start: number; at: number; end: number },
): { within: number; mix: number } | null {
  const [before, after] = [byOutlet(periods, { first: start, end: at }), byOutlet(periods, { first: at, end })];
  const outlets = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const pairs = outlets.map((outlet): Pair => ({ a: before.get(outlet) ?? NONE, b: after.get(outlet) ?? NONE }));
  const small = pairs.filter(isSmall);
  const rest = { a: totalOf(small.map(({ a }) => a)), b: totalOf(small.map(({ b }) => b)) };
  const all = [...pairs.filter((pair) => !isSmall(pair)), ...(small.length > 0 ? [rest] : [])];
  const found = all.length < 2 ? null : decompose(all);
  return found && { within: found.within, mix: found.mix };
}

const isSmall = ({ a, b }: Pair): boolean => a.n + b.n < LEAST_CASES;
