/** Tables of what was counted: periods and counts. Pure. */
import { column, type Table } from './described.ts';

export const periods: Table = {
  name: 'periods',
  row: 'a period, from the first with an article studied to the last, without gaps',
  columns: [
    column('period', 'VARCHAR', 'name of the period: 2019, 2019-Q2, 2019-05, 2019-W07 (ISO 8601) or 2019-05-14'),
    column('unit', 'VARCHAR', 'day, week, month, quarter or year'),
    column('first_day', 'DATE', 'first day, within'),
    column('last_day', 'DATE', 'last day, within'),
    column('articles', 'INTEGER', 'articles studied', { unit: 'articles' }),
    column('stories', 'INTEGER', 'the same counted once per story, in the period of its earliest copy', {
      unit: 'stories',
    }),
    column('sure_articles', 'INTEGER', 'articles studied whose date is sure', { unit: 'articles' }),
  ],
};

/** The columns that say what a count or an estimate is of. */
export const SERIES = [
  column(
    'measure',
    'VARCHAR',
    'what is measured, e.g. frame:score, frame:score:advanced, stance:score, label:contradicted, misreport:<fact id>',
  ),
  column(
    'counting',
    'VARCHAR',
    'article: every article counts; story: near-identical copies count once, as the earliest of them (within the group, where there is one)',
  ),
  column('dating', 'VARCHAR', 'all: every article with a date; sure: those whose date is sure'),
];
export const GROUP = [
  column(
    'by',
    'VARCHAR',
    'what articles are parted by: all (not parted), outlet, country, language; the largest groups alone',
  ),
  column('value', 'VARCHAR', 'the outlet, country or language; empty for all articles', { missing: 'not known' }),
];
export const COUNT = [
  column('k', 'INTEGER', 'how many of n the measure counts', { unit: 'articles or claims' }),
  column(
    'n',
    'INTEGER',
    'out of how many: articles (of frames, those whose frames were coded), claims of label: and attribution:, articles that carry the frame of stance:',
    {
      unit: 'articles or claims',
    },
  ),
];

export const counts: Table = {
  name: 'counts',
  row: 'a measure in a period, counted in one way; of groups, periods with n = 0 are left out',
  columns: [...SERIES, ...GROUP, column('period', 'VARCHAR', 'leads to periods.period'), ...COUNT],
};
