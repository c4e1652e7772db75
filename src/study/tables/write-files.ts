/** Tables to Parquet and CSV. */
import type { Table } from './described.ts';
import type { Database } from './duckdb.ts';
import { name, text } from './sql.ts';

/** Rows of a group in Parquet: as many as DuckDB keeps together, so that the groups do not depend on threads. */
const GROUP_ROWS = 122_880;

/** Writes the table `from` (its SQL name) as Parquet. */
export async function writeParquet(db: Database, from: string, path: string): Promise<void> {
  await db.run(`COPY ${from} TO ${text(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP_ROWS})`);
}

/** What a spreadsheet would begin a formula with, as `forCsv` of the reporters has it. */
const FORMULA = ['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

/**
 * Writes the same as CSV (RFC 4180, UTF-8): nothing for what is missing, "" for a text without characters. A text that a
 * spreadsheet would take for a formula begins with an apostrophe, and U+0000, which many readers stop at, is U+FFFD.
 */
export async function writeCsv(db: Database, from: string, { columns }: Table, path: string): Promise<void> {
  const cells = columns.map(({ name: column, type }) => {
    const cell = name(column);
    if (type !== 'VARCHAR') return cell;
    const whole = `CASE WHEN contains(${cell}, chr(0)) THEN replace(${cell}, chr(0), '\uFFFD') ELSE ${cell} END`;
    // Not by IN: DuckDB may make a join of a list, and a join loses the order of the rows.
    const isFormula = FORMULA.map((first) => `ascii(${cell}) = ${first.codePointAt(0)}`).join(' OR ');
    return `CASE WHEN ${isFormula} THEN '''' || (${whole}) ELSE ${whole} END AS ${cell}`;
  });
  await db.run(`COPY (SELECT ${cells.join(', ')} FROM ${from}) TO ${text(path)} (FORMAT csv, HEADER)`);
}
