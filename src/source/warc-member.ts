/** One gzip member by itself: for those that are large, and to find out which is damaged. */
import { constants, type InflateRaw, inflateRawSync } from 'node:zlib';
import type { Stretch } from './warc-gunzip.ts';
import { PIECE, pieces, TRAILER } from './warc-pieces.ts';
import { isRecordStart } from './warc-record.ts';
import { memberAt, memberDataAt, type PackedWindow } from './warc-window.ts';

/** zlib takes no smaller pieces. */
const SMALLEST = 64;
/** A member that inflates to more is given out piece by piece, before its end is known to be sound. */
const MOST_AT_ONCE = 16 * 1_048_576;
/** Packed bytes of a damaged member from which the head of its record is read, to name it. */
const FOR_HEAD = 1024;

/**
 * The bytes of the member that the window begins with, which is let go; null, and the window as it was, when it does
 * not end there or anything is the matter. Its checksum is not compared: that would take a fifth of the time, and is
 * for those who keep something of it.
 */
export function wholeMember(window: PackedWindow): Stretch {
  const packed = window.bytes;
  const from = memberDataAt(packed);
  if (from === 0) return null;
  try {
    const { buffer: bytes, engine } = inflateAll(packed.subarray(from), likelySize(packed, from));
    const end = from + engine.bytesWritten;
    if (end + TRAILER > packed.length || packed.readUInt32LE(end + 4) !== bytes.length) return null;
    window.advance(end + TRAILER);
    return { bytes, isMember: true, sum: packed.readUInt32LE(end) };
  } catch {
    return null;
  }
}

/**
 * The bytes of the member that the window begins with, which is let go: one that `wholeMember` could not read. False
 * when it was damaged or cut short: then a `null` came last, and the window begins at the next member or is empty.
 */
export async function* carefulMember(window: PackedWindow): AsyncGenerator<Stretch, boolean> {
  const { bytes } = window;
  const from = memberDataAt(bytes);
  if (from === 0) return (await isPadding(window)) || (yield* damaged(window, null));
  try {
    const { buffer } = inflateAll(bytes.subarray(from), PIECE);
    // All of it can be read, and yet it is not what it should be.
    return yield* damaged(window, upToBlock(buffer));
  } catch (thrown) {
    // One whose end is damaged may be read on into the next.
    const isDamaged = (thrown as NodeJS.ErrnoException).code === 'Z_DATA_ERROR' || recordFollows(bytes, from);
    if (isDamaged) return yield* damaged(window, headOf(bytes.subarray(from, from + FOR_HEAD)));
  }
  // It goes on behind what is in memory, or is too much for it.
  window.advance(from);
  return (yield* pieces(window)) || (yield* damaged(window, null));
}

/** Whether another member begins in `bytes`, behind `from`, and a record with it. */
function recordFollows(bytes: Buffer, from: number): boolean {
  const next = memberAt(bytes, from);
  if (next === -1) return false;
  const data = next + memberDataAt(bytes.subarray(next));
  const head = headOf(bytes.subarray(data, data + FOR_HEAD));
  return head !== null && head.length > 0 && isRecordStart(head);
}

/** How long the member is likely to be inflated, as where the next seems to begin the length of this one stands. */
function likelySize(packed: Buffer, from: number): number {
  const next = memberAt(packed, from);
  const end = next === -1 ? packed.length : next;
  const size = end >= 4 ? packed.readUInt32LE(end - 4) : 0;
  // Real pages are not packed to less than a hundredth.
  return size < 100 * (end - from) ? size : PIECE;
}

function inflateAll(packed: Buffer, size: number): { buffer: Buffer; engine: InflateRaw } {
  // With room for a byte more than there are, no second piece is begun.
  const chunkSize = Math.min(Math.max(size + 1, SMALLEST), MOST_AT_ONCE);
  const options = { info: true, chunkSize, maxOutputLength: MOST_AT_ONCE };
  return inflateRawSync(packed, options) as unknown as { buffer: Buffer; engine: InflateRaw };
}

/** Gives out what is known of a damaged member, and lets the window go on to the next. */
async function* damaged(window: PackedWindow, head: Buffer | null): AsyncGenerator<Stretch, false> {
  if (head) yield { bytes: head, isMember: true, sum: null };
  yield null;
  for (let isFirst = true; ; isFirst = false) {
    const { bytes } = window;
    const next = memberAt(bytes, isFirst ? 1 : 0);
    // What the window ends with may be the beginning of a member's head.
    window.advance(next === -1 ? Math.max(bytes.length - 9, 0) : next);
    if (next !== -1) return false;
    if (!(await window.fill())) break;
  }
  window.advance(window.bytes.length);
  return false;
}

/** Lets zeros go that come before the file's end; true when there is nothing else. */
async function isPadding(window: PackedWindow): Promise<boolean> {
  do {
    const { bytes } = window;
    const isZeros = bytes.every((byte) => byte === 0);
    if (!isZeros) return false;
    window.advance(bytes.length);
  } while (await window.fill());
  return true;
}

/** What can be read of the head of a record in the first bytes of a damaged member. */
function headOf(packed: Buffer): Buffer | null {
  try {
    return upToBlock(inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_AT_ONCE }));
  } catch {
    return null;
  }
}

/** The bytes to where the record's block begins, so that no block is taken for a sound one. */
function upToBlock(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n\r\n');
  return end === -1 ? bytes : bytes.subarray(0, end + 4);
}
