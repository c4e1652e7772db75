/** An archive to its records, the damaged ones among them. */
import type { ExtractError } from '../errors.ts';
import { damagedPart, noRecord, torn, wrongLength } from './warc-failures.ts';
import type { WarcReader } from './warc-reader.ts';
import { beginsWith, isRecordStart, type RecordHead, recordHead } from './warc-record.ts';
import { seek, seekLine } from './warc-seek.ts';

/** Behind every head, and behind every block. */
const END = Buffer.from('\r\n\r\n');
/** Where a record begins, after the end of the one before. */
const NEXT = Buffer.from('\r\n\r\nWARC/1.');
const START = Buffer.from('WARC/1.');
/** Most bytes of a record's head. */
const LONGEST_HEAD = 65_536;
/** Bytes of a block that is too long in which to look for what it is. */
const BEGINNING = 16_384;

/** A record; its block is valid until the next is asked for. */
export interface WarcRecord {
  /** 1-based; a damaged part of the archive counts as one. */
  number: number;
  /** In the unpacked archive. */
  offset: number;
  head: RecordHead | null;
  /** Of a record that is too long, the beginning alone. */
  block: Buffer;
  isTooLong: boolean;
  error: ExtractError | null;
}

type Found = Omit<WarcRecord, 'number' | 'offset'>;

/**
 * The records of an archive. One whose block exceeds `longest` bytes is passed over without being kept. After a
 * damaged one, reading goes on at the next that can be found.
 */
export async function* recordsOf(reader: WarcReader, longest: number): AsyncGenerator<WarcRecord> {
  for (let number = 1; ; number++) {
    const isMore = await reader.next();
    if (!isMore && !reader.isCut) return;
    const { offset } = reader;
    const found = isMore ? await readRecord(reader, longest) : failed(null, damagedPart());
    yield { number, offset, ...found };
    // The cut that a record was torn by has been told of.
    if (found.error && !(await reader.next())) reader.resume();
  }
}

const NOTHING = Buffer.alloc(0);

function failed(head: RecordHead | null, error: ExtractError): Found {
  return { head, block: NOTHING, isTooLong: false, error };
}

async function readRecord(reader: WarcReader, longest: number): Promise<Found> {
  const size = await headSize(reader);
  const head = recordHead(reader.ready.subarray(0, size === -1 ? LONGEST_HEAD : size));
  if (size === -1 && isRecordStart(reader.ready) && reader.ready.length < LONGEST_HEAD) {
    reader.pass(reader.ready.length);
    return failed(head, torn());
  }
  if (size === -1 || head === null || head.length === null) {
    await seekLine(reader, START);
    return failed(head, head === null || size === -1 ? noRecord() : wrongLength());
  }
  reader.pass(size);
  if (head.length > longest) return passOver(reader, head, head.length, longest);
  const whole = await reader.take(head.length + END.length, START);
  const { length } = head;
  if (endsRecord(whole.subarray(length)))
    return { head, block: whole.subarray(0, length), isTooLong: false, error: null };
  if (reader.memberIn > 0) {
    reader.giveBack(whole.subarray(reader.memberIn));
    return failed(head, wrongLength());
  }
  const next = whole.indexOf(NEXT);
  if (next === -1 && whole.length < length + END.length) return failed(head, torn());
  // Its length is wrong: too great when another record begins within the block, else too small.
  reader.giveBack(whole.subarray(next === -1 ? -NEXT.length : next));
  await seekLine(reader, START);
  return failed(head, wrongLength());
}

/** Bytes to the end of the head that begins here; -1 when it has none. */
async function headSize(reader: WarcReader): Promise<number> {
  for (let from = 0; ; ) {
    const { ready } = reader;
    if (!isRecordStart(ready)) return -1;
    const end = ready.subarray(0, LONGEST_HEAD).indexOf(END, from);
    if (end !== -1) return end + END.length;
    from = Math.max(0, ready.length - END.length);
    if (ready.length >= LONGEST_HEAD || !(await reader.have(ready.length + 1))) return -1;
  }
}

/** Whether bytes behind a block are what ends it; the last of a file may lack some. */
function endsRecord(bytes: Buffer): boolean {
  return bytes.length > 0 && beginsWith(bytes, END);
}

/**
 * Passes over a block that is too long. Its length is believed when the block ends where it says; when another record
 * begins before and it does not end there within what may be kept, the length is wrong.
 */
async function passOver(reader: WarcReader, head: RecordHead, length: number, longest: number): Promise<Found> {
  await reader.have(Math.min(length, BEGINNING));
  const block = Buffer.from(reader.ready.subarray(0, Math.min(length, BEGINNING)));
  const end = reader.offset + length + END.length;
  const left = await seek(reader, NEXT, length + END.length);
  if (left === 0) {
    return reader.offset < end - END.length ? failed(head, torn()) : { head, block, isTooLong: true, error: null };
  }
  const kept = await reader.take(Math.min(left, longest));
  if (kept.length === left && endsRecord(kept.subarray(-END.length)))
    return { head, block, isTooLong: true, error: null };
  reader.giveBack(kept.subarray(END.length));
  return failed(head, wrongLength());
}
