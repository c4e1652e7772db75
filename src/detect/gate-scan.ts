/** The inner loops of the topic gate. */
import { type GateMode, type GateTable, STOP, type Way } from './gate-table.ts';

/** One view for each block of memory, as lines of one chunk come one after the other. */
const views = new WeakMap<ArrayBufferLike, DataView>();

/** A view of all the memory that `buf` lies in: add `buf.byteOffset` to its offsets. */
export function viewOf(buf: Uint8Array): DataView {
  let view = views.get(buf.buffer);
  if (view === undefined) {
    view = new DataView(buf.buffer);
    views.set(buf.buffer, view);
  }
  return view;
}

/**
 * The first offset from `i` on, in steps of two, whose pair of bytes meets the pair before it; `end` or more when
 * there is none. `before` holds the bits of the pair before `i`. A last odd byte counts as a pair with a space.
 * Nearly all time is spent here, which is why the loop takes four bytes a turn and calls nothing.
 */
export function nextMeeting(view: DataView, i: number, end: number, before: number, bits: Int32Array): number {
  for (const last = end - 4; i <= last; i += 4) {
    const bytes = view.getInt32(i, true);
    const a = bits[bytes & 0xffff]!;
    const b = bits[bytes >>> 16]!;
    if (((before & (a >>> 16)) | (a & (b >>> 16))) !== 0) return (before & (a >>> 16)) !== 0 ? i : i + 2;
    before = b;
  }
  for (; i < end; i += 2) {
    const pair = bits[i + 1 < end ? view.getUint16(i, true) : view.getUint8(i) | 0x2000]!;
    if ((before & (pair >>> 16)) !== 0) return i;
    before = pair;
  }
  return end;
}

/** The bits of the pair at `i`. */
export function bitsAt(buf: Uint8Array, i: number, end: number, table: GateTable): number {
  return table.bits[buf[i]! | ((i + 1 < end ? buf[i + 1]! : 0x20) << 8)]!;
}

/** What the term means that stands around the meeting at `i`, or 0 when none does. */
export function meaningAt(buf: Uint8Array, i: number, start: number, end: number, table: GateTable): number {
  if (i - 2 < start || i + 2 > end) return 0;
  let met = bitsAt(buf, i - 2, end, table) & (bitsAt(buf, i, end, table) >>> 16) & ~STOP;
  for (; met !== 0; met &= met - 1) {
    for (const way of table.ways[31 - Math.clz32(met & -met)]!) {
      const means = meaningOf(buf, i - 2 - way.at, start, end, way, table.mode);
      if (means !== 0) return means;
    }
  }
  return 0;
}

/** What the term means that begins at `from` with the word of `way`, or 0. */
function meaningOf(buf: Uint8Array, from: number, start: number, end: number, way: Way, mode: GateMode): number {
  const { head, ends } = way.word;
  if (from < start || !wordAt(buf, from, end, head)) return 0;
  let next = -2;
  for (const { tail, means } of ends) {
    if (tail === null) return means;
    if (next === -2) next = afterSeparators(buf, from + head.length, end, mode);
    if (next === -1 || wordAt(buf, next, end, tail)) return means;
  }
  return 0;
}

function wordAt(buf: Uint8Array, from: number, end: number, word: Uint8Array): boolean {
  if (from + word.length > end) return false;
  for (let i = 0; i < word.length; i++) if ((buf[from + i]! | 0x20) !== word[i]) return false;
  return true;
}

/**
 * The first ASCII letter or digit from `i` on that is no part of an escape in JSON nor of a tag or an entity in HTML;
 * -1 when that cannot be told.
 */
function afterSeparators(buf: Uint8Array, i: number, end: number, mode: GateMode): number {
  const html = mode === 'json-html';
  const last = Math.min(end, i + LONGEST_GAP);
  while (i < last) {
    const byte = buf[i]!;
    if (byte === 0x5c && mode !== 'text') i += buf[i + 1] === 0x75 ? 6 : 2;
    else if (html && byte === 0x3c) i = afterTag(buf, i, end);
    else if (html && byte === 0x26) i = afterEntity(buf, i, end);
    else if (isAlphanumeric(byte)) return i;
    else i++;
    if (i === -1) return -1;
  }
  return i < end ? -1 : i;
}

/**
 * Two words of a term that are further apart, tags between them included, are looked at in full: going further for each
 * word that begins a term would make the work on hostile pages quadratic.
 */
const LONGEST_GAP = 2048;
/** A tag longer than this may be none at all; looking no further keeps the scan linear. */
const LONGEST_TAG = 4096;
const LONGEST_ENTITY = 32;

/** The offset after the tag that begins at `i`, `i + 1` when none does, -1 when that cannot be told. */
function afterTag(buf: Uint8Array, i: number, end: number): number {
  const next = buf[i + 1]!;
  const opens = isLetter(next) || next === 0x2f || next === 0x21 || next === 0x3f;
  // An escape: of a slash it opens an end tag, of anything else only a full look can tell.
  if (next === 0x5c) return buf[i + 2] === 0x2f ? after(buf, i, end, 0x3e, LONGEST_TAG) : -1;
  return opens ? after(buf, i, end, 0x3e, LONGEST_TAG) : i + 1;
}

/** The offset after the entity that begins at `i`, `i + 1` when none does, -1 when that cannot be told. */
function afterEntity(buf: Uint8Array, i: number, end: number): number {
  let at = i + 1;
  for (const last = Math.min(end, i + LONGEST_ENTITY); at < last; at++) {
    const byte = buf[at]!;
    if (byte === 0x3b) return at === i + 1 ? i + 1 : at + 1;
    // A number may stand for a letter; what comes apart by tags, further entities or escapes may be put together to one.
    if (byte === 0x23 || byte === 0x3c || byte === 0x26 || byte === 0x5c || byte >= 0x80) return -1;
    if (!isAlphanumeric(byte)) return i + 1;
  }
  return at >= end ? i + 1 : -1;
}

/** The offset after the next `close`, or -1 when it does not come within `most` bytes. */
function after(buf: Uint8Array, i: number, end: number, close: number, most: number): number {
  for (const last = Math.min(end, i + most); i < last; i++) if (buf[i] === close) return i + 1;
  return -1;
}

/** Whether the tags that begin at `at` stand within a word ("<b>S</b>ocial"), or may do so. */
export function splitsWord(buf: Uint8Array, at: number, start: number, end: number): boolean {
  if (at === start || !isLetter(buf[at - 1]!)) return false;
  // The letter of an escape is none.
  if (at - 2 >= start && buf[at - 2] === 0x5c && buf[at - 3] !== 0x5c) return false;
  let i = at;
  while (buf[i] === 0x3c && i !== -1) i = after(buf, i, end, 0x3e, LONGEST_TAG);
  return i === -1 || (i < end && isLetter(buf[i]!));
}

/** Whether a byte is a letter or a digit of ASCII. */
export function isAlphanumeric(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x30 && byte <= 0x39);
}

/** Whether a byte is a letter of ASCII. */
export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
