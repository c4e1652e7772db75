/** Lists that come packed by gzip, as sitemaps do. */
import { createGunzip } from 'node:zlib';
import { ExtractError } from '../errors.ts';
import { tooLarge } from './failures.ts';
import { sniffListing } from './listing-sniff.ts';

/** Most bytes after inflating: what the sitemap protocol allows a sitemap to have. */
const MOST = 50 * 1_048_576;

/**
 * The bytes that `bytes` are packed of; `bytes` themselves when they are not packed, null when what is in them
 * begins like no list. Never holds more than the cap.
 * @throws ExtractError `too-large` over 50 MB; `malformed` when the data of a list breaks off or is damaged.
 */
export async function inflated(bytes: Buffer): Promise<Buffer | null> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const parts: Buffer[] = [];
  let size = 0;
  const unpack = createGunzip({ chunkSize: 65_536 });
  unpack.end(bytes);
  try {
    for await (const part of unpack as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (parts.length === 1 && sniffListing(part) === null) return null;
      if (size > MOST) throw tooLarge(MOST);
    }
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code === 'too-large') throw thrown;
    if (parts.length === 0) return null;
    throw new ExtractError('malformed', 'is gzip data that breaks off or is damaged', null, 'fetch it again', {
      cause: thrown,
    });
  }
  return Buffer.concat(parts, size);
}
