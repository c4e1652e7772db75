/** The statistical methods in sentences; a part without results has none. */

import { stretchName } from '../figures/names.ts';
import { whole } from '../figures/numbers.ts';
import { byCoders } from '../figures/reliability.ts';
import { LEVEL } from '../figures/significant.ts';
import type { Comparison, StudyResult } from '../model.ts';
import { type MethodPart, none } from './method-part.ts';
import { changePoints, trends } from './methods-time.ts';
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
      `As articles of one outlet, and copies of one story, are no independent cases, shares also have 95% intervals from a studentised bootstrap over outlets and, where each article is counted, over stories (Hall, 1988; Cameron et al., 2008; ${counted(options.draws, 'draw')}), in the form of Wilson’s interval; there is none with fewer than two clusters. Where the stories of a period are few, their interval is Wilson’s of the effective number of articles, from the sizes of stories and the likeness of copies in all periods (Rao & Scott, 1992).`,
    ],
    references: ['wilson', 'hall', 'cameron', 'rao'],
  };
}

function comparisons({ comparisons }: StudyResult): MethodPart {
  const title = 'Comparisons';
  const all = comparisons.filter(({ p }) => p !== null);
  if (all.length === 0) return none(title);
  const of = (kind: Comparison['kind']): Comparison[] => all.filter((one) => one.kind === kind);
  const [stretches, outlets] = [of('periods'), of('outlets')];
  const pair = stretches[0] ? `${stretchName(stretches[0].a.name)} and ${stretchName(stretches[0].b.name)}` : '';
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
            'As articles of one outlet are alike, stretches of time are also compared by the difference with a variance that is robust to clusters (CR2; Bell & McCaffrey, 2002) and Student’s t with Satterthwaite’s degrees of freedom (Imbens & Kolesár, 2016); its p-value is the one that is adjusted.',
          ]
        : []),
    ],
    references: ['newcombe', 'cohenPower', 'fisher', ...(clustered ? (['bell', 'imbens'] as const) : [])],
  };
}

function multipleTests({ trends: all, comparisons: compared, changePoints: changes }: StudyResult): MethodPart {
  const title = 'Multiple tests';
  const tests = all.length + changes.length + compared.filter(({ p }) => p !== null).length;
  if (tests === 0) return none(title);
  return {
    title,
    sentences: [
      `P-values of each kind of test and each way of counting are adjusted over all measures of a family, frames being one and all other measures another, and those of outlets over all outlets besides: by Holm (1979), which controls the chance of any false alarm, and by Benjamini and Hochberg (1995), which controls the expected share of false alarms. The text goes by Holm’s, at ${LEVEL}.`,
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
      `The codings of ${listed(sets)} were compared by Krippendorff’s alpha for nominal data (Krippendorff, 2019; Hayes & Krippendorff, 2007), with 95% intervals by bootstrap (${whole(options.draws)} draws), and, for two coders, by Cohen’s kappa (Cohen, 1960).`,
      'Krippendorff asks of an alpha of at least 0.667 for tentative and of 0.8 for firm conclusions.',
    ],
    references: ['krippendorff', 'hayes', 'cohenKappa'],
  };
}
