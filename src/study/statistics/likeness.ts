/** How alike the cases of a cluster are. */
import { type ClusterPattern, clusterTable, pooled } from './cluster-sample.ts';

/**
 * The intraclass correlation of clusters, pooled over periods: by how much less often two cases of one cluster differ
 * than two cases of different clusters of the same period, 0 to 1 (pairwise; compare S. Karlin and others, 1981). 0 where no
 * cluster has two cases, so that all are independent; null where clusters have more but nothing can be compared: no period has
 * two clusters, or nothing varies. Throws a RangeError for what is no count.
 */
export function likeness(periods: readonly (readonly ClusterPattern[])[]): number | null {
  let within = 0;
  let differing = 0;
  let expected = 0;
  for (const patterns of periods) {
    const table = clusterTable(patterns);
    const { k, n } = pooled(table, table.clusters);
    let pairs = 0;
    let unlike = 0;
    for (let i = 0; i < table.n.length; i++) {
      pairs += table.clusters[i]! * table.n[i]! * (table.n[i]! - 1);
      unlike += table.clusters[i]! * 2 * table.k[i]! * (table.n[i]! - table.k[i]!);
    }
    const between = n * (n - 1) - pairs;
    within += pairs;
    if (between === 0) continue;
    differing += unlike;
    expected += (pairs * (2 * k * (n - k) - unlike)) / between;
  }
  if (within === 0) return 0;
  return expected > 0 ? Math.min(1, Math.max(0, 1 - differing / expected)) : null;
}
