/** Tables of what was worked out: estimates, trends, change points, comparisons, corrections, error rates, agreement. Pure. */
import { column, interval, type Table } from './described.ts';
import { COUNT, GROUP, SERIES } from './described-corpus.ts';

const SHARE = 'share, 0 to 1';
const POINTS = 'difference of shares, -1 to 1';
const P = 'probability, 0 to 1';
const NO_CASES = 'n is 0';
const NO_SAMPLE = 'no labelled sample';

const estimates: Table = {
  name: 'estimates',
  row: 'a point of a series: a measure in a period, with its intervals',
  columns: [
    ...SERIES,
    ...GROUP,
    column('period', 'VARCHAR', 'leads to periods.period'),
    ...COUNT,
    column('share', 'DOUBLE', 'k / n', { unit: SHARE, missing: NO_CASES }),
    ...interval('wilson', 'the share (Wilson)', SHARE, NO_CASES),
    ...interval(
      'outlet',
      'the share, outlets drawn anew (cluster bootstrap)',
      SHARE,
      'fewer than two outlets, or not worked out',
    ),
    ...interval(
      'story',
      'the share, stories drawn anew (cluster bootstrap)',
      SHARE,
      'fewer than two stories, or not worked out',
    ),
    column('corrected', 'DOUBLE', "share corrected for the program's own errors", { unit: SHARE, missing: NO_SAMPLE }),
    ...interval('corrected', 'the corrected share', SHARE, NO_SAMPLE),
  ],
};

const trends: Table = {
  name: 'trends',
  row: 'the trend of a series over its periods with articles',
  columns: [
    ...SERIES,
    column('periods', 'INTEGER', 'periods with articles', { unit: 'periods' }),
    column('tau', 'DOUBLE', "Kendall's tau", { unit: '-1 to 1' }),
    column('s', 'DOUBLE', "Mann-Kendall's S"),
    column('z', 'DOUBLE', 'standardised S, its variance corrected for autocorrelation (Hamed and Rao)'),
    column('p', 'DOUBLE', 'two-sided p-value', { unit: P }),
    column('holm', 'DOUBLE', 'p-value adjusted over the measures (Holm)', { unit: P }),
    column('bh', 'DOUBLE', 'p-value adjusted over the measures (Benjamini and Hochberg)', { unit: P }),
    column('slope', 'DOUBLE', "Theil-Sen's slope", { unit: 'change of the share a period' }),
    ...interval('slope', 'the slope', 'change of the share a period', 'cannot be told'),
  ],
};

const changePoints: Table = {
  name: 'change_points',
  row: 'a shift in the level of a series (PELT with a binomial cost)',
  columns: [
    ...SERIES,
    column('period', 'VARCHAR', 'first period of the new level; leads to periods.period'),
    column('before_k', 'INTEGER', 'k of the level before', { unit: 'articles or claims' }),
    column('before_n', 'INTEGER', 'n of the level before', { unit: 'articles or claims' }),
    column('after_k', 'INTEGER', 'k of the level from this period on', { unit: 'articles or claims' }),
    column('after_n', 'INTEGER', 'n of the level from this period on', { unit: 'articles or claims' }),
    column('p', 'DOUBLE', 'permutation p-value of any such change in the series', { unit: P }),
    column('holm', 'DOUBLE', 'p-value adjusted over the measures (Holm)', { unit: P }),
    column('stability', 'DOUBLE', 'share of the penalties tried at which it is found', { unit: SHARE }),
  ],
};

