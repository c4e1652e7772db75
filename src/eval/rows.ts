/**
 * Rows of numbers of 32 bits in WebAssembly, four at a time: what takes most of the time of training a network. Sums are in one
 * order on every machine.
 */
import { overMemory } from '../scorer/wasm.ts';
import code from './rows.wasm.ts';

/** Rows of weights, one behind the other, in the memory that all share. */
export interface Block {
  numbers: Float32Array;
  /** Number of the first row's first. */
  at: number;
  rows: number;
  /** A multiple of four. */
  columns: number;
}

/** What is done with rows. All numbers stand in one memory: they are made by `floats`. */
export interface Rows {
  /** Room for `length` numbers, all nought; starts at a multiple of four. Throws a `RangeError` where no room is left. */
  floats(length: number): Float32Array;
  /** Of each row the product with `x`, from `xAt` on, as long as the row: into `out`. */
  times(out: Float32Array, block: Block, x: Float32Array, xAt: number): void;
  /** Adds to `out`, from `outAt` on, each of the rows as many times as `shares` say. */
  mix(out: Float32Array, outAt: number, block: Block, shares: Float32Array): void;
  /** Adds `x`, from `xAt` on, to each of the rows, as many times as `shares` say. */
  spread(block: Block, x: Float32Array, xAt: number, shares: Float32Array): void;
}

/** Numbers are taken four at a time. */
const FOUR = 4;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

type Work = (to: number, rows: number, columns: number, from: number, by: number) => void;

/** A memory of `size` numbers. */
export function rowsOf(size: number): Rows {
  const { memory, functions } = overMemory<Record<'times' | 'mix' | 'spread', Work>>(code, size * BYTES);
  let used = 0;
  /** Where number `at` of some numbers stands in the memory. */
  const place = (numbers: Float32Array, at: number): number => numbers.byteOffset + BYTES * at;
  return {
    floats(length) {
      const made = new Float32Array(memory.buffer, used * BYTES, length);
      used += FOUR * Math.ceil(length / FOUR);
      return made;
    },
    times: (out, { numbers, at, rows, columns }, x, xAt) =>
      functions.times(place(out, 0), rows, columns, place(numbers, at), place(x, xAt)),
    mix: (out, outAt, { numbers, at, rows, columns }, shares) =>
      functions.mix(place(out, outAt), rows, columns, place(numbers, at), place(shares, 0)),
    spread: ({ numbers, at, rows, columns }, x, xAt, shares) =>
      functions.spread(place(numbers, at), rows, columns, place(x, xAt), place(shares, 0)),
  };
}
