/** Streams that begin with a UTF-16 mark as UTF-8; everything else as it is. */
import { TextDecoder } from 'node:util';
import { magicOf } from '../article/binary.ts';
import { ExtractError } from '../errors.ts';

/**
 * The bytes of `chunks` in UTF-8.
 * @throws ExtractError `binary` when the first chunk begins like a file that is no text.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      const kind = magicOf(chunk);
      if (kind) throw new ExtractError('binary', `is ${kind}, not text`, null, 'give JSONL in UTF-8');
      if (chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le');
      if (chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be');
      first = false;
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  const rest = decoder?.decode();
  if (rest) yield Buffer.from(rest);
}
