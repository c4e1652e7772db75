/** Pages fetched in one run, kept until it ends, so that a run that is stopped asks no server twice. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { RunError } from '../errors.ts';
import type { FetchedPage } from './fetch.ts';
import type { Pages } from './reading.ts';

const headSchema = z.object({ url: z.string(), contentType: z.string().nullable(), sha256: z.string() });

/**
 * `pages`, each kept in `folder` once it came: a line of JSON, then the body. A page is written under another name and
 * moved, so that none is ever half there; one whose hash does not hold is asked for again. Failures are not kept.
 */
export function rememberedPages(pages: Pages, folder: string): Pages {
  return {
    async fetch(url, wanted) {
      const path = join(folder, createHash('sha256').update(`${wanted} ${url}`).digest('hex'));
      const kept = await readKept(path);
      if (kept) return kept;
      const page = await pages.fetch(url, wanted);
      const head = { url: page.url, contentType: page.contentType, sha256: hashOf(page.bytes) };
      await keep(folder, path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), page.bytes]));
      return page;
    },
    close: () => pages.close(),
  };
}

/** Throws RunError: a page that cannot be kept is no failure of the page. */
async function keep(folder: string, path: string, bytes: Buffer): Promise<void> {
  // An address may be listed twice, and both may come at once.
  const part = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (cause) {
    const hint = 'what was written before is kept; mend it and give the same command again';
    throw new RunError('not-writable', `cannot be written: ${(cause as Error).message}`, { file: folder }, hint, {
      cause,
    });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readKept(path: string): Promise<FetchedPage | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  const feed = bytes.indexOf(10);
  try {
    const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, feed)));
    const body = bytes.subarray(feed + 1);
    return hashOf(body) === head.sha256 ? { ...head, bytes: body, fromCache: true } : null;
  } catch {
    return null;
  }
}
