/** Multinomial logistic regression on hashed binary features: AdaGrad over shuffled examples, deterministic. */

export interface HashedExample {
  /** Places in the table of weights, below its size. */
  features: Int32Array;
  /** Index of the class. */
  label: number;
  /** How much it counts; 1 for an ordinary example. */
  weight: number;
}

export interface Softmax {
  classes: number;
  bias: Float64Array;
  /** `classes` weights for each place of the table. */
  weights: Float32Array;
}

/** Numbers from 0 to 1 that look random and are the same at every run (a linear congruential generator). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Puts the items in an order that `random` gives, in place (R. Durstenfeld, 1964). */
export function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/**
 * Fits a model over a table of `size` places. `ridge` is the L2 penalty, as a share of an example; the learning
 * rate shrinks with what each weight has moved; `drop` is the share of an example's features left out at each visit, so
 * that no feature leans on another being there. Same examples in the same order, same model.
 */
export function trainSoftmax(
  examples: readonly HashedExample[],
  classes: number,
  size: number,
  { ridge = 10, epochs = 20, rate = 0.1, drop = 0 } = {},
): Softmax {
  const weights = new Float32Array(size * classes);
  const moved = new Float32Array(size * classes).fill(1e-4);
  const bias = new Float64Array(classes);
  const counts = new Float32Array(size);
  for (const e of examples) for (const f of e.features) counts[f]! += e.weight;
  const random = sequence(7);
  const order = examples.map((_, i) => i);
  const p = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { label, weight } = examples[index]!;
      let { features } = examples[index]!;
      if (drop > 0) features = features.filter(() => random() >= drop);
      probabilities({ classes, bias, weights }, features, p, 1 / (1 - drop));
      for (let k = 0; k < classes; k++) p[k] = weight * (p[k]! - (k === label ? 1 : 0));
      for (const f of features) {
        const at = f * classes;
        const shrink = (ridge * weight) / counts[f]!;
        for (let k = 0; k < classes; k++) {
          const g = p[k]! / (1 - drop) + shrink * weights[at + k]!;
          moved[at + k]! += g * g;
          weights[at + k]! -= (rate * g) / Math.sqrt(moved[at + k]!);
        }
      }
      for (let k = 0; k < classes; k++) bias[k]! -= 0.01 * p[k]!;
    }
  }
  return { classes, bias, weights };
}

/** Writes the probability of each class into `out`. */
export function probabilities(
  { classes, bias, weights }: Softmax,
  features: ArrayLike<number>,
  out: Float64Array,
  scale = 1,
): void {
  out.fill(0);
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * classes;
    for (let k = 0; k < classes; k++) out[k]! += weights[at + k]!;
  }
  for (let k = 0; k < classes; k++) out[k] = bias[k]! + scale * out[k]!;
  let top = -Infinity;
  for (let k = 0; k < classes; k++) top = Math.max(top, out[k]!);
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    out[k] = Math.exp(out[k]! - top);
    sum += out[k]!;
  }
  for (let k = 0; k < classes; k++) out[k]! /= sum;
}
