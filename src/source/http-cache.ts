/** Pages kept on disk, so that a server can say that nothing has changed instead of sending them again. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { HEAD_BYTES, sha256, splitPageFile, writePageFile } from './page-file.ts';

/** A page as it was when its server last sent it. */
export interface CachedPage {
  url: string;
  etag: string | null;
  lastModified: string | null;
  contentType: string | null;
  bytes: Buffer;
}

export interface HttpCache {
  /** The page kept for an address, of at most `maxBytes`; null when there is none, or none that is whole. */
  read(url: string, maxBytes: number): Promise<CachedPage | null>;
  /** Keeps a page when it can be asked for conditionally; what cannot be written is not kept, and nothing else. */
  write(page: CachedPage): Promise<void>;
}

/** What may go back to a server in a header, as it came from there: printable ASCII, at most 500 characters. */
const echoed = z
  .string()
  .regex(/^[\x20-\x7e]{1,500}$/)
  .nullable();
const headSchema = z.strictObject({
  url: z.string(),
  etag: echoed,
  lastModified: echoed,
  contentType: z.string().max(1000).nullable(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
});
/**
 * A cache in `folder`, which is made when it is needed: a file a page, named after the SHA-256 of its address, a line
 * of JSON and then the body. A file is written under another name and moved, so that readers, also in other processes,
 * find the old page or the new one; one that was torn or changed is noticed by length and hash, and left out of
 * account. Files and folders are for their owner alone.
 */
export function httpCache(folder: string): HttpCache {
  const pathOf = (url: string): string => {
    const name = sha256(url);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async read(url, maxBytes) {
      const bytes = await readUpTo(pathOf(url), maxBytes + HEAD_BYTES).catch(() => null);
      const page = bytes && parsed(bytes);
      return page && page.url === url && page.bytes.length <= maxBytes ? page : null;
    },
    async write({ bytes, ...rest }) {
      const head = headSchema.safeParse({ ...rest, bytes: bytes.length, sha256: sha256(bytes) });
      if (!head.success || (rest.etag === null && rest.lastModified === null)) return;
      await writePageFile(pathOf(rest.url), head.data, bytes).catch(() => {});
    },
  };
}

/** The bytes of a file; null when there are more than `cap`. */
async function readUpTo(path: string, cap: number): Promise<Buffer | null> {
  const file = await open(path, 'r');
  try {
    return (await file.stat()).size > cap ? null : await file.readFile();
  } finally {
    await file.close();
  }
}

function parsed(file: Buffer): CachedPage | null {
  const split = splitPageFile(file);
  const head = headSchema.safeParse(split?.head);
  if (split === null || !head.success) return null;
  const { bytes: length, sha256: hash, ...rest } = head.data;
  return split.body.length === length && sha256(split.body) === hash ? { ...rest, bytes: split.body } : null;
}
