/** Long series, such as days, searched for changes in steps of several periods: time grows with the square of the steps. */
import type { Count } from '../model.ts';
import type { ChangeAnalysis, FoundChange } from './change-points.ts';
import { type CountSeries, costBetween, cumulated } from './pelt.ts';

/** Eleven years of months go in one by one, of weeks two by two, of days fourteen by fourteen. */
const MOST_STEPS = 300;

/** How many periods a step has. */
export const strideOf = ({ n }: CountSeries): number => Math.max(1, Math.ceil(n.length / MOST_STEPS));

/** The series of sums over so many periods each; the last step can have fewer. */
export function merged(series: CountSeries, stride: number): CountSeries {
  const steps = Array.from({ length: Math.ceil(series.n.length / stride) }, (_, i) =>
    countOf(series, i * stride, Math.min(series.n.length, (i + 1) * stride)),
  );
  return { k: Float64Array.from(steps, ({ k }) => k), n: Float64Array.from(steps, ({ n }) => n) };
}

/**
 * An analysis of the merged series in places of the series itself: each change is put at the period within a step of it
 * where the two levels beside it part best.
 */
export function refined(series: CountSeries, analysis: ChangeAnalysis, stride: number): ChangeAnalysis {
  const place = (step: number): number => step * stride;
  const sums = cumulated(series, [...Array(series.n.length).keys()]);
  const changes = analysis.changes.map((change, i): FoundChange => {
    const start = place(analysis.changes[i - 1]?.at ?? 0);
    const end = Math.min(series.n.length, place(analysis.changes[i + 1]?.at ?? Infinity));
    let [at, least] = [place(change.at), Infinity];
    for (let t = place(change.at - 1); t <= Math.min(end - 1, place(change.at + 1)); t++) {
      const cost = costBetween(sums, start, t) + costBetween(sums, t, end);
      if (series.n[t] === 0 || cost >= least) continue;
      [at, least] = [t, cost];
    }
    const latest = Math.min(series.n.length, place(change.latest + 1)) - 1;
    return {
      ...change,
      at,
      earliest: Math.min(at, place(change.earliest)),
      latest: Math.max(at, latest),
      before: countOf(series, start, at),
      after: countOf(series, at, end),
    };
  });
  const places = (steps: readonly number[]): number[] => steps.map(place);
  const sweep = analysis.sweep.map(({ penalty, changes }) => ({ penalty, changes: places(changes) }));
  return { ...analysis, changes, candidates: places(analysis.candidates), sweep };
}

/** All cases from one period up to, not including, another. */
export function countOf({ k, n }: CountSeries, start: number, end: number): Count {
  const count = { k: 0, n: 0 };
  for (let at = start; at < end; at++) {
    count.k += k[at]!;
    count.n += n[at]!;
  }
  return count;
}
