/** Lines that DuckDB gives up on, looked at again. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Database } from './duckdb.ts';
import { linesOf } from './lines-of.ts';
import { RECORD_FIELDS, readRecords } from './record-columns.ts';
import { onePath } from './sql.ts';

export interface BrokenPlace {
  file: string;
  /** From 1. */
  line: number;
  /** `json`: it is no JSON; `record`: it is no result record. */
  why: 'json' | 'record';
}

export interface Broken {
  /** Lines that stay out. */
  lines: number;
  /** The first of them, at most five. */
  places: BrokenPlace[];
  /** Lines that were read at the second look. */
  mended: number;
}

const MOST_NAMED = 5;
/** Lines looked at again: a file of something else must not take as long as it is large. */
const MOST_LOOKED_AT = 10_000;

/**
 * Looks again at the lines that gave no row: JSON with half a surrogate pair, which JavaScript writes and DuckDB refuses,
 * becomes readable, and so does a good line that DuckDB lost behind a broken one. What is read goes into the table `mended`;
 * `files` leads from the files of `raw` to those the user gave. Throws system errors.
 */
export async function lookAgain(db: Database, files: ReadonlyMap<string, string>): Promise<Broken> {
  const lost = await db.rows<{ row: number; file: string; nth: number }>(`
    SELECT raw.rowid AS "row", raw.file, raw.rowid - first_row AS nth
    FROM raw JOIN (SELECT file, min(rowid) AS first_row FROM raw GROUP BY file) USING (file)
    WHERE raw.id IS NULL ORDER BY raw.rowid LIMIT ${MOST_LOOKED_AT}`);
  const [all] = await db.rows<{ lines: number }>('SELECT count(*) AS lines FROM raw WHERE id IS NULL');
  const places: BrokenPlace[] = [];
  const readable = async function* (): AsyncGenerator<string> {
    for (const [file, rowOf] of byFile(lost)) {
      for await (const { nth, line, text } of linesOf(file, [...rowOf.keys()])) {
        const found = mendedLine(text, rowOf.get(nth)!);
        if (typeof found === 'string') yield found;
        else if (places.length < MOST_NAMED) places.push({ file: files.get(file) ?? file, line, why: found.why });
      }
    }
  };
  const path = db.file('mended.jsonl');
  await pipeline(readable, createWriteStream(path));
  await db.run(`CREATE TABLE mended AS SELECT "row", ${RECORD_FIELDS}
    FROM ${readRecords(onePath(path), { row: 'BIGINT' })} WHERE article.id IS NOT NULL`);
  const [mended] = await db.rows<{ lines: number }>('SELECT count(*) AS lines FROM mended');
  return { lines: all!.lines - mended!.lines, places, mended: mended!.lines };
}

/** Of each file the rows of its lines, by the lines' numbers. */
function byFile(lost: readonly { row: number; file: string; nth: number }[]): Map<string, Map<number, number>> {
  const files = new Map<string, Map<number, number>>();
  for (const { row, file, nth } of lost) {
    if (!files.has(file)) files.set(file, new Map());
    files.get(file)!.set(nth, row);
  }
  return files;
}

/** The record in a line as a line that DuckDB reads, with its row; or what the line is not. */
function mendedLine(text: string, row: number): string | Pick<BrokenPlace, 'why'> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { why: 'json' };
  }
  const id = (value as { article?: { id?: unknown } | null } | null)?.article?.id;
  if (typeof id !== 'string') return { why: 'record' };
  try {
    return `${whole(JSON.stringify({ ...(value as object), row }))}\n`;
  } catch {
    // Nested too deeply to be written: no record is.
    return { why: 'record' };
  }
}

/** JSON as `stringify` makes it, with U+FFFD in the place of halves of surrogate pairs, which alone it writes so. */
function whole(json: string): string {
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === '\\\\' ? found : '\uFFFD'));
}
