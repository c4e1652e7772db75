/** What can go wrong on the way to a page. */
import { FetchError, KnownError } from '../errors.ts';

/** A fetch that failed with `code`. */
export function fetchFailed(code: string, message: string, hint: string | null = null, cause?: unknown): FetchError {
  return new FetchError(code, message, null, hint, { cause });
}

/** The server answered with a status that gives no page. */
export class StatusError extends FetchError {
  constructor(
    readonly status: number,
    /** Milliseconds that the server asks to wait, or null. */
    readonly retryAfterMs: number | null,
  ) {
    super('http-status', `the server answered with status ${status}`, null, statusHint(status));
  }
}

function statusHint(status: number): string | null {
  if (status === 429 || status >= 500) return 'try again later';
  return status === 401 || status === 403 ? 'the page is not open to everyone' : null;
}

/** The server resolves to an address that is not on the public network. */
export function privateAddress(host: string): FetchError {
  return fetchFailed(
    'private-address',
    `${host} is not on the public network`,
    'it is read only where that is allowed',
  );
}

/** Nothing, or not everything, came within `ms`. */
export function timedOut(ms: number, cause?: unknown): FetchError {
  return fetchFailed('timeout', `did not answer in time (${Math.ceil(ms) / 1000} s)`, 'try again later', cause);
}

/** The server answers in a way that cannot be read. */
export function badAnswer(message: string, cause?: unknown): FetchError {
  return fetchFailed('bad-answer', message, null, cause);
}

/** Codes of Node and undici, by what they mean here; the first that fits counts. */
const MEANINGS: [RegExp, (code: string, thrown: unknown) => FetchError][] = [
  [
    /^(?:ENOTFOUND|EAI_\w+)$/,
    (_, thrown) => fetchFailed('unknown-host', 'the server was not found', 'check the address', thrown),
  ],
  [
    /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|\w*CERT\w*|\w*SIGNATURE\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_\w+|\w*CRL\w*)$/,
    (code, thrown) => fetchFailed('tls', `no secure connection (${code})`, 'check it in a browser', thrown),
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, (_, thrown) => badAnswer('sends headers without end', thrown)],
  [/^(?:HPE_\w+|HTTPParserError)$/, (_, thrown) => badAnswer('breaks the rules of HTTP', thrown)],
  // Zlib's own codes, Brotli's (ERR_ and two underscores in some versions of Node) and Zstandard's.
  [
    /^(?:Z_\w+|ERR_\w*_ERROR_\w+|ERR_BROTLI\w*|ERR_ZSTD\w*|ZSTD_\w+)$/,
    (code, thrown) => badAnswer(`sends what cannot be decompressed (${code})`, thrown),
  ],
  [
    /^(?:E[A-Z]+|UND_ERR_(?:SOCKET|RES_CONTENT_LENGTH_MISMATCH|CLOSED|DESTROYED)|ERR_STREAM_PREMATURE_CLOSE)$/,
    (code, thrown) => fetchFailed('no-answer', `did not answer in full (${code})`, 'try again later', thrown),
  ],
];

/** The known error behind what was thrown for a request that could be silent for `silenceMs`; null for others. */
export function requestFailure(thrown: unknown, silenceMs: number): KnownError | null {
  if (thrown instanceof KnownError) return thrown;
  const error = thrown as { code?: unknown; name?: unknown; cause?: unknown } | null;
  if (error?.cause instanceof KnownError) return error.cause;
  // Errors of undici's parser come with no code, only a name.
  const code = String(error?.code ?? error?.name);
  if (/TIMEOUT|^ETIMEDOUT$/.test(code)) return timedOut(silenceMs, thrown);
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1](code, thrown) ?? null;
}
