/** Fits the network of `scorer/network.ts`: stochastic gradient descent on the log-loss, deterministic. */
import { DIRECTIONS, GATES } from '../scorer/network.ts';
import { type NetworkInput, STATES } from '../scorer/network-input.ts';
import { learnt, move } from './adam.ts';
import { CLASS_COUNT, type Numbered, type Parts, passThrough, roomFor } from './network-pass.ts';
import { rowsOf } from './rows.ts';
import { sequence, shuffle } from './softmax.ts';
import { vectorTable } from './vector-table.ts';
import { NO_VECTORS } from './word-vectors.ts';

export interface NetworkExample {
  input: NetworkInput;
  /** Index of the class. */
  label: number;
  /** How much it counts; 1 for an ordinary example. */
  weight: number;
}

/** What was learnt, in numbers that are not yet whole; see `Network` for their order. */
export interface FittedNetwork {
  size: number;
  cells: number;
  keys: Int32Array;
  vectors: Float32Array;
  given: Float32Array;
  kept: Float32Array;
  bias: Float32Array;
  out: Float32Array;
  output: Float32Array;
}

/** Examples between two moves of the weights. */
const BATCH = 64;
/** Numbers of the vectors of marks and words at first, and of the map, at most. */
const [FIRST_OWN, FIRST_MAP] = [0.1, 0.17];
/** The share of the rate that is left at the end. */
const LAST = 0.03;

/**
 * Fits a network of `cells` in each direction over vectors of `size` numbers, multiples of four. It knows the words and marks
 * that stand in the examples `minimum` times or more, and the words that have a vector in `words`. Going through all examples
 * `epochs` times, the rate falls from `rate` to nearly nothing; `leave` says what is left out at each visit, so that nothing leans on another
 * thing being there. Same examples in the same order, same network, to the bit.
 */
export function fitNetwork(
  examples: readonly NetworkExample[],
  {
    size = 64,
    cells = 64,
    epochs = 6,
    rate = 0.0015,
    minimum = 3,
    seed = 7,
    leave = { answers: 0.4, words: 0.1, readings: 0.2, label: 0.05 },
    words = NO_VECTORS,
  } = {},
): FittedNetwork {
  const met = keysOf(examples, minimum);
  const known = new Set(met);
  const elsewhere = Int32Array.from([...words.at.keys()].filter((hash) => !known.has(hash))).sort();
  const keys = Int32Array.from([...met, ...elsewhere]);
  const clauses = numbered(examples, keys);
  const random = sequence(seed);
  const within = (most: number) => () => most * (2 * random() - 1);
  const table = vectorTable(keys, met.length, size, words, { own: within(FIRST_OWN), map: within(FIRST_MAP) });
  const gates = DIRECTIONS * GATES * cells;
  // As large as keeps answers of that size.
  const even = within(1 / Math.sqrt(cells));
  const longest = clauses.reduce((most, clause) => Math.max(most, clause.words.length), 0);
  const rows = rowsOf(roomFor(size, cells, longest));
  const parts: Parts = {
    given: learnt(gates * size, even, rows.floats),
    kept: learnt(gates * cells, even, rows.floats),
    bias: learnt(gates + DIRECTIONS * cells, () => 0),
    out: learnt((DIRECTIONS * cells + STATES) * CLASS_COUNT, within(1 / Math.sqrt(DIRECTIONS * cells + STATES))),
    output: learnt(CLASS_COUNT, () => 0),
  };
  const moved = [...Object.values(parts), ...Object.values(table.parts)];
  const show = passThrough(parts, table, cells, longest, leave, random, rows);
  const order = examples.map((_, i) => i);
  const steps = epochs * Math.ceil(order.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let i = 0; i < order.length; i += BATCH) {
      for (const index of order.slice(i, i + BATCH)) {
        const { label, weight } = examples[index]!;
        show(clauses[index]!, label, weight / BATCH);
      }
      const left = rate * Math.max(LAST, 1 - step / steps);
      step++;
      table.settle();
      for (const part of moved) move(part, left, step);
    }
  }
  const { given, kept, bias, out, output } = parts;
  return {
    size,
    cells,
    keys,
    vectors: table.all(),
    given: given.values,
    kept: kept.values,
    bias: bias.values,
    out: out.values,
    output: output.values,
  };
}

/** Hashes of the words and marks that stand in the examples often enough, rising. */
function keysOf(examples: readonly NetworkExample[], minimum: number): Int32Array {
  const counts = new Map<number, number>();
  for (const { input } of examples)
    for (const list of [input.words, input.marks])
      for (const hash of list) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Int32Array.from([...counts].flatMap(([hash, n]) => (n >= minimum ? [hash] : []))).sort();
}

/** The examples by the numbers of their vectors. */
function numbered(examples: readonly NetworkExample[], keys: Int32Array): Numbered[] {
  const numbers = new Map(Array.from(keys, (hash, k) => [hash, k + 1]));
  return examples.map(({ input: { words, marks, at, states } }) => {
    const known = marks.flatMap((hash, i) => (numbers.has(hash) ? [i] : []));
    return {
      words: Int32Array.from(words, (hash) => numbers.get(hash) ?? 0),
      marks: Int32Array.from(known, (i) => numbers.get(marks[i]!)!),
      at: Int32Array.from(known, (i) => at[i]!),
      states,
    };
  });
}
