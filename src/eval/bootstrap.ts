/** Intervals by drawing passages anew. */
import { type Headline, headlines, mapHeadlines } from './headlines.ts';
import { type Counts, measure, total } from './measure.ts';

const DRAWS = 1000;
const SEED = 12345;

/**
 * 95 % percentile intervals `[low, high]` of every headline figure, from 1,000 draws of as many passages with
 * replacement. Seeded: the same passages in the same order give the same intervals.
 */
export function intervals(passages: readonly Counts[]): Record<Headline, [number, number]> {
  let seed = SEED;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const draws = Array.from({ length: DRAWS }, () =>
    headlines(measure(total(passages.map(() => passages[Math.floor(random() * passages.length)]!)))),
  );
  return mapHeadlines((name) => {
    const values = draws.map((draw) => draw[name]).sort((a, b) => a - b);
    return [values[Math.floor(0.025 * DRAWS)]!, values[Math.floor(0.975 * DRAWS)]!];
  });
}
