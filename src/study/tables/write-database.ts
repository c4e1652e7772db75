/** Tables to a DuckDB file of its own, the same bytes for the same rows. */
import { rmSync } from 'node:fs';
import { BLOCK_BYTES, blankGaps, type TextSegment } from './blank-gaps.ts';
import type { Table } from './described.ts';
import { type Database, threadsOf } from './duckdb.ts';
import { name, text } from './sql.ts';

/** A table and the SQL for its rows, in their order. */
export interface TableSource {
  table: Table;
  rows: string;
}

/** Compressions of text and of floating-point numbers that draw at random or leave gaps that nothing tells of. */
const UNSTEADY = 'fsst,dict_fsst,alp,alprd,bitpacking';

/** Settings under which the same rows give the same bytes: one thread, as the order of blocks follows the order of work. */
const STEADY = [
  threadsOf(1),
  `SET disabled_compression_methods = '${UNSTEADY}'`,
  // Else how many groups of rows go to the file together depends on memory, and with it the order of blocks.
  'SET write_buffer_row_group_count = 1',
];

/** A database that is being written. */
export interface DatabaseWriting {
  path: string;
  sources: readonly TableSource[];
  /** Ends when the tables begun with are there; nothing else may run before. */
  begun: Promise<void>;
}

/**
 * Begins a database at `path`, which is replaced, with these tables. DuckDB goes on by itself while this thread works; what goes
 * wrong is told by `finishDatabase`.
 */
export function beginDatabase(db: Database, path: string, sources: readonly TableSource[]): DatabaseWriting {
  clear(path);
  const attach = `ATTACH ${text(path)} AS written (BLOCK_SIZE ${BLOCK_BYTES}, STORAGE_VERSION 'v1.0.0')`;
  const begun = db.script([...STEADY, attach, ...sources.map(createTable), ...usual(db)]);
  begun.catch(() => {});
  return { path, sources, begun };
}

/**
 * Writes the other tables and closes the file. Gives whether the bytes are known to be the same for the same rows. Throws
 * system errors and RunError, and takes the file away then.
 */
export async function finishDatabase(
  db: Database,
  { path, sources, begun }: DatabaseWriting,
  others: readonly TableSource[],
): Promise<boolean> {
  try {
    await begun;
    const tables = [...sources, ...others].map(({ table }) => table);
    // Comments at once: each by itself would wait for the disk.
    const comments = ['BEGIN', ...tables.flatMap(commentsOf), 'COMMIT'];
    await db.script([...STEADY, ...others.map(createTable), ...comments, 'CHECKPOINT written']);
    const segments: TextSegment[] = [];
    for (const table of tables) segments.push(...(await textSegments(db, table)));
    await db.script(['DETACH written', ...usual(db)]);
    return blankGaps(path, segments);
  } catch (thrown) {
    clear(path);
    throw thrown;
  }
}

const usual = (db: Database): string[] => [
  "SET disabled_compression_methods = ''",
  'RESET write_buffer_row_group_count',
  threadsOf(db.threads),
];

function clear(path: string): void {
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}

function createTable({ table, rows }: TableSource): string {
  const columns = table.columns.map(({ name: column, type }) => `${name(column)}::${type} AS ${name(column)}`);
  return `CREATE TABLE written.${name(table.name)} AS SELECT ${columns.join(', ')} FROM (${rows})`;
}

/** Has the database say itself what the table and its columns hold. */
function commentsOf({ name: table, row, columns }: Table): string[] {
  const into = `written.${name(table)}`;
  return [
    `COMMENT ON TABLE ${into} IS ${text(row)}`,
    ...columns.map(({ name: column, meaning }) => `COMMENT ON COLUMN ${into}.${name(column)} IS ${text(meaning)}`),
  ];
}

/** The segments of text of a table that stand in blocks. */
function textSegments(db: Database, { name: table }: Table): Promise<TextSegment[]> {
  return db.rows<TextSegment>(`SELECT block_id AS block, block_offset AS "offset", "count", compression,
      additional_block_ids[-1] AS "lastLong"
    FROM pragma_storage_info(${text(`written.${name(table)}`)}) WHERE block_id >= 0 AND segment_type = 'VARCHAR'`);
}
