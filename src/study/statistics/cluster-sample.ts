/** Clusters of cases as columns of patterns, and samples of them: pooled share, design effect, drawing anew. */
import type { Count } from '../model.ts';
import { checkCount } from './count.ts';
import { multinomial } from './draws.ts';
import { integer, type Random } from './random.ts';

/** So many clusters have k of n cases each. */
export interface ClusterPattern extends Count {
  clusters: number;
}

export interface ClusterTable {
  k: Float64Array;
  n: Float64Array;
  /** How many clusters have the pattern. */
  clusters: Float64Array;
  /** How many clusters in all. */
  total: number;
}

/** The patterns of clusters that are given one by one; those without cases count for nothing. */
export function clusterPatterns(k: ArrayLike<number>, n: ArrayLike<number>): ClusterPattern[] {
  const patterns = new Map<string, ClusterPattern>();
  for (let i = 0; i < n.length; i++) {
    if (n[i] === 0) continue;
    const key = `${k[i]}/${n[i]}`;
    const pattern = patterns.get(key);
    if (pattern) pattern.clusters++;
    else patterns.set(key, { k: k[i]!, n: n[i]!, clusters: 1 });
  }
  return [...patterns.values()];
}

/** Throws a RangeError for what is no count, of cases or of clusters. */
export function clusterTable(patterns: readonly ClusterPattern[]): ClusterTable {
  for (const pattern of patterns) {
    checkCount(pattern);
    if (!(Number.isInteger(pattern.clusters) && pattern.clusters >= 0))
      throw new RangeError(`${pattern.clusters} is no number of clusters`);
  }
  const filled = patterns.filter(({ n, clusters }) => n > 0 && clusters > 0);
  const column = (key: keyof ClusterPattern): Float64Array => Float64Array.from(filled, (pattern) => pattern[key]);
  const clusters = column('clusters');
  return { k: column('k'), n: column('n'), clusters, total: clusters.reduce((sum, count) => sum + count, 0) };
}

/** All cases of a sample that has each pattern so many times. */
export function pooled(table: ClusterTable, times: Float64Array): Count {
  let k = 0;
  let n = 0;
  for (let i = 0; i < times.length; i++) {
    k += times[i]! * table.k[i]!;
    n += times[i]! * table.n[i]!;
  }
  return { k, n };
}

/** The design effect of such a sample, `all` being its pooled cases; see `designEffect`. */
export function effectOf(table: ClusterTable, times: Float64Array, { k, n }: Count): number {
  if (k === 0 || k === n) return 1;
  const share = k / n;
  let squares = 0;
  for (let i = 0; i < times.length; i++) {
    if (times[i] === 0) continue;
    const own = table.n[i]!;
    const without = ((table.k[i]! - own * share) * n) / (n - own);
    squares += times[i]! * without * without;
  }
  return (squares * (1 - 1 / table.total)) / (n * share * (1 - share));
}

/** Of how many articles, on average over articles, the cluster is that an article is in. */
export function meanSize({ n, clusters }: ClusterTable): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n.length; i++) {
    sum += clusters[i]! * n[i]!;
    squares += clusters[i]! * n[i]! * n[i]!;
  }
  return squares / sum;
}

/** A draw of one binomial takes about as long as that of so many clusters one by one. */
const CLUSTERS_A_BINOMIAL = 8;

/** Fills `drawn` with how many clusters of each pattern a bootstrap sample has. */
export function sampler({ clusters, total }: ClusterTable, random: Random, drawn: Float64Array): () => void {
  if (total > CLUSTERS_A_BINOMIAL * clusters.length) return () => multinomial(random, total, clusters, total, drawn);
  const patternOf = Int32Array.from(Array.from(clusters, (count, i) => Array<number>(count).fill(i)).flat());
  return () => {
    drawn.fill(0);
    for (let i = 0; i < total; i++) drawn[patternOf[integer(random, total)]!]!++;
  };
}
