/** Ranks of values, ties and all. */

export interface Ranks {
  /** 0 for the least value, 1 for the next that differs… */
  dense: Int32Array;
  /** 1 for the least; tied values share the mean of the places they take. */
  average: Float64Array;
  /** How many values there are at each dense rank. */
  sizes: number[];
}

/** Ranks the values, which must be finite, else a RangeError. */
export function ranksOf(values: ArrayLike<number>): Ranks {
  const { length } = values;
  const order = Array.from({ length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks: Ranks = { dense: new Int32Array(length), average: new Float64Array(length), sizes: [] };
  for (let from = 0, to = 0; from < length; from = to) {
    const value = values[order[from]!]!;
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no rank`);
    while (to < length && values[order[to]!] === value) to++;
    for (let at = from; at < to; at++) {
      ranks.dense[order[at]!] = ranks.sizes.length;
      ranks.average[order[at]!] = (from + 1 + to) / 2;
    }
    ranks.sizes.push(to - from);
  }
  return ranks;
}

/** Σ t (t - 1) (2t + 5) over groups of t tied values: what ties take off 18 times the variance of Kendall's S. */
export const tieTerm = (sizes: readonly number[]): number =>
  sizes.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
