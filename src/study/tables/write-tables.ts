/** All tables of a study to its folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyResult } from '../model.ts';
import { CORPUS_ROWS } from './corpus-rows.ts';
import { CORPUS_TABLES, dictionaryMarkdown, dictionaryRows, TABLES } from './dictionary.ts';
import type { Database, Row } from './duckdb.ts';
import { linesToTable } from './lines-to-table.ts';
import { resultRows } from './result-rows.ts';
import { name, text } from './sql.ts';
import type { StudyTables } from './tables.ts';
import { beginDatabase, type DatabaseWriting, finishDatabase, type TableSource } from './write-database.ts';
import { writeCsv, writeParquet } from './write-files.ts';

/** A file that was written: its path in the folder of the study, and what it is, in a sentence. */
export interface WrittenTable {
  path: string;
  description: string;
}

/** The folder of the tables in that of the study. */
const FOLDER = 'tables';
const DATABASE = 'study.duckdb';

/** Tables that are being written. */
export interface TablesWriting {
  tables: StudyTables;
  /** The folder of the study. */
  out: string;
  database: DatabaseWriting;
}

/**
 * Begins to write the tables of the corpus, which do not wait for what is worked out of them: DuckDB goes on while this
 * thread works. Throws system errors and RunError.
 */
export async function beginTables(tables: StudyTables, out: string): Promise<TablesWriting> {
  const folder = join(out, FOLDER);
  mkdirSync(folder, { recursive: true });
  await namePeriods(tables);
  const sources = CORPUS_TABLES.map((table) => ({ table, rows: CORPUS_ROWS[table.name]! }));
  return { tables, out, database: beginDatabase(tables.db, join(folder, DATABASE), sources) };
}

/**
 * Writes every table of `TABLES` to the folder `tables` of the study: all of them in `study.duckdb`, each as `<name>.parquet`
 * and `<name>.csv`, and the data dictionary as `data-dictionary.md` too. The same rows give the same bytes, whatever the
 * number of threads. Throws system errors and RunError.
 */
export async function finishTables(
  { tables: { db }, out, database }: TablesWriting,
  result: StudyResult,
): Promise<WrittenTable[]> {
  await database.begun;
  const isSteady = await finishDatabase(db, database, await resultSources(db, result));
  const note = isSteady
    ? ''
    : ' Its bytes may differ from run to run: this version of DuckDB writes otherwise than known.';
  const written = [{ path: `${FOLDER}/${DATABASE}`, description: `All tables, as a DuckDB database.${note}` }];
  const folder = join(out, FOLDER);
  // The rows are read from the file just written, where they lie in one order and in groups of one size.
  await db.run(`ATTACH ${text(database.path)} AS written (READ_ONLY)`);
  for (const table of TABLES) {
    const from = `written.${name(table.name)}`;
    const file = table.name.replaceAll('_', '-');
    await writeParquet(db, from, join(folder, `${file}.parquet`));
    await writeCsv(db, from, table, join(folder, `${file}.csv`));
    const description = `A row is ${table.row}.`;
    written.push(
      { path: `${FOLDER}/${file}.parquet`, description },
      { path: `${FOLDER}/${file}.csv`, description: `The same as CSV. ${description}` },
    );
  }
  await db.run('DETACH written');
  writeFileSync(join(folder, 'data-dictionary.md'), dictionaryMarkdown());
  written.push({ path: `${FOLDER}/data-dictionary.md`, description: 'What each table and column holds.' });
  return written;
}

/** The names of periods, which the tables of the corpus show in place of their numbers. */
async function namePeriods({ db, periods, unit }: StudyTables): Promise<void> {
  const columns = { number: 'INTEGER', period: 'VARCHAR', unit: 'VARCHAR', first_day: 'DATE', last_day: 'DATE' };
  const rows = periods.map(({ id, from, to }, number) => ({ number, period: id, unit, first_day: from, last_day: to }));
  await linesToTable(db, 'period_names', columns, rows);
}

/** The tables of what was worked out, and where their rows are. */
async function resultSources(db: Database, result: StudyResult): Promise<TableSource[]> {
  const made: Record<string, Iterable<Row>> = { ...resultRows(result), data_dictionary: dictionaryRows() };
  const sources: TableSource[] = [];
  for (const table of TABLES.filter(({ name: own }) => CORPUS_ROWS[own] === undefined)) {
    const types = Object.fromEntries(table.columns.map(({ name: column, type }) => [column, type]));
    await linesToTable(db, `result_${table.name}`, types, made[table.name]!);
    sources.push({ table, rows: `SELECT * FROM ${name(`result_${table.name}`)}` });
  }
  return sources;
}
