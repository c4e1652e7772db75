/**
 * Intervals of shares whose cases come in clusters: articles of the same outlet, copies of the same story. Clusters are
 * drawn anew, whole, with replacement.
 *
 * The percentile bootstrap covers too little with few clusters (88 to 90 % with twelve outlets), and so does its plain
 * studentised form in sparse periods. Here the studentised statistic is the score statistic: its error is that of the
 * share asked about, times the design effect, as in Wilson's interval. In simulations of 2 to 400 clusters of unequal
 * size, shares of 1 to 30 % and 15 to 2,000 cases it covers 94 to 97 % (three clusters: 99 %).
 */
import type { Count, Interval } from '../model.ts';
import {
  type ClusterPattern,
  type ClusterTable,
  clusterTable,
  effectOf,
  meanSize,
  pooled,
  sampler,
} from './cluster-sample.ts';
import type { Random } from './random.ts';
import { wilson } from './wilson.ts';

const Z = 1.959963984540054;
/** 97.5 % of Student's t with one degree of freedom: no two clusters say less. */
const WIDEST = 12.706204736432095;
/** Clusters that by chance agree better than independent cases could not make the interval vanish. */
const LEAST_EFFECT = 0.5;
/**
 * With so many effective clusters on the rarer side the quantile is within 1 % of the normal one, and a bootstrap of
 * a thousand draws would only add its own error of 3 %. In simulations coverage is the same from here on.
 */
const MANY = 100;
/** With fewer a sample says little of its variance: coverage falls to 80 to 92 % where clusters differ much in size. */
const FEW = 20;

export interface ClusterOptions {
  /** Bootstrap samples; 1,000 by default. */
  draws?: number;
  /** The likeness of cases of a cluster in all periods (see `likeness`): it stands in where there are few clusters. */
  likeness?: number | null;
}

/**
 * By how much the variance of the share exceeds that of as many independent cases (L. Kish, 1965), with the jackknife's
 * variance over clusters (CR3; J. G. MacKinnon, M. Ø. Nielsen and M. D. Webb, 2023). 1 where all cases or none count;
 * null where fewer than two clusters have cases. Throws a RangeError for what is no count.
 */
export function designEffect(patterns: readonly ClusterPattern[]): number | null {
  const table = clusterTable(patterns);
  return table.total < 2 ? null : effectOf(table, table.clusters, pooled(table, table.clusters));
}

/**
 * The 95 % interval of the pooled share k / n by the symmetric studentised bootstrap over clusters (P. Hall, 1988; A. C.
 * Cameron, J. B. Gelbach and D. L. Miller, 2008) in Wilson's form: the shares that Wilson's interval holds at the effective
 * number of cases. Where clusters are few (fewer than 20 effective ones on the rarer side) and their likeness is given,
 * the effective number comes from likeness and sizes (J. N. K. Rao and A. J. Scott, 1992), which covers 93 to 97 % where
 * the bootstrap cannot; where all cases or none count, no variance can be seen, and without a likeness it is Wilson's own.
 * Null where fewer than two clusters have cases. Time grows with draws times clusters or, if there are many alike,
 * patterns. Throws a RangeError for what is no count.
 */
export function clusterInterval(
  patterns: readonly ClusterPattern[],
  random: Random,
  { draws = 1000, likeness = null }: ClusterOptions = {},
): Interval | null {
  const table = clusterTable(patterns);
  if (table.total < 2) return null;
  const all = pooled(table, table.clusters);
  const factor = factorOf(table, all, likeness, (share) => bootstrapQuantile(table, share, random, draws));
  return wilson({ k: all.k / factor, n: all.n / factor });
}

function factorOf(
  table: ClusterTable,
  all: Count,
  likeness: number | null,
  quantileOf: (share: number) => number,
): number {
  const { k, n } = all;
  const size = meanSize(table);
  const rarer = Math.min(k, n - k) / size;
  if (likeness !== null && rarer < FEW) return 1 + likeness * (size - 1);
  if (rarer === 0) return 1;
  const quantile = rarer >= MANY ? Z : Math.min(WIDEST, quantileOf(k / n));
  return Math.max(LEAST_EFFECT, effectOf(table, table.clusters, all) * (quantile / Z) ** 2);
}

/** The 95 % quantile of the studentised distance of the share from `share` over bootstrap samples. */
function bootstrapQuantile(table: ClusterTable, share: number, random: Random, draws: number): number {
  const drawn = new Float64Array(table.k.length);
  const draw = sampler(table, random, drawn);
  const distances = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    draw();
    const sample = pooled(table, drawn);
    const distance = Math.abs(sample.k / sample.n - share);
    // Rounding of equal shares is no distance.
    if (distance < 1e-12) continue;
    distances[i] = distance / Math.sqrt((share * (1 - share) * effectOf(table, drawn, sample)) / sample.n);
  }
  distances.sort();
  return distances[Math.min(draws - 1, Math.ceil(0.95 * (draws + 1)) - 1)]!;
}
