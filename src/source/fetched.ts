/** Pages fetched in one run, kept until it ends, so that a run that is stopped asks no server twice. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { notWritable } from '../errors.ts';
import type { FetchedPage } from './fetch.ts';
import { sha256, splitPageFile, writePageFile } from './page-file.ts';
import type { Pages } from './reading.ts';

const headSchema = z.object({ url: z.string(), contentType: z.string().nullable(), sha256: z.string() });

/**
 * `pages`, each kept in `folder` once it came; one whose hash does not hold is asked for again. Failures are not kept.
 * Throws RunError when a page cannot be kept.
 */
export function rememberedPages(pages: Pages, folder: string): Pages {
  return {
    async fetch(url, wanted) {
      const path = join(folder, sha256(`${wanted} ${url}`));
      const kept = await readKept(path);
      if (kept) return kept;
      const page = await pages.fetch(url, wanted);
      const head = { url: page.url, contentType: page.contentType, sha256: sha256(page.bytes) };
      // A page that cannot be kept is no failure of the page.
      await writePageFile(path, head, page.bytes).catch((thrown: Error) => {
        throw notWritable(folder, thrown.message, thrown);
      });
      return page;
    },
    close: () => pages.close(),
  };
}

async function readKept(path: string): Promise<FetchedPage | null> {
  const bytes = await readFile(path).catch(() => null);
  const split = bytes && splitPageFile(bytes);
  const head = headSchema.safeParse(split?.head);
  if (!split || !head.success || sha256(split.body) !== head.data.sha256) return null;
  const { url, contentType } = head.data;
  return { url, contentType, bytes: split.body, fromCache: true };
}
