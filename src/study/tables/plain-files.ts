/** Files that DuckDB cannot read as they are, made plain: with a byte order mark, in UTF-16, or with lines without end. */
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** What the first bytes of a file say of its encoding; UTF-8 without a mark needs nothing. */
function markOf(path: string): { encoding: string; bytes: number } | null {
  const head = Buffer.alloc(3);
  const file = openSync(path, 'r');
  const length = readSync(file, head);
  closeSync(file);
  if (length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (length >= 2 && head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (length >= 2 && head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/**
 * The path to read `path` from: itself, or `copy`, where its content was written as UTF-8 without a mark. Lines keep their
 * numbers. Throws system errors.
 */
export async function plainFile(path: string, copy: string): Promise<string> {
  const mark = markOf(path);
  if (mark === null) return path;
  const decoder = new TextDecoder(mark.encoding, { ignoreBOM: true });
  const decode = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  await pipeline(createReadStream(path, { start: mark.bytes }), decode, createWriteStream(copy));
  return copy;
}

/** The same file with `null` in the place of each line of more than `most` bytes, at `copy`. Throws system errors. */
export async function withoutLongLines(path: string, copy: string, most: number): Promise<void> {
  let held: Buffer[] = [];
  let length = 0;
  let tooLong = false;
  const shorten = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      let from = 0;
      for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, from)) {
        add(chunk.subarray(from, feed));
        yield Buffer.concat([...ended(), Buffer.from('\n')]);
        from = feed + 1;
      }
      add(chunk.subarray(from));
    }
    yield Buffer.concat(ended());
  };
  await pipeline(createReadStream(path), shorten, createWriteStream(copy));

  function add(piece: Buffer): void {
    length += piece.length;
    if (length > most) [held, tooLong] = [[], true];
    else held.push(piece);
  }

  function ended(): Buffer[] {
    const line = tooLong ? [Buffer.from('null')] : held;
    [held, length, tooLong] = [[], 0, false];
    return line;
  }
}
