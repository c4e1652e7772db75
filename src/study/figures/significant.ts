/** Which of the change points and trends figures and report speak of as found. */
import type { ChangePoint, Comparison, Trend } from '../model.ts';
import { startOf } from './time-axis.ts';
import type { View } from './view.ts';

/** The level of all tests, after correction for their number: the usual one, so that readers need not look it up. */
export const LEVEL = 0.05;

/** The change points of the report's main series that hold after Holm's correction, by time. */
export function foundChanges({ result, dating }: View): ChangePoint[] {
  return result.changePoints
    .filter((change) => change.counting === 'story' && change.dating === dating && change.holm <= LEVEL)
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : a.measure < b.measure ? -1 : 1));
}

/** The same of trends; by measure as the study lists them. */
export const foundTrends = ({ result, dating }: View): Trend[] =>
  result.trends.filter((trend) => trend.counting === 'story' && trend.dating === dating && trend.holm <= LEVEL);

/** The same of comparisons of one kind. */
export const foundDifferences = ({ result }: View, kind: Comparison['kind']): Comparison[] =>
  result.comparisons.filter(
    (one) => one.kind === kind && one.counting === 'story' && one.holm !== null && one.holm <= LEVEL,
  );

/** When the found changes of these measures begin, in milliseconds, each time once. */
export function changeTimes(view: View, measures: readonly string[]): number[] {
  const starts = new Map(view.result.periods.map(({ id, from }) => [id, startOf(from)]));
  const times = foundChanges(view)
    .filter(({ measure }) => measures.includes(measure))
    .flatMap(({ period }) => starts.get(period) ?? []);
  return [...new Set(times)];
}
