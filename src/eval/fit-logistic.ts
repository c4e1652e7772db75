/** Logistic regressions on sparse rows, one a class: accelerated gradient descent (Beck and Teboulle 2009), deterministic. */
import { softmax } from '../scorer/model.ts';
import { logistic } from './logistic.ts';

/** A row: places in the table of weights, each once, and the value of the feature there. */
export interface SparseRow {
  places: Int32Array;
  values: Float64Array;
}

/** The label of what is not known. */
export const UNKNOWN = 255;

export interface Fitted {
  bias: Float64Array;
  /** `classes` weights for each place. */
  weights: Float64Array;
}

/**
 * Fits `classes` models over a table of `size` places: the sum of log-losses and half of `ridge` times the squared
 * weights (not the biases); with `oneOf` each row is of one class, and the models are fitted together (softmax).
 * `labels` has, row by row, 1 or 0 a class, or `UNKNOWN`, of which nothing is learnt. Same rows in the same order, same
 * models, to the bit.
 */
export function fitLogistic(
  rows: readonly SparseRow[],
  labels: Uint8Array,
  classes: number,
  size: number,
  { ridge = 1, steps = 300, oneOf = false } = {},
): Fitted {
  const total = (size + 1) * classes;
  const bias = size * classes;
  const [weights, ahead, gradient] = [new Float64Array(total), new Float64Array(total), new Float64Array(total)];
  // The curvature of a softmax is twice as steep at most (Böhning 1992).
  const rate = 1 / ((oneOf ? 0.5 : 0.25) * 1.05 * curvature(rows, size) + ridge);
  const sums = new Float64Array(classes);
  let pace = 1;
  for (let step = 0; step < steps; step++) {
    gradient.fill(0);
    rows.forEach(({ places, values }, r) => {
      for (let k = 0; k < classes; k++) sums[k] = ahead[bias + k]!;
      for (let i = 0; i < places.length; i++) {
        const [at, value] = [places[i]! * classes, values[i]!];
        for (let k = 0; k < classes; k++) sums[k]! += value * ahead[at + k]!;
      }
      if (oneOf) softmax(sums);
      for (let k = 0; k < classes; k++) {
        const label = labels[r * classes + k]!;
        sums[k] = label === UNKNOWN ? 0 : (oneOf ? sums[k]! : logistic(sums[k]!)) - label;
        gradient[bias + k]! += sums[k]!;
      }
      for (let i = 0; i < places.length; i++) {
        const [at, value] = [places[i]! * classes, values[i]!];
        for (let k = 0; k < classes; k++) gradient[at + k]! += value * sums[k]!;
      }
    });
    const next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const momentum = (pace - 1) / next;
    pace = next;
    for (let j = 0; j < total; j++) {
      const moved = ahead[j]! - rate * (gradient[j]! + (j < bias ? ridge * ahead[j]! : 0));
      ahead[j] = moved + momentum * (moved - weights[j]!);
      weights[j] = moved;
    }
  }
  return { bias: weights.slice(bias), weights: weights.slice(0, bias) };
}

/** Rounds of the power method: the largest eigenvalue is met within a hundredth or two. */
const ROUNDS = 10;

/** The largest eigenvalue of the rows' Gram matrix, a bias of 1 included. */
function curvature(rows: readonly SparseRow[], size: number): number {
  let vector = new Float64Array(size + 1).fill(1);
  let largest = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size + 1);
    for (const { places, values } of rows) {
      let sum = vector[size]!;
      for (let i = 0; i < places.length; i++) sum += vector[places[i]!]! * values[i]!;
      next[size]! += sum;
      for (let i = 0; i < places.length; i++) next[places[i]!]! += sum * values[i]!;
    }
    const length = Math.sqrt(next.reduce((s, x) => s + x * x, 0));
    if (length === 0) return largest;
    largest = length / Math.sqrt(vector.reduce((s, x) => s + x * x, 0));
    vector = next.map((x) => x / length);
  }
  return largest;
}
