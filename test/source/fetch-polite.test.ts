/** What hosts see of a fetcher: turns, pauses, robots.txt, tries. The clock is the test's own. */
import type { LookupFunction } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/source/fetcher.ts';
import { type Ask, faultyServer, inTurn, type Misbehaviour, reply } from './faulty-server.ts';

const page = reply(200, { 'content-type': 'text/html' }, '<p>A page.</p>');
const lookup: LookupFunction = (_, options, callback) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);

let server: Awaited<ReturnType<typeof faultyServer>>;
let answer: (ask: Ask) => Misbehaviour;
let clock = 0;
/** Each wait as the fetcher asked for it. */
let waits: number[] = [];
/** When each path was asked for, by that clock. */
let times: [path: string, ms: number][] = [];
const open: Fetcher[] = [];

beforeEach(async () => {
  [clock, waits, times, answer] = [0, [], [], () => page];
  server = await faultyServer((ask) => {
    times.push([ask.path, clock]);
    return answer(ask);
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((fetcher) => fetcher.close()));
  await server.close();
});

function fetcherWith(options: FetcherOptions): Fetcher {
  const fetcher = createFetcher({
    allowPrivate: true,
    robots: false,
    now: () => clock,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    lookup,
    ...options,
  });
  open.push(fetcher);
  return fetcher;
}
const url = (host: string, path: string): string => `http://${host}.test:${server.port}${path}`;

describe('one host', () => {
  test('is asked for one page at a time, in order, a second apart', async () => {
    const fetcher = fetcherWith({});
    await Promise.all(['/a', '/b', '/c', '/d'].map((path) => fetcher.fetch(url('one', path))));
    expect(times).toEqual([
      ['/a', 0],
      ['/b', 1000],
      ['/c', 2000],
      ['/d', 3000],
    ]);
    expect(server.seen('one.test').most).toBe(1);
  });

  test('is the same host by its name with a dot at the end', async () => {
    const fetcher = fetcherWith({ delayMs: 50 });
    await Promise.all([fetcher.fetch(url('one', '/a')), fetcher.fetch(url('one', '/b').replace('.test', '.test.'))]);
    expect(waits).toEqual([50]);
  });

  test('may be asked without a pause', async () => {
    const fetcher = fetcherWith({ delayMs: 0 });
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetch(url('one', path))));
    expect(waits).toEqual([]);
    expect(server.seen('one.test').most).toBe(1);
  });

  test.each([
    ['2.5', 2500],
    ['0', 1000],
    ['3600', 30_000],
    ['1e999', 30_000],
    ['-4', 1000],
    ['soon', 1000],
  ])('with Crawl-delay %s is left alone for %i ms', async (delay, ms) => {
    answer = ({ path }) => (path === '/robots.txt' ? reply(200, {}, `User-agent: *\nCrawl-delay: ${delay}`) : page);
    const fetcher = fetcherWith({ robots: true });
    await Promise.all(['/a', '/b'].map((path) => fetcher.fetch(url('one', path))));
    expect(times).toEqual([
      ['/robots.txt', 0],
      ['/a', ms],
      ['/b', 2 * ms],
    ]);
  });

  test('that is busy is left alone by all its pages', async () => {
    answer = ({ path }) => (path === '/a' ? inTurn(reply(429, { 'retry-after': '20' }), page) : page);
    const fetcher = fetcherWith({});
    await Promise.all(['/a', '/b'].map((path) => fetcher.fetch(url('one', path))));
    expect(times).toEqual([
      ['/a', 0],
      ['/b', 20_000],
      ['/a', 21_000],
    ]);
  });

  test('that shuts the door is asked no more until the time it named', async () => {
    answer = ({ path }) => (path === '/a' ? reply(503, { 'retry-after': 'Thu, 01 Jan 1970 01:00:00 GMT' }) : page);
    const fetcher = fetcherWith({});
    const failed = { code: 'asked-to-wait', message: expect.stringContaining('another 3600 s') };
    await expect(fetcher.fetch(url('one', '/a'))).rejects.toMatchObject(failed);
    await expect(fetcher.fetch(url('one', '/b'))).rejects.toMatchObject(failed);
    clock = 3_600_000;
    await fetcher.fetch(url('one', '/b'));
    expect(times.map(([path]) => path)).toEqual(['/a', '/b']);
  });

  test('sees as many tries as were set, with waits that double', async () => {
    answer = () => reply(500);
    const fetcher = fetcherWith({ attempts: 5, delayMs: 0 });
    await expect(fetcher.fetch(url('one', '/a'))).rejects.toMatchObject({ code: 'http-status', message: /500/ });
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    expect(times).toHaveLength(5);
  });
});

