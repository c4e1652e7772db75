/** One row an article: what its record says, its date read. */
import { LABELS } from '../../model.ts';
import { statedDate } from './dates.ts';
import type { Database } from './duckdb.ts';
import { linesToTable } from './lines-to-table.ts';
import { text } from './sql.ts';

/** Dates that DuckDB reads for itself: ISO, with or without a time. */
const PLAIN = String.raw`regexp_matches(published_as_stated, '^\d{4}-(0[1-9]|1\d)-(0[1-9]|[123]\d)(T|$)')`;

/**
 * Makes the table `records`, a row an article: its fields, its date as `from_day` and `until_day`
 * (the same day for a whole date) with `precision`, all null where it has none that can be read, how many claims it has of
 * each label, and whether its frames were coded.
 */
export async function makeRecords(db: Database): Promise<void> {
  await readOddDates(db);
  await db.run(`CREATE TABLE records AS
    WITH said AS (
      -- Counted before anything is joined: lists are costly to carry along.
      SELECT * EXCLUDE (claims, frames), frames IS NOT NULL AS coded,
        list_transform(claims, lambda c: c."label") AS labels,
        len(list_filter(claims, lambda c: (c.quoted OR c.attribution IS NOT NULL) AND c."label" IN (${LABELS.map(text)})))
          AS quoted
      FROM read
    ), counted AS (
      SELECT * EXCLUDE (labels), ${LABELS.map((label) => `len(list_filter(labels, lambda l: l = ${text(label)})) AS ${label}`)},
        CASE WHEN ${PLAIN} THEN try_cast(left(published_as_stated, 10) AS DATE) END AS plain_day
      FROM said
    ), kept AS (
      SELECT c.*, coalesce(s.article_id, c.id) AS article_id,
        -- As article/publication-date.ts has it: no other years, and no clock at zero.
        CASE WHEN year(plain_day) BETWEEN 1900 AND 2099 AND plain_day <> DATE '1970-01-01' THEN plain_day END AS iso_day
      FROM counted c LEFT JOIN same s USING ("row") WHERE coalesce(s.stands, c."row") = c."row"
    )
    SELECT "row", article_id, id, url, title, nullif(outlet, '') AS outlet, nullif(country, '') AS country,
      nullif("language", '') AS "language", published_as_stated, coalesce(iso_day, odd_day) AS from_day,
      CASE WHEN iso_day IS NOT NULL THEN 'day' ELSE odd_precision END AS "precision",
      CASE coalesce(odd_precision, 'day') WHEN 'year' THEN last_day(odd_day + INTERVAL 11 MONTH)
        WHEN 'month' THEN last_day(odd_day) ELSE coalesce(iso_day, odd_day) END AS until_day,
      date_source, date_confidence, copy_of, failed, skipped, coded,
      ${[...LABELS, 'quoted'].map((count) => `coalesce(${count}, 0)::INTEGER AS ${count}`)}
    FROM kept LEFT JOIN odd_dates o ON kept.published_as_stated = o.stated`);
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
