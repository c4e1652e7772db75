/** Counts in cells: of every code, in each combination of period, outlet, country, language and flags that has articles. */
import { KEY_PARTS } from './cells.ts';
import type { Database } from './duckdb.ts';
import { linesToTable } from './lines-to-table.ts';
import { CODES, type Counted, FIRST_FACT, MOST_FACTS, measuresOf } from './measures.ts';

/** The facts that a claim of an article studied gets wrong, the most frequent first. */
export async function misreportedFacts(db: Database): Promise<string[]> {
  await db.run(`CREATE TABLE misreports AS
    SELECT DISTINCT "row", fact_id FROM (SELECT "row", unnest(against) AS fact_id FROM claims WHERE len(against) > 0)
    WHERE "row" IN (SELECT "row" FROM studied)`);
  await db.run(`CREATE TABLE facts AS
    SELECT fact_id, (row_number() OVER (ORDER BY count(*) DESC, fact_id) - 1 + ${FIRST_FACT})::SMALLINT AS code
    FROM misreports GROUP BY fact_id ORDER BY code LIMIT ${MOST_FACTS}`);
  const facts = await db.rows<{ fact_id: string }>('SELECT fact_id FROM facts ORDER BY code');
  return facts.map(({ fact_id }) => fact_id);
}

/**
 * Makes the tables `n_cells` (articles, those coded, claims) and `k_cells` (how many of each code), a row for each cell that
 * has any, and `measures`, `k_of` and `n_of`, which say what each measure's k and n are the sums of. Gives the measures.
 */
export async function countCells(db: Database): Promise<Counted[]> {
  const measures = measuresOf(await misreportedFacts(db));
  const claims = 'supported + contradicted + unverified';
  await db.run(`CREATE TABLE n_cells AS
    WITH sums AS (
      SELECT "key", count(*) AS articles, count(*) FILTER (coded) AS coded, sum(${claims}) AS claims,
        count(*) FILTER (contradicted > 0) AS with_contradicted, sum(supported) AS supported,
        sum(contradicted) AS contradicted, sum(unverified) AS unverified, sum(quoted) AS quoted
      FROM studied GROUP BY "key"
    )
    SELECT ${KEY_PARTS}, * FROM sums`);
  const counted = (column: string, code: number): string =>
    `SELECT "key", ${code}::SMALLINT AS code, ${column}::BIGINT AS k FROM n_cells WHERE ${column} > 0`;
  await db.run(`CREATE TABLE k_cells AS
    WITH coded AS (
      SELECT s."key", f.code, count(*) AS k FROM frames f JOIN studied s USING ("row") WHERE f.code IS NOT NULL GROUP BY ALL
      UNION ALL
      SELECT s."key", f.code, count(*) AS k FROM misreports m JOIN facts f USING (fact_id) JOIN studied s USING ("row")
      GROUP BY ALL
      UNION ALL ${counted('with_contradicted', CODES.contradictedArticle)}
      ${(['supported', 'contradicted', 'unverified', 'quoted'] as const)
        .map((column) => `UNION ALL ${counted(column, CODES[column])}`)
        .join(' ')}
    )
    SELECT ${KEY_PARTS}, * FROM coded`);
  await makeMeasureTables(db, measures);
  return measures;
}

async function makeMeasureTables(db: Database, measures: readonly Counted[]): Promise<void> {
  await linesToTable(
    db,
    'measures',
    { measure: 'INTEGER', id: 'VARCHAR', of_what: 'VARCHAR' },
    measures.map(({ id, of }, measure) => ({ measure, id, of_what: typeof of === 'string' ? of : 'codes' })),
  );
  const codes = { measure: 'INTEGER', code: 'SMALLINT' };
  const kOf = measures.flatMap((one, measure) => one.codes.map((code) => ({ measure, code })));
  const nOf = measures.flatMap(({ of }, measure) =>
    typeof of === 'string' ? [] : of.map((code) => ({ measure, code })),
  );
  await linesToTable(db, 'k_of', codes, kOf);
  await linesToTable(db, 'n_of', codes, nOf);
}
