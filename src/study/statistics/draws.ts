/** Random counts: exact draws of the binomial and multinomial distributions. */
import { type Random, uniform } from './random.ts';

/** From this expected count on rejection is faster than counting up from 0 (W. Hörmann, 1993). */
const REJECTION_FROM = 10;

/**
 * The number of successes in n independent trials of probability p. Counts up from 0 where few are expected, else by
 * transformed rejection (W. Hörmann, 1993: algorithm BTRS), so that time does not grow with n. Throws a RangeError
 * where n is no whole number of 0 and more or p is not 0 to 1.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (!(Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1)) throw new RangeError(`no binomial of ${n} and ${p}`);
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  if (p === 0 || n === 0) return 0;
  return n * p < REJECTION_FROM ? counted(random, n, p) : rejected(random, n, p);
}

function counted(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  let probability = wholePower(1 - p, n);
  let left = uniform(random);
  let k = 0;
  // Rounding may leave a trace of `left` when all probability is spent.
  while (left > probability && k < n) {
    left -= probability;
    probability *= (odds * (n - k)) / (k + 1);
    k++;
  }
  return k;
}

/** By squaring, since Math.pow may differ between machines. */
function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let square = base, left = exponent; left > 0; square *= square, left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= square;
  }
  return power;
}

function rejected(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = uniform(random) - 0.5;
    const v = uniform(random);
    const within = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / within + b) * u + n * p + 0.5);
    if (within >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (!(k >= 0 && k <= n)) continue;
    const limit =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      (stirlingRest(mode) + stirlingRest(n - mode) - stirlingRest(k) - stirlingRest(n - k));
    if (Math.log((v * alpha) / (a / (within * within) + b)) <= limit) return k;
  }
}

/** ln k! less Stirling's ½ ln 2π + (k + ½) ln(k + 1) - (k + 1), for k of 0 to 9. */
const STIRLING_RESTS = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.00925546218271273, 0.00833056343336287,
];

function stirlingRest(k: number): number {
  if (k < STIRLING_RESTS.length) return STIRLING_RESTS[k]!;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/**
 * Fills `counts` with how often each of the kinds is drawn in `total` draws, kind i with probability weights[i] / `sum`,
 * where `sum` is the sum of the weights, all whole numbers.
 */
export function multinomial(
  random: Random,
  total: number,
  weights: ArrayLike<number>,
  sum: number,
  counts: { length: number; [index: number]: number },
): void {
  let draws = total;
  let weight = sum;
  for (let i = 0; i < weights.length; i++) {
    const own = weights[i]!;
    counts[i] = draws === 0 || own === 0 ? 0 : own >= weight ? draws : binomial(random, draws, own / weight);
    draws -= counts[i]!;
    weight -= own;
  }
}
