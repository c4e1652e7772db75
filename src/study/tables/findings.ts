/** Claims and frames, a row each. */
import { FRAMES, STANCES } from '../../model.ts';
import type { Database } from './duckdb.ts';
import { frameCode } from './frame-code.ts';

/** Records that stand for an article; `read` holds those of articles that are there twice, too. */
const KEPT = 'FROM read r LEFT JOIN same s USING ("row") WHERE coalesce(s.stands, r."row") = r."row"';

/**
 * Makes the tables `claims` and `frames` of all articles, in the order of the inputs. The fact named is the first that
 * decided the claim; `against` holds each fact that contradicts it. A frame that an article names twice counts as it was
 * named last; `code` is its number with its stance (see `frameCode`), null for one that this version does not know.
 */
export async function makeFindings(db: Database): Promise<void> {
  await makeClaims(db);
  await makeFrames(db);
}

async function makeClaims(db: Database): Promise<void> {
  await db.run(`CREATE TABLE claims AS
    WITH one AS (
      SELECT r."row", unnest(claims) AS c, generate_subscripts(claims, 1)::INTEGER AS "position" ${KEPT}
    ), decided AS (
      SELECT *, CASE c."label" WHEN 'supported' THEN 'entails' WHEN 'contradicted' THEN 'contradicts' END AS wanted FROM one
    ), cited AS (
      SELECT *, coalesce(list_filter(c.evidence, lambda e: e.relation = wanted)[1], c.evidence[1]) AS fact FROM decided
    )
    SELECT "row", "position", c.id AS claim_id, c.quote AS quote, c."start" AS "start", c."end" AS "end",
      c."label" AS "label", c.confidence AS confidence, c.attribution IS NOT NULL AS attributed,
      c.attribution.source AS source, coalesce(c.quoted, false) AS quoted, coalesce(c.rejected, false) AS rejected,
      fact."factId" AS fact_id, fact.locator AS locator, fact.relation AS relation,
      CASE WHEN wanted = 'contradicts' THEN list_distinct(list_transform(
        list_filter(c.evidence, lambda e: e.relation = 'contradicts' AND e."factId" IS NOT NULL),
        lambda e: e."factId")) END AS against
    FROM cited`);
}

async function makeFrames(db: Database): Promise<void> {
  // Nearly no article names a frame twice; only those that do are sorted.
  await db.run(`CREATE TABLE twice_framed AS SELECT "row" FROM read
    WHERE list_unique(list_transform(frames, lambda f: f.frame)) <> len(frames)`);
  const one = (
    rows: string,
  ): string => `SELECT r."row", unnest(frames) AS f, generate_subscripts(frames, 1)::INTEGER AS "position"
    ${KEPT} AND r."row" ${rows} (SELECT "row" FROM twice_framed)`;
  const codes = FRAMES.flatMap((frame) =>
    STANCES.map((stance) => `WHEN f.frame = '${frame}' AND f.stance = '${stance}' THEN ${frameCode(frame, stance)}`),
  );
  await db.run(`CREATE TABLE frames AS
    WITH one AS (${one('NOT IN')} UNION ALL
      SELECT * FROM (${one('IN')}) QUALIFY row_number() OVER (PARTITION BY "row", f.frame ORDER BY "position" DESC) = 1)
    SELECT "row", "position", f.frame AS frame, f.stance AS stance, f.spans[1]."start" AS "start", f.spans[1]."end" AS "end",
      coalesce(len(f.spans), 0)::INTEGER AS spans, (CASE ${codes.join(' ')} END)::SMALLINT AS code
    FROM one WHERE f.frame IS NOT NULL`);
}
