/** Reads forward through the stretches of an archive, without copying what lies within one. */
import { crc32 } from 'node:zlib';
import type { Stretch } from './warc-gunzip.ts';
import { beginsWith } from './warc-record.ts';

const NOTHING: Buffer = Buffer.alloc(0);

/**
 * A place in an archive. Bytes that it gives are valid until more are asked for. It stops where something is missing
 * (`isCut`) and at the end, until `resume` is called.
 */
export class WarcReader {
  readonly #stretches: AsyncIterator<Stretch>;
  #buf: Buffer = NOTHING;
  #at = 0;
  /** Offset in the unpacked archive. */
  offset = 0;
  /** Whether something is missing after the bytes that are left. */
  isCut = false;
  /** Where in the bytes taken last a gzip member begins that begins with what `take` was told; -1 for nowhere. */
  memberIn = -1;
  #isOver = false;
  #last: Stretch = null;

  constructor(stretches: AsyncIterator<Stretch>) {
    this.#stretches = stretches;
  }

  /** The bytes at hand. */
  get ready(): Buffer {
    return this.#buf.subarray(this.#at);
  }

  /** Whether the last stretch has the checksum that it should have. */
  isSound(): boolean {
    return !this.#last || this.#last.sum === null || crc32(this.#last.bytes) === this.#last.sum;
  }

  /** Passes over `count` of the bytes at hand. */
  pass(count: number): void {
    this.#at += count;
    this.offset += count;
  }

  /** Gets the next stretch when nothing is left at hand; false at a cut and at the end. */
  async next(): Promise<boolean> {
    while (this.#at >= this.#buf.length) {
      if (this.isCut || this.#isOver) return false;
      await this.#pull(NOTHING);
    }
    return true;
  }

  /** Has `count` bytes at hand, if there are so many; `count` is to be small. */
  async have(count: number): Promise<boolean> {
    while (this.#buf.length - this.#at < count) {
      if (this.isCut || this.#isOver) return false;
      await this.#pull(Buffer.from(this.ready));
    }
    return true;
  }

  /** Whether a gzip member begins here, with `start`. */
  isAtMember(start: Buffer): boolean {
    const isFirst = this.#at === 0 && this.#buf === this.#last?.bytes && this.#last.isMember;
    return isFirst && this.#buf.length >= start.length && beginsWith(this.#buf, start);
  }

  /** The next `count` bytes, passed over; fewer at a cut and at the end. Sets `memberIn`. */
  async take(count: number, start = NOTHING): Promise<Buffer> {
    this.memberIn = -1;
    if (this.#buf.length - this.#at >= count) {
      const bytes = this.#buf.subarray(this.#at, this.#at + count);
      this.pass(count);
      return bytes;
    }
    const parts: Buffer[] = [];
    let size = 0;
    while (size < count && (await this.next())) {
      if (size > 0 && this.memberIn === -1 && this.isAtMember(start)) this.memberIn = size;
      // Copied, as the memory may be used again for what comes next.
      const part = Buffer.from(this.ready.subarray(0, count - size));
      parts.push(part);
      size += part.length;
      this.pass(part.length);
    }
    return Buffer.concat(parts, size);
  }

  /** Takes back bytes that `take` gave, the last of them next to what is at hand. */
  giveBack(bytes: Buffer): void {
    this.#buf = Buffer.concat([bytes, this.ready]);
    this.#at = 0;
    this.offset -= bytes.length;
  }

  /** Goes on behind the cut that stands here. */
  resume(): void {
    this.isCut = false;
  }

  async #pull(before: Buffer): Promise<void> {
    const next = await this.#stretches.next();
    if (next.done) this.#isOver = true;
    else if (next.value === null) this.isCut = true;
    else {
      const { bytes } = next.value;
      this.#last = next.value;
      this.#buf = before.length === 0 ? bytes : Buffer.concat([before, bytes]);
      this.#at = 0;
    }
  }

  /** Closes the archive. */
  async close(): Promise<void> {
    await this.#stretches.return?.();
  }
}
