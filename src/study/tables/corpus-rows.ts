/** SQL for the rows of the tables of the corpus, in their order. Pure. */
import { COUNTINGS, DATINGS } from '../model.ts';
import { FLAGS, MOST_GROUPS } from './cells.ts';
import { VIEWS } from './views.ts';

const articles = `
  SELECT r.article_id, coalesce(c.story, r.article_id) AS story_id,
    CASE WHEN p.status = 'studied' THEN coalesce(f.flags & ${FLAGS.first} <> 0, true) END AS is_first_of_story,
    r.outlet, r.country, r."language", r.title, r.url,
    CASE WHEN r."precision" = 'day' THEN r.from_day END AS published, r.published_as_stated,
    r."precision" AS date_precision, t.period, r.date_source, r.date_confidence, p.sure, p.status,
    r.supported + r.contradicted + r.unverified AS claims, r.supported, r.contradicted, r.unverified,
    r.quoted AS quoted_claims, CASE WHEN r.coded THEN coalesce(n.frames, 0) END AS frames
  FROM records r JOIN placed p USING ("row") LEFT JOIN period_names t ON t."number" = p.period
    LEFT JOIN copies c USING ("row") LEFT JOIN families f USING ("row")
    LEFT JOIN (SELECT "row", count(*) AS frames FROM frames GROUP BY "row") n USING ("row")
  ORDER BY r."row"`;

const claims = `
  SELECT r.article_id, c.* EXCLUDE ("row", against)
  FROM claims c JOIN records r USING ("row") ORDER BY c."row", c."position"`;

const frames = `
  SELECT r.article_id, f.* EXCLUDE ("row", code)
  FROM frames f JOIN records r USING ("row") ORDER BY f."row", f."position"`;

/** Articles of a period, in one way of counting. */
const articlesOf = (bits: number, as: string): string =>
  `(SELECT coalesce(sum(articles), 0) FROM n_cells c WHERE c.period = t."number" AND flags & ${bits} = ${bits}) AS ${as}`;
const periods = `
  SELECT t.period, t.unit, t.first_day, t.last_day, ${articlesOf(0, 'articles')}, ${articlesOf(FLAGS.first, 'stories')},
    ${articlesOf(FLAGS.sure, 'sure_articles')}
  FROM period_names t ORDER BY t."number"`;

const places = (values: readonly string[], column: string): string =>
  `CASE ${column} ${values.map((value, i) => `WHEN '${value}' THEN ${i}`).join(' ')} END`;
const counts = `
  WITH views AS (SELECT * FROM (VALUES ${VIEWS.map(({ by, counting, dating }, i) => `(${i}, '${by}', '${counting}', '${dating}')`)})
    AS v(view, "by", counting, dating)),
  names AS (
    SELECT 'all' AS "by", 0 AS rank, '' AS "value"
    ${['outlet', 'country', 'language'].map((by) => `UNION ALL SELECT '${by}', rank, "value" FROM ${by}_ranks WHERE rank < ${MOST_GROUPS}`).join(' ')}
  )
  SELECT m.id AS measure, v.counting, v.dating, v."by", g."value", t.period, c.k, c.n
  FROM counts c JOIN measures m USING (measure) JOIN views v USING (view) JOIN period_names t ON t."number" = c.period
    JOIN names g ON g."by" = v."by" AND g.rank = c."value"
  ORDER BY m.measure, ${places(['all', 'outlet', 'country', 'language'], 'v."by"')}, g.rank,
    ${places(COUNTINGS, 'v.counting')}, ${places(DATINGS, 'v.dating')}, c.period`;

/** By the name of the table. `period_names` has to be there (see `write-tables.ts`). */
export const CORPUS_ROWS: Readonly<Record<string, string>> = { articles, claims, frames, periods, counts };
