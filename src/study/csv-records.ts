/** The records of a CSV file as it comes from a spreadsheet, with the lines they stand on. */
import { decodeBytes } from '../article/decode.ts';
import { ConfigError, ExtractError } from '../errors.ts';
import { delimiterOf } from '../source/csv-delimiter.ts';
import { parseWhole } from '../source/csv-parser.ts';

/** Largest file, in bytes: 100,000 articles of 600 words have some 400 MB and are not coded by hand. */
const MOST_BYTES = 512 * 1_048_576;
/** Longest record, in bytes. */
const LONGEST = 8 * 1_048_576;
/** The line by which a spreadsheet says what stands between cells. */
const SEPARATOR = /^sep=([,;\t])\r?\n/i;

export interface CsvRecord {
  /** 1-based line of the file on which it begins. */
  line: number;
  cells: string[];
}

/**
 * The records of a file, its first line among them; blank ones left out. Takes any encoding, with its mark or without,
 * commas, semicolons and tabs, and line ends of any kind. Throws ConfigError `code` for what cannot be read.
 */
export async function csvRecords(file: string, bytes: Uint8Array, code: string): Promise<CsvRecord[]> {
  const wrong = (line: number, what: string, hint: string): ConfigError =>
    new ConfigError(code, what, { file, line }, hint);
  if (bytes.length > MOST_BYTES) throw wrong(1, 'is larger than 512 MB', 'split it');
  const { text } = await decodeBytes(bytes).catch((thrown) => {
    if (!(thrown instanceof ExtractError)) throw thrown;
    throw wrong(1, thrown.message, 'save it as CSV');
  });
  const stated = SEPARATOR.exec(text);
  const body = Buffer.from(text.slice(stated?.[0].length ?? 0));
  const firstLine = body.subarray(0, endOfLine(body));
  const { records, fault } = parseWhole(body, stated?.[1] ?? delimiterOf(firstLine), LONGEST);
  let [at, line] = [0, stated ? 2 : 1];
  const found: CsvRecord[] = [];
  for (const { cells, end } of records) {
    const start = afterBlank(body, at, end);
    line += lineEnds(body, at, start);
    if (cells.some((cell) => cell.trim() !== '')) found.push({ line, cells });
    line += lineEnds(body, start, end);
    at = end;
  }
  if (fault !== null) {
    const what = fault === 'quote' ? 'has a quote that is not closed' : 'has a row that is too long';
    throw wrong(line + lineEnds(body, at, afterBlank(body, at, body.length)), what, 'mend it there');
  }
  return found;
}

const isEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

function endOfLine(bytes: Buffer): number {
  const at = bytes.findIndex(isEnd);
  return at === -1 ? bytes.length : at;
}

function afterBlank(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && isEnd(bytes[at])) at++;
  return at;
}

/** Line ends in a stretch; CR LF is one. */
function lineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count++;
  return count;
}
