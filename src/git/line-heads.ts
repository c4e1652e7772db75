/** The beginnings of the lines of a stream. */

/** Bytes kept of a line: two paths of 4,096 bytes, each of which may be written as four, and what stands around them. */
const LONGEST = 36_000;
const LF = 10;

/**
 * The lines of `chunks` that `wanted` says yes to by their first byte, a byte a character (latin1), without their line
 * feeds, cut where they are very long. `wanted` is asked when the lines before have been handed on.
 */
export async function* lineHeads(
  chunks: AsyncIterable<Buffer>,
  wanted: (firstByte: number) => boolean,
): AsyncGenerator<string> {
  /** What is known of a line whose end has not come: its beginning, or null where it is not wanted. */
  let open: string | null | undefined;
  for await (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      const found = chunk.indexOf(LF, at);
      const end = found === -1 ? chunk.length : found;
      if (open === undefined) open = wanted(chunk[at]!) ? '' : null;
      if (open !== null) open += chunk.toString('latin1', at, Math.min(end, at + LONGEST - open.length));
      at = end + 1;
      if (found === -1) break;
      if (open !== null) yield open;
      open = undefined;
    }
  }
  if (typeof open === 'string') yield open;
}
