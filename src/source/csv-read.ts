/** CSV of articles, or of their addresses, streamed: files of any size in little memory. */
import { datedRows } from './csv-day-order.ts';
import { emptyInput } from './failures.ts';
import type { Columns } from './table-columns.ts';
import type { Row } from './table-row.ts';
import { asUtf8 } from './transcode.ts';

const LONGEST = 32 * 1_048_576;

/** How a table is read. */
export interface CsvOptions {
  /** Most bytes of a record, at least 1; default 32 MB. */
  longest?: number | undefined;
  /** Which column is what, where names do not tell; null or absent: by names alone. */
  columns?: Columns | null | undefined;
}

/**
 * The rows of a table in CSV, in batches in the order of the file. The first line names the columns; cells are set
 * apart by comma, semicolon or tab, whichever that line has most of. Takes UTF-8 and UTF-16 with their marks,
 * quoted cells of several lines, and line ends of any kind. A row that is broken is an error row and the others go
 * on; after a quote that is never closed the lines that follow are read on their own. Blank rows give nothing.
 * Dates in figures that could be read in two ways are read as the first row has it that tells. Memory is bounded by
 * `longest`, the size of a chunk and some rows that wait for such a one, time is linear in the bytes. Rows without text may have 1 MB.
 * @throws system errors of `chunks`; ExtractError `binary`, `empty` without any row, `columns` when the first line
 * fits nothing known and `columns` does not help, `malformed` or `too-large` when it cannot be read.
 */
export function readCsv(file: string, chunks: AsyncIterable<Buffer>, options: CsvOptions = {}): AsyncGenerator<Row[]> {
  return datedRows(rowsOf(file, chunks, options));
}

async function* rowsOf(file: string, chunks: AsyncIterable<Buffer>, options: CsvOptions): AsyncGenerator<Row[]> {
  const { CsvReader } = await import('./csv-reader.ts');
  const reader = new CsvReader(file, options.longest ?? LONGEST, options.columns ?? null);
  let found = false;
  for await (const chunk of withoutMark(asUtf8(chunks))) {
    for await (const rows of reader.push(chunk)) {
      found = true;
      yield rows;
    }
  }
  for await (const rows of reader.end()) {
    found = true;
    yield rows;
  }
  if (!found) throw emptyInput('has no rows');
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The chunks without the mark of UTF-8 before the first byte, which may lie across chunks. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < MARK.length) continue;
    yield head.subarray(0, MARK.length).equals(MARK) ? head.subarray(MARK.length) : head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}
