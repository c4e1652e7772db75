/** The topic gate on strings of JSON as they lie in memory. */
import { bitsAt, meaningAt, nextMeeting, splitsWord, viewOf } from './gate-scan.ts';
import { compileTerms, ENOUGH, HALF, STOP, toTerm } from './gate-table.ts';
import { PLACES, RATINGS, STEMS } from './gate-terms.ts';

const TERMS = [...STEMS.map((term) => toTerm(term, ENOUGH)), ...PLACES.map((term) => toTerm(term, HALF))];
const TEXT_TABLE = compileTerms(TERMS, isTextStop);
const HTML_TABLE = compileTerms(TERMS, isHtmlStop, true);
const RATING_TABLE = compileTerms(
  RATINGS.map((term) => toTerm(term, ENOUGH)),
  () => false,
);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;

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
    i = nextMeeting(view, base + i, base + end, before, TEXT_TABLE.bits) - base;
    if (i >= end) return place && hasRating(buf, start, end);
    const means = meaningAt(buf, i, start, end, TEXT_TABLE);
    if (means === ENOUGH) return true;
    if (means === HALF) place = true;
    const slash = buf[i] === BACKSLASH ? i : i + 1;
    if (slash < end && buf[slash] === BACKSLASH) {
      if (hidesAscii(buf, slash)) return true;
      i = slash + 2;
      before = STOP;
    } else {
      before = bitsAt(buf, i, end, TEXT_TABLE);
      i += 2;
    }
  }
}

/**
 * Reads the JSON string whose text begins at `start` (after its opening quote). Gives the offset of its closing
 * quote when the string is valid and `gateText` (with `html`: `gateHtml`) says no to it, else -1: it may be on
 * topic, it is no valid JSON, or it does not end before `end`.
 */
export function offTopicEnd(buf: Buffer, start: number, end: number, html: boolean): number {
  const view = viewOf(buf);
  const base = buf.byteOffset;
  const table = html ? HTML_TABLE : TEXT_TABLE;
  const isStop = html ? isHtmlStop : isTextStop;
  let place = false;
  let before = STOP;
  for (let i = start; ; ) {
    i = nextMeeting(view, base + i, base + end, before, table.bits) - base;
    if (i >= end) return -1;
    const means = meaningAt(buf, i, start, end, table);
    if (means === ENOUGH) return -1;
    if (means === HALF) place = true;
    const at = isStop(buf[i]!) ? i : i + 1;
    if (at >= end) return -1;
    const byte = buf[at]!;
    if (byte === QUOTE) return place && hasRating(buf, start, at) ? -1 : at;
    if (isStop(byte)) {
      i = afterStop(buf, at, start, end);
      if (i === -1) return -1;
      before = STOP;
    } else {
      before = bitsAt(buf, i, end, table);
      i += 2;
    }
  }
}

/** Where to go on after the stop at `at`, or -1 when only a full look can tell. */
function afterStop(buf: Buffer, at: number, start: number, end: number): number {
  const byte = buf[at]!;
  if (byte === BACKSLASH) return afterEscape(buf, at, end);
  if (byte === LESS_THAN) return splitsWord(buf, at, start, end) ? -1 : at + 1;
  if (byte === AMPERSAND) return buf[at + 1] === 0x23 ? -1 : at + 1;
  return -1;
}

/** Where the JSON escape at `at` ends; -1 when it is none or hides an ASCII character. */
function afterEscape(buf: Buffer, at: number, end: number): number {
  const byte = buf[at + 1]!;
  if (byte === 0x75) {
    for (let i = at + 2; i < at + 6; i++) if (i >= end || !isHex(buf[i]!)) return -1;
    return hidesAscii(buf, at) ? -1 : at + 6;
  }
  // One of " / \ b f n r t.
  const known = byte === QUOTE || byte === 0x2f || byte === BACKSLASH || byte === 0x62 || byte === 0x66;
  return known || byte === 0x6e || byte === 0x72 || byte === 0x74 ? at + 2 : -1;
}

/** Whether the escape at `at` is one of \u0020 to \u007f. */
function hidesAscii(buf: Buffer, at: number): boolean {
  const digit = buf[at + 4]!;
  return buf[at + 1] === 0x75 && buf[at + 2] === 0x30 && buf[at + 3] === 0x30 && digit >= 0x32 && digit <= 0x37;
}

function hasRating(buf: Buffer, start: number, end: number): boolean {
  const view = viewOf(buf);
  const base = buf.byteOffset;
  let before = STOP;
  for (let i = start; ; i += 2) {
    i = nextMeeting(view, base + i, base + end, before, RATING_TABLE.bits) - base;
    if (i >= end) return false;
    if (meaningAt(buf, i, start, end, RATING_TABLE) !== 0) return true;
    before = bitsAt(buf, i, end, RATING_TABLE);
  }
}

function isTextStop(byte: number): boolean {
  return byte < 0x20 || byte === 0x22 || byte === 0x5c;
}

function isHtmlStop(byte: number): boolean {
  return isTextStop(byte) || byte === 0x3c || byte === 0x26;
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}
