/** The term lists of the gate, compiled for what it scans. */
import { compileWords, ENOUGH, type GateMode, HALF, toWords } from './gate-table.ts';
import { PLACES, RATINGS, STEMS } from './gate-terms.ts';

const withMeaning = (terms: string[], means: number): [string, number][] => terms.map((term) => [term, means]);

const TERMS = toWords([...withMeaning(STEMS, ENOUGH), ...withMeaning(PLACES, HALF)]);
const NO_STOP = (): boolean => false;

/** Whether a scan of JSON must look at the byte itself: it ends the string, escapes, or is not allowed. */
export function isJsonStop(byte: number): boolean {
  return byte < 0x20 || byte === 0x22 || byte === 0x5c;
}

/** The same for HTML in JSON, where tags and entities may stand inside words, and soft hyphens (C2 AD). */
export function isHtmlStop(byte: number): boolean {
  return isJsonStop(byte) || byte === 0x3c || byte === 0x26 || byte === 0xc2;
}

/** Stems (enough) and places (half). */
export const TERM_TABLES = {
  text: compileWords(TERMS, 'text', NO_STOP),
  json: compileWords(TERMS, 'json', isJsonStop),
  'json-html': compileWords(TERMS, 'json-html', isHtmlStop),
};

/** Ratings, all of them enough, in text and JSON alike: they are single words. */
export const RATING_TABLE = compileWords(toWords(withMeaning(RATINGS, ENOUGH)), 'text', NO_STOP);

export type { GateMode };
