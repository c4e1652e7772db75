/** The one place that knows the CSV library. Loaded when the first table comes. */
import { CsvError, type Options, Parser } from 'csv-parse';
import { parse, CsvError as SyncError } from 'csv-parse/sync';

/** Most cells of a record; what comes after is one cell. Wide tables of articles have some dozens. */
export const MOST_CELLS = 10_000;

/** A record, and the offset at which it ends with its line end, counted from the first byte the parser was given. */
export interface RawRecord {
  cells: string[];
  end: number;
}

/** What a stretch of bytes brought: records, and why there will be no more of them. */
export interface Parsed {
  records: RawRecord[];
  /** `size`: a record is longer than allowed; `quote`: the end came inside of quotes. The parser is done then. */
  fault: 'size' | 'quote' | null;
}

export interface CsvParser {
  write(bytes: Buffer): Promise<Parsed>;
  end(): Promise<Parsed>;
}

/**
 * A parser of UTF-8. Records end with any of CR LF, LF and CR; blank lines are no records. A quote inside of a cell
 * that does not begin with one is a quote. Records with more than `longest` bytes are a fault.
 */
export function csvParser(delimiter: string, longest: number): CsvParser {
  let records: RawRecord[] = [];
  const parser = new Parser(optionsFor(delimiter, longest, (record) => records.push(record)));
  // Faults come with the call that met them.
  parser.on('error', () => {});
  const settle = (run: (done: (error?: Error | null) => void) => unknown): Promise<Parsed> =>
    new Promise((resolve, reject) => {
      run((error) => {
        try {
          resolve({ records, fault: error ? faultOf(error) : null });
        } catch (thrown) {
          reject(thrown);
        }
        records = [];
      });
    });
  return {
    write: (bytes) => settle((done) => parser.write(bytes, done)),
    end: () => settle((done) => parser.end(done)),
  };
}

/** All records of `bytes`, as `csvParser` would give them; cheaper for a few lines. */
export function parseWhole(bytes: Buffer, delimiter: string, longest: number): Parsed {
  const records: RawRecord[] = [];
  try {
    parse(
      bytes,
      optionsFor(delimiter, longest, (record) => records.push(record)),
    );
    return { records, fault: null };
  } catch (thrown) {
    return { records, fault: faultOf(thrown) };
  }
}

function optionsFor(delimiter: string, longest: number, take: (record: RawRecord) => void): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    ignore_last_delimiters: MOST_CELLS,
    max_record_size: longest,
    on_record(cells, { bytes }) {
      take({ cells, end: bytes });
      // Nothing is handed on by way of the stream, which would drop records that stand before a fault.
      return null;
    },
  };
}

function faultOf(error: unknown): 'size' | 'quote' {
  const code = error instanceof CsvError || error instanceof SyncError ? error.code : null;
  if (code === 'CSV_MAX_RECORD_SIZE') return 'size';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'quote';
  throw error;
}
