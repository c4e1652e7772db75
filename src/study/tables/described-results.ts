/** Tables of what was worked out: estimates, trends, change points and comparisons. Pure. */
import { column, interval, type Table } from './described.ts';
import { COUNT, GROUP, SERIES } from './described-counts.ts';

const SHARE = 'share, 0 to 1';
const POINTS = 'difference of shares, -1 to 1';
const P = 'probability, 0 to 1';
const NO_CASES = 'n is 0';
const NO_SAMPLE = 'no labelled sample';
const NO_OUTLETS = 'fewer than two outlets, or dates other than the study goes by';

export const estimates: Table = {
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

export const trends: Table = {
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

export const changePoints: Table = {
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
    column('within_outlets', 'DOUBLE', 'what of the difference of the levels is within outlets (Kitagawa)', {
      unit: POINTS,
      missing: NO_OUTLETS,
    }),
    column('outlet_mix', 'DOUBLE', 'what of it is a change of the mix of outlets', {
      unit: POINTS,
      missing: NO_OUTLETS,
    }),
  ],
};

export const comparisons: Table = {
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
