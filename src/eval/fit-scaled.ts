/** Logistic regressions on a few numbers of unlike scales. */
import { fitLogistic } from './fit-logistic.ts';

/**
 * For each class a bias and weights for the values as they are, to four digits, fitted on values brought to one scale, so that
 * `ridge` bears on all alike. `rows` has the same values in the same order in each row; `labels`, `classes` and the rest are those
 * of `fitLogistic`.
 */
export function fitScaled(
  rows: readonly (readonly number[])[],
  labels: Uint8Array,
  classes: number,
  { ridge = 1, oneOf = false } = {},
): { bias: number[]; weights: number[][] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i]!));
  const means = columns.map((values) => values.reduce((sum, x) => sum + x, 0) / values.length);
  const spreads = columns.map((values, i) =>
    Math.sqrt(values.reduce((sum, x) => sum + (x - means[i]!) ** 2, 0) / values.length + 1e-6),
  );
  const places = Int32Array.from({ length: width }, (_, i) => i);
  const scaled = rows.map((row) => ({
    places,
    values: Float64Array.from(row, (x, i) => (x - means[i]!) / spreads[i]!),
  }));
  const fitted = fitLogistic(scaled, labels, classes, width, { ridge, oneOf });
  const weights = Array.from({ length: classes }, (_, k) =>
    means.map((_, i) => Number((fitted.weights[i * classes + k]! / spreads[i]!).toFixed(4))),
  );
  const bias = weights.map((row, k) => {
    const shift = row.reduce((sum, w, i) => sum + w * means[i]!, 0);
    return Number((fitted.bias[k]! - shift).toFixed(4));
  });
  return { bias, weights };
}
