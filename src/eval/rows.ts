/**
 * Rows of numbers of 32 bits in WebAssembly, four at a time: what takes most of the time of training a network. Sums are in one
 * order on every machine.
 */
import code from './rows.wasm.ts';

/** Numbers that stand in the memory which the rows share: made by `floats`. */
export interface Rows {
  /** Room for `length` numbers, all nought; starts at a multiple of four. Throws a `RangeError` where no room is left. */
  floats(length: number): Float32Array;
  /** Of each of `rows` rows in `m`, from number `at` on, the product with `x`, from `xAt` on, as long as the row: into `out`. */
  times(
    out: Float32Array,
    m: Float32Array,
    at: number,
    rows: number,
    columns: number,
    x: Float32Array,
    xAt: number,
  ): void;
  /** Adds to `out`, from `outAt` on, each of the rows as many times as `shares` say. */
  mix(
    out: Float32Array,
    outAt: number,
    m: Float32Array,
    at: number,
    rows: number,
    columns: number,
    shares: Float32Array,
  ): void;
  /** Adds `x` to each of the rows, as many times as `shares` say. */
  spread(
    m: Float32Array,
    at: number,
    rows: number,
    columns: number,
    x: Float32Array,
    xAt: number,
    shares: Float32Array,
  ): void;
}

const PAGE = 65536;
/** Numbers are taken four at a time. */
const FOUR = 4;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** A memory of `size` numbers. Rows have a multiple of four columns. */
export function rowsOf(size: number): Rows {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * BYTES) / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, 'base64')), {
    host: { memory },
  });
  const { times, mix, spread } = exports as Record<'times' | 'mix' | 'spread', (...args: number[]) => void>;
  let used = 0;
  /** Where number `at` of some numbers stands in the memory. */
  const place = (numbers: Float32Array, at: number): number => numbers.byteOffset + BYTES * at;
  return {
    floats(length) {
      const made = new Float32Array(memory.buffer, used * BYTES, length);
      used += FOUR * Math.ceil(length / FOUR);
      return made;
    },
    times: (out, m, at, rows, columns, x, xAt) => times(place(out, 0), rows, columns, place(m, at), place(x, xAt)),
    mix: (out, outAt, m, at, rows, columns, shares) =>
      mix(place(out, outAt), rows, columns, place(m, at), place(shares, 0)),
    spread: (m, at, rows, columns, x, xAt, shares) =>
      spread(place(m, at), rows, columns, place(x, xAt), place(shares, 0)),
  };
}
