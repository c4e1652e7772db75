import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, GATES, type Network, networkSums } from '../../src/scorer/network.ts';
import { type NetworkInput, STATES } from '../../src/scorer/network-input.ts';

const SIZE = 3;
const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Hashes that share their low bits too, which the look-up must tell apart. */
const keys = fc
  .uniqueArray(fc.oneof(hash, fc.constantFrom(0, 64, 128, 4096, -64)), { maxLength: 12 })
  .map((all) => Int32Array.from(all).sort());
const number = fc.double({ min: -3, max: 3, noNaN: true });
/** Four are worked out at once, and states are heard two by two. */
const cellCounts = fc.constantFrom(4, 8, 12);
const anyNetwork = fc.tuple(keys, cellCounts).chain(([keys, cells]) => {
  const gates = DIRECTIONS * GATES * cells;
  const length = (keys.length + 1) * SIZE + gates * (SIZE + cells) + 4 * (DIRECTIONS * cells + STATES);
  const biases = gates + DIRECTIONS * cells;
  return fc.record({
    size: fc.constant(SIZE),
    cells: fc.constant(cells),
    keys: fc.constant(keys),
    weights: fc.int8Array({ minLength: length, maxLength: length }),
    bias: fc.array(number, { minLength: biases, maxLength: biases }),
    scales: fc.tuple(fc.constantFrom(0, 0.00001, 0.001), fc.constantFrom(0, 0.01), fc.constantFrom(0, 0.02)),
    output: fc.array(number, { minLength: 4, maxLength: 4 }),
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

/** The same by its definition: vectors added up, gate by gate, with the logistic function and the tangent as they are. */
function plainSums({ words, marks, at, states }: NetworkInput, network: Network): number[] {
  const { cells, keys, weights, bias, scales, output } = network;
  const gates = DIRECTIONS * GATES * cells;
  const vector = (number: number): number[] => [...weights.slice(number * SIZE, (number + 1) * SIZE)];
  const numberOf = (key: number): number => keys.indexOf(key) + 1;
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, d) => sum + x * b[d]!, 0);
  const places = words.map((word, k) =>
    marks.reduce(
      (sum, mark, i) => (at[i] === k && keys.includes(mark) ? sum.map((x, d) => x + vector(numberOf(mark))[d]!) : sum),
      vector(numberOf(word)),
    ),
  );
  const given = (keys.length + 1) * SIZE;
  const kept = given + gates * SIZE;
  const out = kept + gates * cells;
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const read = (direction: number): number[] => {
    let state = Array.from({ length: cells }, () => 0);
    const loudest = Array.from({ length: cells }, () => -1);
    for (const place of direction === 0 ? places : places.toReversed()) {
      const before = state;
      state = before.map((was, cell) => {
        const sums = [0, 1, 2].map((gate) => {
          const row = (direction * cells + cell) * GATES + gate;
          const from = scales[0] * dot(place, [...weights.slice(given + row * SIZE, given + (row + 1) * SIZE)]);
          const back = scales[1] * dot(before, [...weights.slice(kept + row * cells, kept + (row + 1) * cells)]);
          return [from + bias[row]!, back] as const;
        });
        const [reset, update] = [logistic(sums[0]![0] + sums[0]![1]), logistic(sums[1]![0] + sums[1]![1])];
        const kind = bias[gates + direction * cells + cell]!;
        const fresh = Math.tanh(sums[2]![0] + reset * (sums[2]![1] + kind));
        return (1 - update) * fresh + update * was;
      });
      state.forEach((now, cell) => {
        loudest[cell] = Math.max(loudest[cell]!, now);
      });
    }
    return loudest;
  };
  const answers = [...read(0), ...read(1)];
  return output.map((start, k) => {
    const heard = answers.reduce((sum, answer, a) => sum + answer * weights[out + 4 * a + k]!, 0);
    const held = states.reduce((sum, s) => sum + weights[out + 4 * (answers.length + s) + k]!, 0);
    return start + scales[2] * (heard + held);
  });
}

describe('the sums of a network', () => {
  it('are those of its definition, but for a trace: a fraction stands for the tangent, and 16 bits for a state', () => {
    fc.assert(
      fc.property(anyCase, ([network, words, marks, states]) => {
        const input = inputOf(words, marks, states);
        const sums = networkSums(input, network);
        plainSums(input, network).forEach((sum, k) => {
          expect(Math.abs(sums[k]! - sum)).toBeLessThan(0.02);
        });
      }),
    );
  });

  it('are those of its definition however many words and marks there are', () => {
    const [network] = fc.sample(anyNetwork, { seed: 5, numRuns: 1 });
    const words = Array.from({ length: 200 }, (_, k) => network!.keys[k % Math.max(1, network!.keys.length)] ?? k);
    const marks = Array.from({ length: 900 }, (_, i): [number, number] => [words[i % 200]!, (7 * i) % 200]);
    for (const input of [inputOf(words, marks, [3]), inputOf(words.slice(0, 5), [], [])])
      plainSums(input, network!).forEach((sum, k) => {
        expect(Math.abs(networkSums(input, network!)[k]! - sum)).toBeLessThan(0.02);
      });
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
