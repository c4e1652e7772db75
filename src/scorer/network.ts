/**
 * A small network beside the linear model: it reads the words of a clause in their order, forwards and backwards, each word
 * with what stands on it a short vector, and keeps of each of its cells the loudest state (a gated recurrent network, Cho and
 * others 2014; the layer itself is `recurrence.wat`). Like words have like vectors, so it knows turns of phrase that are too
 * rare for the linear model, and errs elsewhere: the two together are right more often than either. Trained by
 * `src/eval/train-scorer.ts`. Pure; what it adds up, it adds up in one order on every machine.
 */
import type { NetworkInput } from './network-input.ts';
import recurrence from './recurrence.wasm.ts';
import { overMemory, pagesFor } from './wasm.ts';

export interface Network {
  /** Length of the vector of a word or mark. */
  size: number;
  /** How many cells in each direction: a multiple of four, at most 500, so that no sum of states passes 32 bits. */
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

/** Bytes of a number in the memory that the layer works in. */
const WIDTH = 4;
/** Cells that are worked out at once. */
const FOUR = 4;
/** States that are heard at once, of 16 bits each, and the whole steps that the loudest state is told in. */
const PAIR = 2;
const STEPS = 32767;

/** The number of each vector by hash, what is worked out when first asked for, and the layer. */
interface Prepared {
  slots: Int32Array;
  mask: number;
  out: Float64Array;
  layer: Layer;
}

/** The layer of cells in WebAssembly: where the parts stand in its memory, in bytes. */
interface Layer {
  memory: WebAssembly.Memory;
  read: (...args: number[]) => void;
  give: (list: number, words: number, all: number, bytes: number) => void;
  /** What the states give, and the biases, for each direction. */
  kept: [number, number];
  bias: [number, number];
  /** The states, the loudest of each cell and direction, which vectors go where, and what each word gives. */
  state: number;
  loudest: number;
  list: number;
  given: number;
  /** For how many words, and vectors on them, there is room. */
  words: number;
  listed: number;
  /** Where what a vector gives to the gates of both directions stands, in whole steps; 0 until it is asked for. */
  rows: Int32Array;
  /** Where the next one goes. */
  free: number;
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
  const { keys, weights, scales } = network;
  const mask = 2 ** Math.ceil(Math.log2(2 * keys.length + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  for (let k = 0; k < keys.length; k++) {
    let at = keys[k]! & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = k + 1;
  }
  const { vectors, given, kept } = partsOf(network, 0);
  const out = Float64Array.from(weights.subarray(vectors + given + kept), (step) => scales[2] * step);
  known = { slots, mask, out, layer: layerOf(network, WORDS, LISTED) };
  prepared.set(network, known);
  return known;
}

/** Words that there is room for at first: as many as are read of a clause and around it. */
const WORDS = 90;
/** Words and what stands on them, likewise: some five to a word, seldom more. */
const LISTED = 512;

/** The layer of a network in a memory of its own, with room for so many words and vectors on them. */
function layerOf(network: Network, words: number, listed: number): Layer {
  const { keys, cells, weights, bias } = network;
  const { vectors, given: perVectors, kept } = partsOf(network, 0);
  const [perDirection, own] = [GATES * cells, DIRECTIONS * GATES * cells];
  const biasAt = kept / PAIR;
  const state = biasAt + DIRECTIONS * (perDirection + cells);
  // The states and those that come next, as numbers and in 16 bits.
  const loudest = state + 2 * (cells + cells / PAIR);
  const list = loudest + DIRECTIONS * cells;
  const given = list + 2 * listed;
  const free = given + words * own;
  const { memory, functions } = overMemory<Pick<Layer, 'read' | 'give'>>(recurrence, WIDTH * free);
  const all = new Float32Array(memory.buffer);
  const halves = new Int16Array(memory.buffer);
  const keptOf = vectors + perVectors;
  for (let four = 0, w = 0, b = biasAt; four < DIRECTIONS * cells; four += FOUR) {
    for (let from = 0; from < cells; from += PAIR)
      for (let gate = 0; gate < GATES; gate++)
        for (let cell = four; cell < four + FOUR; cell++)
          for (let one = from; one < from + PAIR; one++)
            halves[w++] = weights[keptOf + (cell * GATES + gate) * cells + one]!;
    for (let gate = 0; gate < GATES; gate++)
      for (let cell = four; cell < four + FOUR; cell++) all[b++] = bias[cell * GATES + gate]!;
    for (let cell = four; cell < four + FOUR; cell++) all[b++] = bias[own + cell]!;
  }
  return {
    memory,
    ...functions,
    kept: [0, (WIDTH * kept) / PAIR / DIRECTIONS],
    bias: [WIDTH * biasAt, WIDTH * (biasAt + perDirection + cells)],
    state: WIDTH * state,
    loudest: WIDTH * loudest,
    list: WIDTH * list,
    given: WIDTH * given,
    words,
    listed,
    rows: new Int32Array(keys.length + 1),
    free: WIDTH * free,
  };
}

/** The number of a hash's vector, 0 for one that is not known. */
function numberOf(hash: number, { slots, mask }: Prepared, keys: Int32Array): number {
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const number = slots[at]!;
    if (number === 0 || keys[number - 1] === hash) return number;
  }
}

/** Where what a vector gives to the gates of both directions stands, for four cells at a time. */
function rowOf(number: number, { size, cells, keys, weights }: Network, { layer }: Prepared): number {
  const made = layer.rows[number]!;
  if (made !== 0) return made;
  const { memory, free } = layer;
  const bytes = WIDTH * DIRECTIONS * GATES * cells;
  const missing = free + bytes - memory.buffer.byteLength;
  // Half as much again at least, so that it grows seldom.
  if (missing > 0) memory.grow(pagesFor(Math.max(missing, memory.buffer.byteLength / 2)));
  const row = new Int32Array(memory.buffer, free, bytes / WIDTH);
  const from = number * size;
  const first = (keys.length + 1) * size;
  let column = 0;
  for (let four = 0; four < DIRECTIONS * cells; four += FOUR)
    for (let gate = 0; gate < GATES; gate++)
      for (let cell = four; cell < four + FOUR; cell++) {
        let sum = 0;
        for (let d = 0, at = first + (cell * GATES + gate) * size; d < size; d++)
          sum += weights[from + d]! * weights[at++]!;
        row[column++] = sum;
      }
  layer.rows[number] = free;
  layer.free += bytes;
  return free;
}

/** Where the vectors of a clause's words stand and go, then those on them: pairs, kept from clause to clause. */
let pairs = new Int32Array(2 * LISTED);

/**
 * Puts what each word gives, with what stands on it, into the layer's memory in whole steps: no order of adding changes a sum.
 */
function give({ words, marks, at }: NetworkInput, network: Network, known: Prepared): void {
  const most = words.length + marks.length;
  if (words.length > known.layer.words || most > known.layer.listed)
    known.layer = layerOf(network, Math.max(words.length, known.layer.words), Math.max(most, known.layer.listed));
  if (pairs.length < 2 * most) pairs = new Int32Array(2 * most);
  const { layer } = known;
  const bytes = WIDTH * DIRECTIONS * GATES * network.cells;
  let n = 0;
  for (let k = 0; k < words.length; k++) {
    pairs[n++] = rowOf(numberOf(words[k]!, known, network.keys), network, known);
    pairs[n++] = layer.given + k * bytes;
  }
  for (let i = 0; i < marks.length; i++) {
    const number = numberOf(marks[i]!, known, network.keys);
    if (number === 0) continue;
    pairs[n++] = rowOf(number, network, known);
    pairs[n++] = layer.given + at[i]! * bytes;
  }
  const list = new Int32Array(layer.memory.buffer, layer.list, n);
  list.set(pairs.subarray(0, n));
  layer.give(layer.list, words.length, n / 2, bytes);
}

/** Of each direction and cell the loudest state over `count` words that were given. */
function listen(count: number, { cells, scales }: Network, { layer }: Prepared): Float32Array {
  const row = WIDTH * GATES * cells;
  const wide = DIRECTIONS * row;
  const loudest = new Float32Array(layer.memory.buffer, layer.loudest, DIRECTIONS * cells).fill(-1);
  const { read, kept, bias, state, given } = layer;
  const ofStates = scales[1] / STEPS;
  read(given, wide, count, cells, kept[0], bias[0], scales[0], ofStates, state, layer.loudest);
  const last = given + (count - 1) * wide + row;
  read(last, -wide, count, cells, kept[1], bias[1], scales[0], ofStates, state, layer.loudest + WIDTH * cells);
  return loudest;
}

/** The sum of each class for a clause, before the sums are made probabilities. */
export function networkSums(input: NetworkInput, network: Network): Float64Array {
  const known = prepare(network);
  const { output } = network;
  give(input, network, known);
  const loudest = listen(input.words.length, network, known);
  const { out } = known;
  const sums = Float64Array.from(output);
  for (let c = 0; c < loudest.length; c++) for (let k = 0; k < 4; k++) sums[k]! += loudest[c]! * out[4 * c + k]!;
  for (const state of input.states) for (let k = 0; k < 4; k++) sums[k]! += out[4 * (loudest.length + state) + k]!;
  return sums;
}
