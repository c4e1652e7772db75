/** The statistical methods in sentences; a part without results has none. */

import { LEAST_PERIODS } from '../analysis/trends.ts';
import { cleanText } from '../figures/clean.ts';
import { percent, whole } from '../figures/numbers.ts';
import { byCoders } from '../figures/reliability.ts';
import { LEVEL } from '../figures/significant.ts';
import type { Comparison, StudyResult } from '../model.ts';
import { MIN_LENGTH } from '../statistics/pelt.ts';
import { SWEEP } from '../statistics/penalties.ts';
import { POWER } from './detectable.ts';
import type { MethodPart } from './method-part.ts';
import { counted, listed } from './sentences.ts';

/** Of intervals, trends, change points, comparisons, multiple tests, corrections and reliability. */
export const inferenceMethods = (result: StudyResult): MethodPart[] => [
  intervals(result),
  trends(result),
  changePoints(result),
  comparisons(result),
  multipleTests(result),
  corrections(result),
  reliability(result),
];

const none = (title: string): MethodPart => ({ title, sentences: [], references: [] });

function intervals({ flow, series, options }: StudyResult): MethodPart {
  const title = 'Intervals';
  if (flow.studied === 0) return none(title);
  const wilson = 'Intervals of shares are 95% Wilson score intervals (Wilson, 1927).';
  const clustered = series.some(({ points }) => points.some(({ byOutlet, byStory }) => byOutlet || byStory));
  if (!clustered) return { title, sentences: [wilson], references: ['wilson'] };
  return {
    title,
    sentences: [
      wilson,
      `As articles of one outlet, and copies of one story, are no independent cases, shares also have 95% intervals from a studentised bootstrap over outlets and, where each article is counted, over stories (Cameron et al., 2008; ${counted(options.draws, 'draw')}), in the form of Wilson’s interval; there is none with fewer than two clusters.`,
    ],
    references: ['wilson', 'cameron'],
  };
}

function trends({ trends: all, unit }: StudyResult): MethodPart {
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

function changePoints({ periods, unit, options, flow, changePoints: all, trends: tested }: StudyResult): MethodPart {
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

function comparisons({ comparisons }: StudyResult): MethodPart {
  const title = 'Comparisons';
  const all = comparisons.filter(({ p }) => p !== null);
  if (all.length === 0) return none(title);
  const of = (kind: Comparison['kind']): Comparison[] => all.filter((one) => one.kind === kind);
  const [stretches, outlets] = [of('periods'), of('outlets')];
  const pair = stretches[0] ? `${cleanText(stretches[0].a.name)} and ${cleanText(stretches[0].b.name)}` : '';
  const names = new Set(outlets.map(({ b }) => b.name));
  const kinds = [
    stretches.length > 0 ? `two stretches of time, ${pair}, on ${counted(stretches.length, 'measure')}` : '',
    outlets.length > 0
      ? `each of ${counted(names.size, 'outlet')} and all others (${counted(outlets.length, 'comparison')})`
      : '',
  ].filter(Boolean);
  const clustered = all.some((one) => one.clustered);
  return {
    title,
    sentences: [
      `Compared were ${listed(kinds)}.`,
      'Differences of shares have 95% intervals by Newcombe’s method from Wilson’s intervals (Newcombe, 1998, method 10); the size of an effect is Cohen’s h (Cohen, 1988); p-values are two-sided, of the score test, or of Fisher’s exact test (Fisher, 1935) where any expected count is below 5.',
      ...(clustered
        ? [
            'As articles of one outlet are alike, stretches of time are also compared by the difference with a variance that is robust to clusters (CR2; Bell & McCaffrey, 2002) and Student’s t; its p-value is the one that is adjusted.',
          ]
        : []),
    ],
    references: ['newcombe', 'cohenPower', 'fisher', ...(clustered ? (['bell'] as const) : [])],
  };
}

function multipleTests({ trends: all, comparisons: compared, changePoints: changes }: StudyResult): MethodPart {
  const title = 'Multiple tests';
  const tests = all.length + changes.length + compared.filter(({ p }) => p !== null).length;
  if (tests === 0) return none(title);
  return {
    title,
    sentences: [
      `P-values are adjusted over all measures of a family, frames being one and all other measures another: by Holm (1979), which controls the chance of any false alarm, and by Benjamini and Hochberg (1995), which controls the expected share of false alarms. The text goes by Holm’s, at ${LEVEL}.`,
    ],
    references: ['holm', 'benjamini'],
  };
}

function corrections({ corrections: all, errorRates }: StudyResult): MethodPart {
  const gladen = all.some((one) => one.roganGladen);
  const powered = all.some((one) => one.predictionPowered);
  if (!gladen && !powered) return none('Correction for the program’s error');
  const units = Math.max(
    0,
    ...errorRates.map((one) => one.truePositive + one.falsePositive + one.falseNegative + one.trueNegative),
  );
  const sentences = [
    units > 0
      ? `The program’s codes were held against a sample of ${counted(units, 'unit')} coded by hand.`
      : 'The program’s codes were held against a sample coded by hand.',
  ];
  if (gladen)
    sentences.push(
      'From its sensitivity and specificity there, shares were corrected by Rogan and Gladen’s estimator (1978), with the interval of Lang and Reiczigel (2014), which holds the error of the share and of both rates.',
    );
  if (powered)
    sentences.push(
      'As the sample was drawn from the corpus itself, shares were also estimated by prediction-powered inference (Angelopoulos et al., 2023).',
    );
  return {
    title: 'Correction for the program’s error',
    sentences,
    references: [...(gladen ? (['rogan', 'lang'] as const) : []), ...(powered ? (['ppi'] as const) : [])],
  };
}

function reliability({ agreement, options }: StudyResult): MethodPart {
  if (agreement.length === 0) return none('Reliability');
  const sets = byCoders(agreement).map(
    ([name, list]) => `${name} (${counted(Math.max(...list.map(({ units }) => units)), 'unit')})`,
  );
  return {
    title: 'Reliability',
    sentences: [
      `The codings of ${listed(sets)} were compared by Krippendorff’s alpha for nominal data (Krippendorff, 2018; Hayes & Krippendorff, 2007), with 95% intervals by bootstrap (${whole(options.draws)} draws), and, for two coders, by Cohen’s kappa (Cohen, 1960).`,
      'Krippendorff asks of an alpha of at least 0.667 for tentative and of 0.8 for firm conclusions.',
    ],
    references: ['krippendorff', 'hayes', 'cohenKappa'],
  };
}
