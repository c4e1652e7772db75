import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Network, networkSums } from '../../src/scorer/network.ts';
import { type NetworkInput, STATES } from '../../src/scorer/network-input.ts';

const [SIZE, FILTERS] = [3, 4];
const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Hashes that share their low bits too, which the look-up must tell apart. */
const keys = fc
  .uniqueArray(fc.oneof(hash, fc.constantFrom(0, 64, 128, 4096, -64)), { maxLength: 12 })
  .map((all) => Int32Array.from(all).sort());
const anyNetwork = keys.chain((keys) => {
  const length = (keys.length + 1) * SIZE + 2 * FILTERS * SIZE + 4 * (FILTERS + STATES);
  return fc.record({
    size: fc.constant(SIZE),
    filters: fc.constant(FILTERS),
    keys: fc.constant(keys),
    weights: fc.int8Array({ minLength: length, maxLength: length }),
    bias: fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: FILTERS, maxLength: FILTERS }),
    scales: fc.tuple(fc.constantFrom(0, 0.00001, 0.01), fc.constantFrom(0, 0.02)),
    output: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }),
  });
});
/** A network, and words and marks most of which it knows. */
const anyCase = anyNetwork.chain((network: Network) => {
  const some = network.keys.length > 0 ? fc.oneof(hash, fc.constantFrom(...network.keys)) : hash;
  return fc.tuple(
    fc.constant(network),
    fc.array(some, { maxLength: 9 }),
    fc.array(fc.tuple(some, fc.nat(8)), { maxLength: 9 }),
    fc.uniqueArray(fc.nat(STATES - 1)),
  );
});
const inputOf = (words: number[], marks: [number, number][], states: number[]): NetworkInput => {
  const there = marks.filter(([, at]) => at < words.length);
  return { words, marks: there.map(([mark]) => mark), at: there.map(([, at]) => at), states };
};

/** The same by its definition: vectors added up, every filter over every two places, one number at a time. */
function plainSums({ words, marks, at, states }: NetworkInput, network: Network): number[] {
  const { keys, weights, bias, scales, output } = network;
  const vector = (number: number): number[] => [...weights.slice(number * SIZE, (number + 1) * SIZE)];
  const numberOf = (key: number): number => keys.indexOf(key) + 1;
  const add = (a: number[], b: number[]): number[] => a.map((x, d) => x + b[d]!);
  const places = words.map((word, k) =>
    marks.reduce(
      (sum, mark, i) => (at[i] === k && keys.includes(mark) ? add(sum, vector(numberOf(mark))) : sum),
      vector(numberOf(word)),
    ),
  );
  const empty = [0, 0, 0];
  const padded = [empty, ...places, empty];
  const begin = (keys.length + 1) * SIZE;
  const column = (c: number): number[] => [...weights.slice(begin + c * SIZE, begin + (c + 1) * SIZE)];
  const dot = (a: number[], b: number[]): number => a.reduce((sum, x, d) => sum + x * b[d]!, 0);
  const answers = Array.from({ length: FILTERS }, (_, f) => {
    const pairs = padded.slice(1).map((second, k) => dot(padded[k]!, column(f)) + dot(second, column(FILTERS + f)));
    return Math.max(0, Math.max(0, ...pairs) + bias[f]!);
  });
  const out = begin + 2 * FILTERS * SIZE;
  return output.map((start, k) => {
    const filters = answers.reduce((sum, answer, f) => sum + answer * weights[out + 4 * f + k]!, 0);
    const held = states.reduce((sum, s) => sum + weights[out + 4 * (FILTERS + s) + k]!, 0);
    return start + scales[0] * filters + scales[1] * held;
  });
}

describe('the sums of a network', () => {
  it('are those of its definition', () => {
    fc.assert(
      fc.property(anyCase, ([network, words, marks, states]) => {
        const input = inputOf(words, marks, states);
        expect([...networkSums(input, network)]).toEqual(plainSums(input, network));
      }),
    );
  });

  it('do not hang on what was read before, nor on the order of marks', () => {
    fc.assert(
      fc.property(anyCase, ([network, words, marks, states]) => {
        const first = networkSums(inputOf(words, marks, states), network);
        networkSums(inputOf([...words, 1, 2, 3], [], []), network);
        expect(networkSums(inputOf(words, marks.toReversed(), states), network)).toEqual(first);
      }),
    );
  });
});
