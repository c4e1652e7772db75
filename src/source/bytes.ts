/** Bytes of files and streams, never more of them than asked for. */
import { open } from 'node:fs/promises';
import { tooLarge } from './failures.ts';

const CHUNK = 1_048_576;

/**
 * The chunks of a file, each valid until the next but one is asked for: two buffers take turns, so that one is
 * filled while the other is worked on. Works for pipes and devices too.
 * @throws system errors; the signal's reason once it is aborted.
 */
export async function* fileChunks(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)] as const;
    let turn = 0;
    let next = handle.read(buffers[0], 0, CHUNK, null);
    for (;;) {
      const { bytesRead, buffer } = await next;
      if (bytesRead === 0) return;
      signal?.throwIfAborted();
      turn = 1 - turn;
      next = handle.read(buffers[turn]!, 0, CHUNK, null);
      // A fault while nobody waits must not count as unhandled; it shows when the chunk's turn comes.
      next.catch(() => {});
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The chunks of a stream as buffers. */
export async function* streamChunks(
  stream: AsyncIterable<Uint8Array | string>,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    yield typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

/**
 * All bytes of `chunks`.
 * @throws ExtractError `too-large` as soon as there are more than `cap`.
 */
export async function collect(chunks: AsyncIterable<Buffer>, cap: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > cap) throw tooLarge(cap);
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts, size);
}
