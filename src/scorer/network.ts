/**
 * A small network beside the linear model: it reads the words of a clause in their order, forwards and backwards, each word
 * with what stands on it a short vector, and keeps of each of its cells the loudest state (a gated recurrent network, Cho and
 * others 2014). Like words have like vectors, so it knows turns of phrase that are too rare for the linear model, and errs
 * elsewhere: the two together are right more often than either. Trained by `src/eval/train-scorer.ts`. Pure; what it adds
 * up, it adds up in one order on every machine.
 */
import type { NetworkInput } from './network-input.ts';

export interface Network {
  /** Length of the vector of a word or mark. */
  size: number;
  /** How many cells in each direction: an even number. */
  cells: number;
  /** What is known, by hash: the vector numbered 0 is that of any other word, that of `keys[k]` the one numbered k + 1. */
  keys: Int32Array;
  /**
   * Vectors; then for each direction, forwards first, what a vector gives to the three gates of each cell (reset, update and
   * new state), and what the states give to them; then four output weights for each cell and direction and for each state.
   */
  weights: Int8Array;
  /** Of the gates, for each direction and cell; then of what the states give to the new state. */
  bias: readonly number[];
  /** What a step is worth: of what a vector gives, of what a state gives, of an output weight. */
  scales: readonly [given: number, kept: number, output: number];
  /** Of the four classes. */
  output: readonly number[];
}

export const GATES = 3;
export const DIRECTIONS = 2;

/** The number of each vector by hash, and what is worked out when first asked for. */
interface Prepared {
  slots: Int32Array;
  mask: number;
  /** What a vector gives to the gates of both directions, in whole steps. */
  rows: (Int32Array | undefined)[];
  /** What the states give to the gates: for two cells at once, state by state. */
  kept: [Float64Array, Float64Array];
  bias: Float64Array;
  out: Float64Array;
}

const prepared = new WeakMap<Network, Prepared>();

/** How many weights of each part there are. */
export function partsOf({ size, cells, keys }: Pick<Network, 'size' | 'cells' | 'keys'>, states: number) {
  const gates = DIRECTIONS * GATES * cells;
  return { vectors: (keys.length + 1) * size, given: gates * size, kept: gates * cells, out: 4 * (2 * cells + states) };
}

