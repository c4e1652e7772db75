import { expect, it } from 'vitest';
import { fitLogistic, type SparseRow, UNKNOWN } from '../../src/eval/fit-logistic.ts';
import { logistic } from '../../src/eval/logistic.ts';
import { softmax } from '../../src/scorer/model.ts';

const row = (...values: number[]): SparseRow => ({
  places: Int32Array.from(values, (_, i) => i),
  values: Float64Array.from(values),
});
const NOTHING = row();
/** Class by class, 1 where an example is of it. */
const oneOf = (labels: number[], classes: number): Uint8Array =>
  Uint8Array.from(labels.flatMap((label) => Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0))));

it('finds the share of each class where nothing else is seen', () => {
  const labels = oneOf([0, 0, 0, 0, 0, 1, 1, 1, 2, 2], 3);
  const rows = Array.from({ length: 10 }, () => NOTHING);
  const alone = fitLogistic(rows, labels, 3, 0);
  expect([...alone.bias].map((b) => Number(logistic(b).toFixed(3)))).toEqual([0.5, 0.3, 0.2]);
  const together = fitLogistic(rows, labels, 3, 0, { oneOf: true });
  expect([...softmax(together.bias)].map((p) => Number(p.toFixed(3)))).toEqual([0.5, 0.3, 0.2]);
});

/** Two values that tell three classes apart but for some. */
const ROWS = Array.from({ length: 60 }, (_, i) => row(Math.sin(i), (i % 3) - Math.cos(5 * i)));
const LABELS = oneOf(
  ROWS.map((_, i) => (i % 7 === 0 ? 1 : i % 3)),
  3,
);

it('ends where the loss falls no further, the classes fitted together', () => {
  const ridge = 0.5;
  const { bias, weights } = fitLogistic(ROWS, LABELS, 3, 2, { ridge, steps: 3000, oneOf: true });
  const gradient = new Float64Array(9);
  ROWS.forEach(({ values }, r) => {
    const p = softmax(Float64Array.from(bias, (b, k) => b + values[0]! * weights[k]! + values[1]! * weights[3 + k]!));
    for (let k = 0; k < 3; k++) {
      const error = p[k]! - LABELS[3 * r + k]!;
      gradient[k]! += values[0]! * error;
      gradient[3 + k]! += values[1]! * error;
      gradient[6 + k]! += error;
    }
  });
  for (let j = 0; j < 6; j++) gradient[j]! += ridge * weights[j]!;
  for (const g of gradient) expect(Math.abs(g)).toBeLessThan(1e-3);
});

it.each([true, false])('gives the same bits twice, one of classes: %s', (one) => {
  const made = () => fitLogistic(ROWS, LABELS, 3, 2, { oneOf: one });
  expect(made()).toEqual(made());
});

it('learns nothing from labels that are not known', () => {
  const known = fitLogistic(ROWS.slice(0, 40), LABELS.slice(0, 120), 3, 2, { steps: 2000 });
  const hidden = LABELS.slice();
  hidden.fill(UNKNOWN, 120);
  const { weights } = fitLogistic(ROWS, hidden, 3, 2, { steps: 2000 });
  weights.forEach((w, i) => {
    expect(w).toBeCloseTo(known.weights[i]!, 4);
  });
});
