/** Bodies without their content encoding, never more of them than asked for. */
import { pipeline, type Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { badAnswer } from './fetch-errors.ts';

/** Node has Zstandard from 22.15. The standard for HTTP allows no window above 8 MB. */
const { createZstdDecompress, constants } = zlib as typeof zlib & {
  createZstdDecompress?: (options: { params: Record<number, number> }) => Transform;
};
const windowLog = (constants as Record<string, number>).ZSTD_d_windowLogMax;

/** What unpacks an encoding, given the first bytes. */
const UNPACK: Record<string, (first: Buffer) => Transform> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  // With a zlib header, as the standard has it, or as some servers send it, without.
  deflate: (first) => ((first[0]! & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()),
  br: () => zlib.createBrotliDecompress(),
  ...(createZstdDecompress && windowLog !== undefined
    ? { zstd: () => createZstdDecompress({ params: { [windowLog]: 23 } }) }
    : {}),
};

/** The value of `Accept-Encoding`: what `unpacked` reads. */
export const ACCEPTED = Object.keys(UNPACK)
  .filter((name) => name !== 'x-gzip')
  .join(', ');

/**
 * The body without its content encoding, of which there may be one; it is unpacked as it is read.
 * @throws FetchError `bad-answer` for more than one and for one that was not asked for.
 */
export function unpacked(body: Readable, encoding: string): AsyncIterable<Buffer> {
  const layers = encoding
    .slice(0, 200)
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  if (layers.length > 1) throw badAnswer('is compressed more than once');
  if (layers.length === 0) return body;
  const unpack = Object.hasOwn(UNPACK, layers[0]!) ? UNPACK[layers[0]!] : undefined;
  if (!unpack) throw badAnswer('is encoded in a way that was not asked for');
  return through(body, unpack);
}

/** `body` unpacked; a body without a byte stays one, whatever it is called. */
async function* through(body: Readable, unpack: (first: Buffer) => Transform): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = async function* (): AsyncGenerator<Buffer> {
    for (let next: IteratorResult<Buffer> = first; !next.done; next = await chunks.next()) yield next.value;
  };
  try {
    // Faults of either stream reach the reader of the last one; the callback has nothing left to do.
    yield* pipeline(all, unpack(first.value), () => {});
  } finally {
    body.destroy();
  }
}

/** The first `cap` bytes of `chunks`; the rest is not read. */
export async function firstBytes(chunks: AsyncIterable<Buffer>, cap: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= cap) break;
  }
  return Buffer.concat(parts).subarray(0, cap);
}
