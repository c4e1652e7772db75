/** What a study found, in a few lines for a terminal. Pure. */
import { oneLine } from '../reporters/escape.ts';
import type { StudyResult } from './model.ts';

/** Level at which a shift or trend is called found, after Holm's adjustment. */
const FOUND = 0.05;

/** Ends with the way to the report. */
export function studySummary(result: StudyResult, report: string): string {
  const { flow, periods, unit, changePoints, trends, options } = result;
  const dating = options.sureDates ? 'sure' : 'all';
  const main = <T extends { counting: string; dating: string; holm: number }>(all: readonly T[]): T[] =>
    all.filter((one) => one.counting === 'story' && one.dating === dating && one.holm <= FOUND);
  const span = periods.length === 0 ? 'no period' : `${periods[0]!.id} to ${periods.at(-1)!.id}`;
  const shifts = main(changePoints).map(({ measure, period, before, after, holm }) => {
    return `  ${measure}: from ${percent(before)} to ${percent(after)} in ${period} (p = ${holm.toFixed(3)})`;
  });
  const rising = main(trends).map(({ measure, slope, holm }) => {
    return `  ${measure}: ${slope > 0 ? '+' : '−'}${(100 * Math.abs(slope)).toFixed(1)} points a ${unit} (p = ${holm.toFixed(3)})`;
  });
  return `${[
    `${flow.studied} articles (${flow.stories} stories), ${span}, by ${unit}`,
    ...(shifts.length > 0 ? ['Shifts:', ...shifts] : ['No shift found.']),
    ...(rising.length > 0 ? ['Trends:', ...rising] : ['No trend found.']),
    `Report: ${oneLine(report)}`,
  ].join('\n')}\n`;
}

const percent = ({ k, n }: { k: number; n: number }): string => `${((100 * k) / n).toFixed(0)} % (${k}/${n})`;
