/** Cohen's kappa: agreement of two coders beyond chance. */
import type { Estimate } from '../model.ts';

/**
 * Kappa of two coders (J. Cohen, 1960) with the 95 % normal interval of J. L. Fleiss, J. Cohen and B. S. Everitt (1969), as
 * statsmodels has it, but cut to -1 to 1; where all units agree it is 1 to 1, which few units do not bear out. Units that either left out do not
 * count. Null where none is left or both gave one and the same code throughout.
 */
export function cohensKappa(pairs: readonly (readonly [string | null, string | null])[]): Estimate | null {
  const both = pairs.filter((pair): pair is readonly [string, string] => pair[0] !== null && pair[1] !== null);
  const n = both.length;
  const cells = new Map<string, { a: string; b: string; p: number }>();
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  for (const [a, b] of both) {
    const key = JSON.stringify([a, b]);
    const cell = cells.get(key) ?? { a, b, p: 0 };
    cell.p++;
    cells.set(key, cell);
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
  }
  if (n === 0 || (first.size === 1 && second.size === 1 && first.has(both[0]![1]))) return null;
  for (const cell of cells.values()) cell.p /= n;
  for (const sums of [first, second]) for (const [code, count] of sums) sums.set(code, count / n);
  let observed = 0;
  let expected = 0;
  for (const { a, b, p } of cells.values()) if (a === b) observed += p;
  for (const [code, p] of first) expected += p * (second.get(code) ?? 0);
  const value = (observed - expected) / (1 - expected);
  let variance = -((value - expected * (1 - value)) ** 2);
  for (const { a, b, p } of cells.values()) {
    const margins = (second.get(a) ?? 0) + (first.get(b) ?? 0);
    variance += a === b ? p * (1 - margins * (1 - value)) ** 2 : p * (margins * (1 - value)) ** 2;
  }
  const reach = (1.959963984540054 * Math.sqrt(Math.max(0, variance) / n)) / (1 - expected);
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}
