/** How trends and change points were found, in sentences. */
import { LEAST_PERIODS } from '../analysis/trends.ts';
import { percent } from '../figures/numbers.ts';
import { LEVEL } from '../figures/significant.ts';
import type { StudyResult } from '../model.ts';
import { MIN_LENGTH } from '../statistics/pelt.ts';
import { SWEEP } from '../statistics/penalties.ts';
import { POWER } from './detectable.ts';
import { type MethodPart, none } from './method-part.ts';
import { counted } from './sentences.ts';

export function trends({ trends: all, unit }: StudyResult): MethodPart {
  const title = 'Trends';
  if (all.length === 0) return none(title);
  return {
    title,
    sentences: [
      `Trends of shares over at least ${LEAST_PERIODS} ${unit}s with articles were tested by the Mann-Kendall test (Mann, 1945; Kendall, 1975), two-sided, its variance corrected for autocorrelation up to lag 3 (Hamed & Rao, 1998) where that widens it.`,
      `Their size is the Theil-Sen slope (Theil, 1950; Sen, 1968): the median change a ${unit}, with its 95% interval.`,
    ],
    references: ['mann', 'kendall', 'hamed', 'theil', 'sen'],
  };
}

/** Seasons are taken out where there are so many years of months or quarters. */
const SEASONAL: Partial<Record<StudyResult['unit'], number>> = { month: 3 * 12, quarter: 3 * 4 };

export function changePoints({
  periods,
  unit,
  options,
  flow,
  changePoints: all,
  trends: tested,
}: StudyResult): MethodPart {
  const title = 'Change points';
  if (flow.studied === 0 || periods.length < 2 * MIN_LENGTH) return none(title);
  const seasonal = periods.length >= (SEASONAL[unit] ?? Number.POSITIVE_INFINITY);
  const measures = new Set([...all, ...tested].map(({ measure }) => measure)).size;
  const { from, to } = SWEEP;
  return {
    title,
    sentences: [
      `Changes of level were sought by PELT (Killick et al., 2012) with the binomial likelihood of k of n as cost, at least ${MIN_LENGTH} ${unit}s a level, and the penalty of the Bayesian information criterion (Yao, 1988), twice the logarithm of the number of ${unit}s, times the dispersion of the shares${seasonal ? '; what comes back every year was taken out before' : ''}.`,
      `Whether a series has any change was tested by permuting its ${unit}s, neighbours being kept together in blocks (${counted(options.draws, 'draw')} or 40 for each measure of a family, whichever is more; seed ${options.seed}), and each change likewise against the levels beside it.`,
      `Over the ${counted(measures, 'measure')} that were tested, p-values are corrected by Holm (1979) within each family; a change is reported as found where the p-value is at most ${LEVEL}. Its stability is the share of penalties, from ${from} to ${to} times the usual one, at which it is found (Haynes et al., 2017).`,
      `The smallest step that could be found, where this report names one, is that of a two-sided test of the two halves with a power of ${percent(POWER)} (Cohen, 1988) after Bonferroni’s correction.`,
    ],
    references: ['killick', 'yao', 'haynes', 'holm', 'cohenPower'],
  };
}
