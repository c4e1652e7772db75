import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FetchError } from '../../src/errors.ts';
import { fetchFailed, StatusError, timedOut } from '../../src/source/fetch-errors.ts';
import { mayPass, retryAfterMs, waitAfter } from '../../src/source/retry.ts';

describe('the wait before another try', () => {
  test('is drawn from 0 to a bound that doubles from one second to thirty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tries, drawn) => {
          const wait = waitAfter(timedOut(1), tries, () => drawn);
          expect(wait).toBe(Math.round(drawn * Math.min(30_000, 1000 * 2 ** (tries - 1))));
        },
      ),
      { examples: [[1, 0]] },
    );
  });

  test('is never shorter than the server asks', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (asked, drawn) => {
        expect(waitAfter(new StatusError(429, asked), 2, () => drawn)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(1994, 10, 6, 8, 49, 0);
  test.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['99999999999', 86_400_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
    ['Sun, 06 Nov 2094 08:00:00 GMT', 86_400_000],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['Sun, 99 Foo 1994 08:49:37 GMT', null],
    ['1'.repeat(10_000), null],
    ['', null],
    [null, null],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test('is a wait of no less than nothing and no more than a day, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const ms = retryAfterMs(header, now);
          expect(ms === null || (ms >= 0 && ms <= 86_400_000)).toBe(true);
        },
      ),
    );
  });
});

test('another try is for what may pass', () => {
  const status = (code: number): FetchError => new StatusError(code, null);
  const later = [status(429), status(500), status(503), status(599), timedOut(1), fetchFailed('no-answer', '')];
  const never = ['unknown-host', 'tls', 'bad-answer', 'private-address', 'robots', 'bad-url', 'asked-to-wait'];
  expect(later.map(mayPass)).toEqual(later.map(() => true));
  expect([400, 404, 410, 304].map((code) => mayPass(status(code)))).toEqual([false, false, false, false]);
  expect(never.map((code) => mayPass(fetchFailed(code, '')))).toEqual(never.map(() => false));
  const noNameServer = Object.assign(new Error(), { code: 'EAI_AGAIN' });
  expect(mayPass(fetchFailed('unknown-host', '', null, noNameServer))).toBe(true);
});
