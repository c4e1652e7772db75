/** The topic gate on bytes: text, and strings of JSON as they lie in memory. */
import { bitsAt, meaningAt, nextMeeting, splitsWord, viewOf } from './gate-scan.ts';
import { ENOUGH, HALF, STOP } from './gate-table.ts';
import { isHtmlStop, isJsonStop, isSimpleEscape, ratingTable, termTable } from './gate-tables.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
/** 1 for the bytes that are hexadecimal digits. */
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => (/[0-9a-f]/i.test(String.fromCharCode(byte)) ? 1 : 0));

/** Whether the bytes `start..end` of `buf`, text in UTF-8, hold a stem, or both a place and a rating. */
export function gateUtf8(buf: Buffer, start: number, end: number): boolean {
  const table = termTable('text');
  const view = viewOf(buf);
  const base = buf.byteOffset;
  let place = false;
  let before = STOP;
  for (let i = start; ; i += 2) {
    i = nextMeeting(view, base + i, base + end, before, table.bits) - base;
    if (i >= end) return place && hasRating(buf, start, end);
    const means = meaningAt(buf, i, start, end, table);
    if (means === ENOUGH) return true;
    if (means === HALF) place = true;
    before = bitsAt(buf, i, end, table);
  }
}

/**
 * Whether the bytes `start..end` of `buf`, JSON in UTF-8, can hold a string that `gateText` says yes to. Escapes
 * are seen through; where one hides an ASCII character the answer is yes.
 */
export function gateBytes(buf: Buffer, start: number, end: number): boolean {
  const table = termTable('json');
  const view = viewOf(buf);
  const base = buf.byteOffset;
  let place = false;
  let before = STOP;
  for (let i = start; ; ) {
    i = nextMeeting(view, base + i, base + end, before, table.bits) - base;
    if (i >= end) return place && hasRating(buf, start, end);
    const slash = buf[i] === BACKSLASH ? i : i + 1;
    if (slash < end && buf[slash] === BACKSLASH) {
      if (hidesAscii(buf, slash)) return true;
      i = slash + 2;
      before = STOP;
      continue;
    }
    const means = meaningAt(buf, i, start, end, table);
    if (means === ENOUGH) return true;
    if (means === HALF) place = true;
    before = bitsAt(buf, i, end, table);
    i += 2;
  }
}

/**
 * Reads the JSON string whose text begins at `start` (after its opening quote). Gives the offset of its closing
 * quote when the string is valid and `gateText` (with `html`: `gateHtml`) says no to it, else -1: it may be on
 * topic, it is no valid JSON, or it does not end before `end`.
 */
export function offTopicEnd(buf: Buffer, start: number, end: number, html: boolean): number {
  const table = html ? termTable('json-html') : termTable('json');
  const { bits } = table;
  const view = viewOf(buf);
  const base = buf.byteOffset;
  let place = false;
  let before = STOP;
  for (let i = start; ; ) {
    i = nextMeeting(view, base + i, base + end, before, bits) - base;
    // Where a pair has a byte to stop at, no word can stand: words are letters.
    const at = isStop(buf[i]!, html) ? i : i + 1;
    if (at >= end) return -1;
    const byte = buf[at]!;
    if (byte === QUOTE) return place && hasRating(buf, start, at) ? -1 : at;
    if (isStop(byte, html)) {
      i = byte === BACKSLASH ? afterEscape(buf, at, end, html) : afterMark(buf, at, start, end);
      if (i === -1) return -1;
      before = STOP;
    } else {
      const means = meaningAt(buf, i, start, end, table);
      if (means === ENOUGH) return -1;
      if (means === HALF) place = true;
      before = bitsAt(buf, i, end, table);
      i += 2;
    }
  }
}

function isStop(byte: number, html: boolean): boolean {
  return html ? isHtmlStop(byte) : isJsonStop(byte);
}

/** Where to go on after a tag, an entity or the like at `at`; -1 when only a full look can tell. */
function afterMark(buf: Buffer, at: number, start: number, end: number): number {
  const byte = buf[at]!;
  if (byte === LESS_THAN) return splitsWord(buf, at, start, end) ? -1 : at + 1;
  // Numbers may stand for letters, and soft hyphens inside words are dropped.
  if (byte === AMPERSAND) return buf[at + 1] === 0x23 || isSoftHyphen(buf, at) ? -1 : at + 1;
  return byte === 0xc2 && buf[at + 1] !== 0xad ? at + 1 : -1;
}

function isSoftHyphen(buf: Buffer, at: number): boolean {
  return buf[at + 1] === 0x73 && buf[at + 2] === 0x68 && buf[at + 3] === 0x79;
}

/** Where the JSON escape at `at` ends; -1 when it is none, hides an ASCII character or, in HTML, a soft hyphen. */
function afterEscape(buf: Buffer, at: number, end: number, html: boolean): number {
  const byte = buf[at + 1]!;
  if (byte !== 0x75) return at + 1 < end && isSimpleEscape(byte) ? at + 2 : -1;
  if (at + 6 > end || (HEX[buf[at + 2]!]! & HEX[buf[at + 3]!]! & HEX[buf[at + 4]!]! & HEX[buf[at + 5]!]!) === 0)
    return -1;
  const hides = hidesAscii(buf, at) || (html && buf[at + 2] === 0x30 && buf[at + 3] === 0x30);
  return hides ? -1 : at + 6;
}

/** Whether the escape at `at` is one of \u0020 to \u007f. */
function hidesAscii(buf: Buffer, at: number): boolean {
  const digit = buf[at + 4]!;
  return buf[at + 1] === 0x75 && buf[at + 2] === 0x30 && buf[at + 3] === 0x30 && digit >= 0x32 && digit <= 0x37;
}

function hasRating(buf: Buffer, start: number, end: number): boolean {
  const view = viewOf(buf);
  const base = buf.byteOffset;
  const table = ratingTable();
  let before = STOP;
  for (let i = start; ; i += 2) {
    i = nextMeeting(view, base + i, base + end, before, table.bits) - base;
    if (i >= end) return false;
    if (meaningAt(buf, i, start, end, table) !== 0) return true;
    before = bitsAt(buf, i, end, table);
  }
}
