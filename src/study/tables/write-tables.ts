/** All tables of a study to its folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../batch/write-whole.ts';
import type { StudyResult } from '../model.ts';
import { CORPUS_ROWS } from './corpus-rows.ts';
import { dictionaryMarkdown, dictionaryRows, TABLES } from './dictionary.ts';
import { linesToTable } from './lines-to-table.ts';
import { resultRows } from './result-rows.ts';
import { name, text } from './sql.ts';
import type { StudyTables } from './tables.ts';
import { type TableSource, writeDatabase } from './write-database.ts';
import { writeCsv, writeParquet } from './write-files.ts';

/** A file that was written: its path in the folder of the study, and what it is, in a sentence. */
export interface WrittenTable {
  path: string;
  description: string;
}

/** The folder of the tables in that of the study. */
const FOLDER = 'tables';
const DATABASE = 'study.duckdb';

/**
 * Writes every table of `TABLES` to the folder `tables` in `out`: all of them in `study.duckdb`, each as `<name>.parquet` and
 * `<name>.csv`, and the data dictionary as `data-dictionary.md` too. The same rows give the same bytes, whatever the number
 * of threads. Throws system errors and RunError.
 */
export async function writeTables(tables: StudyTables, result: StudyResult, out: string): Promise<WrittenTable[]> {
  const { db } = tables;
  const folder = join(out, FOLDER);
  mkdirSync(folder, { recursive: true });
  const sources = await prepare(tables, result);
  const isSteady = await writeDatabase(db, join(folder, DATABASE), sources);
  const note = isSteady
    ? ''
    : ' Its bytes may differ from run to run: this version of DuckDB writes otherwise than known.';
  const written = [{ path: `${FOLDER}/${DATABASE}`, description: `All tables, as a DuckDB database.${note}` }];
  // The rows are read from the file just written, where they lie in one order and in groups of one size.
  await db.run(`ATTACH ${text(join(folder, DATABASE))} AS written (READ_ONLY)`);
  for (const { table } of sources) {
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
  writeWhole(join(folder, 'data-dictionary.md'), dictionaryMarkdown());
  written.push({ path: `${FOLDER}/data-dictionary.md`, description: 'What each table and column holds.' });
  return written;
}

/** The tables and where their rows come from; those of results are made of `result`. */
async function prepare({ db, periods, unit }: StudyTables, result: StudyResult): Promise<TableSource[]> {
  const names = { number: 'INTEGER', period: 'VARCHAR', unit: 'VARCHAR', first_day: 'DATE', last_day: 'DATE' };
  const calendar = periods.map(({ id, from, to }, number) => ({
    number,
    period: id,
    unit,
    first_day: from,
    last_day: to,
  }));
  await linesToTable(db, 'period_names', names, calendar);
  const made = { ...resultRows(result), data_dictionary: dictionaryRows() };
  const sources: TableSource[] = [];
  for (const table of TABLES) {
    const rows = CORPUS_ROWS[table.name];
    if (rows === undefined) {
      const types = Object.fromEntries(table.columns.map(({ name: column, type }) => [column, type]));
      await linesToTable(db, `result_${table.name}`, types, made[table.name as keyof typeof made]!);
    }
    sources.push({ table, rows: rows ?? `SELECT * FROM ${name(`result_${table.name}`)}` });
  }
  return sources;
}
