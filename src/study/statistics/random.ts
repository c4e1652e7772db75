/**
 * Seeded chance: xoroshiro128+ (D. Blackman and S. Vigna, 2018) as pure-rand has it. The stream of numbers is integer
 * arithmetic alone and the same everywhere. Draws from distributions may take logarithms, whose last bit the standard
 * leaves open: a draw would differ where a number falls within that bit of a limit, which in a billion draws is not to
 * be expected.
 */
import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of 32 random bits at a time, as a signed integer; reading from it moves it on. */
export interface Random {
  next(): number;
}

/**
 * The stream that belongs to a seed and names, such as `randomFor(1, 'bootstrap', 'frame:score')`: from the first 128
 * bits of the SHA-256 of them, so that streams do not depend on each other or on the order in which they are asked for.
 * Throws a RangeError where the seed is not a safe integer.
 */
export function randomFor(seed: number, ...names: readonly string[]): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`no seed: ${seed}; a seed is a whole number`);
  const hash = createHash('sha256')
    .update(JSON.stringify([seed, ...names]))
    .digest();
  return xoroshiro128plusFromState([0, 4, 8, 12].map((at) => hash.readInt32BE(at)));
}

/** From 0 (within) to 1 (not within), in steps of 2^-53. The upper bits are taken: xoroshiro128+'s lowest are weak. */
export function uniform(random: Random): number {
  return ((random.next() >>> 5) * 2 ** 26 + (random.next() >>> 6)) / 2 ** 53;
}

/** Above this a product with 32 bits would not be exact. */
const MAX_INTEGER = 2 ** 21;

/** One of 0 … n - 1, all equally probable (D. Lemire, 2019). n is 1 to 2^21, else a RangeError. */
export function integer(random: Random, n: number): number {
  if (!(Number.isInteger(n) && n >= 1 && n <= MAX_INTEGER)) throw new RangeError(`no choice among ${n}`);
  for (;;) {
    const product = (random.next() >>> 0) * n;
    const chosen = Math.floor(product / 2 ** 32);
    const rest = product - chosen * 2 ** 32;
    if (rest >= n || rest >= 2 ** 32 % n) return chosen;
  }
}

/** Puts the items in a random order, in place, each order equally probable (R. Durstenfeld, 1964). */
export function shuffle<T>(random: Random, items: { length: number; [index: number]: T }): void {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = integer(random, last + 1);
    const item = items[last]!;
    items[last] = items[chosen]!;
    items[chosen] = item;
  }
}
