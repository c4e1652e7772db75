import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/eval/rows.ts';

const number = fc.float({ min: -4, max: 4, noNaN: true, noDefaultInfinity: true });
/** Rows, a row's length, as many numbers as there are rows, and two rows more. */
const anyCase = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(4, 8, 12)).chain(([rows, columns]) => {
  const some = (length: number) => fc.array(number, { minLength: length, maxLength: length });
  return fc.record({
    rows: fc.constant(rows),
    columns: fc.constant(columns),
    m: some(rows * columns),
    x: some(columns),
    shares: some(rows),
  });
});
const close = (is: ArrayLike<number>, wanted: readonly number[]): void => {
  expect(is).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs(is[i]! - value)).toBeLessThan(1e-4 * (1 + Math.abs(value)));
  });
};

describe('rows of numbers', () => {
  it('are multiplied, mixed and added to as by their definition, wherever they stand', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(0, 4), ({ rows, columns, m, x, shares }, ahead) => {
        const memory = rowsOf(1000);
        const put = (values: readonly number[]): Float32Array => {
          const made = memory.floats(ahead + values.length);
          made.set(values, ahead);
          return made;
        };
        const [matrix, given, told] = [put(m), put(x), memory.floats(rows)];
        told.set(shares);
        const block = { numbers: matrix, at: ahead, rows, columns };
        const entry = (row: number, column: number): number => m[row * columns + column]!;
        const [allRows, allColumns] = [Array.from({ length: rows }, (_, r) => r), x.map((_, c) => c)];

        const products = memory.floats(rows);
        memory.times(products, block, given, ahead);
        close(
          products,
          allRows.map((r) => allColumns.reduce((sum, c) => sum + entry(r, c) * x[c]!, 0)),
        );

        const mixed = put(x);
        memory.mix(mixed, ahead, block, told);
        close(
          mixed.subarray(ahead),
          allColumns.map((c) => allRows.reduce((sum, r) => sum + shares[r]! * entry(r, c), x[c]!)),
        );

        memory.spread(block, given, ahead, told);
        close(
          matrix.subarray(ahead),
          m.map((value, i) => value + shares[Math.floor(i / columns)]! * x[i % columns]!),
        );
      }),
    );
  });

  it('have as much room as was asked for, and no more than a page beyond', () => {
    const memory = rowsOf(8);
    expect(memory.floats(5)).toHaveLength(5);
    expect(memory.floats(4).byteOffset).toBe(32);
    expect(() => memory.floats(70_000)).toThrow(RangeError);
  });
});
