/** Conditional requests, and the folder that makes them possible. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type FetcherOptions } from '../../src/source/fetcher.ts';
import { httpCache } from '../../src/source/http-cache.ts';
import { type Ask, faultyServer, type Misbehaviour, reply } from './faulty-server.ts';
import { sandbox } from './sandbox.ts';

const BODY = '<p>As it was printed.</p>';
const HTML = { 'content-type': 'text/html' };
const box = sandbox();
let server: Awaited<ReturnType<typeof faultyServer>>;
let answer: Misbehaviour;
let asked: Ask[] = [];
let folder = '';
let folders = 0;

beforeAll(async () => {
  server = await faultyServer((ask) => {
    asked.push(ask);
    return answer;
  });
});
afterAll(() => server.close());
beforeEach(() => {
  folder = join(box.root, `cache-${folders++}`);
  asked = [];
});

/** Fetches the page with a fetcher of its own, as another run would. */
async function get(options: FetcherOptions = {}) {
  const fetcher = createFetcher({ allowPrivate: true, robots: false, attempts: 1, cache: folder, ...options });
  try {
    return await fetcher.fetch(`http://127.0.0.1:${server.port}/page?key=1`);
  } finally {
    await fetcher.close();
  }
}
const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Says that nothing has changed to whoever knows the tag. */
const tagged =
  (tag: string, body = BODY): Misbehaviour =>
  (ask) =>
    (ask.headers['if-none-match'] === tag ? reply(304, { etag: tag }) : reply(200, { ...HTML, etag: tag }, body))(ask);

describe('a page that was kept', () => {
  test('is not sent again while its tag holds', async () => {
    answer = tagged('"v1"');
    expect(await get()).toMatchObject({ fromCache: false, contentType: 'text/html' });
    expect(await get()).toMatchObject({ fromCache: true, contentType: 'text/html', bytes: Buffer.from(BODY) });
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
  });

  test('is not sent again while its date holds', async () => {
    const date = 'Sun, 06 Nov 1994 08:49:37 GMT';
    answer = (ask) =>
      (ask.headers['if-modified-since'] === date ? reply(304) : reply(200, { ...HTML, 'last-modified': date }, BODY))(
        ask,
      );
    expect(await get()).toMatchObject({ fromCache: false, lastModified: date });
    expect(await get()).toMatchObject({ fromCache: true, lastModified: date, bytes: Buffer.from(BODY) });
  });

  test('gives way to a new one', async () => {
    answer = tagged('"v1"');
    await get();
    answer = tagged('"v2"', '<p>Corrected.</p>');
    expect((await get()).bytes.toString()).toBe('<p>Corrected.</p>');
    expect(await get()).toMatchObject({ fromCache: true, bytes: Buffer.from('<p>Corrected.</p>') });
    expect(files()).toHaveLength(1);
  });

  test('stays when the server fails, and is not given out for it', async () => {
    answer = tagged('"v1"');
    await get();
    answer = reply(500);
    await expect(get()).rejects.toMatchObject({ code: 'http-status' });
    answer = tagged('"v1"');
    expect((await get()).fromCache).toBe(true);
  });

  test('is asked for anew when it is larger than is wanted now', async () => {
    answer = tagged('"v1"');
    await get();
    await expect(get({ maxBytes: 10 })).rejects.toMatchObject({ code: 'too-large' });
    expect(asked[1]!.headers['if-none-match']).toBe(undefined);
  });
});

test.each([
  ['without tag and date', {}],
  ['not to be stored', { etag: '"v1"', 'cache-control': 'private, No-Store' }],
  ['with a tag that could not be sent back', { etag: `"${'v'.repeat(600)}"` }],
])('a page %s is not kept', async (_, headers) => {
  answer = reply(200, { ...HTML, ...headers }, BODY);
  await get();
  expect((await get()).fromCache).toBe(false);
  expect(asked[1]!.headers['if-none-match']).toBe(undefined);
});

test('what is kept is for its owner alone, and nothing half written is left', async () => {
  answer = tagged('"v1"');
  await Promise.all(Array.from({ length: 8 }, () => get()));
  expect(files()).toHaveLength(1);
  expect(statSync(files()[0]!).mode & 0o077).toBe(0);
  expect((await get()).fromCache).toBe(true);
});

test('a folder that cannot be written to is no hindrance', async () => {
  folder = box.write('in-the-way', 'a file');
  answer = tagged('"v1"');
  expect((await get()).bytes.toString()).toBe(BODY);
  expect(readFileSync(folder, 'utf8')).toBe('a file');
});

test('a kept page that is torn or changed at any place is left out of account', async () => {
  const cache = httpCache(folder);
  const url = 'https://paper.example/a';
  const page = { url, etag: '"v1"', lastModified: null, contentType: 'text/html', bytes: Buffer.from(BODY) };
  await cache.write(page);
  const [path] = files();
  const whole = readFileSync(path!);
  expect(await cache.read(url, 1000)).toEqual(page);
  const at = fc.nat(whole.length - 1);
  await fc.assert(
    fc.asyncProperty(at, fc.boolean(), fc.integer({ min: 1, max: 255 }), async (place, cut, change) => {
      const broken = Buffer.from(whole);
      broken[place]! ^= change;
      writeFileSync(path!, cut ? whole.subarray(0, place) : broken);
      const read = await cache.read(url, 1000);
      // The head is not hashed: a letter changed in the tag or type may go unnoticed, and only costs a request.
      if (read !== null) expect(read.bytes).toEqual(page.bytes);
    }),
  );
  writeFileSync(path!, Buffer.alloc(0));
  expect(await cache.read(url, 1000)).toBe(null);
});
