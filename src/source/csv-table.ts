/** What the reading of a table knows of it, and how it tells a row from lines that a stray quote ran together. */
import { isUtf8 } from 'node:buffer';
import { ExtractError } from '../errors.ts';
import type { HeldBytes } from './csv-held.ts';
import type { Parsed, RawRecord } from './csv-parser.ts';
import { isWellQuoted } from './csv-quotes.ts';
import { tooLarge } from './failures.ts';
import type { Columns } from './table-columns.ts';
import { type Layout, layoutOf } from './table-layout.ts';
import { fits, malformed, rowOf } from './table-record.ts';
import type { Row } from './table-row.ts';

/** Rows handed on at a time, about: enough to be cheap, little enough to be small even when all of them are errors. */
export const BATCH = 1000;

/** A table whose first line has been read. */
export interface Table {
  file: string;
  delimiter: string;
  /** Most bytes of a record. */
  longest: number;
  layout: Layout;
  held: HeldBytes;
}

/** Most bytes of a row that has no text; titles, names and addresses together have some hundreds, at most thousands. */
const LONGEST_WITHOUT_TEXT = 1_048_576;

/**
 * The table whose first line was parsed; null when that has not come yet.
 * @throws ExtractError `columns` when it fits nothing known, `malformed` or `too-large` when it cannot be read.
 */
export function tableOf(
  { records: [head], fault }: Parsed,
  known: Omit<Table, 'layout'>,
  columns: Columns | null,
): Table | null {
  if (head === undefined) {
    if (fault === 'size') throw tooLarge(known.longest);
    if (fault === null) return null;
    throw new ExtractError('malformed', 'first line has a quote that is not closed', null, 'name the columns there');
  }
  const layout = layoutOf(head.cells, columns);
  const longest = layout.hasText ? known.longest : Math.min(known.longest, LONGEST_WITHOUT_TEXT);
  return { ...known, longest, layout };
}

/** Where reading stands: everything before `at` is done with, and `line` is the line there, 1-based. */
export interface Cursor {
  at: number;
  line: number;
}

/** Moves the cursor to `offset`, counting lines. */
export function advance(held: HeldBytes, cursor: Cursor, offset: number): void {
  cursor.line += held.lineEnds(cursor.at, offset);
  cursor.at = offset;
}

/**
 * The row of the record that begins at the cursor and ends at `end`; null for a blank one, `torn` for one that is
 * not as its writer meant it: of several lines, with stray quotes, or in a table without texts with the wrong
 * number of cells.
 */
export function readRecord({ cells }: RawRecord, cursor: Cursor, end: number, table: Table): Row | null | 'torn' {
  const { held, layout } = table;
  const next = held.nextLine(cursor.at, end);
  if (next !== -1 && next < end) {
    if (!isWellQuoted(held.slice(cursor.at, end), table.delimiter)) return 'torn';
    if (!layout.hasText && !fits(cells, layout)) return 'torn';
  }
  const row = rowOf(cells, layout, { file: table.file, line: cursor.line });
  if (row !== null && 'replaced' in row) {
    row.replaced = cells.some((cell) => cell.includes('\ufffd')) && !isUtf8(held.slice(cursor.at, end));
  }
  return row;
}

/** The row for a record with a quote that is not closed where it should be. */
export function tornRow(cursor: Cursor, table: Table): Row {
  const place = { file: table.file, line: cursor.line };
  return { line: cursor.line, error: malformed('has a quote that is never closed, or not where its cell ends', place) };
}

/** The row for lines from `line` up to the cursor that were not read again, because too many had been. */
export function lostRow(line: number, cursor: Cursor, { file }: Table): Row {
  const error = malformed(
    `and those after it up to line ${Math.max(line, cursor.line - 1)} are run together by stray quotes`,
    {
      file,
      line,
    },
  );
  return { line, error };
}

/** The row for a record that is longer than allowed. */
export function longRow({ line }: Cursor, { file, longest }: Table): Row {
  const { code, message, hint } = tooLarge(longest);
  return { line, error: new ExtractError(code, message, { file, line }, hint) };
}

/** Whether a row that may be a line of prose is one: it has a URL or a date that reads as one, where `layout` has any. */
export function isTrusted(row: Row, layout: Layout | null): boolean {
  if ('error' in row) return false;
  if (layout !== null && !layout.at.has('url') && !layout.at.has('date')) return true;
  const { url, publishedAt } = 'article' in row ? row.article : row.link.meta;
  return url !== null || publishedAt !== null;
}
