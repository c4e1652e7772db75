/** The way to a page: its redirects, each with its turn and its tries. */

import { KnownError } from '../errors.ts';
import { type Answer, type FetchedPage, type RequestOptions, requestOnce } from './fetch.ts';
import { fetchFailed, StatusError } from './fetch-errors.ts';
import type { Clock, Hosts } from './fetch-hosts.ts';
import type { Wanted } from './fetch-types.ts';
import { checkedUrl } from './fetch-url.ts';
import type { HttpCache } from './http-cache.ts';
import { mayPass, waitAfter } from './retry.ts';

/** What every page on its way shares. */
export interface Way {
  hosts: Hosts;
  request: RequestOptions;
  cache: HttpCache | null;
  /** Tries of one request in all. */
  attempts: number;
  random(): number;
  sleep: Clock['sleep'];
  signal: AbortSignal;
  /** Throws when an address may not be asked for. */
  check(url: URL): Promise<void>;
}

const MOST_REDIRECTS = 5;

/**
 * The page that `url` leads to by at most five redirects, every one of them checked as the first address was.
 * `request.times.total` counts for the requests that lead there together; failed tries and waits are not counted.
 */
export async function follow(url: string, wanted: Wanted, way: Way): Promise<FetchedPage> {
  let at = checkedUrl(url);
  let left = way.request.times.total;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    await way.check(at);
    const { answer, took } = await patiently(at, wanted, left, way);
    if (answer.kind === 'page') {
      if (answer.mayKeep) await keep(answer, way.cache);
      return answer.page;
    }
    at = answer.to;
    // A millisecond is too short for any answer, and is a time-out like any other.
    left = Math.max(1, left - took);
  }
  throw fetchFailed('redirects', `redirects more than ${MOST_REDIRECTS} times`);
}

interface Timed {
  answer: Answer;
  /** Milliseconds. */
  took: number;
}

/** The answer for `at`, by as many tries as it may have. */
async function patiently(at: URL, wanted: Wanted, totalMs: number, way: Way): Promise<Timed> {
  for (let tries = 1; ; tries++) {
    try {
      return await way.hosts.turn(at, () => tryOnce(at, wanted, totalMs, tries, way));
    } catch (thrown) {
      way.signal.throwIfAborted();
      if (!(thrown instanceof KnownError) || !mayPass(thrown) || tries >= way.attempts) throw thrown;
      // A busy host is left alone anyway: its turn comes late, or says that it would come too late.
      const wait = isBusy(thrown) ? 0 : waitAfter(thrown, tries, way.random);
      if (wait > 0) await way.sleep(wait, way.signal);
    }
  }
}

async function tryOnce(at: URL, wanted: Wanted, totalMs: number, tries: number, way: Way): Promise<Timed> {
  const options = { ...way.request, times: { ...way.request.times, total: totalMs } };
  const kept = (await way.cache?.read(at.href, options.maxBytes)) ?? null;
  const began = performance.now();
  try {
    const answer = await requestOnce(at, wanted, kept, options);
    return { answer, took: performance.now() - began };
  } catch (thrown) {
    // Said before the turn ends, so that the next in line knows.
    if (thrown instanceof KnownError && isBusy(thrown)) way.hosts.pause(at, waitAfter(thrown, tries, way.random));
    throw thrown;
  }
}

/** A host that is too busy for every page, not for this one alone. */
function isBusy(error: KnownError): boolean {
  return error instanceof StatusError && mayPass(error) && (error.status === 429 || error.retryAfterMs !== null);
}

async function keep({ page, etag }: Answer & { kind: 'page' }, cache: HttpCache | null): Promise<void> {
  const { url, bytes, contentType, lastModified = null } = page;
  await cache?.write({ url, bytes, contentType, etag, lastModified });
}
