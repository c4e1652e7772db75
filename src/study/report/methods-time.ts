/** How trends and change points were found, in sentences. */
import { SEASON } from '../analysis/changes.ts';
import { LAGS, LEAST_PERIODS } from '../analysis/trends.ts';
import { LEVEL } from '../figures/significant.ts';
import type { StudyResult } from '../model.ts';
import { DRAWS_A_TEST } from '../statistics/change-points.ts';
import { LEAST_CASES } from '../statistics/composition.ts';
import { LEAST_YEARS } from '../statistics/levels.ts';
import { MIN_LENGTH } from '../statistics/pelt.ts';
import { SWEEP } from '../statistics/penalties.ts';
import { ENOUGH } from '../statistics/permutation.ts';
import { POWER } from './detectable.ts';
import { type MethodPart, none } from './method-part.ts';
import { counted } from './sentences.ts';

export function trends({ trends: all, unit }: StudyResult): MethodPart {
  const title = 'Trends';
  if (all.length === 0) return none(title);
  return {
    title,
    sentences: [
      `Trends of shares over at least ${LEAST_PERIODS} ${unit}s with articles were tested by the Mann-Kendall test (Mann, 1945; Kendall, 1975), two-sided, its variance corrected for autocorrelation up to lag ${LAGS} (Hamed & Rao, 1998) where that widens it.`,
      `Their size is the Theil-Sen slope (Theil, 1950; Sen, 1968): the median of the changes a ${unit} between all pairs of ${unit}s, with its 95% interval.`,
    ],
    references: ['mann', 'kendall', 'hamed', 'theil', 'sen'],
  };
}

/** How a change is parted into what is within outlets and their mix. */
const MIX = `What of a change is within outlets, and what a change of their mix, was told apart by Kitagawa’s (1955) decomposition of the levels before and after it, each part at the mean of both; an outlet that is on one side alone is all mix, outlets with fewer than ${LEAST_CASES} cases are taken as one, and so are articles whose outlet is not known.`;

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
  const seasonal = periods.length >= LEAST_YEARS * (SEASON[unit] ?? Number.POSITIVE_INFINITY);
  const measures = new Set([...all, ...tested].map(({ measure }) => measure)).size;
  const { from, to } = SWEEP;
  return {
    title,
    sentences: [
      `Changes of level were sought by PELT (Killick et al., 2012) with the binomial likelihood of k of n as cost, at least ${MIN_LENGTH} ${unit}s a level, and the penalty of the Bayesian information criterion (Yao, 1988), twice the logarithm of the number of ${unit}s, times the dispersion of the shares${seasonal ? `; what comes back every year was taken out before, as mean differences of the ${unit}s of a year (Persons, 1919)` : ''}.`,
      `Whether a series has any change was tested by permuting its ${unit}s (Phipson & Smyth, 2010), and each change likewise against the levels beside it; only where neighbouring ${unit}s are correlated were they kept together in blocks (Carlstein, 1986). A test has ${counted(options.draws, 'draw')} or ${DRAWS_A_TEST} for each measure of a family, whichever is more (seed ${options.seed}), and ends before where ${ENOUGH} reach the series (Besag & Clifford, 1991).`,
      `Over the ${counted(measures, 'measure')} that were tested, p-values are corrected by Holm (1979) within each family; a change is reported as found where the p-value is at most ${LEVEL}. Its stability is the share of penalties, from ${from} to ${to} times the usual one, at which it is found (Haynes et al., 2017).`,
      ...(all.some(({ outlets }) => outlets !== null) ? [MIX] : []),
      `The smallest step that could be found, where this report names one, is that of a two-sided test of the two halves with a power of ${100 * POWER}% (Cohen, 1988) after Bonferroni’s correction.`,
    ],
    references: [
      ...(['killick', 'yao', 'haynes', 'phipson', 'carlstein', 'besag', 'holm', 'cohenPower'] as const),
      ...(seasonal ? (['persons'] as const) : []),
      ...(all.some(({ outlets }) => outlets !== null) ? (['kitagawa'] as const) : []),
    ],
  };
}
