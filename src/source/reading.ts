/** What the parts of one reading share. */

import type { Unit } from './expand.ts';
import type { FetchedPage } from './fetch.ts';
import type { ReadItem, ReadOptions } from './item.ts';
import type { ItemPath } from './path.ts';

/** Where pages come from. */
export interface Pages {
  /** @throws FetchError, ExtractError `too-large`. */
  fetch(url: string, wanted: 'page' | 'any'): Promise<FetchedPage>;
  close(): Promise<void>;
}

export interface Reading {
  options: ReadOptions & { signal: AbortSignal };
  signal: AbortSignal;
  concurrency: number;
  /** Made when the first page is asked for. */
  pages(): Promise<Pages>;
  /** Reads what an input holds: handed in, as inputs hold inputs. */
  units: ReadUnits;
}

/** The wanted items of `units`, which stand at `path`, in order; `concurrency` of them are read at a time. */
export type ReadUnits = (
  units: AsyncIterable<Unit>,
  path: ItemPath,
  reading: Reading,
  concurrency?: number,
) => AsyncIterable<ReadItem[]>;

/** A reading with these options; `close` ends its connections. */
export function startReading(
  options: ReadOptions & { signal: AbortSignal },
  units: ReadUnits,
): Reading & { close(): Promise<void> } {
  const concurrency = Math.min(Math.max(Math.trunc(options.concurrency ?? 4), 1), 64);
  let pages: Promise<Pages> | null = null;
  return {
    options,
    units,
    signal: options.signal,
    concurrency,
    pages: () => {
      pages ??= openPages(options, concurrency);
      return pages;
    },
    close: async () => {
      await (await pages)?.close();
    },
  };
}

async function openPages(options: ReadOptions & { signal: AbortSignal }, concurrency: number): Promise<Pages> {
  const { createFetcher } = await import('./fetcher.ts');
  const { allowPrivate, userAgent, timeoutMs, maxBytes, robots, delayMs, attempts, cache, signal } = options;
  const given = { allowPrivate, userAgent, timeoutMs, maxBytes, robots, delayMs, attempts, cache, signal };
  const fetcher = createFetcher({ ...given, concurrency });
  if (options.fetched === undefined) return fetcher;
  const { rememberedPages } = await import('./fetched.ts');
  return rememberedPages(fetcher, options.fetched);
}
