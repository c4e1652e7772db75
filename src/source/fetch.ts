/** Pages by http and https, with every bound that a page from anywhere needs. */
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { collect } from './bytes.ts';
import { pageAgent } from './fetch-agent.ts';
import { fetchFailed, requestFailure } from './fetch-errors.ts';

/** Bounds of a fetch; see `ReadOptions`. */
export interface FetchOptions {
  allowPrivate: boolean;
  userAgent: string;
  /** Milliseconds for everything together: redirects, answer and body. */
  timeoutMs: number;
  /** Most bytes of the body after decompression. */
  maxBytes: number;
  signal: AbortSignal;
}

/** A page as it came: the bytes of its body, decompressed, and where they were found in the end. */
export interface FetchedPage {
  bytes: Buffer;
  url: string;
  contentType: string | null;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const READABLE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/i;

/**
 * Fetches a page of text. Follows up to five redirects; sends no cookies and no credentials.
 * @throws FetchError with code `bad-url`, `private-address`, `unknown-host`, `timeout`, `no-answer`, `http-status`,
 * `redirects`, `content-type`; ExtractError `too-large`; the signal's reason when it is aborted.
 */
export async function fetchPage(url: string, options: FetchOptions): Promise<FetchedPage> {
  const silence = Math.min(options.timeoutMs, 15_000);
  const agent = pageAgent(options.allowPrivate, { connect: Math.min(options.timeoutMs, 10_000), silence });
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  try {
    let at = checkedUrl(url);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const answer = await request(at, { dispatcher: agent, signal, headers: headersOf(options.userAgent) });
      const next = REDIRECTS.has(answer.statusCode) ? headerOf(answer, 'location') : null;
      if (next === null) return await readPage(answer, at.href, options.maxBytes);
      answer.body.on('error', () => {}).destroy();
      at = checkedUrl(next, at);
    }
    throw fetchFailed('redirects', `redirects more than ${MOST_REDIRECTS} times`);
  } catch (thrown) {
    options.signal.throwIfAborted();
    throw requestFailure(thrown, options.timeoutMs) ?? thrown;
  } finally {
    await agent.destroy();
  }
}

/** The address, when it is one to ask: http or https, without credentials; the fragment is taken off. */
function checkedUrl(url: string, base?: URL): URL {
  if (!URL.canParse(url, base?.href)) {
    const what = base ? 'redirects to what is no valid URL' : 'is no valid URL';
    throw fetchFailed('bad-url', what, 'check the address');
  }
  const parsed = new URL(url, base);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw fetchFailed('bad-url', `${parsed.protocol}// addresses are not read`, 'give an http or https address');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw fetchFailed('bad-url', 'addresses with a user name or password are not read', 'leave them out');
  }
  parsed.hash = '';
  return parsed;
}

function headersOf(userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9',
    'accept-encoding': 'gzip, deflate, br',
  };
}

async function readPage(answer: Dispatcher.ResponseData, url: string, maxBytes: number): Promise<FetchedPage> {
  const contentType = headerOf(answer, 'content-type');
  const type = (contentType ?? '').split(';', 1).join('').trim();
  const isGood = answer.statusCode >= 200 && answer.statusCode < 300;
  if (!isGood || (type !== '' && !READABLE.test(type))) {
    answer.body.on('error', () => {}).destroy();
    if (!isGood) throw fetchFailed('http-status', `the server answered with status ${answer.statusCode}`);
    throw fetchFailed('content-type', `is ${type.slice(0, 100)}, not a page of text`, 'give an HTML or text page');
  }
  return { bytes: await collect(decompressed(answer), maxBytes), url, contentType };
}

/** The body without its content encoding; leaving the iteration early closes the connection. */
function decompressed(answer: Dispatcher.ResponseData): AsyncIterable<Buffer> {
  const encoding = headerOf(answer, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  if (unpack === null) return answer.body;
  // Faults of either stream reach the reader of the last one; the callback has nothing left to do.
  return pipeline(answer.body, unpack, () => {});
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
