/** The term lists of the gate, compiled for what it scans. */
import { compileWords, ENOUGH, HALF, toWords } from './gate-table.ts';
import { PLACES, RATINGS, STEMS } from './gate-terms.ts';

const withMeaning = (terms: string[], means: number): [string, number][] => terms.map((term) => [term, means]);

const TERMS = toWords([...withMeaning(STEMS, ENOUGH), ...withMeaning(PLACES, HALF)]);
const NO_STOP = (): boolean => false;

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

/** Stems (enough) and places (half). */
export const TERM_TABLES = {
  text: compileWords(TERMS, 'text', NO_STOP),
  json: compileWords(TERMS, 'json', pairStops(isJsonStop)),
  'json-html': compileWords(TERMS, 'json-html', pairStops(isHtmlStop)),
};

/** Ratings, all of them enough, in text and JSON alike: they are single words. */
export const RATING_TABLE = compileWords(toWords(withMeaning(RATINGS, ENOUGH)), 'text', NO_STOP);
