/** Pages by http and https from many hosts: safely for who asks, politely for who answers. */
import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import { setTimeout as realSleep } from 'node:timers/promises';
import { UsageError } from '../errors.ts';
import type { FetchedPage } from './fetch.ts';
import { type Clock, type Hosts, hostTurns } from './fetch-hosts.ts';
import { forbidden, ROBOTS_BYTES, rulesOfSites } from './fetch-robots.ts';
import { follow, type Way } from './fetch-way.ts';
import { httpCache } from './http-cache.ts';
import { robotsName, type SiteRules } from './robots.ts';

/** How pages are fetched; every field has a default. */
export interface FetcherOptions {
  /** Addresses off the public network that may be reached: all, none, or those allowed here; default none. */
  allowPrivate?: boolean | ((address: string) => boolean) | undefined;
  /** User-Agent header, printable ASCII; its first word is the name looked for in robots.txt. */
  userAgent?: string | undefined;
  /** Time for a page without waits: connections, answers and bodies of it and its redirects, in ms; default 30,000. */
  timeoutMs?: number | undefined;
  /** Time for a connection to be made, in ms; default 10,000, never above `timeoutMs`. */
  connectMs?: number | undefined;
  /** Time without a byte before the headers or within the body, in ms; default 15,000, never above `timeoutMs`. */
  silenceMs?: number | undefined;
  /** Most bytes of a body after decompression; default 10 MB. */
  maxBytes?: number | undefined;
  /** Obey robots.txt; default true. */
  robots?: boolean | undefined;
  /** Least time from the end of a request to the next one to the same host, in ms; default 1,000. */
  delayMs?: number | undefined;
  /** Tries of one request in all, 1 or more; default 3. */
  attempts?: number | undefined;
  /** Folder that keeps pages for conditional requests; default: none are kept. */
  cache?: string | undefined;
  /** Requests under way at once, each to another host; default 8. */
  concurrency?: number | undefined;
  /** Ends everything at once. */
  signal?: AbortSignal | undefined;
  /** Milliseconds since 1970; default the system's clock. */
  now?: Clock['now'] | undefined;
  /** From 0 up to 1; default `Math.random`. */
  random?: (() => number) | undefined;
  /** Waits; default a timer. Time-outs always go by the real clock. */
  sleep?: Clock['sleep'] | undefined;
  /** Names to addresses; default `dns.lookup`. */
  lookup?: LookupFunction | undefined;
}

export interface Fetcher {
  /**
   * The page at `url`: an article (`page`, the default), or also what may list or hold articles, as feeds, sitemaps
   * and archives do (`any`).
   * @throws FetchError or ExtractError with one of the codes in `docs/fetching.md`; the reason of the signal when
   * that was aborted; an AbortError after `close`.
   */
  fetch(url: string, wanted?: 'page' | 'any'): Promise<FetchedPage>;
  /** Ends what is under way; resolves when no connection is left. */
  close(): Promise<void>;
}

const USER_AGENT = 'scscheck (reads pages for the person who asked for them)';

/** @throws UsageError `user-agent` for one that cannot stand in a header. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { userAgent = USER_AGENT, timeoutMs = 30_000, maxBytes = 10 * 1_048_576, now = Date.now } = options;
  if (!/^[\x21-\x7e][\x20-\x7e]{0,499}$/.test(userAgent)) {
    throw new UsageError('user-agent', 'the User-Agent is no line of printable ASCII', null, 'give up to 500 letters');
  }
  const closing = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
  // Every request and wait listens to it, thousands at once.
  setMaxListeners(0, signal);
  const sleep = options.sleep ?? ((ms) => realSleep(ms, undefined, { signal }));
  const hosts = hostTurns(atLeastOne(options.concurrency ?? 8), options.delayMs ?? 1000, { now, sleep }, signal);
  const request = {
    reach: { allowPrivate: options.allowPrivate ?? false, lookup: options.lookup },
    userAgent,
    times: {
      total: timeoutMs,
      connect: Math.min(options.connectMs ?? 10_000, timeoutMs),
      silence: Math.min(options.silenceMs ?? 15_000, timeoutMs),
    },
    ...{ maxBytes, now, signal },
  };
  const tries = { attempts: atLeastOne(options.attempts ?? 3), random: options.random ?? Math.random };
  const cache = options.cache === undefined ? null : httpCache(options.cache);
  const way: Way = { ...{ hosts, request, cache, signal }, ...tries, sleep, check: async () => {} };
  const rulesOf = rulesOfSites(robotsName(userAgent), async (url) => {
    const bounds = { ...request, maxBytes: ROBOTS_BYTES };
    return (await follow(url, 'robots', { ...way, request: bounds, cache: null })).bytes;
  });
  const checked = options.robots === false ? way : { ...way, check: allowedBy(rulesOf, hosts) };
  return {
    async fetch(url, wanted = 'page') {
      signal.throwIfAborted();
      try {
        return await follow(url, wanted, checked);
      } catch (thrown) {
        // What breaks off because of the signal breaks off in many ways; the reason is what counts.
        signal.throwIfAborted();
        throw thrown;
      }
    },
    async close() {
      closing.abort(new DOMException('the fetcher is closed', 'AbortError'));
      await hosts.idle();
    },
  };
}

/** Throws for an address that the rules of its site forbid; has the host wait between requests as they want. */
function allowedBy(rulesOf: (url: URL) => Promise<SiteRules>, hosts: Hosts): (url: URL) => Promise<void> {
  return async (url) => {
    const rules = await rulesOf(url);
    hosts.slowDown(url, rules.delayMs);
    if (!rules.allows(url)) throw forbidden();
  };
}

const atLeastOne = (count: number): number => Math.max(1, Math.trunc(count) || 1);
