/** Tables of what was read: articles, claims and frames. Pure. */
import { DATE_SOURCES, FRAMES, LABELS, STANCES } from '../../model.ts';
import { PRECISIONS, SURE_DATE } from './dates.ts';
import { column, type Table } from './described.ts';
import { STATUSES } from './placed.ts';

const ARTICLE = 'id of the article; leads to articles.article_id';
const UNITS = 'UTF-16 units';
const NOT_STATED = 'the source does not say';

export const articles: Table = {
  name: 'articles',
  row: 'an article, in the order of the inputs; records of the same article count once',
  columns: [
    column(
      'article_id',
      'VARCHAR',
      'id of the article, unique; where two articles shared one, the later has a number added',
    ),
    column('story_id', 'VARCHAR', 'name of the story: near-identical copies share it'),
    column(
      'is_first_of_story',
      'BOOLEAN',
      'the earliest copy of its story among the articles studied; counted once per story, it stands for all',
      {
        missing: 'not studied',
      },
    ),
    column('outlet', 'VARCHAR', 'outlet that published it, as stated', { missing: NOT_STATED }),
    column('country', 'VARCHAR', 'country of the outlet, as stated', { missing: NOT_STATED }),
    column('language', 'VARCHAR', 'language, as stated or as found by the words', { missing: 'not known' }),
    column('title', 'VARCHAR', 'headline', { missing: NOT_STATED }),
    column('url', 'VARCHAR', 'address', { missing: NOT_STATED }),
    column('published', 'DATE', 'day of publication, as written: time zones are not converted', {
      missing: 'no date, or none that names a day',
    }),
    column('published_as_stated', 'VARCHAR', 'the date as the source states it', { missing: 'no date' }),
    column('date_precision', 'VARCHAR', `what the date is known to: ${PRECISIONS.join(', ')}`, {
      missing: 'no date that can be read',
    }),
    column('period', 'VARCHAR', 'period it is counted in; leads to periods.period', { missing: 'not studied' }),
    column('date_source', 'VARCHAR', `where the date was found: ${DATE_SOURCES.join(', ')}`, {
      missing: 'no date, or not recorded',
    }),
    column('date_confidence', 'DOUBLE', 'how sure the date is', {
      unit: 'probability, 0 to 1',
      missing: 'no date, or not recorded',
    }),
    column('sure', 'BOOLEAN', `the date names a day and its confidence is ${SURE_DATE} or more`, {
      missing: 'no date that can be read',
    }),
    column('status', 'VARCHAR', `what became of it: ${STATUSES.join(', ')}; all figures are of those studied`),
    column('claims', 'INTEGER', 'claims with a label', { unit: 'claims' }),
    column('supported', 'INTEGER', 'claims that the fact base supports', { unit: 'claims' }),
    column('contradicted', 'INTEGER', 'claims that the fact base contradicts', { unit: 'claims' }),
    column('unverified', 'INTEGER', 'claims on which the fact base is silent', { unit: 'claims' }),
    column('quoted_claims', 'INTEGER', 'claims that are attributed to a source or stand in quotation marks', {
      unit: 'claims',
    }),
    column('frames', 'INTEGER', 'different frames it carries', { unit: 'frames', missing: 'frames were not coded' }),
  ],
};

export const claims: Table = {
  name: 'claims',
  row: 'a claim found in an article, of articles with any status',
  columns: [
    column('article_id', 'VARCHAR', ARTICLE),
    column('position', 'INTEGER', 'place among the claims of the article, from 1'),
    column('claim_id', 'VARCHAR', 'id of the claim in the record', { missing: 'not recorded' }),
    column('quote', 'VARCHAR', 'the words of the claim', { missing: 'not recorded' }),
    column('start', 'INTEGER', 'where it begins in the text of the article', { unit: UNITS, missing: 'not recorded' }),
    column('end', 'INTEGER', 'where it ends, behind its last character', { unit: UNITS, missing: 'not recorded' }),
    column('label', 'VARCHAR', `verdict: ${LABELS.join(', ')}`, { missing: 'not recorded' }),
    column('confidence', 'DOUBLE', 'estimated probability that the label is right', {
      unit: 'probability, 0 to 1',
      missing: 'not recorded',
    }),
    column('attributed', 'BOOLEAN', 'the text names somebody who says so'),
    column('source', 'VARCHAR', 'who says so', { missing: 'nobody is named' }),
    column('quoted', 'BOOLEAN', 'it stands in quotation marks or a block quotation'),
    column('rejected', 'BOOLEAN', 'the text asserts the opposite of these words; the label is of what it asserts'),
    column('fact_id', 'VARCHAR', 'fact that decided the label', { missing: 'no fact decided it' }),
    column('locator', 'VARCHAR', 'where the source document states that fact', { missing: 'no fact decided it' }),
    column('relation', 'VARCHAR', 'what the fact does to the claim: entails, contradicts', {
      missing: 'no fact decided it',
    }),
  ],
};

export const frames: Table = {
  name: 'frames',
  row: 'a frame that an article carries, of articles with any status; a frame stands once an article',
  columns: [
    column('article_id', 'VARCHAR', ARTICLE),
    column('position', 'INTEGER', 'place among the frames of the article, from 1'),
    column('frame', 'VARCHAR', `frame: ${FRAMES.join(', ')}`),
    column('stance', 'VARCHAR', `whether the text presents the system so or denies it: ${STANCES.join(', ')}`, {
      missing: 'not recorded',
    }),
    column('start', 'INTEGER', 'where the first words that show it begin in the text of the article', {
      unit: UNITS,
      missing: 'not recorded',
    }),
    column('end', 'INTEGER', 'where they end, behind the last character', { unit: UNITS, missing: 'not recorded' }),
    column('spans', 'INTEGER', 'how many stretches of the text show it', { unit: 'stretches' }),
  ],
};
