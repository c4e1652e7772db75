import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePaths, isWanted, mayHoldWanted } from '../../src/source/path.ts';

const path = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });

describe('places of items', () => {
  test('come in one order: an input, then what it holds, then the next', () => {
    const sorted = [[0], [0, 0], [0, 1], [0, 1, 5], [1], [10]];
    expect([...sorted].reverse().sort(comparePaths)).toEqual(sorted);
  });

  test('the order is the same from either side', () => {
    fc.assert(fc.property(path, path, (a, b) => Math.sign(comparePaths(a, b)) === -Math.sign(comparePaths(b, a))));
  });

  test('after one, only what comes later is wanted', () => {
    expect(isWanted([1, 3], { after: [1, 2] })).toBe(true);
    expect(isWanted([1, 2], { after: [1, 2] })).toBe(false);
    expect(isWanted([0, 9], { after: [1, 2] })).toBe(false);
  });

  test('an input is opened when something in it may be wanted, and never passed over wrongly', () => {
    expect(mayHoldWanted([1], { after: [1, 2] })).toBe(true);
    expect(mayHoldWanted([1], { after: [1] })).toBe(false);
    expect(mayHoldWanted([0], { after: [1, 2] })).toBe(false);
    expect(mayHoldWanted([2], { only: [[2, 7]] })).toBe(true);
    expect(mayHoldWanted([3], { only: [[2, 7]] })).toBe(false);
    fc.assert(
      fc.property(path, path, fc.nat(3), (wanted, after, length) => {
        const outer = wanted.slice(0, length + 1);
        // What has an item of its own holds no others.
        fc.pre(!after.every((step, k) => step === wanted[k]));
        for (const selection of [{ after }, { only: [wanted] }]) {
          if (isWanted(wanted, selection)) expect(mayHoldWanted(outer, selection)).toBe(true);
        }
      }),
    );
  });
});
