/** Degrees of freedom of a cluster-robust variance. */
import { type ClusterSide, type Components, components, INDEPENDENT } from './cluster-side.ts';

/** So many vectors, one entry a cluster, make up what covariances between clusters consist of. */
const RANK = 6;
/** A trace under this part of what its terms come to is the rounding of terms that cancel out. */
const LEAST_TRACE = 1e-12;

/**
 * Satterthwaite's degrees of freedom, (tr G)² / tr G², at least 1. G is the covariance of the clusters' influences on
 * share b less share a where cases of a cluster, on either side, have an effect in common whose variance is estimated
 * from the data (G. W. Imbens and M. Kolesár, 2016, after R. M. Bell and D. F. McCaffrey, 2002). Entry i of `times` says
 * for how many clusters entry i of the sides stands. Since G is diagonal but for six vectors, time is linear.
 *
 * Where all the variance is between clusters, and each has the same part of both sides, what its cases have in common
 * cancels out and G is 0: cases then count as independent.
 */
export function clusterFreedom(a: ClusterSide, b: ClusterSide, times: Float64Array): number {
  return freedomOf(a, b, times, components([a, b], times)) ?? freedomOf(a, b, times, INDEPENDENT) ?? 1;
}

function freedomOf(
  a: ClusterSide,
  b: ClusterSide,
  times: Float64Array,
  { between, within }: Components,
): number | null {
  const sum = (value: (i: number) => number): number => times.reduce((total, m, i) => total + m * value(i), 0);
  const varianceOf = (side: ClusterSide, i: number): number =>
    side.size[i]! > 0 ? within / side.size[i]! + between : 0;
  const shared = sum((i) => a.part[i]! * b.part[i]!);
  const own = (side: ClusterSide): number => sum((i) => side.part[i]! ** 2 * varianceOf(side, i));

  // The covariance of residuals of one side is v_i (where i = j) - part_i v_i - part_j v_j + Σ part² v; across sides it is
  // s (where i = j) - s part_a,i - s part_b,j + s Σ part_a part_b. Each row and column is raised by its cluster's factor.
  const middle = Array.from({ length: RANK }, () => new Float64Array(RANK));
  const put = (i: number, j: number, value: number): void => {
    middle[i]![j] = value;
    middle[j]![i] = value;
  };
  put(0, 0, own(a));
  put(1, 1, own(b));
  put(0, 2, -1);
  put(1, 3, -1);
  put(0, 4, between);
  put(1, 5, between);
  put(0, 1, -between * shared);

  const outer = Array.from({ length: RANK }, () => new Float64Array(RANK));
  let [trace, square, terms] = [0, 0, 0];
  for (const [i, m] of times.entries()) {
    const [ca, cb, ha, hb] = [a.raised[i]!, b.raised[i]!, a.part[i]!, b.part[i]!];
    const [va, vb] = [varianceOf(a, i), varianceOf(b, i)];
    const vectors = [ca, cb, ca * ha * va, cb * hb * vb, cb * ha, ca * hb];
    const apart = ca * ca * va + cb * cb * vb;
    const diagonal = apart - 2 * ca * cb * between;
    let rest = 0;
    for (let p = 0; p < RANK; p++) {
      for (let q = 0; q < RANK; q++) {
        const product = vectors[p]! * vectors[q]!;
        rest += product * middle[p]![q]!;
        outer[p]![q]! += m * product;
      }
    }
    terms += m * apart;
    trace += m * (diagonal + rest);
    square += m * diagonal * (diagonal + 2 * rest);
  }
  if (!(trace > LEAST_TRACE * terms)) return null;
  return Math.max(1, trace ** 2 / (square + traceOfSquare(multiply(middle, outer))));
}

type Matrix = Float64Array[];

const multiply = (left: Matrix, right: Matrix): Matrix =>
  left.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * right[k]![j]!, 0)));

const traceOfSquare = (matrix: Matrix): number =>
  matrix.reduce((sum, row, i) => sum + row.reduce((part, x, j) => part + x * matrix[j]![i]!, 0), 0);
