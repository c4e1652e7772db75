/** Which claims and frames are shown as examples. */
import { FLAGS } from './cells.ts';
import type { Database } from './duckdb.ts';
import { CODES } from './measures.ts';

/** Examples of each measure in each period. */
export const MOST_EXAMPLES = 3;

/** Room for a claim's place in its article, in the key that picks are sorted by; later claims count as the last of these. */
const PLACES = 1_048_576;
const KEYS = 2 ** 52;

/**
 * Makes the table `picks`: of each measure and period the examples, numbered from 1. From each outlet comes one before any
 * comes from it again; else the claim of the highest confidence goes first, then the earliest in the order of the inputs;
 * of frames the earliest whose words are known, from a context or from a claim that holds them. Copies are not shown.
 */
export async function pickExamples(db: Database): Promise<void> {
  const isFirst = `"key" & ${FLAGS.first} <> 0`;
  const place = (position: string): string => `${KEYS - 1} - ("row" * ${PLACES} + least(${position}, ${PLACES - 1}))`;
  const claim = (code: string, where: string): string =>
    `SELECT ${code} AS code, period, outlet, rank FROM ranked WHERE ${where}`;
  await db.run(`CREATE TABLE picks AS
    WITH ranked AS (
      SELECT c."row", "label", attributed OR c.quoted AS is_quoted, against, s.period, s.outlet,
        round(100 * coalesce(confidence, 0))::BIGINT * ${KEYS} + ${place('"position"')} AS rank
      FROM claims c JOIN studied s USING ("row") WHERE ${isFirst} AND c.quote <> ''
    ), worded AS (
      SELECT DISTINCT f."row", f.code FROM frames f JOIN claims c ON c."row" = f."row" AND c."start" <= f."start"
        AND f."end" <= c."end" WHERE f.code IS NOT NULL
      UNION SELECT f."row", f.code FROM frames f JOIN records r USING ("row")
        JOIN context_places p ON p.id = r.id AND p."start" = f."start" AND p."end" = f."end" WHERE f.code IS NOT NULL
    ), candidate AS (
      ${claim(`${CODES.supported}`, `"label" = 'supported'`)}
      UNION ALL ${claim(`${CODES.contradicted}`, `"label" = 'contradicted'`)}
      UNION ALL ${claim(`${CODES.contradictedArticle}`, `"label" = 'contradicted'`)}
      UNION ALL ${claim(`${CODES.unverified}`, `"label" = 'unverified'`)}
      UNION ALL ${claim(`${CODES.quoted}`, `is_quoted AND "label" IN ('supported', 'contradicted', 'unverified')`)}
      UNION ALL SELECT code, period, outlet, rank
        FROM (SELECT period, outlet, rank, unnest(against) AS fact_id FROM ranked WHERE len(against) > 0) JOIN facts USING (fact_id)
      UNION ALL SELECT code, period, outlet, ${place('code')} FROM worded JOIN studied USING ("row") WHERE ${isFirst}
    ), best AS (
      SELECT code, period, outlet, unnest(max(rank, ${MOST_EXAMPLES})) AS rank FROM candidate GROUP BY code, period, outlet
    ), turned AS (
      SELECT measure, period, code, rank,
        row_number() OVER (PARTITION BY measure, period, outlet ORDER BY rank DESC) AS turn
      FROM best JOIN k_of USING (code)
    ), numbered AS (
      SELECT measure, period, code, rank,
        row_number() OVER (PARTITION BY measure, period ORDER BY turn, rank DESC) AS nth
      FROM turned
    )
    SELECT measure, period, nth::INTEGER AS nth, code, (${KEYS - 1} - rank % ${KEYS}) // ${PLACES} AS "row",
      ((${KEYS - 1} - rank % ${KEYS}) % ${PLACES})::INTEGER AS place
    FROM numbered WHERE nth <= ${MOST_EXAMPLES}`);
}

/** Codes below this are of frames, and `place` of a pick is the code; else it is the claim's position. */
export const CLAIM_CODES = CODES.contradictedArticle;
