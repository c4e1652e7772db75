import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadOptions, readInputs, type SourceItem } from '../../src/source/inputs.ts';
import { ABOUT_SCORES } from './texts.ts';

const PAGE = `<!doctype html><title>Scores</title><h1>Scores</h1><p>${ABOUT_SCORES}</p>`;
const asked: IncomingMessage[] = [];

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const html: Answer = (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
const packed =
  (encoding: string, body: Buffer): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body);
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end('moved');

const ANSWERS: Record<string, Answer> = {
  '/page': html,
  '/gzip': packed('gzip', gzipSync(PAGE)),
  '/deflate': packed('deflate', deflateSync(PAGE)),
  '/br': packed('br', brotliCompressSync(PAGE)),
  '/broken-gzip': packed('gzip', gzipSync(PAGE).subarray(0, 60)),
  '/no-gzip': packed('gzip', Buffer.from(PAGE)),
  '/bomb': packed('gzip', gzipSync(Buffer.alloc(30_000_000, 'word '))),
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const more = (): void => {
      while (!response.destroyed && response.write('words '.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  },
  '/latin': (_, response) =>
    response
      .setHeader('content-type', 'text/plain; charset=iso-8859-1')
      .end(iconv.encode(`“Voilà” ${ABOUT_SCORES}`, 'windows-1252')),
  '/post.md': (_, response) => response.setHeader('content-type', 'text/plain').end(`# Scores\n\n${ABOUT_SCORES}`),
  '/untyped': (_, response) => response.end(PAGE),
  '/image': (_, response) => response.setHeader('content-type', 'image/png').end('x'),
  '/empty': (_, response) => response.setHeader('content-type', 'text/html').end(),
  '/missing': (_, response) => response.writeHead(404).end(PAGE),
  '/fault': (_, response) => response.writeHead(503).end(),
  '/once': redirect('/page'),
  '/loop': redirect('/loop'),
  '/away': redirect('file:///etc/passwd'),
  '/nowhere': redirect('http://'),
  '/with-password': redirect('http://user:secret@x.example/'),
  '/cookie': (_, response) => response.writeHead(302, { location: '/page', 'set-cookie': 'a=b' }).end(),
  '/silent': () => {},
  '/half': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write(PAGE),
  '/hang-up': (request) => request.socket.destroy(),
};

const server = createServer((request, response) => {
  asked.push(request);
  (ANSWERS[request.url!] ?? ANSWERS['/missing']!)(request, response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ONCE = { robots: false, delayMs: 0, attempts: 1 };
async function read(inputs: string[], given: ReadOptions = { allowPrivate: true }): Promise<SourceItem[]> {
  const options = { ...ONCE, ...given };
  const items: SourceItem[] = [];
  for await (const item of readInputs(inputs, options)) items.push(item);
  return items;
}
const codeOf = (item: SourceItem | undefined): string | undefined =>
  item?.kind === 'error' ? item.error.code : item?.kind;

describe('a page by URL', () => {
  test.each(['/page', '/gzip', '/deflate', '/br', '/untyped', '/once', '/cookie'])('is read from %s', async (path) => {
    const [item] = await read([base + path]);
    const url = base + (path === '/once' || path === '/cookie' ? '/page' : path);
    expect(item).toMatchObject({ kind: 'article', article: { id: base + path, url, title: 'Scores' } });
    expect(item?.kind === 'article' && item.article.text.startsWith('Scores\n\nThe ministry')).toBe(true);
  });

  test('is decoded by its header, and Markdown is known by its name', async () => {
    const [latin, markdown] = await read([`${base}/latin`, `${base}/post.md`]);
    expect(latin?.kind === 'article' && latin.article.text.slice(0, 7)).toBe('“Voilà”');
    expect(latin?.kind === 'article' && latin.warnings).toEqual([]);
    expect(markdown?.kind === 'article' && markdown.article.blocks[0]?.kind).toBe('heading');
  });

  test('is asked for honestly, without cookies', async () => {
    asked.length = 0;
    await read([`${base}/cookie#part`], { allowPrivate: true, userAgent: 'tester/1.0' });
    expect(asked.map((request) => request.url)).toEqual(['/cookie', '/page']);
    for (const { headers } of asked) {
      expect(headers['user-agent']).toBe('tester/1.0');
      expect(headers.cookie).toBe(undefined);
      expect(headers.authorization).toBe(undefined);
    }
    asked.length = 0;
    await read([`${base}/page`]);
    expect(asked[0]!.headers['user-agent']).toMatch(/^scscheck/);
  });

  test.each([
    ['/missing', 'http-status'],
    ['/fault', 'http-status'],
    ['/image', 'content-type'],
    ['/empty', 'empty'],
    ['/loop', 'redirects'],
    ['/away', 'bad-url'],
    ['/nowhere', 'bad-url'],
    ['/with-password', 'bad-url'],
    ['/bomb', 'too-large'],
    ['/endless', 'too-large'],
    ['/broken-gzip', 'bad-answer'],
    ['/no-gzip', 'bad-answer'],
    ['/hang-up', 'no-answer'],
  ])('is an error for %s: %s', async (path, code) => {
    const [item, next] = await read([base + path, `${base}/page`]);
    expect(codeOf(item)).toBe(code);
    expect(item).toMatchObject({ id: base + path, error: { exitStatus: 3, place: { file: base + path } } });
    expect(codeOf(next)).toBe('article');
  });

  test.each(['/silent', '/half'])('that does not come in time is an error: %s', async (path) => {
    const [item] = await read([base + path], { allowPrivate: true, timeoutMs: 300 });
    expect(codeOf(item)).toBe('timeout');
  });

  test.each(['http://no-such-host.invalid/', 'http://127.0.0.1:1/'])(
    'that nobody serves is an error: %s',
    async (url) => {
      expect(['unknown-host', 'no-answer']).toContain(codeOf((await read([url]))[0]));
    },
  );

  test('is not waited for once reading is stopped', async () => {
    const stop = new AbortController();
    const reading = read([`${base}/silent`, `${base}/silent`], { allowPrivate: true, signal: stop.signal });
    server.once('request', () => stop.abort());
    expect(await reading).toEqual([]);
  });
});

describe('addresses that are not public', () => {
  test('are refused, by number, by name and behind a redirect', async () => {
    const { port } = server.address() as AddressInfo;
    const urls = [
      `${base}/kept-private`,
      `http://localhost:${port}/kept-private`,
      `http://[::1]:${port}/kept-private`,
      `http://[::ffff:127.0.0.1]:${port}/kept-private`,
      `http://2130706433:${port}/kept-private`,
      `http://0x7f.1:${port}/kept-private`,
      `http://0.0.0.0:${port}/kept-private`,
      'http://169.254.169.254/latest/meta-data/',
      'http://user:pass@x.example/',
    ];
    const items = await read(urls, {});
    expect(items.map(codeOf)).toEqual([...urls.slice(1).map(() => 'private-address'), 'bad-url']);
    // By path: a request of an earlier test, given up by its reader, may still come in.
    expect(asked.filter((request) => request.url === '/kept-private')).toEqual([]);
  });
});
