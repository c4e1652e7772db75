/**
 * The topic gate: can this text hold a claim at all? Nearly everything in a large corpus is turned away here,
 * before anything is decoded or parsed. The gate may say yes for nothing; it never says no to a text that has
 * the terms of `gate-terms.ts` in it.
 */
import { isLetter, meaningAt, nextMeeting, viewOf } from './gate-scan.ts';
import { compileTerms, ENOUGH, type GateTable, HALF, STOP, toTerm } from './gate-table.ts';
import { PLACES, RATINGS, STEMS } from './gate-terms.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LESS_THAN = 0x3c;
const CONTROLS = Array.from({ length: 32 }, (_, byte) => byte);

const TERMS = [...STEMS.map((term) => toTerm(term, ENOUGH)), ...PLACES.map((term) => toTerm(term, HALF))];
const TEXT_TABLE = compileTerms(TERMS, [QUOTE, BACKSLASH, ...CONTROLS]);
const HTML_TABLE = compileTerms(TERMS, [QUOTE, BACKSLASH, LESS_THAN, ...CONTROLS]);
const RATING_TABLE = compileTerms(
  RATINGS.map((term) => toTerm(term, ENOUGH)),
  [],
);

const STEM_PATTERN = pattern(STEMS);
const PLACE_PATTERN = pattern(PLACES);
const RATING_PATTERN = pattern(RATINGS);

/** Whether `text` holds a stem, or both a place and a rating. Linear in its length. */
export function gateText(text: string): boolean {
  return STEM_PATTERN.test(text) || (PLACE_PATTERN.test(text) && RATING_PATTERN.test(text));
}

/**
 * Whether the bytes `start..end` of `buf`, JSON in UTF-8, can hold a string that `gateText` says yes to. Escapes
 * are seen through; where one hides an ASCII character the answer is yes.
 */
export function gateBytes(buf: Buffer, start: number, end: number): boolean {
  const view = viewOf(buf);
  const base = buf.byteOffset;
  let place = false;
  let before = STOP;
  for (let i = start; ; ) {
    i = nextMeeting(view, base + i, base + end, before, TEXT_TABLE) - base;
    if (i >= end) break;
    const escape = buf[i] === BACKSLASH ? i : buf[i + 1] === BACKSLASH ? i + 1 : -1;
    if (escape !== -1 && escape < end) {
      if (hidesAscii(buf, escape)) return true;
      i = escape + 2;
      before = STOP;
      continue;
    }
    const means = meaningAt(buf, i, start, end, TEXT_TABLE);
    if (means === ENOUGH) return true;
    if (means === HALF) place = true;
    before = TEXT_TABLE.first[buf[i]! | ((i + 1 < end ? buf[i + 1]! : 0x20) << 8)]!;
    i += 2;
  }
  return place && hasRating(buf, start, end);
}

/**
 * Reads the JSON string whose text begins at `start` (after its opening quote). Gives the offset of its closing
 * quote when the string is valid and `gateText` (for HTML: `gateHtml`) says no to it, else -1: it may be on
 * topic, it is no valid JSON, or it does not end before `end`.
 */
export function offTopicEnd(buf: Buffer, start: number, end: number, html: boolean): number {
  const view = viewOf(buf);
  const base = buf.byteOffset;
  const table: GateTable = html ? HTML_TABLE : TEXT_TABLE;
  let place = false;
  let before = STOP;
  for (let i = start; ; ) {
    i = nextMeeting(view, base + i, base + end, before, table) - base;
    if (i >= end) return -1;
    const means = meaningAt(buf, i, start, end, table);
    if (means === ENOUGH) return -1;
    if (means === HALF) place = true;
    const at = isStop(buf[i]!, html) ? i : i + 1;
    const byte = at < end ? buf[at]! : 0;
    if (means === 0 && isStop(byte, html)) {
      if (byte === QUOTE) return place && hasRating(buf, start, at) ? -1 : at;
      if (byte === BACKSLASH) i = afterEscape(buf, at);
      else if (byte === LESS_THAN && !splitsWord(buf, at, end)) i = at + 1;
      else return -1;
      if (i === -1) return -1;
      before = STOP;
      continue;
    }
    before = table.first[buf[i]! | ((i + 1 < end ? buf[i + 1]! : 0x20) << 8)]!;
    i += 2;
  }
}
