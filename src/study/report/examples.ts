/** Which example sentences a report has room for. */
import { poolPeriods } from '../figures/pooled-periods.ts';
import type { Example, StudyResult } from '../model.ts';

/** More at one point show nothing new. */
const MOST_A_POINT = 3;
/** Bytes of all examples together, some 2,500 sentences: a quarter of a page that still opens at once. */
const BUDGET = 1_000_000;
/** What an example takes beside its words. */
const OVERHEAD = 160;
/** Longest words of each part; a sentence is rarely longer. */
export const LONGEST_PART = 400;

/** Examples of one measure and period (as shown), in the order of the study. */
export interface ExamplePoint {
  measure: number;
  period: number;
  examples: Example[];
}

/**
 * At most three examples a point, and all together at most 1 MB: where that is too little every point gets one before any
 * gets two, and points are taken from all over the time. Ordered by measure, then by time.
 */
export function chosenExamples({ examples, measures, unit, periods }: StudyResult): {
  points: ExamplePoint[];
  kept: number;
} {
  const indexOf = new Map(measures.map(({ id }, index) => [id, index]));
  const pooled = poolPeriods(unit, periods);
  const points = new Map<string, ExamplePoint>();
  for (const example of examples) {
    const [measure, period] = [indexOf.get(example.measure), pooled.indexOf.get(example.period)];
    if (measure === undefined || period === undefined) continue;
    const key = `${measure} ${period}`;
    const point = points.get(key) ?? { measure, period, examples: [] };
    if (point.examples.length < MOST_A_POINT) point.examples.push(example);
    points.set(key, point);
  }
  const spread = [...points.values()].sort(
    (a, b) => scattered(a.period) - scattered(b.period) || a.measure - b.measure,
  );
  const taken = new Map<ExamplePoint, Example[]>();
  let [room, kept] = [BUDGET, 0];
  for (let rank = 0; rank < MOST_A_POINT; rank++) {
    for (const point of spread) {
      const example = point.examples[rank];
      if (!example || sizeOf(example) > room) continue;
      room -= sizeOf(example);
      taken.set(point, [...(taken.get(point) ?? []), example]);
      kept++;
    }
  }
  const chosen = [...taken].map(([point, list]): ExamplePoint => ({ ...point, examples: list }));
  return { points: chosen.sort((a, b) => a.measure - b.measure || a.period - b.period), kept };
}

const sizeOf = ({ before, quote, after, url, outlet }: Example): number =>
  OVERHEAD +
  [before, quote, after, url, outlet].reduce((sum, part) => sum + Math.min(LONGEST_PART, part?.length ?? 0), 0);

/** The bits of a small number in reverse: 0, 4, 2, 6, 1, 5 … of the numbers to 7, so that a beginning covers the whole. */
function scattered(index: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 12; bit++) reversed |= ((index >> bit) & 1) << (11 - bit);
  return reversed;
}
