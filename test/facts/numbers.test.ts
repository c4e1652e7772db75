import { expect, it } from 'vitest';
import { joinRows, rowsOf } from '../../src/facts/numbers.ts';

it('rows of numbers come back from one file as they were, wherever it begins', () => {
  const rows = [
    Int8Array.from([1, -128, 127]),
    Int32Array.from([0, -1, 2 ** 31 - 1]),
    new Int8Array(),
    Int8Array.from([-1, 0, 1, 2, 3]),
    Int32Array.from([7]),
  ] as const;
  const { bytes, places } = joinRows(rows);
  expect(places.map(({ at }) => at % 4)).toEqual([0, 0, 0, 0, 0]);
  for (const offset of [0, 8]) {
    const moved = new Uint8Array(offset + bytes.length);
    moved.set(bytes, offset);
    const { int8, int32 } = rowsOf(moved.buffer, offset);
    const [a, b, c, d, e] = places;
    expect([int8(a!), int32(b!), int8(c!), int8(d!), int32(e!)]).toEqual(rows);
  }
});

it('of no row there is nothing', () => {
  expect(joinRows([])).toEqual({ bytes: new Uint8Array(), places: [] });
});
