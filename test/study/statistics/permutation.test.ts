import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulated, filledPeriods } from '../../../src/study/statistics/pelt.ts';
import { anyChangeP, bestSplit, blockLength, oneChangeP, widening } from '../../../src/study/statistics/permutation.ts';
import { randomFor } from '../../../src/study/statistics/random.ts';
import { reference } from './reference.ts';

interface Vector {
  k: number[];
  n: number[];
  penalty: number;
  minLength: number;
  /** Of all orders. */
  split: number;
  segments: number;
}

const options = { draws: 4000, minLength: 2, block: 1, widen: 1 };

/** Four standard errors of a p-value from so many draws, or fewer where a hundred reached the series before. */
const error = (p: number): number =>
  4 * Math.max(Math.sqrt((p * (1 - p)) / 4000), (p * Math.sqrt(1 - p)) / 10) + 1 / 4000;

describe('permutation tests', () => {
  it('have the p-values of all orders, but for the error of drawing some', () => {
    for (const { k, n, penalty, split, segments } of reference<Vector>('permutation')) {
      const what = `${k} of ${n}`;
      const one = oneChangeP({ k, n }, randomFor(1, 'one', what), options);
      expect(Math.abs(one - split), what).toBeLessThanOrEqual(error(split));
      const any = anyChangeP({ k, n }, penalty, randomFor(1, 'any', what), options);
      expect(Math.abs(any - segments), what).toBeLessThanOrEqual(error(segments));
    }
  });

  it('give the least p-value where no order reaches the series', () => {
    const k = [...Array(20).fill(2), ...Array(20).fill(18)];
    const series = { k, n: Array(40).fill(20) };
    expect(oneChangeP(series, randomFor(1), { ...options, draws: 999 })).toBe(1 / 1000);
    expect(anyChangeP(series, 7, randomFor(1), { ...options, draws: 999 })).toBe(1 / 1000);
  });

  it('give 1 where nothing varies, or too few periods have cases', () => {
    for (const series of [
      { k: Array(20).fill(0), n: Array(20).fill(9) },
      { k: Array(20).fill(3), n: Array(20).fill(9) },
      { k: [1, 5], n: [10, 10] },
      { k: [0, 0], n: [0, 0] },
      { k: [], n: [] },
    ]) {
      expect(oneChangeP(series, randomFor(1), options)).toBe(1);
      expect(anyChangeP(series, 5, randomFor(1), options)).toBe(1);
    }
  });

  it('do not ask how large the corpus is, but for rounding', () => {
    const k = [3, 5, 4, 6, 5, 9, 8, 11, 9, 10];
    const series = (times: number) => ({ k: k.map((count) => count * times), n: k.map(() => 20 * times) });
    const [small, large] = [1, 1e6].map((times) => anyChangeP(series(times), 3 * times, randomFor(1), options));
    expect(large).toBe(small);
  });

  it('are p-values: where order is chance, no more than 5 % are below 0.05', () => {
    const random = randomFor(1, 'null');
    let below = 0;
    for (let draw = 0; draw < 400; draw++) {
      const n = Array.from({ length: 16 }, () => 1 + Math.abs(random.next() % 40));
      const k = n.map((cases) => Math.abs(random.next() % (cases + 1)));
      if (oneChangeP({ k, n }, random, { ...options, draws: 199 }) <= 0.05) below++;
    }
    // Of 400 with a chance of 0.05 each, 20 and three standard deviations.
    expect(below).toBeLessThanOrEqual(33);
    expect(below).toBeGreaterThanOrEqual(7);
  });

  it('keep blocks together', () => {
    // Two blocks have two orders, both of which split alike.
    const series = { k: [1, 1, 1, 9, 9, 9], n: Array(6).fill(10) };
    expect(oneChangeP(series, randomFor(1), { ...options, block: 3 })).toBe(1);
    expect(oneChangeP(series, randomFor(1), options)).toBeLessThan(0.15);
  });
});

describe('the best split', () => {
  it('leaves both sides as long as asked', () => {
    const anyCounts = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 });
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 1, max: 5 }), (k, minLength) => {
        const series = { k, n: k.map(() => 10) };
        const { at } = bestSplit(cumulated(series, filledPeriods(series)), minLength);
        if (at === null) return;
        expect(at).toBeGreaterThanOrEqual(minLength);
        expect(k.length - at).toBeGreaterThanOrEqual(minLength);
      }),
    );
  });
});

describe('blocks', () => {
  it('are single periods where neighbours are not alike', () => {
    expect([4, 44, 132, 287].map((periods) => blockLength(periods, 1))).toEqual([1, 1, 1, 1]);
  });

  it('are longer where they are, while eight are left', () => {
    expect(blockLength(132, 1.9)).toBe(8);
    expect(blockLength(132, 4)).toBe(16);
    expect(blockLength(20, 4)).toBe(2);
    expect(blockLength(7, 4)).toBe(1);
  });
});

describe('widening', () => {
  it('gives back the variance that taking out seasons took', () => {
    expect(widening(132, 1)).toBe(1);
    expect(widening(132, 12)).toBeCloseTo(Math.sqrt(131 / 120), 12);
    const series = { k: [1, 3, 2, 4, 9, 8, 11, 9], n: Array(8).fill(20) };
    const p = (widen: number) => oneChangeP(series, randomFor(1), { ...options, widen });
    expect(p(1.3)).toBeGreaterThan(p(1));
  });
});
