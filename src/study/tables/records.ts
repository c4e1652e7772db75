/** One row an article: what its record says, its date read. */
import { statedDate } from './dates.ts';
import type { Database } from './duckdb.ts';
import { linesToTable } from './lines-to-table.ts';

/** Dates that DuckDB reads for itself: ISO, with or without a time. */
const PLAIN = String.raw`regexp_matches(published_as_stated, '^\d{4}-(0[1-9]|1\d)-(0[1-9]|[123]\d)(T|$)')`;

const labelled = (label: string): string => `len(list_filter(claims, lambda c: c."label" = '${label}'))`;

/**
 * Makes the table `records`, a row an article: its fields, its date as `from_day` and `until_day`
 * (the same day for a whole date) with `precision`, all null where it has none that can be read, how many claims it has of
 * each label, and whether its frames were coded.
 */
export async function makeRecords(db: Database): Promise<void> {
  await readOddDates(db);
  await db.run(`CREATE TABLE records AS
    WITH kept AS (
      SELECT r.*, coalesce(s.article_id, r.id) AS article_id,
        CASE WHEN ${PLAIN} THEN try_cast(left(published_as_stated, 10) AS DATE) END AS plain_day
      FROM read r LEFT JOIN same s USING ("row") WHERE coalesce(s.stands, r."row") = r."row"
    ), dated AS (
      SELECT kept.*, o.odd_day, o.odd_precision,
        -- As article/publication-date.ts has it: no other years, and no clock at zero.
        CASE WHEN year(plain_day) BETWEEN 1900 AND 2099 AND plain_day <> DATE '1970-01-01' THEN plain_day END AS iso_day
      FROM kept LEFT JOIN odd_dates o ON NOT ${PLAIN} AND kept.published_as_stated = o.stated
    )
    SELECT "row", article_id, id, url, title, nullif(outlet, '') AS outlet, nullif(country, '') AS country,
      nullif("language", '') AS "language", published_as_stated,
      coalesce(iso_day, odd_day) AS from_day,
      CASE WHEN iso_day IS NOT NULL THEN 'day' ELSE odd_precision END AS "precision",
      CASE coalesce(odd_precision, 'day') WHEN 'year' THEN last_day(odd_day + INTERVAL 11 MONTH)
        WHEN 'month' THEN last_day(odd_day) ELSE coalesce(iso_day, odd_day) END AS until_day,
      date_source, date_confidence, copy_of, failed, skipped, frames IS NOT NULL AS coded,
      coalesce(${labelled('supported')}, 0)::INTEGER AS supported,
      coalesce(${labelled('contradicted')}, 0)::INTEGER AS contradicted,
      coalesce(${labelled('unverified')}, 0)::INTEGER AS unverified,
      coalesce(len(list_filter(claims, lambda c: (c.quoted OR c.attribution IS NOT NULL)
        AND c."label" IN ('supported', 'contradicted', 'unverified'))), 0)::INTEGER AS quoted
    FROM dated`);
}

/** Makes the table `odd_dates`: what all other dates mean, each once. */
async function readOddDates(db: Database): Promise<void> {
  const odd = async function* () {
    const stated = db.batches<{ stated: string }>(`SELECT DISTINCT published_as_stated AS stated FROM read
      WHERE published_as_stated IS NOT NULL AND NOT ${PLAIN}`);
    for await (const batch of stated) {
      for (const { stated } of batch) {
        const date = statedDate(stated);
        if (date) yield { stated, odd_day: date.from, odd_precision: date.precision };
      }
    }
  };
  await linesToTable(db, 'odd_dates', { stated: 'VARCHAR', odd_day: 'DATE', odd_precision: 'VARCHAR' }, odd());
}
