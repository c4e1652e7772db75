/** Files of result records into DuckDB. */
import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { type Broken, lookAgain } from './broken-lines.ts';
import type { Database } from './duckdb.ts';
import { plainFile, withoutLongLines } from './plain-files.ts';
import { LONGEST_LINE, RECORD_FIELDS, readRecords } from './record-columns.ts';
import { onePath } from './sql.ts';

/** What made the records: more than one is worth a caution, as labels and codes may differ for that reason alone. */
export interface EngineRecords {
  version: string | null;
  factBase: string | null;
  records: number;
}

/** What was read. */
export interface Loaded {
  /** Result records, those of articles that are there twice too. */
  records: number;
  /** Lines that are no result records. */
  broken: Broken;
  /** The most frequent first, at most ten. */
  engines: EngineRecords[];
}

/**
 * Reads the files, in their order, into the view `read`: a row a record, `row` its number over all lines of all files, from
 * 0. A file that is given twice is read once. Broken lines are counted and named; they take a number and nothing else.
 * Throws UsageError `not-found` for a file that is not there, system errors where one cannot be read.
 */
export async function loadRecords(db: Database, files: readonly string[]): Promise<Loaded> {
  const paths = [...new Set(files.map((file) => resolve(file)))];
  const plain = new Map<string, string>();
  for (const path of paths) {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      throw new UsageError('not-found', 'is no file of records', { file: path });
    }
    plain.set(await plainFile(path, db.file('plain.jsonl')), path);
  }
  const cut = await createRaw(db, plain);
  const broken = await lookAgain(db, cut);
  await db.run(`CREATE VIEW read AS
    SELECT rowid AS "row", * EXCLUDE (file) FROM raw WHERE id IS NOT NULL
    UNION ALL SELECT * FROM mended`);
  const [count] = await db.rows<{ records: number }>('SELECT count(*) AS records FROM read');
  const engines = await db.rows<EngineRecords>(`SELECT version, fact_base AS "factBase", count(*) AS records
    FROM read GROUP BY ALL ORDER BY records DESC, version, fact_base LIMIT 10`);
  return { records: count!.records, broken, engines };
}

/** Makes the table `raw`; gives the files it was read from, each with the path it stands for. */
async function createRaw(db: Database, plain: Map<string, string>): Promise<Map<string, string>> {
  // DuckDB reads no empty list of files: an empty file stands for it.
  const nothing = db.file('nothing.jsonl');
  if (plain.size === 0) writeFileSync(nothing, '');
  const create = (paths: string[]): Promise<void> => {
    const files = (paths.length > 0 ? paths : [nothing]).map(onePath);
    const from = readRecords(`[${files.join(', ')}]`);
    return db.run(`CREATE TABLE raw AS SELECT ${RECORD_FIELDS}, filename AS file FROM ${from}`);
  };
  try {
    await create([...plain.keys()]);
    return plain;
  } catch (thrown) {
    if (!(thrown instanceof Error && /maximum_object_size/.test(thrown.message))) throw thrown;
  }
  const cut = new Map<string, string>();
  for (const [path, original] of plain) {
    const isLong = statSync(path).size > LONGEST_LINE;
    const copy = db.file('cut.jsonl');
    if (isLong) await withoutLongLines(path, copy, LONGEST_LINE);
    cut.set(isLong ? copy : path, original);
  }
  await create([...cut.keys()]);
  return cut;
}
