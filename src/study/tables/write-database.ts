/** Tables to a DuckDB file of its own, the same bytes for the same rows. */
import { renameSync, rmSync } from 'node:fs';
import { BLOCK_BYTES, blankGaps, type TextSegment } from './blank-gaps.ts';
import type { Table } from './described.ts';
import { type Database, setThreads } from './duckdb.ts';
import { name, text } from './sql.ts';

/** A table and the SQL for its rows, in their order. */
export interface TableSource {
  table: Table;
  rows: string;
}

/** Compressions of text and of floating-point numbers that draw at random or leave gaps that nothing tells of. */
const UNSTEADY = 'fsst,dict_fsst,alp,alprd,bitpacking';

/**
 * Writes the tables to a database at `path`, which is replaced. One thread writes, as the order of blocks follows the
 * order of work. Gives whether the bytes are known to be the same for the same rows.
 */
export async function writeDatabase(db: Database, path: string, sources: readonly TableSource[]): Promise<boolean> {
  const made = `${path}.new`;
  const clear = (): void => {
    for (const file of [made, `${made}.wal`]) rmSync(file, { force: true });
  };
  clear();
  try {
    const segments = await writeTo(db, made, sources);
    const isSteady = blankGaps(made, segments);
    renameSync(made, path);
    return isSteady;
  } finally {
    clear();
  }
}

/** Writes the tables to a new database at `path`; gives where their text stands in it. */
async function writeTo(db: Database, path: string, sources: readonly TableSource[]): Promise<TextSegment[]> {
  await setThreads(db, 1);
  await db.run(`SET disabled_compression_methods = '${UNSTEADY}'`);
  // Else how many groups of rows go to the file together depends on memory, and with it the order of blocks.
  await db.run('SET write_buffer_row_group_count = 1');
  await db.run(`ATTACH ${text(path)} AS written (BLOCK_SIZE ${BLOCK_BYTES}, STORAGE_VERSION 'v1.0.0')`);
  for (const { table, rows } of sources) {
    const columns = table.columns.map(({ name: column, type }) => `${name(column)}::${type} AS ${name(column)}`);
    await db.run(`CREATE TABLE written.${name(table.name)} AS SELECT ${columns.join(', ')} FROM (${rows})`);
  }
  // At once: each statement by itself would wait for the disk.
  await db.run('BEGIN');
  for (const { table } of sources) await describeTable(db, table);
  await db.run('COMMIT');
  await db.run('CHECKPOINT written');
  const segments: TextSegment[] = [];
  for (const { table } of sources) segments.push(...(await textSegments(db, table)));
  await db.run('DETACH written');
  await db.run("SET disabled_compression_methods = ''");
  await db.run('RESET write_buffer_row_group_count');
  await setThreads(db, db.threads);
  return segments;
}

/** Has the database say itself what the table and its columns hold. */
async function describeTable(db: Database, { name: table, row, columns }: Table): Promise<void> {
  const into = `written.${name(table)}`;
  await db.run(`COMMENT ON TABLE ${into} IS ${text(row)}`);
  for (const { name: column, meaning } of columns)
    await db.run(`COMMENT ON COLUMN ${into}.${name(column)} IS ${text(meaning)}`);
}

/** The segments of text of a table that stand in blocks. */
function textSegments(db: Database, { name: table }: Table): Promise<TextSegment[]> {
  return db.rows<TextSegment>(`SELECT block_id AS block, block_offset AS "offset", "count", compression,
      additional_block_ids[-1] AS "lastLong"
    FROM pragma_storage_info(${text(`written.${name(table)}`)}) WHERE block_id >= 0 AND segment_type = 'VARCHAR'`);
}
