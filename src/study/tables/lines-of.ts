/** Lines of a file by their number, without reading the others as text. */
import { createReadStream } from 'node:fs';

export interface FoundLine {
  /** Its number among the lines that are not blank, from 0, as it was asked for. */
  nth: number;
  /** Its number in the file, from 1. */
  line: number;
  text: string;
}

/**
 * The lines of `path` with these numbers, ascending, counted from 0 over lines that hold more than white space. Reads
 * no further than the last of them. Throws system errors.
 */
export async function* linesOf(path: string, wanted: readonly number[]): AsyncGenerator<FoundLine> {
  let [line, nth, next] = [0, -1, 0];
  /** Pieces of the line that is being read, kept while it may be wanted. */
  let pieces: Buffer[] = [];
  let isBlank = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, feed));
      from = feed + 1;
      const found = end();
      if (found) yield found;
      if (next === wanted.length) return;
    }
    take(chunk.subarray(from));
  }
  const found = end();
  if (found) yield found;

  function take(piece: Buffer): void {
    if (isBlank && holdsMore(piece)) {
      isBlank = false;
      nth++;
    }
    if (!isBlank && nth === wanted[next]) pieces.push(piece);
  }

  function end(): FoundLine | null {
    line++;
    const found = !isBlank && nth === wanted[next] ? { nth, line, text: Buffer.concat(pieces).toString('utf8') } : null;
    if (found) next++;
    pieces = [];
    isBlank = true;
    return found;
  }
}

/** Whether there is anything but white space, as C has it. */
function holdsMore(piece: Buffer): boolean {
  for (const byte of piece) if (byte !== 32 && (byte < 9 || byte > 13)) return true;
  return false;
}