function prepare(network: Network): Prepared {
  let known = prepared.get(network);
  if (known) return known;
  const { keys, cells, weights, bias, scales } = network;
  const mask = 2 ** Math.ceil(Math.log2(2 * keys.length + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  for (let k = 0; k < keys.length; k++) {
    let at = keys[k]! & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = k + 1;
  }
  const { vectors, given, kept } = partsOf(network, 0);
  const keptOf = (direction: number): Float64Array => {
    const first = vectors + given + (direction * kept) / DIRECTIONS;
    const rows = new Float64Array(kept / DIRECTIONS);
    // Two cells with three gates each: their six sums grow together, so that a state is fetched once for all of them.
    for (let pair = 0, k = 0; pair < cells / 2; pair++)
      for (let state = 0; state < cells; state++)
        for (let gate = 0; gate < 2 * GATES; gate++)
          rows[k++] = scales[1] * weights[first + (2 * GATES * pair + gate) * cells + state]!;
    return rows;
  };
  const out = Float64Array.from(weights.subarray(vectors + given + kept), (step) => scales[2] * step);
  known = { slots, mask, rows: [], kept: [keptOf(0), keptOf(1)], bias: Float64Array.from(bias), out };
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

/** What a vector gives to the gates of both directions. */
function rowOf(number: number, { size, cells, keys, weights }: Network, { rows }: Prepared): Int32Array {
  const made = rows[number];
  if (made) return made;
  const row = new Int32Array(DIRECTIONS * GATES * cells);
  const from = number * size;
  for (let column = 0, at = (keys.length + 1) * size; column < row.length; column++) {
    let sum = 0;
    for (let d = from; d < from + size; d++) sum += weights[d]! * weights[at++]!;
    row[column] = sum;
  }
  rows[number] = row;
  return row;
}

/** Room for what each word gives to each gate; grown as needed. */
let room = new Int32Array(0);

/** What each word gives, with what stands on it, in whole steps: no order of adding changes a sum. */
function give({ words, marks, at }: NetworkInput, network: Network, known: Prepared): Int32Array {
  const wide = DIRECTIONS * GATES * network.cells;
  if (room.length < words.length * wide) room = new Int32Array(words.length * wide);
  const given = room;
  for (let k = 0; k < words.length; k++)
    given.set(rowOf(numberOf(words[k]!, known, network.keys), network, known), k * wide);
  for (let i = 0; i < marks.length; i++) {
    const number = numberOf(marks[i]!, known, network.keys);
    if (number === 0) continue;
    const row = rowOf(number, network, known);
    // Four at a time takes three quarters of the time; there are twelve columns for two cells.
    for (let column = 0, to = at[i]! * wide; column < wide; column += 4, to += 4) {
      given[to]! += row[column]!;
      given[to + 1]! += row[column + 1]!;
      given[to + 2]! += row[column + 2]!;
      given[to + 3]! += row[column + 3]!;
    }
  }
  return given;
}

/**
 * The logistic function at steps of a 32nd from -8 to 8, in whole millionths: the same on every machine, and small enough to
 * stay at hand. Between two steps it is a line, which is wrong by a hundred thousandth at most.
 */
const STEPS = 32;
const HALF = 8 * STEPS;
const LOGISTIC = Float64Array.from({ length: 2 * HALF + 2 }, (_, k) => {
  return Math.round(1e6 / (1 + Math.exp((HALF - k) / STEPS))) / 1e6;
});

function logistic(x: number): number {
  const at = x * STEPS + HALF;
  if (at <= 0) return LOGISTIC[0]!;
  if (at >= 2 * HALF) return LOGISTIC[2 * HALF]!;
  const step = at | 0;
  const low = LOGISTIC[step]!;
  return low + (at - step) * (LOGISTIC[step + 1]! - low);
}

/** The state of a cell after a word: what the word gives to its gates, and what the states before it give. */
function after(was: number, reset: number, update: number, fresh: number, kept: number): number {
  // The hyperbolic tangent by the logistic function.
  const becomes = 2 * logistic(2 * (fresh + logistic(reset) * kept)) - 1;
  return becomes + logistic(update) * (was - becomes);
}

/** Reads the words in one direction; of each cell the loudest state goes into `loudest`. */
function read(
  given: Int32Array,
  count: number,
  direction: 0 | 1,
  { cells, scales }: Network,
  { kept: ofBoth, bias }: Prepared,
  loudest: Float64Array,
): void {
  const gates = GATES * cells;
  const scale = scales[0];
  const kept = ofBoth[direction];
  const first = direction * gates;
  const own = DIRECTIONS * gates + direction * cells;
  let state = new Float64Array(cells);
  let next = new Float64Array(cells);
  for (let k = 0; k < count; k++) {
    let at = (direction === 0 ? k : count - 1 - k) * DIRECTIONS * gates + first;
    for (let cell = 0, w = 0, g = first; cell < cells; cell += 2, at += 6, g += 6) {
      // Six names, not an array of six, which would take a sixth more time.
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      // Before the first word all states are nought.
      for (let j = k === 0 ? cells : 0; j < cells; j++, w += 6) {
        const s = state[j]!;
        a += kept[w]! * s;
        b += kept[w + 1]! * s;
        c += kept[w + 2]! * s;
        d += kept[w + 3]! * s;
        e += kept[w + 4]! * s;
        f += kept[w + 5]! * s;
      }
      const one = after(
        state[cell]!,
        scale * given[at]! + bias[g]! + a,
        scale * given[at + 1]! + bias[g + 1]! + b,
        scale * given[at + 2]! + bias[g + 2]!,
        c + bias[own + cell]!,
      );
      const other = after(
        state[cell + 1]!,
        scale * given[at + 3]! + bias[g + 3]! + d,
        scale * given[at + 4]! + bias[g + 4]! + e,
        scale * given[at + 5]! + bias[g + 5]!,
        f + bias[own + cell + 1]!,
      );
      next[cell] = one;
      next[cell + 1] = other;
      if (one > loudest[direction * cells + cell]!) loudest[direction * cells + cell] = one;
      if (other > loudest[direction * cells + cell + 1]!) loudest[direction * cells + cell + 1] = other;
    }
    const free = state;
    state = next;
    next = free;
  }
}

/** The sum of each class for a clause, before the sums are made probabilities. */
export function networkSums(input: NetworkInput, network: Network): Float64Array {
  const known = prepare(network);
  const { cells, output } = network;
  const given = give(input, network, known);
  const loudest = new Float64Array(DIRECTIONS * cells).fill(-1);
  for (const direction of [0, 1] as const) read(given, input.words.length, direction, network, known, loudest);
  const { out } = known;
  const sums = Float64Array.from(output);
  for (let c = 0; c < loudest.length; c++) for (let k = 0; k < 4; k++) sums[k]! += loudest[c]! * out[4 * c + k]!;
  for (const state of input.states) for (let k = 0; k < 4; k++) sums[k]! += out[4 * (loudest.length + state) + k]!;
  return sums;
}
