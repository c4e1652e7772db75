/** Cells to the counts of measures. */
import type { Database } from './duckdb.ts';
import { type Selection, selections, WHOLE_VIEWS } from './views.ts';

/**
 * Makes of the cells the table `counts`: measure and view by their numbers, value (the rank of the group; 0 for all), period, k
 * and n. For all articles every period has a row, for groups those in which n is not 0.
 */
export async function makeCounts(db: Database, periods: number): Promise<void> {
  await sumMeasures(db, 'sums', selections());
  const whole = Array.from({ length: WHOLE_VIEWS }, (_, view) => `(${view})`).join(', ');
  await db.run(`CREATE TABLE counts AS
    WITH every AS (
      SELECT measure, view, 0 AS "value", unnest(range(${periods}))::INTEGER AS period
      FROM measures CROSS JOIN (VALUES ${whole}) AS v(view)
    )
    SELECT measure, view, "value", period, coalesce(k, 0)::INTEGER AS k, coalesce(n, 0)::INTEGER AS n
    FROM every FULL JOIN sums USING (measure, view, "value", period)`);
  await db.run('DROP TABLE sums');
}

/** Makes `table`: k and n of each measure in each of the selections, group and period where n is not 0. */
export async function sumMeasures(db: Database, table: string, of: readonly Selection[]): Promise<void> {
  const cells = (sums: string, from: string): string =>
    of
      .map(({ view, group, where }) => {
        const columns = `${view} AS view, ${group} AS "value", period, ${sums}`;
        return `SELECT ${columns} FROM ${from} WHERE ${where} GROUP BY ALL`;
      })
      .join(' UNION ALL ');
  await db.run(`CREATE TABLE ${table} AS
    WITH n_views AS (${cells('sum(articles) AS articles, sum(coded) AS coded, sum(claims) AS claims', 'n_cells')}),
    k_views AS (${cells('code, sum(k) AS k', 'k_cells')}),
    k AS (SELECT measure, view, "value", period, sum(k) AS k FROM k_views JOIN k_of USING (code) GROUP BY ALL),
    n AS (
      SELECT measure, view, "value", period,
        CASE of_what WHEN 'articles' THEN articles WHEN 'coded' THEN coded ELSE claims END AS n
      FROM n_views CROSS JOIN measures WHERE of_what <> 'codes'
      UNION ALL SELECT measure, view, "value", period, sum(k) FROM k_views JOIN n_of USING (code) GROUP BY ALL
    )
    SELECT measure, view, "value", period, coalesce(k, 0)::BIGINT AS k, n::BIGINT AS n
    FROM n LEFT JOIN k USING (measure, view, "value", period) WHERE n > 0`);
}
