/**
 * One clause through a network in training, and the error back again: as `scorer/network.ts` reads, with numbers that are
 * not yet whole, and with parts of it left out at random.
 */
import { CLASSES } from '../scorer/model.ts';
import { DIRECTIONS, GATES } from '../scorer/network.ts';
import { RULED_STATES } from '../scorer/network-input.ts';
import type { Learnt } from './adam.ts';
import { logistic } from './logistic.ts';
import type { Block, Rows } from './rows.ts';
import type { VectorTable } from './vector-table.ts';

/** Classes of a clause. */
export const CLASS_COUNT = CLASSES.length;

/** What a network in training consists of, beside its vectors; `scorer/network.ts` says what is what. */
export interface Parts {
  /** What a vector gives to the gates, direction by direction, cell by cell. */
  given: Learnt;
  /** What the states give to them. */
  kept: Learnt;
  /** Of the gates; then of what the states give to the new state. */
  bias: Learnt;
  /** Four for each cell and direction, and for each state. */
  out: Learnt;
  output: Learnt;
}

/** What a network reads, by the numbers of the vectors; marks that are not known are left out. */
export interface Numbered {
  words: Int32Array;
  marks: Int32Array;
  at: Int32Array;
  states: readonly number[];
}

/**
 * What is left out, as shares: at random answers of cells, words and marks, and all that the readings say; and of what an
 * example's label is worth a share that the other classes get (Szegedy and others 2016), so that nothing is learnt to be certain.
 */
export interface LeftOut {
  answers: number;
  words: number;
  readings: number;
  label: number;
}

const NONE = -1;

/** One direction's states and gates, place by place, kept for the way back. */
interface Trace {
  states: Float32Array;
  reset: Float32Array;
  update: Float32Array;
  fresh: Float32Array;
  /** What the states gave to the new state, before the reset. */
  kept: Float32Array;
}

/** How many numbers need room in `rows`: what is given and kept with their gradients, and what is heard of a clause. */
export function roomFor(size: number, cells: number, longest: number): number {
  const gates = DIRECTIONS * GATES * cells;
  const perClause = 2 * longest * size + DIRECTIONS * (longest + 1) * cells;
  const perWord = 4 * GATES * cells + cells;
  return 2 * gates * (size + cells) + perClause + perWord;
}

/**
 * A function that shows a clause of some label to the network and adds to the gradients what its log-loss, times `weight`,
 * asks for. `longest` is the most words a clause has; `rows` is where what is given and kept, and their gradients, stand.
 */
