/** The term lists of the gate, compiled for what it scans. */
import { compileWords, ENOUGH, type GateMode, type GateTable, HALF, toWords } from './gate-table.ts';
import { PLACES, RATINGS, STEMS } from './gate-terms.ts';

const withMeaning = (terms: string[], means: number): [string, number][] => terms.map((term) => [term, means]);

/** Whether a scan of JSON must look at the byte itself: it ends the string, escapes, or is not allowed. */
export function isJsonStop(byte: number): boolean {
  return byte < 0x20 || byte === 0x22 || byte === 0x5c;
}

/** Whether `\` and `byte` are an escape that is no `\u`: one of " / \ b f n r t. */
export function isSimpleEscape(byte: number): boolean {
  return byte === 0x22 || byte === 0x2f || byte === 0x5c || ESCAPE_LETTERS.includes(byte);
}

const ESCAPE_LETTERS = [...Buffer.from('bfnrt')];

/** The same for HTML in JSON, where tags and entities may stand inside words, and soft hyphens (C2 AD). */
export function isHtmlStop(byte: number): boolean {
  return isJsonStop(byte) || byte === 0x3c || byte === 0x26 || byte === 0xc2;
}

/**
 * A pair that is a whole simple escape is nothing to stop at. Scans begin at the beginning of a character or an
 * escape and go on behind each escape that they stop at, so no pair begins in the middle of one.
 */
const pairStops =
  (isStop: (byte: number) => boolean) =>
  (a: number, b: number): boolean =>
    a === 0x5c ? !isSimpleEscape(b) : isStop(a) || isStop(b);

const STOPS = { text: null, json: pairStops(isJsonStop), 'json-html': pairStops(isHtmlStop) };
const compiled = new Map<GateMode, GateTable>();

/** Stems (enough) and places (half), for what is scanned; compiled when first asked for, as it takes milliseconds. */
export function termTable(mode: GateMode): GateTable {
  let table = compiled.get(mode);
  if (table === undefined) {
    table = compileWords(toWords([...withMeaning(STEMS, ENOUGH), ...withMeaning(PLACES, HALF)]), mode, STOPS[mode]);
    compiled.set(mode, table);
  }
  return table;
}

let ratings: GateTable | null = null;

/** Ratings, all of them enough, in text and JSON alike: they are single words. */
export function ratingTable(): GateTable {
  ratings ??= compileWords(toWords(withMeaning(RATINGS, ENOUGH)), 'text', null);
  return ratings;
}
