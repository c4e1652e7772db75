/**
 * Krippendorff's alpha over several variables at once, whose values come from the same articles: the interval is that of a
 * bootstrap over articles, as values of one article depend on each other. Pure.
 */
import type { Estimate } from '../model.ts';
import { krippendorffAlpha } from '../statistics/krippendorff.ts';
import { type Random, uniform } from '../statistics/random.ts';

/** What an article adds to the sums that alpha is made of. */
interface Sums {
  observed: number;
  totals: number[];
}

/**
 * Alpha of all rows, nominal, with the 95 % percentile interval of a bootstrap over the articles they belong to. Null where alpha
 * is, and where more than half of the samples have none. `draws` is 1,000 by default.
 */
export function pooledAlpha(
  values: readonly (readonly (string | null)[])[],
  articles: readonly string[],
  random: Random,
  draws = 1000,
): Estimate | null {
  const value = krippendorffAlpha(values);
  if (value === null) return null;
  const kinds = [...new Set(values.flat())].filter((one) => one !== null);
  const byArticle = new Map<string, Sums>();
  for (const [i, row] of values.entries()) {
    const sums = byArticle.get(articles[i]!) ?? { observed: 0, totals: kinds.map(() => 0) };
    add(sums, row, kinds);
    byArticle.set(articles[i]!, sums);
  }
  const all = [...byArticle.values()];
  const sampled: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn: Sums = { observed: 0, totals: kinds.map(() => 0) };
    for (let i = 0; i < all.length; i++) {
      const one = all[Math.floor(uniform(random) * all.length)]!;
      drawn.observed += one.observed;
      for (const [kind, total] of one.totals.entries()) drawn.totals[kind]! += total;
    }
    const alpha = alphaOf(drawn);
    if (alpha !== null) sampled.push(alpha);
  }
  if (sampled.length < draws / 2) return null;
  sampled.sort((a, b) => a - b);
  const at = (p: number): number => sampled[Math.round(p * (sampled.length - 1))]!;
  return { value, low: at(0.025), high: at(0.975) };
}

function add(sums: Sums, row: readonly (string | null)[], kinds: readonly string[]): void {
  const given = row.filter((one) => one !== null);
  if (given.length < 2) return;
  const counts = kinds.map((kind) => given.filter((one) => one === kind).length);
  const alike = counts.reduce((sum, count) => sum + count * count, 0);
  sums.observed += (given.length ** 2 - alike) / (given.length - 1);
  for (const [kind, count] of counts.entries()) sums.totals[kind]! += count;
}

function alphaOf({ observed, totals }: Sums): number | null {
  const codes = totals.reduce((sum, total) => sum + total, 0);
  const expected = codes * codes - totals.reduce((sum, total) => sum + total * total, 0);
  return expected === 0 ? null : 1 - ((codes - 1) * observed) / expected;
}
