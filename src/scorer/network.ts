/**
 * A small network beside the linear model: filters over two words in a row, each word with what stands on it a short vector;
 * of each filter its loudest answer in the clause counts (Kim 2014, "Convolutional neural networks for sentence
 * classification"). Like words have like vectors, so it knows turns of phrase that are too rare for the linear model, and
 * errs elsewhere: the two together are right more often than either. It adds up whole numbers, so that no order of adding
 * changes a sum. Trained by `src/eval/train-scorer.ts`. Pure.
 */
import type { NetworkInput } from './network-input.ts';

export interface Network {
  /** Length of the vector of a word or mark. */
  size: number;
  /** How many filters: an even number. */
  filters: number;
  /** What is known, by hash: the vector numbered 0 is that of any other word, that of `keys[k]` the one numbered k + 1. */
  keys: Int32Array;
  /**
   * Vectors; then the filters' weights, those for the first word of each filter before those for the second; then four output
   * weights for each filter and each state.
   */
  weights: Int8Array;
  /** Of the filters, in the steps of their answers. */
  bias: readonly number[];
  /** What a step of an output weight is worth: of a filter, times its answer, and of a state. */
  scales: readonly [filter: number, state: number];
  /** Of the four classes. */
  output: readonly number[];
}

/** The number of each vector by hash, and what it gives to the filters, worked out when first asked for. */
interface Prepared {
  slots: Int32Array;
  mask: number;
  rows: (Int32Array | undefined)[];
}

const prepared = new WeakMap<Network, Prepared>();

function prepare(network: Network): Prepared {
  let known = prepared.get(network);
  if (known) return known;
  const { keys } = network;
  const mask = 2 ** Math.ceil(Math.log2(2 * keys.length + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  for (let k = 0; k < keys.length; k++) {
    let at = keys[k]! & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = k + 1;
  }
  known = { slots, mask, rows: [] };
  prepared.set(network, known);
  return known;
}

/** The number of a hash's vector, 0 for one that is not known. */
function numberOf(hash: number, { slots, mask }: Prepared, keys: Int32Array): number {
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const number = slots[at]!;
    if (number === 0 || keys[number - 1] === hash) return number;
  }
}

/** What a vector gives to each filter as its first word, and then as its second. */
function rowOf(number: number, { size, filters, keys, weights }: Network, { rows }: Prepared): Int32Array {
  const made = rows[number];
  if (made) return made;
  const row = new Int32Array(2 * filters);
  const from = number * size;
  for (let column = 0, at = (keys.length + 1) * size; column < row.length; column++) {
    let sum = 0;
    for (let d = from; d < from + size; d++) sum += weights[d]! * weights[at++]!;
    row[column] = sum;
  }
  rows[number] = row;
  return row;
}

/** Room for what each place gives to each filter; grown as needed. */
let room = new Int32Array(0);

/** What each place gives: an empty one, so that the first word may be the second of a filter, the words, and another. */
function give({ words, marks, at }: NetworkInput, network: Network, wide: number): Int32Array {
  const known = prepare(network);
  const end = (words.length + 1) * wide;
  if (room.length < end + wide) room = new Int32Array(end + wide);
  const given = room;
  given.fill(0, 0, wide);
  for (let k = 0; k < words.length; k++)
    given.set(rowOf(numberOf(words[k]!, known, network.keys), network, known), (k + 1) * wide);
  given.fill(0, end, end + wide);
  for (let i = 0; i < marks.length; i++) {
    const number = numberOf(marks[i]!, known, network.keys);
    if (number === 0) continue;
    const row = rowOf(number, network, known);
    // Four at a time takes three quarters of the time; there are two columns for each of an even number of filters.
    for (let column = 0, to = (at[i]! + 1) * wide; column < wide; column += 4, to += 4) {
      given[to]! += row[column]!;
      given[to + 1]! += row[column + 1]!;
      given[to + 2]! += row[column + 2]!;
      given[to + 3]! += row[column + 3]!;
    }
  }
  return given;
}

/** The loudest answer of each filter; silence is 0. */
function listen(input: NetworkInput, network: Network): Int32Array {
  const { filters } = network;
  const wide = 2 * filters;
  const given = give(input, network, wide);
  const loudest = new Int32Array(filters);
  for (let place = 0; place <= input.words.length; place++) {
    for (let f = 0, first = place * wide, second = first + wide + filters; f < filters; f++) {
      const answer = given[first++]! + given[second++]!;
      if (answer > loudest[f]!) loudest[f] = answer;
    }
  }
  return loudest;
}

/** The sum of each class for a clause, before the sums are made probabilities. */
export function networkSums(input: NetworkInput, network: Network): Float64Array {
  const { size, filters, keys, weights, bias, scales, output } = network;
  const loudest = listen(input, network);
  const out = (keys.length + 1) * size + 2 * filters * size;
  const sums = new Float64Array(4);
  for (let f = 0; f < filters; f++) {
    const answer = loudest[f]! + bias[f]!;
    if (answer > 0) for (let k = 0; k < 4; k++) sums[k]! += answer * weights[out + 4 * f + k]!;
  }
  for (let k = 0; k < 4; k++) {
    let states = 0;
    for (const state of input.states) states += weights[out + 4 * (filters + state) + k]!;
    sums[k] = output[k]! + scales[0] * sums[k]! + scales[1] * states;
  }
  return sums;
}