export function passThrough(
  { given, kept, bias, out, output }: Parts,
  table: VectorTable,
  cells: number,
  longest: number,
  leave: LeftOut,
  random: () => number,
  rows: Rows,
): (clause: Numbered, label: number, weight: number) => void {
  const { size } = table;
  const gates = GATES * cells;
  const [B, O] = [bias.values, out.values];
  /** The rows of each direction. */
  const blocks = (numbers: Float32Array, columns: number): Block[] =>
    Array.from({ length: DIRECTIONS }, (_, d) => ({ numbers, at: d * gates * columns, rows: gates, columns }));
  const [K, U] = [blocks(given.values, size), blocks(kept.values, cells)];
  const [dK, dU] = [blocks(given.gradient, size), blocks(kept.gradient, cells)];
  const heard = rows.floats(longest * size);
  const errors = rows.floats(longest * size);
  const traces = Array.from({ length: DIRECTIONS }, (): Trace => {
    const row = () => new Float32Array((longest + 1) * cells);
    return { states: rows.floats((longest + 1) * cells), reset: row(), update: row(), fresh: row(), kept: row() };
  });
  const answers = new Float32Array(DIRECTIONS * cells);
  const places = new Int32Array(DIRECTIONS * cells);
  const left = new Uint8Array(DIRECTIONS * cells);
  const sums = rows.floats(gates);
  const keptSums = rows.floats(gates);
  const asked = rows.floats(gates);
  const keptAsked = rows.floats(gates);
  const stateError = new Float32Array(cells);
  const before = rows.floats(cells);
  const p = new Float64Array(CLASS_COUNT);

  /** Runs over what stands where: the number of a vector, and where the numbers of a place begin. */
  function each({ words, marks, at }: Numbered, take: (vector: number, place: number) => void): void {
    for (let k = 0; k < words.length; k++) take(words[k]!, k * size);
    for (let i = 0; i < marks.length; i++) if (marks[i] !== NONE) take(marks[i]!, at[i]! * size);
  }

  /** The word that is read at a step. */
  const wordAt = (direction: number, step: number, count: number): number =>
    direction === 0 ? step : count - 1 - step;
  /** Where the states before a step begin; those before the first are nought and stand behind all others. */
  const stateBefore = (direction: number, step: number, count: number): number =>
    (step === 0 ? longest : wordAt(direction, step - 1, count)) * cells;

  /** Reads `count` words in one direction. */
  function read(direction: number, count: number): void {
    const { states, reset, update, fresh, kept: gave } = traces[direction]!;
    const [first, own] = [direction * gates, DIRECTIONS * gates + direction * cells];
    for (let step = 0; step < count; step++) {
      const [k, from] = [wordAt(direction, step, count), stateBefore(direction, step, count)];
      rows.times(sums, K[direction]!, heard, k * size);
      rows.times(keptSums, U[direction]!, states, from);
      for (let c = 0; c < cells; c++) {
        const at = k * cells + c;
        const [toReset, toUpdate, toMake] = [GATES * c, GATES * c + 1, GATES * c + 2];
        const r = logistic(sums[toReset]! + B[first + toReset]! + keptSums[toReset]!);
        const z = logistic(sums[toUpdate]! + B[first + toUpdate]! + keptSums[toUpdate]!);
        const back = keptSums[toMake]! + B[own + c]!;
        const n = Math.tanh(sums[toMake]! + B[first + toMake]! + r * back);
        reset[at] = r;
        update[at] = z;
        fresh[at] = n;
        gave[at] = back;
        states[at] = n + z * (states[from + c]! - n);
      }
    }
  }

  function listen(clause: Numbered): void {
    const n = clause.words.length;
    heard.fill(0, 0, n * size);
    each(clause, (vector, place) => table.add(vector, heard, place));
    answers.fill(-1);
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      read(direction, n);
      const { states } = traces[direction]!;
      for (let k = 0; k < n; k++) {
        for (let c = 0; c < cells; c++) {
          if (states[k * cells + c]! <= answers[direction * cells + c]!) continue;
          answers[direction * cells + c] = states[k * cells + c]!;
          places[direction * cells + c] = k;
        }
      }
    }
    for (let a = 0; a < answers.length; a++) {
      left[a] = random() < leave.answers ? 1 : 0;
      answers[a] = left[a] ? 0 : answers[a]! / (1 - leave.answers);
    }
  }

  /** The probabilities of the classes into `p`. */
  function judge(states: readonly number[]): void {
    for (let k = 0; k < CLASS_COUNT; k++) {
      let sum = output.values[k]!;
      for (let a = 0; a < answers.length; a++) sum += answers[a]! * O[a * CLASS_COUNT + k]!;
      for (const state of states) sum += O[(answers.length + state) * CLASS_COUNT + k]!;
      p[k] = sum;
    }
    const top = Math.max(...p);
    let total = 0;
    for (let k = 0; k < CLASS_COUNT; k++) total += p[k] = Math.exp(p[k]! - top);
    for (let k = 0; k < CLASS_COUNT; k++) p[k]! /= total;
  }

  /** From what the loudest states were wrong by (`answers`, by now) back through one direction. */
  function back(direction: number, count: number): void {
    const { states, reset, update, fresh, kept: gave } = traces[direction]!;
    const [first, own] = [direction * gates, DIRECTIONS * gates + direction * cells];
    stateError.fill(0);
    for (let step = count - 1; step >= 0; step--) {
      const [k, from] = [wordAt(direction, step, count), stateBefore(direction, step, count)];
      before.fill(0);
      for (let c = 0; c < cells; c++) {
        const at = k * cells + c;
        const a = direction * cells + c;
        const error = stateError[c]! + (places[a] === k && !left[a] ? answers[a]! : 0);
        const [r, z, n] = [reset[at]!, update[at]!, fresh[at]!];
        const fromFresh = error * (1 - z) * (1 - n * n);
        asked[GATES * c] = fromFresh * gave[at]! * r * (1 - r);
        asked[GATES * c + 1] = error * (states[from + c]! - n) * z * (1 - z);
        asked[GATES * c + 2] = fromFresh;
        keptAsked[GATES * c] = asked[GATES * c]!;
        keptAsked[GATES * c + 1] = asked[GATES * c + 1]!;
        keptAsked[GATES * c + 2] = fromFresh * r;
        bias.gradient[own + c]! += fromFresh * r;
        before[c] = error * z;
      }
      for (let g = 0; g < gates; g++) bias.gradient[first + g]! += asked[g]!;
      rows.spread(dK[direction]!, heard, k * size, asked);
      rows.mix(errors, k * size, K[direction]!, asked);
      rows.spread(dU[direction]!, states, from, keptAsked);
      rows.mix(before, 0, U[direction]!, keptAsked);
      stateError.set(before);
    }
  }

  /** From the errors in `p` to the gradients. */
  function learn(clause: Numbered): void {
    const n = clause.words.length;
    for (let k = 0; k < CLASS_COUNT; k++) output.gradient[k]! += p[k]!;
    for (const state of clause.states)
      for (let k = 0; k < CLASS_COUNT; k++) out.gradient[(answers.length + state) * CLASS_COUNT + k]! += p[k]!;
    for (let a = 0; a < answers.length; a++) {
      let error = 0;
      for (let k = 0; k < CLASS_COUNT; k++) {
        out.gradient[a * CLASS_COUNT + k]! += answers[a]! * p[k]!;
        error += p[k]! * O[a * CLASS_COUNT + k]!;
      }
      answers[a] = error / (1 - leave.answers);
    }
    errors.fill(0, 0, n * size);
    for (let direction = 0; direction < DIRECTIONS; direction++) back(direction, n);
    each(clause, (vector, place) => table.learn(vector, errors, place));
  }

  return (clause, label, weight) => {
    const told = random() >= leave.readings;
    const shown: Numbered = {
      words: clause.words.map((number) => (random() < leave.words ? 0 : number)),
      marks: clause.marks.map((number) => (random() < leave.words ? NONE : number)),
      at: clause.at,
      states: told ? clause.states : clause.states.filter((state) => state >= RULED_STATES),
    };
    listen(shown);
    judge(shown.states);
    for (let k = 0; k < CLASS_COUNT; k++) {
      const share = k === label ? 1 - leave.label : leave.label / (CLASS_COUNT - 1);
      p[k] = weight * (p[k]! - share);
    }
    learn(shown);
  };
}
