/** When a request is worth another try, and how long to wait before it. */

import type { KnownError } from '../errors.ts';
import { StatusError } from './fetch-errors.ts';

/** Full jitter draws from 0 to this, doubled each time, in milliseconds; the first is a second, as between two pages. */
const FIRST_BACKOFF = 1000;
/** No backoff is longer, in milliseconds: as the longest delay of a site between two pages. */
const LONGEST_BACKOFF = 30_000;
/** Longest wait that a server may ask for which is read as it stands, in milliseconds: a day. */
const LONGEST_RETRY_AFTER = 86_400_000;

/** Whether the same request may do better later: resets, time-outs, 429 and 5xx; a name server that is not there. */
export function mayPass(error: KnownError): boolean {
  if (error instanceof StatusError) return error.status === 429 || error.status >= 500;
  if (error.code === 'timeout' || error.code === 'no-answer') return true;
  return error.code === 'unknown-host' && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EAI_AGAIN';
}

/**
 * Milliseconds to wait after the failed try number `tries` (1 for the first): exponential, with full jitter from
 * `random` (0 up to 1), and no less than what the server asked for.
 */
export function waitAfter(error: KnownError, tries: number, random: () => number): number {
  const backoff = random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1));
  const asked = error instanceof StatusError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(Math.round(backoff), asked);
}

/** Milliseconds that a `Retry-After` header asks for, seconds or an HTTP date; 0 to a day, null when it says neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,20}$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_RETRY_AFTER);
  // The one form that servers may send, as in "Sun, 06 Nov 1994 08:49:37 GMT".
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(at - now, 0), LONGEST_RETRY_AFTER);
}
