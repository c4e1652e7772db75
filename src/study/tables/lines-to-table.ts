/** Rows of JavaScript into a table: written as lines and read by DuckDB, which is faster than value by value. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database, Row } from './duckdb.ts';
import { name, onePath } from './sql.ts';

/**
 * Makes the table `table` of `rows`, whose keys are those of `columns` (each with its type); a key that is missing, and a
 * number that is none (NaN, infinity), becomes null. Text must be well-formed. Throws system errors.
 */
export async function linesToTable(
  db: Database,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  const path = db.file('rows.jsonl');
  const lines = async function* (): AsyncGenerator<string> {
    let held = '';
    for await (const row of rows) {
      held += `${JSON.stringify(row)}\n`;
      if (held.length > 262_144) {
        yield held;
        held = '';
      }
    }
    yield held;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const types = Object.entries(columns).map(([column, type]) => `${name(column)}: '${type}'`);
  const names = Object.keys(columns).map(name);
  await db.run(`CREATE OR REPLACE TABLE ${name(table)} AS SELECT ${names.join(', ')} FROM read_json(${onePath(path)},
    format = 'newline_delimited', records = true, columns = {${types.join(', ')}}, compression = 'uncompressed')`);
}
