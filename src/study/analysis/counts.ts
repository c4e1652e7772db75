/** What analysis is given: counts out of the tables. Pure. */
import type { Count, Counting, Dating, Group } from '../model.ts';

/** A measure in one period, for all articles or a group of them. */
export interface CountRow extends Count {
  measure: string;
  counting: Counting;
  dating: Dating;
  by: Group['by'];
  value: string | null;
  period: string;
}

/** What each outlet counts in one period, in columns of one length; outlets without cases are left out. */
export interface OutletCounts {
  /** The outlet's rank by articles, from 0; from some rank on outlets stand together as the last. */
  cluster: ArrayLike<number>;
  k: ArrayLike<number>;
  n: ArrayLike<number>;
}

/** So many stories have k of n. */
export interface StoryCounts extends Count {
  clusters: number;
}

export interface Counts {
  rows: readonly CountRow[];
  /** By outlet, of each period, with the dates that the study goes by. */
  outlets(measure: string, counting: Counting): readonly OutletCounts[];
  /** By story, of each period, articles, with the same dates. Null for a measure that was not asked for. */
  stories(measure: string): readonly (readonly StoryCounts[])[] | null;
  /** Names of the outlets that are clusters of their own, by rank; null is unknown. */
  names: readonly (string | null)[];
}

/** Items by a key, in their order. */
export function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The cases of all together. */
export function totalOf(counts: Iterable<Count>): Count {
  const total = { k: 0, n: 0 };
  for (const { k, n } of counts) {
    total.k += k;
    total.n += n;
  }
  return total;
}

/** The cases of each outlet, by its rank, in the periods from number `first` on, before `end`. */
export function byOutlet(
  periods: readonly OutletCounts[],
  { first, end }: { first: number; end: number },
): Map<number, Count> {
  const sums = new Map<number, Count>();
  for (const { cluster, k, n } of periods.slice(first, end)) {
    for (let i = 0; i < n.length; i++) {
      const sum = sums.get(cluster[i]!) ?? { k: 0, n: 0 };
      sum.k += k[i]!;
      sum.n += n[i]!;
      sums.set(cluster[i]!, sum);
    }
  }
  return sums;
}
