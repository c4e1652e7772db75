/** The bytes of an archive, unpacked if it is packed. */
import { ExtractError } from '../errors.ts';
import { emptyInput } from './failures.ts';
import { gunzipped, type Stretch } from './warc-gunzip.ts';

/**
 * The stretches of `chunks`, inflated when `gzip` says so or, with `auto`, when they begin as gzip does. Each is valid
 * until the next is asked for, and as long as a chunk is.
 * @throws ExtractError `empty` without any bytes, `malformed` when they are not gzipped and should be.
 */
export async function openStretches(
  chunks: AsyncIterable<Buffer>,
  gzip: boolean | 'auto',
): Promise<AsyncIterator<Stretch>> {
  const source = chunks[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await source.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  if (first.length > 0 && (isPacked || gzip !== true)) {
    const all = withFirst(first, source);
    return gzip !== false && isPacked ? gunzipped(all) : unpacked(all);
  }
  await source.return?.();
  throw first.length === 0 ? emptyInput() : new ExtractError('malformed', 'is not gzipped', null, 'check its name');
}

async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Stretch> {
  for await (const bytes of chunks) yield { bytes, isMember: false, sum: null };
}

async function* withFirst(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
