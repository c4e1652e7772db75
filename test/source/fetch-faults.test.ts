/** Servers that misbehave in every way we know, all at once, and one fetcher that has to bear with them. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import type { FetchedPage } from '../../src/source/fetch.ts';
import { createFetcher } from '../../src/source/fetcher.ts';
import { faultyServer, reply } from './faulty-server.ts';
import { CASES, MOST_BYTES, PAGE, type Ports, TIMES } from './faulty-server-cases.ts';
import { plainServer, selfSignedServer } from './faulty-server-tls.ts';

const OURS = '127.0.0.1';
const lookups = new Map<string, number>();
/** `*.test` is the server, which counts as public here; some names lead elsewhere. */
const lookup: LookupFunction = (name, options, callback) => {
  const time = (lookups.get(name) ?? 0) + 1;
  lookups.set(name, time);
  const found = name.endsWith('.private')
    ? ['10.1.2.3']
    : name === 'mixed.test'
      ? [OURS, '192.168.0.1']
      : name === 'changing.test' && time > 1
        ? ['127.0.0.2']
        : [OURS];
  if (name.endsWith('.invalid')) callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '', 0);
  else if (options.all)
    callback(
      null,
      found.map((address) => ({ address, family: 4 })),
    );
  else callback(null, found[0]!, 4);
};

const byName = new Map(CASES.map((one) => [`${one.name}.test`, one]));
const ends = new Map<string, FetchedPage | KnownError>();
const slept: number[] = [];
let server: Awaited<ReturnType<typeof faultyServer>>;

beforeAll(async () => {
  server = await faultyServer(({ host, path }) => {
    const one = byName.get(host)!;
    return path === '/robots.txt' ? (one.robots ?? reply(404)) : one.answer;
  });
  const tls = await selfSignedServer();
  const noTls = await plainServer();
  const ports: Ports = { plain: server.port, tls: tls.port, noTls: noTls.port, closed: await closedPort() };
  let clock = 1e12;
  const fetcher = createFetcher({
    ...TIMES,
    allowPrivate: (address) => address === OURS,
    userAgent: 'scscheck/1 (tests)',
    maxBytes: MOST_BYTES,
    concurrency: 24,
    now: () => clock,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      clock += ms;
    },
    lookup,
  });
  await Promise.all(
    CASES.map(async (one) => {
      const url = one.url?.(ports) ?? `http://${one.name}.test:${ports.plain}/page`;
      const end = fetcher.fetch(url).catch((thrown: unknown) => {
        if (thrown instanceof KnownError) return thrown;
        throw thrown;
      });
      ends.set(one.name, await end);
    }),
  );
  await fetcher.close();
  tls.close();
  noTls.close();
}, 60_000);
afterAll(() => server.close());

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, OURS);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

const codeOf = (end: FetchedPage | KnownError | undefined): string | undefined =>
  end instanceof KnownError ? end.code : end && 'page';

describe.each(CASES)('a server that $does', (one) => {
  test(`ends in ${one.ends}`, () => {
    expect(codeOf(ends.get(one.name)), String(ends.get(one.name))).toBe(one.ends);
  });

  test('sees its share of requests, one at a time', () => {
    const { asks, most } = server.seen(`${one.name}.test`);
    const robots = asks.filter(({ path }) => path === '/robots.txt');
    // A host of other cases is asked for them too.
    if (one.name !== 'robots') expect(robots).toHaveLength(one.robotsAsks ?? 1);
    expect(asks.length - robots.length).toBe(one.asks);
    expect(most).toBeLessThanOrEqual(1);
  });
});

test('what is read is what was sent', () => {
  const read = CASES.filter(({ ends: end }) => end === 'page').map(({ name }) => [name, ends.get(name)] as const);
  for (const [name, page] of read) {
    const text = page instanceof KnownError ? '' : page!.bytes.toString();
    expect(text, name).toBe(name === 'too-long' ? PAGE.slice(0, 40) : PAGE);
  }
});

test('no cookie, credential or referrer is ever sent, and each request says who asks', () => {
  const all = CASES.flatMap(({ name }) => server.seen(`${name}.test`).asks);
  expect(all.length).toBeGreaterThan(150);
  for (const { headers } of all) {
    expect(Object.keys(headers).filter((name) => /cookie|authorization|referer/.test(name))).toEqual([]);
    expect(headers['user-agent']).toBe('scscheck/1 (tests)');
  }
});

test('no message tells what stood in an address', () => {
  const said = [...ends.values()].map((end) => (end instanceof KnownError ? `${end.message} ${end.hint}` : ''));
  expect(said.filter((text) => /s3cret|passwd/.test(text))).toEqual([]);
});

test('the seven seconds that a server asked for were waited', () => {
  expect(slept).toContain(7000);
});

describe('the document', () => {
  const document = readFileSync('docs/fetching.md', 'utf8');

  test('has each case with its end', () => {
    const missing = CASES.filter((one) => !document.includes(`| ${one.does} | \`${one.ends}\` | ${one.asks} |`));
    expect(missing.map((one) => `| ${one.does} | \`${one.ends}\` | ${one.asks} |`)).toEqual([]);
  });

  test('explains each code', () => {
    const codes = new Set(CASES.map((one) => one.ends).filter((end) => end !== 'page'));
    expect([...codes].filter((code) => !new RegExp(`^\\| \`${code}\` \\| .{10,}`, 'm').test(document))).toEqual([]);
    expect(CASES.length).toBeGreaterThan(30);
  });
});
