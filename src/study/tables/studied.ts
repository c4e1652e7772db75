/** The articles studied: what each counts for, and where. */
import { FLAGS, keyOf, MOST_GROUPS, OWN_CLUSTERS, POOLED_CLUSTERS } from './cells.ts';
import type { Database } from './duckdb.ts';

/**
 * Makes the table `studied`, a row an article on the topic with a date: its `key` (see `cells.ts`), what it counts of claims,
 * and the tables `outlet_ranks`, `country_ranks` and `language_ranks`, the largest first, of equals by name.
 */
export async function makeStudied(db: Database): Promise<void> {
  for (const field of ['outlet', 'country', 'language']) {
    await db.run(`CREATE TABLE ${field}_ranks AS
      SELECT "${field}" AS "value", count(*) AS articles,
        (row_number() OVER (ORDER BY count(*) DESC, "${field}" NULLS LAST) - 1)::INTEGER AS rank
      FROM records JOIN placed USING ("row") WHERE status = 'studied' GROUP BY "${field}"`);
  }
  await makeFamilies(db);
  const cluster = `CASE WHEN o.rank < ${OWN_CLUSTERS} THEN o.rank
    ELSE ${OWN_CLUSTERS} + o.rank % ${POOLED_CLUSTERS} END`;
  const alone = Object.values(FLAGS).reduce((sum, bit) => sum + bit, 0) - FLAGS.copied;
  const sureBits =
    FLAGS.sure + FLAGS.firstSure + FLAGS.outletFirstSure + FLAGS.countryFirstSure + FLAGS.languageFirstSure;
  const key = keyOf({
    period: 'p.period',
    cluster,
    country: `least(c.rank, ${MOST_GROUPS})`,
    language: `least(l.rank, ${MOST_GROUPS})`,
    flags: `coalesce(f.flags, CASE WHEN p.sure THEN ${alone} ELSE ${alone - sureBits} END)`,
  });
  await db.run(`CREATE TABLE studied AS
    SELECT r."row", p.period, o.rank AS outlet, ${key} AS "key", r.coded, r.supported, r.contradicted, r.unverified, r.quoted
    FROM records r JOIN placed p USING ("row")
      JOIN outlet_ranks o ON o."value" IS NOT DISTINCT FROM r.outlet
      JOIN country_ranks c ON c."value" IS NOT DISTINCT FROM r.country
      JOIN language_ranks l ON l."value" IS NOT DISTINCT FROM r."language"
      LEFT JOIN families f USING ("row")
    WHERE p.status = 'studied'`);
}

/** When an article appeared, as text that sorts: by day, then by instant where hour and zone are told, as `stories/order.ts` has it. */
const INSTANT = String.raw`CASE WHEN regexp_matches(published_as_stated, '^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$')
  THEN try_cast(regexp_replace(published_as_stated, 'T(\d{2}:\d{2})(Z|[+-])', 'T\1:00\2') AS TIMESTAMPTZ) END`;

/**
 * Makes the table `families`: of each article whose story has others among those studied, its flags and a number that
 * its copies share. The earliest copy is
 * that of the earliest day, a month or a year counting by its last; within a day by the instant, then in the order of
 * the inputs.
 */
async function makeFamilies(db: Database): Promise<void> {
  const order = `until_day, "precision" <> 'day', ${INSTANT} NULLS LAST, "row"`;
  const isFirst = (partition: string): string => `row_number() OVER (PARTITION BY ${partition} ORDER BY turn) = 1`;
  const both = (bit: number, sureBit: number, within: string): string => `
    + CASE WHEN ${isFirst(`family${within}`)} THEN ${bit} ELSE 0 END
    + CASE WHEN sure AND ${isFirst(`family, sure${within}`)} THEN ${sureBit} ELSE 0 END`;
  await db.run(`CREATE TABLE families AS
    WITH member AS (
      SELECT r."row", coalesce(c.story, r.article_id) AS story, p.sure, r.outlet, r.country, r."language",
        row_number() OVER (ORDER BY ${order}) AS turn, count(*) OVER same_story AS copies,
        min("row") OVER same_story AS family
      FROM records r JOIN placed p USING ("row") LEFT JOIN copies c USING ("row")
      WHERE p.status = 'studied' AND coalesce(c.story, r.article_id) IN (SELECT story FROM copies)
      WINDOW same_story AS (PARTITION BY coalesce(c.story, r.article_id))
    )
    SELECT "row", story, family, (${FLAGS.copied} + CASE WHEN sure THEN ${FLAGS.sure} ELSE 0 END
      ${both(FLAGS.first, FLAGS.firstSure, '')}
      ${both(FLAGS.outletFirst, FLAGS.outletFirstSure, ', outlet')}
      ${both(FLAGS.countryFirst, FLAGS.countryFirstSure, ', country')}
      ${both(FLAGS.languageFirst, FLAGS.languageFirstSure, ', "language"')})::INTEGER AS flags
    FROM member WHERE copies > 1`);
}
