/** Finds where records begin. */
import type { WarcReader } from './warc-reader.ts';

/**
 * Passes over at most `count` bytes, to where `mark` begins; gives how many of them are left, 0 when it was not
 * found.
 */
export async function seek(reader: WarcReader, mark: Buffer, count: number): Promise<number> {
  let left = count;
  while (left > 0 && (await reader.next())) {
    const { ready } = reader;
    const found = ready.indexOf(mark);
    if (found !== -1 && found < left) {
      reader.pass(found);
      return left - found;
    }
    // A mark may begin in one stretch and end in the next.
    const rest = Math.min(mark.length - 1, ready.length);
    const passed = Math.min(left, Math.max(ready.length - rest, 0));
    reader.pass(passed);
    left -= passed;
    if (left > 0 && !(await reader.have(rest + 1))) {
      reader.pass(Math.min(left, reader.ready.length));
      return 0;
    }
  }
  return 0;
}

/**
 * Passes over everything to where `start` stands at the beginning of a line, or of a stretch, as records begin
 * members; to the next cut or the end when it does not.
 */
export async function seekLine(reader: WarcReader, start: Buffer): Promise<void> {
  const line = Buffer.concat([Buffer.from('\n'), start]);
  let tail: Buffer = Buffer.alloc(0);
  while (await reader.next()) {
    const { ready } = reader;
    // A line may begin in one stretch and go on in the next.
    const seam = Buffer.concat([tail, ready.subarray(0, line.length)]);
    const inSeam = reader.isAtMember(start) ? tail.length : seam.indexOf(line) + 1;
    const found = inSeam > 0 ? inSeam - tail.length : ready.indexOf(line) + 1;
    if (found < 0) return reader.giveBack(Buffer.from(tail.subarray(found)));
    if (found > 0 || inSeam > 0) return reader.pass(found);
    tail = Buffer.concat([tail, ready.subarray(-line.length)]).subarray(-start.length);
    reader.pass(ready.length);
  }
}
