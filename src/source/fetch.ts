/** One request and its answer, with every bound that an answer from anywhere needs. */
import type { Dispatcher } from 'undici';
import { collect } from './bytes.ts';
import { emptyInput } from './failures.ts';
import { type AgentTimes, connectionTo, type Reach } from './fetch-agent.ts';
import { ACCEPTED, firstBytes, unpacked } from './fetch-body.ts';
import { withDeadline } from './fetch-deadline.ts';
import { badAnswer, fetchFailed, requestFailure, StatusError } from './fetch-errors.ts';
import { KINDS, mediaType, type Wanted } from './fetch-types.ts';
import { checkedUrl } from './fetch-url.ts';
import type { CachedPage } from './http-cache.ts';
import { retryAfterMs } from './retry.ts';

/** A page as it came: the bytes of its body, decompressed, and where they were found in the end. */
export interface FetchedPage {
  bytes: Buffer;
  url: string;
  contentType: string | null;
  /** The header of that name, as the server wrote it. */
  lastModified?: string | undefined;
  /** Whether the server said that the page kept in the cache is still the one. */
  fromCache: boolean;
}

/** How a request is made. */
export interface RequestOptions {
  reach: Reach;
  userAgent: string;
  times: AgentTimes & { total: number };
  /** Most bytes of the body after decompression. */
  maxBytes: number;
  /** Milliseconds since 1970, to read dates in `Retry-After` by. */
  now(): number;
  signal: AbortSignal;
}

export type Answer =
  | { kind: 'page'; page: FetchedPage; etag: string | null; mayKeep: boolean }
  | { kind: 'redirect'; to: URL };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Statuses that tell of a part of a page, or of none. */
const NO_PAGE = new Set([204, 205]);
const PARTIAL = 206;

/**
 * Asks for `url` once; sends no cookies and no credentials. With `kept`, asks whether that is still the page. The
 * rules of a site (`robots`) are cut after `maxBytes`, where other bodies are refused.
 * @throws FetchError `bad-url` (of a redirect), `private-address`, `unknown-host`, `tls`, `timeout`, `no-answer`,
 * `bad-answer`, `http-status` (a StatusError), `redirects` (one that leads nowhere), `content-type`; ExtractError
 * `too-large`, `empty`; the signal's reason when it is aborted.
 */
export async function requestOnce(
  url: URL,
  wanted: Wanted,
  kept: CachedPage | null,
  options: RequestOptions,
): Promise<Answer> {
  const { client, end } = connectionTo(url.origin, options.reach, options.times);
  try {
    return await withDeadline(options.signal, options.times.total, async (signal) => {
      const path = url.pathname + url.search;
      const headers = headersOf(wanted, kept, options.userAgent);
      const answer = await client.request({ method: 'GET', path, headers, signal });
      // Left unread, a body that breaks off would be a fault that nobody sees.
      answer.body.on('error', () => {});
      return await readAnswer(answer, url, wanted, kept, options);
    });
  } catch (thrown) {
    options.signal.throwIfAborted();
    throw requestFailure(thrown, options.times.silence) ?? thrown;
  } finally {
    end();
  }
}

function headersOf(wanted: Wanted, kept: CachedPage | null, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: KINDS[wanted].accept,
    'accept-encoding': ACCEPTED,
    ...(kept?.etag ? { 'if-none-match': kept.etag } : {}),
    ...(kept?.lastModified ? { 'if-modified-since': kept.lastModified } : {}),
  };
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  url: URL,
  wanted: Wanted,
  kept: CachedPage | null,
  options: RequestOptions,
): Promise<Answer> {
  const status = answer.statusCode;
  if (REDIRECTS.has(status)) {
    const to = headerOf(answer, 'location');
    if (to === null) throw fetchFailed('redirects', 'redirects without saying where to');
    return { kind: 'redirect', to: checkedUrl(to, url) };
  }
  if (NO_PAGE.has(status)) throw emptyInput(`is empty (status ${status})`);
  const isSame = status === 304 && kept !== null;
  if (!isSame && (status < 200 || status > 299 || status === PARTIAL)) {
    throw new StatusError(status, retryAfterMs(headerOf(answer, 'retry-after'), options.now()));
  }
  const contentType = isSame ? kept.contentType : headerOf(answer, 'content-type');
  const type = mediaType(contentType);
  if (type !== '' && !KINDS[wanted].takes(type)) {
    throw fetchFailed('content-type', `is ${type.slice(0, 100)}, which is not read`, 'give a page or document');
  }
  const bytes = isSame ? kept.bytes : await readBody(answer, wanted, type, options.maxBytes);
  const lastModified = isSame ? kept.lastModified : headerOf(answer, 'last-modified');
  const page = {
    ...{ bytes, url: url.href, contentType, fromCache: isSame },
    ...(lastModified === null ? {} : { lastModified: lastModified.slice(0, 100) }),
  };
  const mayKeep = !isSame && !/no-store/i.test(headerOf(answer, 'cache-control') ?? '');
  return { kind: 'page', page, etag: headerOf(answer, 'etag'), mayKeep };
}

async function readBody(
  answer: Dispatcher.ResponseData,
  wanted: Wanted,
  type: string,
  maxBytes: number,
): Promise<Buffer> {
  const body = unpacked(answer.body, [answer.headers['content-encoding'] ?? ''].flat().join(','));
  const bytes = await (wanted === 'robots' ? firstBytes(body, maxBytes) : collect(body, maxBytes));
  if (bytes.length === 0) throw emptyInput();
  if (type.startsWith('text/') && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw badAnswer('is compressed more than once, or without saying so');
  }
  return bytes;
}

/** A header; the first when it is given more than once. */
function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
