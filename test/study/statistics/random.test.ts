import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, randomFor, shuffle, uniform } from '../../../src/study/statistics/random.ts';
import { reference } from './reference.ts';

const anyNames = fc.array(fc.string(), { maxLength: 4 });

describe('streams of chance', () => {
  it('are those of xoroshiro128+ from the hash of seed and names', () => {
    for (const { seed, names, numbers } of reference<{ seed: number; names: string[]; numbers: number[] }>('random')) {
      const random = randomFor(seed, ...names);
      expect(numbers.map(() => random.next())).toEqual(numbers);
    }
  });

  it('differ where seed or names differ', () => {
    const first = (seed: number, names: string[]) => {
      const random = randomFor(seed, ...names);
      return [random.next(), random.next(), random.next()];
    };
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyNames, fc.maxSafeInteger(), anyNames, (a, aNames, b, bNames) => {
        const same = a === b && JSON.stringify(aNames) === JSON.stringify(bNames);
        expect(JSON.stringify(first(a, aNames)) === JSON.stringify(first(b, bNames))).toBe(same);
      }),
    );
  });

  it('need a whole number', () => {
    expect(() => randomFor(0.5)).toThrow(RangeError);
    expect(() => randomFor(Number.NaN)).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('lie from 0 to below 1, evenly', () => {
    const random = randomFor(1, 'even');
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(uniform(random) * 10)]!++;
    expect(tenths).toHaveLength(10);
    // Chi-square of nine degrees of freedom, 99.9 %.
    expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it('reach the ends of what 53 bits can say', () => {
    const of = (...bits: number[]) => uniform({ next: () => bits.shift()! });
    expect(of(0, 0)).toBe(0);
    expect(of(-1, -1)).toBe(1 - 2 ** -53);
  });

  it('choose each of n alike', () => {
    for (const n of [1, 2, 3, 7, 12]) {
      const random = randomFor(n, 'choices');
      const counts = new Array<number>(n).fill(0);
      for (let i = 0; i < 10_000 * n; i++) counts[integer(random, n)]!++;
      for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    }
  });

  it('choose without bias: what 2^32 leaves over is drawn again', () => {
    const n = 3 * 2 ** 19;
    const words = [0, -1];
    // 2^32 is no multiple of n, so the word 0 belongs to no choice.
    expect(integer({ next: () => words.shift()! }, n)).toBe(n - 1);
    expect(words).toEqual([]);
  });

  it('choose among 1 to 2^21', () => {
    const random = randomFor(1);
    for (const n of [0, -1, 1.5, 2 ** 21 + 1, Number.NaN]) expect(() => integer(random, n)).toThrow(RangeError);
    expect(integer(random, 1)).toBe(0);
    expect(integer(random, 2 ** 21)).toBeLessThan(2 ** 21);
  });
});

describe('a shuffle', () => {
  it('keeps the items', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.maxSafeInteger(), (items, seed) => {
        const shuffled = [...items];
        shuffle(randomFor(seed), shuffled);
        expect(shuffled.sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });

  it('gives every order alike', () => {
    const random = randomFor(1, 'orders');
    const orders = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const items = ['a', 'b', 'c', 'd'];
      shuffle(random, items);
      orders.set(items.join(''), (orders.get(items.join('')) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(140);
  });
});
