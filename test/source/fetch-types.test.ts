/** What is taken for an article, and what else for a list of them. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/source/fetcher.ts';
import { faultyServer, reply } from './faulty-server.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ARTICLES = ['text/html', 'Text/HTML ; charset=x', 'application/xhtml+xml', 'text/plain', 'text/markdown'];
const DOCUMENTS = ['application/pdf', DOCX];
const LISTS = ['application/rss+xml', 'text/xml', 'application/json', 'application/feed+json', 'text/csv'];
const PACKED = ['application/gzip', 'application/x-gzip', 'application/octet-stream', 'application/warc'];
const NEITHER = ['image/png', 'video/mp4', 'audio/mpeg', 'font/woff2'];

let server: Awaited<ReturnType<typeof faultyServer>>;
let fetcher: Fetcher;
beforeAll(async () => {
  server = await faultyServer(({ path }) => {
    if (path === '/huge') {
      const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
      return reply(200, headers, gzipSync(Buffer.alloc(10 * 1_048_576 + 1, 'a')));
    }
    return reply(200, { 'content-type': decodeURIComponent(path.slice(1)) }, gzipSync('packed'));
  });
  fetcher = createFetcher({ allowPrivate: true, robots: false, delayMs: 0 });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

async function codeFor(type: string, wanted: 'page' | 'any'): Promise<string> {
  const url = `http://127.0.0.1:${server.port}/${encodeURIComponent(type)}`;
  return fetcher.fetch(url, wanted).then(
    (page) => page.bytes.toString('latin1').slice(0, 2),
    (error: { code: string }) => error.code,
  );
}
/** What gzip begins with: the body came as it was, as no encoding was named. */
const AS_IT_WAS = '\x1f\x8b';

describe('wanted as a page', () => {
  test.each(DOCUMENTS)('%s is taken', async (type) => {
    expect(await codeFor(type, 'page')).toBe(AS_IT_WAS);
  });
  test.each([...LISTS, ...PACKED, ...NEITHER])('%s is not', async (type) => {
    expect(await codeFor(type, 'page')).toBe('content-type');
  });
  test.each(ARTICLES.filter((type) => /^text/i.test(type)))('%s is, but not when it is packed', async (type) => {
    expect(await codeFor(type, 'page')).toBe('bad-answer');
  });
});

describe('wanted as anything', () => {
  test.each([...DOCUMENTS, ...PACKED, 'application/rss+xml', 'application/json'])('%s is taken', async (type) => {
    expect(await codeFor(type, 'any')).toBe(AS_IT_WAS);
  });
  test.each(NEITHER)('%s is not', async (type) => {
    expect(await codeFor(type, 'any')).toBe('content-type');
  });
});

test('more than 10 MB after decompression is too large', async () => {
  const huge = fetcher.fetch(`http://127.0.0.1:${server.port}/huge`);
  await expect(huge).rejects.toMatchObject({ code: 'too-large', message: 'is larger than 10 MB' });
});