describe('many hosts', () => {
  test('are asked at once, as many as were set', async () => {
    const waiting: Ask[] = [];
    let most = 0;
    let now = 0;
    // Nobody gets an answer until four hosts wait for one: fewer at once would never end, more would show.
    answer = () => (ask) => {
      waiting.push(ask);
      most = Math.max(most, ++now);
      if (waiting.length < 4) return;
      for (const one of waiting.splice(0)) {
        now--;
        page(one);
      }
    };
    const fetcher = fetcherWith({ concurrency: 4 });
    await Promise.all(Array.from({ length: 12 }, (_, at) => fetcher.fetch(url(`host${at}`, '/'))));
    expect(most).toBe(4);
  });

  test('do not wait for one that pauses', async () => {
    let wake = (): void => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const fetcher = fetcherWith({ concurrency: 1, sleep: () => asleep });
    await fetcher.fetch(url('slow', '/a'));
    const second = fetcher.fetch(url('slow', '/b'));
    await fetcher.fetch(url('other', '/c'));
    expect(times.map(([path]) => path)).toEqual(['/a', '/c']);
    wake();
    await second;
  });
});

describe('robots.txt', () => {
  test('is read once for a site, however many pages ask at once, and not for others', async () => {
    answer = ({ path }) => (path === '/robots.txt' ? reply(200, {}, 'User-agent: *\nDisallow: /no\n') : page);
    const fetcher = fetcherWith({ robots: true });
    const ends = await Promise.allSettled(
      ['/a', '/no', '/b?no', '/no/more'].map((path) => fetcher.fetch(url('one', path))),
    );
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    await fetcher.fetch(url('two', '/a'));
    expect(server.seen('one.test').asks.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b?no']);
    expect(server.seen('two.test').asks.map(({ path }) => path)).toEqual(['/robots.txt', '/a']);
  });

  test('is not asked for where it is not to be obeyed', async () => {
    await fetcherWith({}).fetch(url('one', '/a'));
    expect(times.map(([path]) => path)).toEqual(['/a']);
  });
});

describe('stopping', () => {
  /** Waits that only an abort ends, and a host that answers nothing. */
  const endless: FetcherOptions['sleep'] = (_, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  test.each(['signal', 'close'] as const)('by %s ends requests, waits and turns at once', async (by) => {
    const stop = new AbortController();
    answer = ({ host }) => (host === 'silent.test' ? () => {} : reply(500));
    const fetcher = fetcherWith({ sleep: endless, signal: stop.signal });
    const pages = ['silent', 'silent', 'fault', 'fault'].map((host, at) => fetcher.fetch(url(host, `/${at}`)));
    const ends = Promise.allSettled(pages);
    while (times.length < 2) await turn();
    if (by === 'close') await fetcher.close();
    else stop.abort(new Error('enough'));
    const reason = by === 'close' ? { name: 'AbortError' } : { message: 'enough' };
    for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason });
    await expect(fetcher.fetch(url('late', '/'))).rejects.toMatchObject(reason);
    expect(times).toHaveLength(2);
  });
});

test('a User-Agent that cannot stand in a header is wrong usage', () => {
  for (const userAgent of ['', 'a\r\nb: c', 'ö', 'a'.repeat(501)]) {
    expect(() => createFetcher({ userAgent })).toThrowError(expect.objectContaining({ code: 'user-agent' }));
  }
});
