/** The inner loops of the topic gate. */
import { type GateTable, STOP, type Term } from './gate-table.ts';

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
 * The first offset from `i` on, in steps of two, whose pair of bytes meets the bits of the pair before it; `end`
 * or more when there is none. `before` holds the bits of the pair before `i`. A last odd byte counts as a pair
 * with a space. Kept apart and free of calls, as nearly all time is spent here.
 */
export function nextMeeting(view: DataView, i: number, end: number, before: number, table: GateTable): number {
  const { first, second } = table;
  for (; i + 3 < end; i += 4) {
    const bytes = view.getInt32(i, true);
    const a = bytes & 0xffff;
    const b = bytes >>> 16;
    if (((before & second[a]!) | (first[a]! & second[b]!)) !== 0) return (before & second[a]!) !== 0 ? i : i + 2;
    before = first[b]!;
  }
  for (; i < end; i += 2) {
    const pair = i + 1 < end ? view.getUint16(i, true) : view.getUint8(i) | 0x2000;
    if ((before & second[pair]!) !== 0) return i;
    before = first[pair]!;
  }
  return end;
}

/** What the term means that stands around the meeting at `i`, or 0 when none does. */
export function meaningAt(buf: Uint8Array, i: number, start: number, end: number, table: GateTable): number {
  if (i - 2 < start || i + 2 > end) return 0;
  const before = table.first[buf[i - 2]! | (buf[i - 1]! << 8)]!;
  let bits = before & table.second[buf[i]! | (buf[i + 1]! << 8)]! & ~STOP;
  for (; bits !== 0; bits &= bits - 1) {
    for (const way of table.ways[31 - Math.clz32(bits & -bits)]!) {
      if (stands(buf, i - 2 - way.at, start, end, way.term)) return way.term.means;
    }
  }
  return 0;
}

function stands(buf: Uint8Array, from: number, start: number, end: number, term: Term): boolean {
  if (from < start || !wordAt(buf, from, end, term.head)) return false;
  return term.tail === null || wordAt(buf, afterSeparators(buf, from + term.head.length, end), end, term.tail);
}

function wordAt(buf: Uint8Array, from: number, end: number, word: Uint8Array): boolean {
  if (from + word.length > end) return false;
  for (let i = 0; i < word.length; i++) if ((buf[from + i]! | 0x20) !== word[i]) return false;
  return true;
}

/** The first ASCII letter or digit from `i` on that is not part of a JSON escape. */
function afterSeparators(buf: Uint8Array, i: number, end: number): number {
  while (i < end) {
    const byte = buf[i]!;
    if (byte === 0x5c) i += buf[i + 1] === 0x75 ? 6 : 2;
    else if (isAlphanumeric(byte)) break;
    else i++;
  }
  return i;
}

export function isAlphanumeric(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x30 && byte <= 0x39);
}

export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
