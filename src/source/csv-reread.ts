/** Reads once more what a stray quote ran together, from the line after it. */
import { csvParser, type Parsed, parseWhole } from './csv-parser.ts';
import { advance, BATCH, type Cursor, isTrusted, lostRow, readRecord, type Table, tornRow } from './csv-table.ts';
import type { Row } from './table-row.ts';

/** Bytes parsed at a time; what is shorter is not worth a stream. */
const PIECE = 65_536;

/**
 * The rows of the lines after the one at `cursor` up to `to`, in batches; leaves the cursor at `to`. In a table with
 * texts those lines may be prose: there a row counts only with a URL or a date that reads as one, and no further
 * errors are given. `spend` is asked before so many bytes are parsed again; when it refuses, what is left is one error.
 */
export async function* reread(
  cursor: Cursor,
  to: number,
  table: Table,
  spend: (bytes: number) => boolean,
): AsyncGenerator<Row[]> {
  const { held, layout } = table;
  let rows: Row[] = [];
  let lost = 0;
  for (;;) {
    const from = held.nextLine(cursor.at, to);
    if (from === -1 || from >= to) break;
    if (!spend(to - from)) {
      lost = cursor.line;
      break;
    }
    advance(held, cursor, from);
    let torn = false;
    for await (const { records, fault } of pieces(Buffer.from(held.slice(from, to)), table)) {
      for (const record of records) {
        advance(held, cursor, held.skipBlank(cursor.at, to));
        const row = readRecord(record, cursor, from + record.end, table);
        torn = row === 'torn';
        if (row === 'torn') break;
        if (row !== null && (!layout.hasText || isTrusted(row, null))) rows.push(row);
        advance(held, cursor, from + record.end);
      }
      if (!torn && fault !== null) {
        advance(held, cursor, held.skipBlank(cursor.at, to));
        torn = true;
      }
      if (torn) break;
      if (rows.length >= BATCH) {
        yield rows;
        rows = [];
      }
    }
    if (!torn) break;
    if (!layout.hasText) rows.push(tornRow(cursor, table));
  }
  advance(held, cursor, to);
  if (lost > 0) rows.push(lostRow(lost, cursor, table));
  if (rows.length > 0) yield rows;
}

async function* pieces(bytes: Buffer, { delimiter, longest }: Table): AsyncGenerator<Parsed> {
  if (bytes.length <= PIECE) {
    yield parseWhole(bytes, delimiter, longest);
    return;
  }
  const parser = csvParser(delimiter, longest);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const parsed = await parser.write(bytes.subarray(at, at + PIECE));
    yield parsed;
    if (parsed.fault !== null) return;
  }
  yield await parser.end();
}
