/** Stochastic gradient descent with moments of its own for each number (Kingma and Ba 2015, "Adam"). */

/** Numbers to be learnt, and the gradient that is gathered for them. */
export interface Learnt {
  values: Float32Array;
  gradient: Float32Array;
  first: Float32Array;
  second: Float32Array;
}

/** Numbers as `value` gives them, one after the other; they and their gradient stand where `floats` gives room. */
export function learnt(length: number, value: () => number, floats = plain): Learnt {
  const values = floats(length);
  for (let i = 0; i < length; i++) values[i] = value();
  return {
    values,
    gradient: floats(length),
    first: new Float32Array(length),
    second: new Float32Array(length),
  };
}

const plain = (length: number): Float32Array => new Float32Array(length);

const [FIRST, SECOND, LEAST] = [0.9, 0.999, 1e-8];

/** Moves the numbers against their gradient, which is wiped; `step` counts from 1. */
export function move({ values, gradient, first, second }: Learnt, rate: number, step: number): void {
  const pace = (rate * Math.sqrt(1 - SECOND ** step)) / (1 - FIRST ** step);
  const least = LEAST * Math.sqrt(1 - SECOND ** step);
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i]!;
    first[i]! += (1 - FIRST) * (g - first[i]!);
    second[i]! += (1 - SECOND) * (g * g - second[i]!);
    values[i]! -= (pace * first[i]!) / (Math.sqrt(second[i]!) + least);
    gradient[i] = 0;
  }
}
