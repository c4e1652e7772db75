/** How the articles of stories are coded: the clusters of a bootstrap over stories, as patterns with how often they occur. */

import { FLAGS } from './cells.ts';
import { sumMeasures } from './counts.ts';
import type { Database } from './duckdb.ts';
import { CODES } from './measures.ts';
import { selections, WHOLE_VIEWS } from './views.ts';

/** The bits that the flags of a pattern of claims keep. */
const KEPT = FLAGS.sure | FLAGS.copied | FLAGS.first | FLAGS.firstSure;

/**
 * Makes the table `story_patterns`: of each measure and period, for the views of all articles, how many stories have k of n.
 * A story's articles in one period are a cluster; counted once, each story is one article. Stories without a case (n = 0)
 * are left out. Nearly all stories have one article: for those the patterns follow from the sums.
 */
export async function makeStoryPatterns(db: Database): Promise<void> {
  // Counted by article, stories with copies come by another way.
  const alone = selections()
    .slice(0, WHOLE_VIEWS)
    .map(({ view, group, where }) => {
      return { view, group, where: view < 2 ? `${where} AND flags & ${FLAGS.copied} = 0` : where };
    });
  await sumMeasures(db, 'alone', alone);
  await db.run(`CREATE TABLE claim_patterns AS
    SELECT period, ("key" & ${KEPT})::INTEGER AS flags, supported, contradicted, unverified, quoted, count(*) AS clusters
    FROM studied WHERE supported + contradicted + unverified > 0 GROUP BY ALL`);
  await makeCopiedPatterns(db);
  const byClaims = alone.flatMap(({ view, where }) =>
    (['supported', 'contradicted', 'unverified', 'quoted'] as const).map(
      (column) => `SELECT ${CODES[column]} AS code, ${view} AS view, period, ${column} AS k,
        supported + contradicted + unverified AS n, clusters FROM claim_patterns WHERE ${where}`,
    ),
  );
  await db.run(`CREATE TABLE story_patterns AS
    WITH single AS (SELECT a.* FROM alone a JOIN measures USING (measure) WHERE of_what <> 'claims'),
    patterns AS (
      SELECT measure, view, period, 1 AS k, 1 AS n, k AS clusters FROM single
      UNION ALL SELECT measure, view, period, 0, 1, n - k FROM single
      UNION ALL SELECT measure, view, period, k, n, clusters FROM (${byClaims.join(' UNION ALL ')}) JOIN k_of USING (code)
      UNION ALL SELECT measure, view, period, k, n, clusters FROM copied_patterns
    )
    SELECT measure, view, period, k::INTEGER AS k, n::INTEGER AS n, sum(clusters)::INTEGER AS clusters
    FROM patterns GROUP BY ALL HAVING sum(clusters) > 0`);
  for (const table of ['alone', 'claim_patterns', 'copied_patterns']) await db.run(`DROP TABLE ${table}`);
}

/** More than there are periods, in the number of a cluster: a story, a view and a period. */
const PERIODS = 8192;
const PARTS = `(cluster % ${PERIODS})::INTEGER AS period, (cluster // ${PERIODS} % 2)::INTEGER AS view`;

/** Makes `copied_patterns`, the same of stories with copies, each article counting, with all dates and sure ones. */
async function makeCopiedPatterns(db: Database): Promise<void> {
  const member = (
    view: number,
    bits: number,
  ): string => `SELECT (f.family * 2 + ${view}) * ${PERIODS} + s.period AS cluster,
    s.*, s.supported + s.contradicted + s.unverified AS claims
    FROM studied s JOIN families f USING ("row") WHERE f.flags & ${bits} = ${bits}`;
  await db.run(`CREATE TABLE copied AS ${member(0, 0)} UNION ALL ${member(1, FLAGS.sure)}`);
  await db.run(`CREATE TABLE copied_n AS
    SELECT cluster, count(*) AS articles, count(*) FILTER (coded) AS coded, sum(claims)::BIGINT AS claims
    FROM copied GROUP BY cluster`);
  const counted = (column: string, code: number): string => `UNION ALL
    SELECT cluster, ${code} AS code, sum(${column})::BIGINT FROM copied WHERE ${column} > 0 GROUP BY cluster`;
  await db.run(`CREATE TABLE copied_k AS
    SELECT cluster, code, count(*) AS k FROM copied JOIN frames USING ("row") WHERE code IS NOT NULL GROUP BY ALL
    UNION ALL SELECT cluster, code, count(*) FROM copied JOIN misreports USING ("row") JOIN facts USING (fact_id) GROUP BY ALL
    UNION ALL SELECT cluster, ${CODES.contradictedArticle}, count(*) FROM copied WHERE contradicted > 0 GROUP BY cluster
    ${(['supported', 'contradicted', 'unverified', 'quoted'] as const).map((of) => counted(of, CODES[of])).join(' ')}`);
  await db.run(`CREATE TABLE copied_patterns AS
    WITH simple AS (
      -- What a measure of one code is of.
      SELECT measure, of_what, min(code) AS code FROM measures JOIN k_of USING (measure)
      WHERE of_what <> 'codes' GROUP BY ALL HAVING count(*) = 1
    ), simple_k AS (
      SELECT measure, of_what, ${PARTS}, k,
        CASE of_what WHEN 'articles' THEN articles WHEN 'coded' THEN coded ELSE claims END AS n, count(*) AS clusters
      FROM copied_k JOIN copied_n USING (cluster) JOIN simple USING (code) GROUP BY ALL
    ), other AS (SELECT * FROM measures ANTI JOIN simple USING (measure)),
    other_sums AS (
      SELECT measure, cluster, sum(k) AS k FROM copied_k JOIN k_of USING (code) SEMI JOIN other USING (measure) GROUP BY ALL
    ), with_any AS (
      SELECT * FROM simple_k
      UNION ALL SELECT measure, of_what, ${PARTS}, k, coded, count(*)
      FROM other_sums JOIN copied_n USING (cluster) JOIN other USING (measure) WHERE of_what = 'coded' GROUP BY ALL
    ), n AS (${['articles', 'coded', 'claims']
      .map(
        (what) => `SELECT ${PARTS}, '${what}' AS of_what, ${what} AS n, count(*) AS clusters
          FROM copied_n WHERE ${what} > 0 GROUP BY ALL`,
      )
      .join(' UNION ALL ')}),
    -- Stories that have nothing of a measure are all others with that n.
    with_none AS (
      SELECT measure, n.view, n.period, 0 AS k, n.n, any_value(n.clusters) - coalesce(sum(a.clusters), 0) AS clusters
      FROM n JOIN measures USING (of_what) LEFT JOIN with_any a USING (measure, view, period, n) GROUP BY ALL
    ), carried AS (SELECT measure, cluster, sum(k) AS n FROM copied_k JOIN n_of USING (code) GROUP BY ALL)
    SELECT measure, view, period, k, n, clusters FROM with_any
    UNION ALL SELECT * FROM with_none
    UNION ALL SELECT measure, view, period, k, n, count(*) FROM (
      SELECT measure, ${PARTS}, coalesce(k, 0) AS k, n FROM carried LEFT JOIN other_sums USING (measure, cluster)
    ) GROUP BY ALL`);
  for (const table of ['copied', 'copied_k', 'copied_n']) await db.run(`DROP TABLE ${table}`);
}