const comparisons: Table = {
  name: 'comparisons',
  row: 'two sets of articles compared on a measure',
  columns: [
    column('measure', 'VARCHAR', 'what is measured'),
    column('counting', 'VARCHAR', 'article or story'),
    column('kind', 'VARCHAR', 'what is compared: periods, outlets'),
    column('a', 'VARCHAR', 'the first set', { missing: 'not known' }),
    column('a_k', 'INTEGER', 'k of the first set', { unit: 'articles or claims' }),
    column('a_n', 'INTEGER', 'n of the first set', { unit: 'articles or claims' }),
    column('b', 'VARCHAR', 'the second set', { missing: 'not known' }),
    column('b_k', 'INTEGER', 'k of the second set', { unit: 'articles or claims' }),
    column('b_n', 'INTEGER', 'n of the second set', { unit: 'articles or claims' }),
    column('difference', 'DOUBLE', 'share of the second less that of the first', { unit: POINTS, missing: NO_CASES }),
    ...interval('difference', 'the difference (Newcombe)', POINTS, NO_CASES),
    column('clustered', 'DOUBLE', 'the same difference, articles being alike within outlets', {
      unit: POINTS,
      missing: 'cannot be told',
    }),
    ...interval('clustered', 'that difference', POINTS, 'cannot be told'),
    column('clustered_p', 'DOUBLE', 'its two-sided p-value', { unit: P, missing: 'cannot be told' }),
    column('clusters', 'INTEGER', 'outlets behind it', { unit: 'outlets', missing: 'cannot be told' }),
    column('h', 'DOUBLE', "Cohen's h of the second against the first", { missing: NO_CASES }),
    column('p', 'DOUBLE', 'two-sided p-value', { unit: P, missing: NO_CASES }),
    column('holm', 'DOUBLE', 'p-value adjusted over the measures (Holm)', { unit: P, missing: NO_CASES }),
    column('bh', 'DOUBLE', 'p-value adjusted over the measures (Benjamini and Hochberg)', {
      unit: P,
      missing: NO_CASES,
    }),
  ],
};

const corrections: Table = {
  name: 'corrections',
  row: 'a share over the whole corpus, each article counting, as counted and corrected',
  columns: [
    column('measure', 'VARCHAR', 'what is measured'),
    ...COUNT,
    column('rogan_gladen', 'DOUBLE', 'share corrected by the error rates (Rogan and Gladen)', {
      unit: SHARE,
      missing: NO_SAMPLE,
    }),
    ...interval('rogan_gladen', 'that share', SHARE, NO_SAMPLE),
    column('prediction_powered', 'DOUBLE', 'share by prediction-powered inference', {
      unit: SHARE,
      missing: 'no sample of the corpus itself',
    }),
    ...interval('prediction_powered', 'that share', SHARE, 'no sample of the corpus itself'),
  ],
};

const errorRates: Table = {
  name: 'error_rates',
  row: "the program's codes of the labelled sample against those of its coders",
  columns: [
    column('measure', 'VARCHAR', 'what is measured'),
    column('true_positive', 'INTEGER', 'both say so', { unit: 'articles or claims' }),
    column('false_positive', 'INTEGER', 'the program alone says so', { unit: 'articles or claims' }),
    column('false_negative', 'INTEGER', 'the coders alone say so', { unit: 'articles or claims' }),
    column('true_negative', 'INTEGER', 'neither says so', { unit: 'articles or claims' }),
    column('sensitivity', 'DOUBLE', "share of the coders' positives that the program finds", {
      unit: SHARE,
      missing: 'no positives',
    }),
    ...interval('sensitivity', 'that share', SHARE, 'no positives'),
    column('specificity', 'DOUBLE', "share of the coders' negatives that the program leaves alone", {
      unit: SHARE,
      missing: 'no negatives',
    }),
    ...interval('specificity', 'that share', SHARE, 'no negatives'),
  ],
};

const agreement: Table = {
  name: 'agreement',
  row: 'how two or more codings of the same units agree on a variable',
  columns: [
    column('variable', 'VARCHAR', 'frame, or another variable that was coded'),
    column('coders', 'VARCHAR', 'who coded, parted by "; "'),
    column('units', 'INTEGER', 'what was coded by more than one', { unit: 'units' }),
    column('alpha', 'DOUBLE', "Krippendorff's alpha, nominal", { missing: 'nothing varies' }),
    ...interval('alpha', 'alpha (bootstrap)', 'alpha', 'nothing varies'),
    column('kappa', 'DOUBLE', "Cohen's kappa, of two coders", { missing: 'more coders than two, or nothing varies' }),
    column('agreement', 'DOUBLE', 'share of units on which all agree', { unit: SHARE }),
  ],
};

export const RESULT_TABLES: readonly Table[] = [
  estimates,
  trends,
  changePoints,
  comparisons,
  corrections,
  errorRates,
  agreement,
];
