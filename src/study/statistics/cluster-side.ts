/** One side of a comparison of clusters: its share, and what each cluster does to it. */
import type { Count } from '../model.ts';
import { checkCount } from './count.ts';

export interface ClusterSide {
  n: number;
  share: number;
  /** Clusters with a case on the side. */
  clusters: number;
  /** Each cluster's cases on the side, and what part of all they are. */
  size: Float64Array;
  part: Float64Array;
  /** part / √(1 - part): a cluster's part, raised by what it takes off its own residual (CR2). */
  raised: Float64Array;
  /** Each cluster's own share less that of the side; 0 where it has no cases. */
  residual: Float64Array;
}

/** A side on which each of `counts` stands for so many clusters; null with fewer than two clusters that have cases. */
export function clusterSide(counts: readonly Count[], times: Float64Array): ClusterSide | null {
  let [k, n, clusters] = [0, 0, 0];
  for (const [i, count] of counts.entries()) {
    checkCount(count);
    k += times[i]! * count.k;
    n += times[i]! * count.n;
    if (count.n > 0) clusters += times[i]!;
  }
  if (clusters < 2) return null;
  const share = k / n;
  const size = Float64Array.from(counts, (count) => count.n);
  const part = size.map((cases) => cases / n);
  const raised = part.map((h) => h / Math.sqrt(1 - h));
  const residual = size.map((cases, i) => (cases > 0 ? counts[i]!.k / cases - share : 0));
  return { n, share, clusters, size, part, raised, residual };
}

/** Variance between clusters and between the cases of one. */
export interface Components {
  between: number;
  within: number;
}

/** Those of cases that have nothing in common with the others of their cluster; degrees of freedom need no unit. */
export const INDEPENDENT: Components = { between: 0, within: 1 };

/**
 * Both by analysis of variance within the sides (moments, as for clusters of unequal size; S. R. Searle, 1971). `between`
 * is at least 0; where nothing varies, or no cluster has two cases to vary, cases count as independent.
 */
export function components(sides: readonly ClusterSide[], times: Float64Array): Components {
  let [amongSquares, amongFree, amongSize, withinSquares, withinFree] = [0, 0, 0, 0, 0];
  for (const side of sides) {
    let squares = 0;
    for (const [i, n] of side.size.entries()) {
      const share = side.residual[i]! + side.share;
      amongSquares += times[i]! * n * side.residual[i]! ** 2;
      withinSquares += n > 0 ? times[i]! * n * share * (1 - share) : 0;
      squares += times[i]! * n * n;
    }
    amongFree += side.clusters - 1;
    withinFree += side.n - side.clusters;
    amongSize += side.n - squares / side.n;
  }
  if (withinFree === 0) return INDEPENDENT;
  const within = Math.max(0, withinSquares / withinFree);
  const between = Math.max(0, ((amongSquares / amongFree - within) * amongFree) / amongSize);
  return between + within > 0 ? { between, within } : INDEPENDENT;
}
