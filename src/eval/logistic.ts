/** Logistic regression on binary features: full-batch gradient descent with momentum, deterministic. */

/** An example: the features it has, and whether it is of the class. */
export interface Example {
  features: string[];
  positive: boolean;
}

export interface LinearModel {
  bias: number;
  weights: Map<string, number>;
}

/** The probability of log-odds; the logistic function. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** The names of features that are seen `minimum` times or more, sorted, and for each example the numbers of those it has. */
export function numbered(
  examples: readonly Pick<Example, 'features'>[],
  minimum: number,
): { names: string[]; rows: number[][] } {
  const counts = new Map<string, number>();
  for (const e of examples) for (const f of e.features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts.keys()].filter((f) => counts.get(f)! >= minimum).sort();
  const index = new Map(names.map((f, i) => [f, i]));
  return { names, rows: examples.map((e) => e.features.map((f) => index.get(f)).filter((i) => i !== undefined)) };
}

/**
 * Fits a model. `ridge` is the L2 penalty per example; features seen fewer than `minimum` times are left out.
 * Same examples in the same order, same model, to the bit.
 */
export function trainLogistic(
  examples: Example[],
  { ridge = 0.004, minimum = 4, steps = 400, rate = 0.5 } = {},
): LinearModel {
  const { names, rows } = numbered(examples, minimum);
  const w = new Float64Array(names.length + 1);
  const velocity = new Float64Array(names.length + 1);
  const gradient = new Float64Array(names.length + 1);
  const n = examples.length;
  for (let step = 0; step < steps; step++) {
    gradient.fill(0);
    for (let r = 0; r < n; r++) {
      let z = w[names.length]!;
      for (const i of rows[r]!) z += w[i]!;
      const error = logistic(z) - (examples[r]!.positive ? 1 : 0);
      for (const i of rows[r]!) gradient[i]! += error;
      gradient[names.length]! += error;
    }
    for (let i = 0; i <= names.length; i++) {
      const g = gradient[i]! / n + (i < names.length ? ridge * w[i]! : 0);
      velocity[i] = 0.9 * velocity[i]! - rate * g;
      w[i]! += velocity[i]!;
    }
  }
  return { bias: w[names.length]!, weights: new Map(names.map((f, i) => [f, w[i]!])) };
}

/** The log-odds of an example. */
export function score(model: LinearModel, features: string[]): number {
  let z = model.bias;
  for (const f of features) z += model.weights.get(f) ?? 0;
  return z;
}
