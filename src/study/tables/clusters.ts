/** Clusters for bootstraps: outlets with what they count, and patterns of stories. */
import type { Count, Counting, Dating } from '../model.ts';
import { bitsOf } from './cells.ts';
import type { Database } from './duckdb.ts';
import type { Counted } from './measures.ts';
import { viewNumber } from './views.ts';

/** So many clusters have k of n. */
export interface ClusterPattern extends Count {
  clusters: number;
}

/** What each outlet counts in one period; outlets without cases (n = 0) are left out. The columns are of one length. */
export interface OutletCounts {
  /** The cluster of the outlet: its rank by articles, from 0, where it is below `OWN_CLUSTERS`; else that of a pool. */
  cluster: Int32Array;
  k: Int32Array;
  n: Int32Array;
}

/** The patterns of stories with a case, of each period. */
export async function storyClusters(
  db: Database,
  measure: number,
  { counting, dating, periods }: { counting: Counting; dating: Dating; periods: number },
): Promise<ClusterPattern[][]> {
  const rows = await db.rows<ClusterPattern & { period: number }>(
    `SELECT period, k, n, clusters FROM story_patterns WHERE measure = $1 AND view = $2 ORDER BY period, n, k`,
    [measure, viewNumber('all', counting, dating)],
  );
  const patterns: ClusterPattern[][] = Array.from({ length: periods }, () => []);
  for (const { period, ...pattern } of rows) patterns[period]!.push(pattern);
  return patterns;
}

/** Gives what outlets count of a measure, of each period. */
export type OutletsOf = (measure: Counted) => OutletCounts[];

/** Reads what outlets count, once for all measures: some numbers for each outlet and period. */
export async function outletClusters(
  db: Database,
  { counting, dating, periods }: { counting: Counting; dating: Dating; periods: number },
): Promise<OutletsOf> {
  const bits = bitsOf(counting, dating);
  const from = (table: string): string => `FROM ${table} WHERE flags & ${bits} = ${bits} GROUP BY ALL`;
  const n = await db.columns<'period' | 'cluster' | 'articles' | 'coded' | 'claims'>(
    `SELECT period, cluster, sum(articles)::INTEGER AS articles, sum(coded)::INTEGER AS coded,
      sum(claims)::INTEGER AS claims ${from('n_cells')} ORDER BY period, cluster`,
  );
  const k = await db.columns<'code' | 'period' | 'cluster' | 'k'>(
    `SELECT code::INTEGER AS code, period, cluster, sum(k)::INTEGER AS k ${from('k_cells')} ORDER BY code, period, cluster`,
  );
  const slots = n.period.length;
  const slotOf = new Map<number, number>();
  for (let i = 0; i < slots; i++) slotOf.set(n.period[i]! * ROOM + n.cluster[i]!, i);
  const firstOf = new Map<number, number>();
  for (let i = 0; i < k.code.length; i++) if (!firstOf.has(k.code[i]!)) firstOf.set(k.code[i]!, i);

  const sumOf = (codes: readonly number[]): Int32Array => {
    const sums = new Int32Array(slots);
    for (const code of codes) {
      const first = firstOf.get(code) ?? k.code.length;
      for (let i = first; k.code[i] === code; i++) sums[slotOf.get(k.period[i]! * ROOM + k.cluster[i]!)!]! += k.k[i]!;
    }
    return sums;
  };
  return ({ codes, of }) => {
    const counted = { cluster: n.cluster, k: sumOf(codes), n: typeof of === 'string' ? n[of] : sumOf(of) };
    return byPeriod(counted, n.period, periods);
  };
}

/** More than there are clusters. */
const ROOM = 1024;

function byPeriod({ cluster, k, n }: OutletCounts, period: Int32Array, periods: number): OutletCounts[] {
  const kept: number[][] = Array.from({ length: periods }, () => []);
  for (let i = 0; i < n.length; i++) if (n[i]! > 0) kept[period[i]!]!.push(i);
  return kept.map((slots) => ({
    cluster: Int32Array.from(slots, (i) => cluster[i]!),
    k: Int32Array.from(slots, (i) => k[i]!),
    n: Int32Array.from(slots, (i) => n[i]!),
  }));
}
