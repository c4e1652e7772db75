/** Chunks of bytes to blocks of whole lines, without copying but where a line lies across chunks. */

/** Bytes `start..end` of `buf`: whole lines, the last of them perhaps without its line feed. */
export interface LineBlock {
  buf: Buffer;
  start: number;
  end: number;
  /** True for a line that was longer than allowed and is not there; it counts as one line. */
  tooLong: boolean;
}

const LINE_FEED = 10;

/**
 * The lines of `chunks`, in blocks that are valid until the next one is asked for. Lines of more than `longest`
 * bytes that lie across chunks are passed over and reported. A byte order mark before the first line is left out.
 */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<LineBlock> {
  /** The beginning of a line whose end has not come yet. */
  let carry: Buffer[] = [];
  let carried = 0;
  let first = true;
  for await (const chunk of chunks) {
    let start = first && isMark(chunk) ? 3 : 0;
    first = false;
    const feed = chunk.indexOf(LINE_FEED, start);
    if (feed === -1) {
      carried += chunk.length - start;
      if (carried <= longest) carry.push(Buffer.from(chunk.subarray(start)));
      else carry = [];
      continue;
    }
    if (carried > 0) {
      carried += feed + 1 - start;
      if (carried > longest) yield { buf: chunk, start: 0, end: 0, tooLong: true };
      else yield block(Buffer.concat([...carry, chunk.subarray(start, feed + 1)]));
      start = feed + 1;
    }
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > start) yield { buf: chunk, start, end, tooLong: false };
    carry = end < chunk.length ? [Buffer.from(chunk.subarray(end))] : [];
    carried = chunk.length - end;
  }
  if (carried > longest) yield { buf: Buffer.alloc(0), start: 0, end: 0, tooLong: true };
  else if (carried > 0) yield block(Buffer.concat(carry));
}

function block(buf: Buffer): LineBlock {
  return { buf, start: 0, end: buf.length, tooLong: false };
}

function isMark(chunk: Buffer): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
