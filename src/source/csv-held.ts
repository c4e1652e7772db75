/** The bytes of a table that are not done with yet, by their offset in the whole, and where their lines end. */

const LINE_FEED = 10;
const RETURN = 13;

export class HeldBytes {
  private buffer = Buffer.alloc(0);
  /** Offset of the first byte held, and of the byte after the last. */
  private start = 0;
  end = 0;

  /** The end without a return there, which may be half of a line end. */
  get settledEnd(): number {
    return this.end > this.start && this.buffer[this.end - this.start - 1] === RETURN ? this.end - 1 : this.end;
  }

  /** Takes a copy of `chunk` on. Costs a copy of what is held only when that has doubled. */
  append(chunk: Buffer): void {
    const length = this.end - this.start;
    if (length + chunk.length > this.buffer.length) {
      const wider = Buffer.allocUnsafeSlow(Math.max(2 * length, length + chunk.length));
      this.buffer.copy(wider, 0, 0, length);
      this.buffer = wider;
    }
    chunk.copy(this.buffer, length);
    this.end += chunk.length;
  }

  /** Lets go of all before `offset`. */
  dropTo(offset: number): void {
    this.buffer.copyWithin(0, offset - this.start, this.end - this.start);
    this.start = offset;
  }

  /** The bytes `from..to`; valid until the next `append` or `dropTo`. */
  slice(from: number, to = this.end): Buffer {
    return this.buffer.subarray(from - this.start, to - this.start);
  }

  /** How many lines end in `from..to`: at LF, CR LF, or a CR alone. */
  lineEnds(from: number, to: number): number {
    const bytes = this.slice(from, to);
    let count = 0;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
    for (let at = bytes.indexOf(RETURN); at !== -1; at = bytes.indexOf(RETURN, at + 1)) {
      if (bytes[at + 1] !== LINE_FEED) count++;
    }
    return count;
  }

  /** Where the line after the one at `from` begins; -1 when its end is not among the bytes up to `to`. */
  nextLine(from: number, to = this.end): number {
    const bytes = this.slice(from, to);
    const feed = bytes.indexOf(LINE_FEED);
    const back = (feed === -1 ? bytes : bytes.subarray(0, feed)).indexOf(RETURN);
    if (back === -1) return feed === -1 ? -1 : from + feed + 1;
    if (back + 1 === feed) return from + feed + 1;
    // A line feed may still follow a return at the end.
    return back + 1 === bytes.length && to === this.end ? -1 : from + back + 1;
  }

  /** The first offset from `from` on that is no line end; `to` when there is none. */
  skipBlank(from: number, to = this.end): number {
    const bytes = this.slice(from, to);
    let at = 0;
    while (bytes[at] === LINE_FEED || bytes[at] === RETURN) at++;
    return from + at;
  }

  /**
   * Where to go on after `longest` bytes from `from` that are one record: where the last line begins that does so
   * within them, else the first after them; -1 when that has not come yet.
   */
  lineAfter(from: number, longest: number): number {
    const limit = Math.min(from + longest, this.end);
    const bytes = this.slice(from);
    for (let at = limit - from; at > 0; at--) {
      const before = bytes[at - 1];
      if (before === LINE_FEED || (before === RETURN && at < bytes.length && bytes[at] !== LINE_FEED)) return from + at;
    }
    return this.nextLine(limit - 1);
  }
}
