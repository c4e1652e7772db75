/** Bytes of a table to rows, as they come. */
import { delimiterOf } from './csv-delimiter.ts';
import { HeldBytes } from './csv-held.ts';
import { type CsvParser, csvParser, type Parsed } from './csv-parser.ts';
import { reread } from './csv-reread.ts';
import {
  advance,
  BATCH,
  type Cursor,
  isTrusted,
  longRow,
  readRecord,
  type Table,
  tableOf,
  tornRow,
} from './csv-table.ts';
import type { Columns } from './table-columns.ts';
import type { Row } from './table-row.ts';

/** Bytes of a first line after which its delimiter is taken for known; first lines have some hundreds. */
const HEAD = 65_536;
/** How often, on average, a byte may be parsed again after stray quotes; keeps hostile tables linear. */
const MOST_AGAIN = 3;

export class CsvReader {
  private readonly held = new HeldBytes();
  private readonly cursor: Cursor = { at: 0, line: 1 };
  private parser: CsvParser | null = null;
  /** Offset of the parser's first byte. */
  private base = 0;
  private delimiter = ',';
  private table: Table | null = null;
  /** Whether the cursor stands inside of a line that is too long, the rest of which is passed over. */
  private skipping = false;
  /** After a text that was too long: what is left of it makes rows that are wrong. */
  private hushed = false;
  private again = 0;

  constructor(
    private readonly file: string,
    private longest: number,
    private readonly columns: Columns | null,
  ) {}

  /** The rows that end in `chunk`, which is copied. @throws ExtractError `columns`, `malformed`, `too-large`. */
  push(chunk: Buffer): AsyncGenerator<Row[]> {
    this.held.append(chunk);
    return this.read(this.held.end - chunk.length, false);
  }

  /** The rows that were still open. @throws as `push`. */
  end(): AsyncGenerator<Row[]> {
    return this.read(this.held.end, true);
  }

  private async *read(from: number, last: boolean): AsyncGenerator<Row[]> {
    const { held, cursor } = this;
    let start = this.skipping ? this.skipLine() : this.parser ? from : this.begin(last);
    while (start !== -1) {
      const knew = this.table !== null;
      let parsed = await this.parser!.write(Buffer.from(held.slice(start)));
      if (last && parsed.fault === null) {
        const { records, fault } = await this.parser!.end();
        parsed = { records: parsed.records.concat(records), fault };
      }
      if (!knew && this.takeHead(parsed)) {
        start = this.restart(cursor.at);
        continue;
      }
      yield* this.take(parsed);
      start = parsed.fault === null ? -1 : yield* this.recover(parsed.fault);
    }
    advance(held, cursor, held.skipBlank(cursor.at, last ? held.end : held.settledEnd));
    held.dropTo(cursor.at);
  }

  /** Makes the parser once the first line is there; the offset to parse from, or -1. */
  private begin(last: boolean): number {
    const { held, cursor } = this;
    const start = held.skipBlank(cursor.at);
    const next = held.nextLine(start);
    if (next === -1 && !last && held.end - start < HEAD) return -1;
    this.delimiter = delimiterOf(held.slice(start, next === -1 ? held.end : next));
    return this.restart(cursor.at);
  }

  private restart(at: number): number {
    this.parser = csvParser(this.delimiter, this.longest);
    this.base = at;
    return at;
  }

  /** Reads the first line, if it is there. True then: what comes after it is to be parsed by what it says. */
  private takeHead(parsed: Parsed): boolean {
    const { held, cursor, file, delimiter, longest } = this;
    this.table = tableOf(parsed, { file, delimiter, longest, held }, this.columns);
    if (this.table === null) return false;
    this.longest = this.table.longest;
    advance(held, cursor, this.base + parsed.records[0]!.end);
    return true;
  }

  private async *take({ records }: Parsed): AsyncGenerator<Row[]> {
    const { held, cursor } = this;
    let rows: Row[] = [];
    for (const record of records) {
      advance(held, cursor, held.skipBlank(cursor.at));
      const end = this.base + record.end;
      const row = readRecord(record, cursor, end, this.table!);
      if (row === 'torn') {
        if (!this.hushed) rows.push(tornRow(cursor, this.table!));
        for await (const more of reread(cursor, end, this.table!, this.spend)) {
          this.hushed = false;
          rows.push(...more);
          if (rows.length >= BATCH) yield rows.splice(0);
        }
      } else if (row !== null) {
        this.hushed &&= !isTrusted(row, this.table!.layout);
        if (!this.hushed) rows.push(row);
      }
      advance(held, cursor, end);
      if (rows.length < BATCH) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }

  /** Gets over a record that has no end; gives the offset to go on from, or -1 when that has not come yet. */
  private async *recover(fault: 'size' | 'quote'): AsyncGenerator<Row[], number> {
    const { held, cursor, longest } = this;
    const table = this.table!;
    advance(held, cursor, held.skipBlank(cursor.at));
    if (!this.hushed) yield [fault === 'quote' ? tornRow(cursor, table) : longRow(cursor, table)];
    if (fault === 'size') this.hushed = table.layout.hasText;
    const next = fault === 'size' ? held.lineAfter(cursor.at, longest) : held.end;
    this.skipping = next === -1;
    yield* reread(cursor, this.skipping ? held.end : next, table, this.spend);
    return this.skipping ? -1 : this.restart(next);
  }

  private readonly spend = (bytes: number): boolean => {
    if (this.again + bytes > MOST_AGAIN * this.held.end) return false;
    this.again += bytes;
    return true;
  };

  /** Goes to the end of the line that is passed over; the offset to parse from, or -1 when it is not there yet. */
  private skipLine(): number {
    const { held, cursor } = this;
    const next = held.nextLine(cursor.at);
    if (next === -1) {
      cursor.at = held.end;
      return -1;
    }
    advance(held, cursor, next);
    this.skipping = false;
    return this.restart(next);
  }
}
