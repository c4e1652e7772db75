/** What a study found, in a few lines for a terminal. Pure. */
import { cleanText } from './figures/clean.ts';
import { pValue } from './figures/numbers.ts';
import type { StudyResult } from './model.ts';

/** Level at which a shift or trend is called found, after Holm's adjustment. */
const FOUND = 0.05;
/** Longest path of a system that the program runs on. */
const LONGEST_PATH = 4096;

/** Ends with the way to the report. */
export function studySummary(result: StudyResult, report: string): string {
  const { flow, unit, changePoints, trends, options } = result;
  const dating = options.sureDates ? 'sure' : 'all';
  const isMain = (one: { counting: string; dating: string }): boolean =>
    one.counting === 'story' && one.dating === dating;
  const main = <T extends { counting: string; dating: string; holm: number }>(all: readonly T[]): T[] =>
    all.filter((one) => isMain(one) && one.holm <= FOUND);
  const shifts = main(changePoints).map(({ measure, period, before, after, holm }) => {
    return `  ${measure}: from ${percent(before)} to ${percent(after)} in ${period} (${pValue(holm)})`;
  });
  const rising = main(trends).map(({ measure, slope, holm }) => {
    return `  ${measure}: ${slope > 0 ? '+' : '−'}${(100 * Math.abs(slope)).toFixed(1)} points a ${unit} (${pValue(holm)})`;
  });
  const found =
    flow.studied === 0
      ? []
      : !trends.some(isMain)
        ? ['Too few periods with articles to look for shifts and trends.']
        : [
            ...(shifts.length > 0 ? ['Shifts:', ...shifts] : ['No shift found.']),
            ...(rising.length > 0 ? ['Trends:', ...rising] : ['No trend found.']),
          ];
  return `${[corpus(result), ...found, `Report: ${cleanText(report, LONGEST_PATH)}`].join('\n')}\n`;
}

/** What the study is of. */
function corpus({ flow, periods, unit }: StudyResult): string {
  if (flow.studied === 0) return 'Nothing to study: no article on the topic has a date that can be counted.';
  const [first, last] = [periods[0]!.id, periods.at(-1)!.id];
  const articles = flow.studied === 1 ? '1 article' : `${flow.studied} articles`;
  const stories = flow.stories === 1 ? '1 story' : `${flow.stories} stories`;
  return `${articles} (${stories}), ${first === last ? first : `${first} to ${last}`}, by ${unit}`;
}

const percent = ({ k, n }: { k: number; n: number }): string => `${((100 * k) / n).toFixed(0)} % (${k}/${n})`;
