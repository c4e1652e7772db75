/** The packed bytes of an archive that are being worked on. */

import { beginsWith } from './warc-record.ts';

/** Room for packed bytes: several chunks, and every member of usual size many times over. */
const ROOM = 4 * 1_048_576;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** A stretch of a file in memory that moves forward; bytes are valid until `fill` is called. */
export class PackedWindow {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #room = Buffer.allocUnsafeSlow(ROOM);
  /** A chunk, or what of it had no room yet. */
  #waiting: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The bytes there are. */
  get bytes(): Buffer {
    return this.#room.subarray(this.#start, this.#end);
  }

  /** How many there are. */
  get size(): number {
    return this.#end - this.#start;
  }

  /** Lets the first `count` bytes go. */
  advance(count: number): void {
    this.#start += count;
  }

  /** Brings in more bytes; false when the file has no more, or there is no room for more. */
  async fill(): Promise<boolean> {
    if (this.#waiting.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#waiting = next.value;
    }
    if (this.#start > 0) {
      this.#room.copyWithin(0, this.#start, this.#end);
      this.#end -= this.#start;
      this.#start = 0;
    }
    const count = this.#waiting.copy(this.#room, this.#end);
    this.#end += count;
    this.#waiting = this.#waiting.subarray(count);
    // An empty chunk says nothing about the file's end.
    return count > 0 || this.#end < ROOM;
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/**
 * Where from `from` on a gzip member may begin, or -1: its first ten bytes are as gzip writes them. Seldom the bytes
 * only look so, which those who ask must bear with.
 */
export function memberAt(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MAGIC, from);
  while (at !== -1 && !isMemberHead(bytes, at)) at = bytes.indexOf(MAGIC, at + 1);
  return at;
}

/** No reserved flag, a compression level that deflate has, an operating system that gzip knows. */
function isMemberHead(bytes: Buffer, at: number): boolean {
  if (at + 10 > bytes.length) return false;
  const [flags, extra, system] = [bytes[at + 3]!, bytes[at + 8]!, bytes[at + 9]!];
  return flags < 0x20 && (extra === 0 || extra === 2 || extra === 4) && (system < 14 || system === 0xff);
}

/** Where the deflated data of the member that begins at 0 begins; 0 when its head is torn or none. */
export function memberDataAt(bytes: Buffer): number {
  if (!isMemberHead(bytes, 0) || !beginsWith(bytes, MAGIC)) return 0;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : bytes.length);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero === -1) return 0;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : 0;
}
