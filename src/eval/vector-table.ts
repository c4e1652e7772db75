/**
 * The vectors of a network in training: of what stands in the examples one that is learnt freely, added to what a map that is
 * learnt too makes of the word's vector from elsewhere (`word-vectors.ts`), if it has one. So a word that is rare here, or
 * was never met, stands near the words that are used like it.
 */
import { type Learnt, learnt } from './adam.ts';
import type { WordVectors } from './word-vectors.ts';

export interface VectorTable {
  size: number;
  parts: { own: Learnt; map: Learnt };
  /** Adds the vector of a number to `to`, from `at` on. */
  add(number: number, to: Float32Array, at: number): void;
  /** Takes down what the vector of a number was wrong by. */
  learn(number: number, errors: Float32Array, at: number): void;
  /** Adds to the gradients what was taken down since the last time. To be called before the parts are moved. */
  settle(): void;
  /** All vectors, those of words that are only known from elsewhere too. */
  all(): Float32Array;
}

/** `keys` are what is known by number, from 1; the first `met` of them were met in the examples. */
export function vectorTable(
  keys: Int32Array,
  met: number,
  size: number,
  words: WordVectors,
  { own, map }: { own: () => number; map: () => number },
): VectorTable {
  const { width } = words;
  const parts = { own: learnt((met + 1) * size, own), map: learnt(width * size, map) };
  const [V, P] = [parts.own.values, parts.map.values];
  /** Where a number's vector from elsewhere begins; -1 where it has none, as what is not known has. */
  const elsewhere = Int32Array.from([-1, ...Array.from(keys, (hash) => words.at.get(hash) ?? -1)]);
  /** Where its own begins: what was not met has that of what is not known. */
  const ownAt = (number: number): number => (number <= met ? number * size : 0);
  const whole = new Float32Array((keys.length + 1) * size);
  const errors = new Float32Array(whole.length);
  const isFresh = new Uint8Array(keys.length + 1);
  const fresh: number[] = [];

  function make(number: number): void {
    const [at, mine, from] = [number * size, ownAt(number), elsewhere[number]!];
    for (let d = 0; d < size; d++) {
      let sum = V[mine + d]!;
      if (from >= 0) for (let w = 0; w < width; w++) sum += P[d * width + w]! * words.values[from + w]!;
      whole[at + d] = sum;
      errors[at + d] = 0;
    }
    isFresh[number] = 1;
    fresh.push(number);
  }

  function settle(): void {
    for (const number of fresh) {
      const [at, mine, from] = [number * size, ownAt(number), elsewhere[number]!];
      for (let d = 0; d < size; d++) {
        const error = errors[at + d]!;
        if (error === 0) continue;
        parts.own.gradient[mine + d]! += error;
        if (from >= 0)
          for (let w = 0; w < width; w++) parts.map.gradient[d * width + w]! += error * words.values[from + w]!;
      }
      isFresh[number] = 0;
    }
    fresh.length = 0;
  }

  return {
    size,
    parts,
    add(number, to, at) {
      if (isFresh[number] === 0) make(number);
      for (let d = 0, v = number * size; d < size; d++) to[at + d]! += whole[v++]!;
    },
    learn(number, from, at) {
      for (let d = 0, v = number * size; d < size; d++) errors[v++]! += from[at + d]!;
    },
    settle,
    all() {
      settle();
      for (let number = 0; number <= keys.length; number++) make(number);
      settle();
      return whole.slice();
    },
  };
}
