/** Sentences that show what a point counts. */
import { resolve } from 'node:path';
import type { Example } from '../model.ts';
import type { Database } from './duckdb.ts';
import { CLAIM_CODES, pickExamples } from './example-picks.ts';
import { onePath } from './sql.ts';

/** Characters (UTF-16 units) of the words themselves and of those around them that are kept. */
const MOST_QUOTED = 400;
const MOST_AROUND = 200;

interface Picked {
  measure: number;
  period: number;
  articleId: string;
  outlet: string | null;
  publishedAt: string;
  url: string | null;
  start: number;
  end: number;
  recordId: string;
  /** The claim, or one that holds the words of the frame, and where it begins. */
  claim: string | null;
  claimStart: number | null;
}

type Words = Pick<Example, 'before' | 'quote' | 'after'>;

/** An example whose measure and period are told by their numbers. */
export type NumberedExample = Omit<Example, 'measure' | 'period'> & { measure: number; period: number };

/**
 * Up to three examples of each measure in each period, by measure, period and rank; see `pickExamples`. `contexts` are files of
 * JSON Lines, `{articleId, start, end, before, quote, after}`: the words of a claim or frame and those around them. Long
 * ones are cut.
 */
export async function findExamples(db: Database, contexts: readonly string[]): Promise<NumberedExample[]> {
  const source = contextSource(contexts);
  await db.run(`CREATE TABLE context_places AS SELECT DISTINCT "articleId" AS id, "start", "end" FROM ${source}`);
  await pickExamples(db);
  const article = `r.article_id AS "articleId", r.outlet, r.published_as_stated AS "publishedAt", r.url, r.id AS "recordId"`;
  await db.run(
    `CREATE TABLE shown AS SELECT "row", "position", quote, "start", "end" FROM claims SEMI JOIN picks USING ("row")`,
  );
  await db.run(`CREATE TABLE picked AS
    WITH holding AS (
      SELECT f."row", f.code, arg_min(c.quote, c."position") AS claim, arg_min(c."start", c."position") AS begins
      FROM (SELECT DISTINCT "row", code FROM picks WHERE code < ${CLAIM_CODES}) JOIN frames f USING ("row", code)
 JOIN shown c ON c."row" = f."row" AND c."start" <= f."start" AND f."end" <= c."end" GROUP BY ALL
    )
    SELECT p.measure, p.period, p.nth, ${article}, c."start", c."end", c.quote AS claim, c."start" AS "claimStart"
    FROM picks p JOIN shown c ON c."row" = p."row" AND c."position" = p.place JOIN records r ON r."row" = p."row"
    WHERE p.code >= ${CLAIM_CODES}
    UNION ALL
    SELECT p.measure, p.period, p.nth, ${article}, f."start", f."end", h.claim, h.begins
    FROM picks p JOIN frames f USING ("row", code) JOIN records r ON r."row" = p."row" LEFT JOIN holding h USING ("row", code)
    WHERE p.code < ${CLAIM_CODES}`);
  const words = new Map<string, Words>();
  const told = await db.rows<Words & { id: string; start: number; end: number }>(`
    SELECT DISTINCT t."articleId" AS id, t."start", t."end", coalesce(t."before", '') AS "before",
      coalesce(t.quote, '') AS quote, coalesce(t."after", '') AS "after"
    FROM ${source} AS t SEMI JOIN picked p
      ON p."recordId" = t."articleId" AND p."start" = t."start" AND p."end" = t."end" ORDER BY ALL`);
  for (const { id, start, end, ...text } of told) {
    const place = placeOf(id, start, end);
    if (!words.has(place)) words.set(place, text);
  }
  const picks = await db.rows<Picked>('SELECT * EXCLUDE (nth) FROM picked ORDER BY measure, period, nth');
  for (const table of ['picks', 'shown', 'picked', 'context_places']) await db.run(`DROP TABLE ${table}`);
  return picks.map(({ recordId, start, end, claim, claimStart, ...pick }) => ({
    ...pick,
    ...cut(words.get(placeOf(recordId, start, end)) ?? inClaim(claim ?? '', start - claimStart!, end - claimStart!)),
  }));
}

const placeOf = (id: string, start: number, end: number): string => `${start} ${end} ${id}`;

function contextSource(contexts: readonly string[]): string {
  const columns = `{"articleId": 'VARCHAR', "start": 'INTEGER', "end": 'INTEGER', "before": 'VARCHAR', "quote": 'VARCHAR', "after": 'VARCHAR'}`;
  if (contexts.length === 0) {
    return `(SELECT NULL::VARCHAR AS "articleId", 0 AS "start", 0 AS "end", '' AS "before", '' AS quote, '' AS "after" WHERE false)`;
  }
  return `read_json([${contexts.map((path) => onePath(resolve(path))).join(', ')}], format = 'newline_delimited', records = true,
    columns = ${columns}, ignore_errors = true, compression = 'uncompressed')`;
}

/** The words `start..end` of a claim, and the rest of it around them. */
function inClaim(claim: string, start: number, end: number): Words {
  return { before: claim.slice(0, start), quote: claim.slice(start, end), after: claim.slice(end) };
}

/** The same no longer than it may be; never half a surrogate pair. */
function cut({ before, quote, after }: Words): Words {
  const head = (text: string, most: number): string =>
    text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
  const tail = before.length <= MOST_AROUND ? before : `…${before.slice(-MOST_AROUND).replace(/^[\uDC00-\uDFFF]/, '')}`;
  return { before: tail, quote: head(quote, MOST_QUOTED), after: head(after, MOST_AROUND) };
}
