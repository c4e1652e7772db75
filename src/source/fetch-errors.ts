/** What can go wrong on the way to a page. */
import { FetchError, KnownError } from '../errors.ts';

/** A fetch that failed with `code`. */
export function fetchFailed(code: string, message: string, hint: string | null = null, cause?: unknown): FetchError {
  return new FetchError(code, message, null, hint, { cause });
}

/** The server resolves to an address that is not on the public network. */
export function privateAddress(host: string): FetchError {
  return fetchFailed(
    'private-address',
    `${host} is not on the public network`,
    'it is read only where that is allowed',
  );
}

/** The known error behind what undici threw for a request that had `timeoutMs`. */
export function requestFailure(thrown: unknown, timeoutMs: number): KnownError | null {
  if (thrown instanceof KnownError) return thrown;
  const error = thrown as { code?: unknown; name?: unknown; cause?: unknown };
  if (error.cause instanceof KnownError) return error.cause;
  const code = typeof error.code === 'string' ? error.code : '';
  const isTimeout = error.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code);
  if (isTimeout) return fetchFailed('timeout', `did not answer in time (${timeoutMs / 1000} s)`, null, thrown);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return fetchFailed('unknown-host', 'the server was not found', 'check the address', thrown);
  }
  if (/^(?:E[A-Z]+|UND_ERR_\w+|ERR_(?:TLS|SSL)_\w+|CERT_\w+|\w*CERT\w*|Z_\w+|ERR_\w*BROTLI\w*)$/.test(code)) {
    return fetchFailed('no-answer', `did not answer (${code})`, 'try again later', thrown);
  }
  return null;
}
