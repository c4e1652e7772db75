/** The binomial likelihood of a stretch of periods with one share. */

/**
 * x ln x of the sixteenths below 4,096: a search for changes asks for it millions of times, and looking up is several
 * times as fast as a logarithm. Adjusted counts come in sixteenths (see `inSixteenths`).
 */
const TABLE = new Float64Array(2 ** 16);
for (let i = 1; i < TABLE.length; i++) TABLE[i] = (i / 16) * Math.log(i / 16);

/** Sums of counts up to here are looked up. */
export const TABLE_END = TABLE.length / 16;

/** The nearest sixteenth: far less than the chance in any count, and sums of them are exact. */
export const inSixteenths = (x: number): number => Math.round(x * 16) / 16;

/** x ln x, and 0 at 0. */
function xlogx(x: number): number {
  const i = x * 16;
  return i < TABLE.length && i === Math.floor(i) ? TABLE[i]! : x * Math.log(x);
}

/**
 * -2 times the greatest log likelihood of k of n, up to the binomial coefficients, which do not depend on the share;
 * 0 where n is 0, or k is 0 or n. k need not be whole; what lies outside 0 to n, as seasonal adjustment can leave it,
 * counts as 0 or n.
 */
export function binomialCost(k: number, n: number): number {
  if (k <= 0 || k >= n) return 0;
  return 2 * (xlogx(n) - xlogx(k) - xlogx(n - k));
}
