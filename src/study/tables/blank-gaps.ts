/**
 * Makes the bytes of a DuckDB file depend on its content alone.
 *
 * DuckDB 1.5 writes some memory to the file as it finds it: between the offsets and the characters of a segment of text,
 * and in the last eight bytes of the last block of long texts. Nothing ever reads it, and it differs from run to run. Here
 * it becomes zeros, and the checksums of the blocks follow. Whatever else could differ is kept out by how the file is
 * written (`write-database.ts`). Where things stand is asked of DuckDB itself (`pragma_storage_info`).
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

export const BLOCK_BYTES = 262_144;
/** Bytes before the first block: three headers. */
const HEADERS = 3 * 4096;
/** Bytes of a block's checksum, at its beginning. */
const CHECKSUM = 8;

/** A segment of text, as `pragma_storage_info` describes it. */
export interface TextSegment {
  block: number;
  /** Where it begins behind the checksum of its block. */
  offset: number;
  count: number;
  compression: string;
  /** The last block that holds long texts of the segment; null without any. */
  lastLong: number | null;
}

/** Each word's part of the checksum is its product with this, modulo 2⁶⁴; they are joined by exclusive or. */
const FACTOR = 0xbf58476d1ce4e5b9n;
const SEED = 5381n;
const part = (word: bigint): bigint => BigInt.asUintN(64, word * FACTOR);

/**
 * Blanks what nothing reads in the file at `path`, which must be closed. Gives false, with the file as it was, where the file
 * is not as it is known to be: another version may write otherwise. Throws system errors.
 */
export function blankGaps(path: string, segments: readonly TextSegment[]): boolean {
  if (segments.some(({ compression }) => !(compression in GAPS))) return false;
  const blocks = new Map<number, TextSegment[]>();
  for (const segment of segments) blocks.set(segment.block, [...(blocks.get(segment.block) ?? []), segment]);
  const ends = new Set(segments.flatMap(({ lastLong }) => (lastLong === null ? [] : [lastLong])));
  const file = openSync(path, 'r+');
  try {
    const buffer = Buffer.alloc(BLOCK_BYTES);
    let isKnown = false;
    for (const block of [...new Set([...blocks.keys(), ...ends])].sort((a, b) => a - b)) {
      const place = HEADERS + block * BLOCK_BYTES;
      readSync(file, buffer, 0, BLOCK_BYTES, place);
      if (!isKnown && checksum(buffer) !== buffer.readBigUInt64LE(0)) return false;
      isKnown = true;
      const gaps = (blocks.get(block) ?? []).map((segment) => gapOf(buffer, segment));
      if (ends.has(block)) gaps.push({ start: BLOCK_BYTES - 8, end: BLOCK_BYTES });
      if (gaps.some(({ start, end }) => start < CHECKSUM || end < start || end > BLOCK_BYTES)) return false;
      if (blank(buffer, gaps)) writeSync(file, buffer, 0, BLOCK_BYTES, place);
    }
    return true;
  } finally {
    closeSync(file);
  }
}

/** Bytes from the beginning of a segment to where its gap begins, by its compression. */
const GAPS: Record<string, (segment: Buffer, count: number) => number> = {
  // Size and end of the characters, then an offset for each text.
  Uncompressed: (_, count) => 8 + 4 * count,
  // Size and end of the characters, place and length of the index, a width; then the texts' numbers, and the index.
  Dictionary: (segment) => segment.readUInt32LE(8) + 4 * segment.readUInt32LE(12),
};

/** What lies in a block between the head of a segment and its characters, which end where the head says. */
function gapOf(buffer: Buffer, { offset, count, compression }: TextSegment): { start: number; end: number } {
  const begins = CHECKSUM + offset;
  const segment = buffer.subarray(begins);
  const characters = segment.readUInt32LE(4) - segment.readUInt32LE(0);
  return { start: begins + GAPS[compression]!(segment, count), end: begins + characters };
}

/** Fills the gaps with zeros and mends the checksum; whether anything changed. */
function blank(buffer: Buffer, gaps: readonly { start: number; end: number }[]): boolean {
  let sum = buffer.readBigUInt64LE(0);
  let isChanged = false;
  for (const { start, end } of gaps) {
    for (let word = start - (start % 8); word < end; word += 8) {
      const before = buffer.readBigUInt64LE(word);
      buffer.fill(0, Math.max(start, word), Math.min(end, word + 8));
      const after = buffer.readBigUInt64LE(word);
      if (before === after) continue;
      sum ^= part(before) ^ part(after);
      isChanged = true;
    }
  }
  if (isChanged) buffer.writeBigUInt64LE(sum, 0);
  return isChanged;
}

function checksum(buffer: Buffer): bigint {
  let sum = SEED;
  for (let word = CHECKSUM; word < BLOCK_BYTES; word += 8) sum ^= part(buffer.readBigUInt64LE(word));
  return sum;
}
