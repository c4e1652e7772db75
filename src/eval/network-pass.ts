/**
 * One clause through a network in training, and the error back again: as `scorer/network.ts` listens, with numbers that are
 * not yet whole, and with parts of it left out at random.
 */
import { CLASSES } from '../scorer/model.ts';
import { RULED_STATES } from '../scorer/network-input.ts';
import type { Learnt } from './adam.ts';

/** Classes of a clause. */
export const CLASS_COUNT = CLASSES.length;

/** What a network in training consists of; `scorer/network.ts` says what is what. */
export interface Parts {
  vectors: Learnt;
  /** The filters' weights, those for the first word before those for the second. */
  columns: Learnt;
  bias: Learnt;
  /** Four for each filter and each state. */
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

/** What is left out at random, as shares: answers of filters, words and marks, and all that the readings say. */
export interface LeftOut {
  answers: number;
  words: number;
  readings: number;
}

const NONE = -1;

/**
 * A function that shows a clause of some label to the network and adds to the gradients what its log-loss, times `weight`,
 * asks for. `longest` is the most words a clause has.
 */
export function passThrough(
  { vectors, columns, bias, out, output }: Parts,
  { size, filters }: { size: number; filters: number },
  longest: number,
  leave: LeftOut,
  random: () => number,
): (clause: Numbered, label: number, weight: number) => void {
  const wide = 2 * filters;
  const [V, K, O] = [vectors.values, columns.values, out.values];
  const heard = new Float32Array((longest + 2) * size);
  const errors = new Float32Array(heard.length);
  const given = new Float32Array((longest + 2) * wide);
  const answers = new Float32Array(filters);
  /** The place at which a filter is loudest. */
  const places = new Int32Array(filters);
  const p = new Float64Array(CLASS_COUNT);

  /** Runs over what stands where: the number of a vector, and the first of a place's numbers. */
  function each({ words, marks, at }: Numbered, take: (vector: number, place: number) => void): void {
    for (let k = 0; k < words.length; k++) take(words[k]! * size, (k + 1) * size);
    for (let i = 0; i < marks.length; i++) if (marks[i] !== NONE) take(marks[i]! * size, (at[i]! + 1) * size);
  }

  function listen(clause: Numbered): void {
    const n = clause.words.length;
    heard.fill(0, 0, (n + 2) * size);
    each(clause, (vector, place) => {
      for (let d = 0; d < size; d++) heard[place + d]! += V[vector + d]!;
    });
    given.fill(0, 0, wide);
    given.fill(0, (n + 1) * wide, (n + 2) * wide);
    for (let k = 1; k <= n; k++) {
      for (let c = 0, w = 0; c < wide; c++) {
        let sum = 0;
        for (let d = k * size; d < (k + 1) * size; d++) sum += heard[d]! * K[w++]!;
        given[k * wide + c] = sum;
      }
    }
    answers.fill(0);
    places.fill(NONE);
    for (let place = 0; place <= n; place++) {
      for (let f = 0, first = place * wide; f < filters; f++, first++) {
        const answer = given[first]! + given[first + wide + filters]!;
        if (answer <= answers[f]!) continue;
        answers[f] = answer;
        places[f] = place;
      }
    }
    for (let f = 0; f < filters; f++) {
      const answer = answers[f]! + bias.values[f]!;
      answers[f] = answer > 0 && random() >= leave.answers ? answer / (1 - leave.answers) : 0;
    }
  }

  /** The probabilities of the classes into `p`. */
  function judge(states: readonly number[]): void {
    for (let k = 0; k < CLASS_COUNT; k++) {
      let sum = output.values[k]!;
      for (let f = 0; f < filters; f++) sum += answers[f]! * O[f * CLASS_COUNT + k]!;
      for (const state of states) sum += O[(filters + state) * CLASS_COUNT + k]!;
      p[k] = sum;
    }
    const top = Math.max(...p);
    let total = 0;
    for (let k = 0; k < CLASS_COUNT; k++) total += p[k] = Math.exp(p[k]! - top);
    for (let k = 0; k < CLASS_COUNT; k++) p[k]! /= total;
  }

  /** From the errors in `p` to the gradients. */
  function back(clause: Numbered): void {
    for (let k = 0; k < CLASS_COUNT; k++) output.gradient[k]! += p[k]!;
    for (const state of clause.states)
      for (let k = 0; k < CLASS_COUNT; k++) out.gradient[(filters + state) * CLASS_COUNT + k]! += p[k]!;
    errors.fill(0, 0, (clause.words.length + 2) * size);
    for (let f = 0; f < filters; f++) {
      if (answers[f] === 0) continue;
      let error = 0;
      for (let k = 0; k < CLASS_COUNT; k++) {
        out.gradient[f * CLASS_COUNT + k]! += answers[f]! * p[k]!;
        error += p[k]! * O[f * CLASS_COUNT + k]!;
      }
      error /= 1 - leave.answers;
      bias.gradient[f]! += error;
      if (places[f] === NONE) continue;
      for (let j = 0; j < 2; j++) {
        const [place, column] = [(places[f]! + j) * size, (j * filters + f) * size];
        for (let d = 0; d < size; d++) {
          columns.gradient[column + d]! += error * heard[place + d]!;
          errors[place + d]! += error * K[column + d]!;
        }
      }
    }
    each(clause, (vector, place) => {
      for (let d = 0; d < size; d++) vectors.gradient[vector + d]! += errors[place + d]!;
    });
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
    for (let k = 0; k < CLASS_COUNT; k++) p[k] = weight * (p[k]! - (k === label ? 1 : 0));
    back(shown);
  };
}
