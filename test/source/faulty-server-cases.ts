/** Ways for a server to misbehave, each with how a fetch of it ends; `docs/fetching.md` shows the same table. */
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { endless, inTurn, type Misbehaviour, raw, reply } from './faulty-server.ts';

export interface FaultyCase {
  /** The first label of its host. */
  name: string;
  /** What the server does, as the document says it. */
  does: string;
  /** How a fetch ends: `page` or the code of the error. */
  ends: string;
  /** Requests that the host sees, without those for robots.txt. */
  asks: number;
  answer: Misbehaviour;
  /** Answer for /robots.txt; default 404. */
  robots?: Misbehaviour;
  /** Requests for /robots.txt; default 1. */
  robotsAsks?: number;
  /** The address to fetch; default `http://NAME.test:PORT/page`. */
  url?(ports: Ports): string;
}

export interface Ports {
  /** Of the server that misbehaves. */
  plain: number;
  /** Of one with a certificate of its own making. */
  tls: number;
  /** Of one that speaks without TLS, and without being asked. */
  noTls: number;
  /** Nobody listens there. */
  closed: number;
}

/** Most bytes of a body in the test: small, so that bombs need not be big. */
export const MOST_BYTES = 1_000_000;
/** Times in the test, in milliseconds: well above what a busy machine takes to answer; they pass three times each. */
export const TIMES = { timeoutMs: 3500, silenceMs: 2000, connectMs: 2000 };

export const PAGE = '<!doctype html><title>Ledger</title><p>The town keeps a ledger of unpaid fines.</p>';
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const page = reply(200, HTML, PAGE);
const never: Misbehaviour = () => {};
const reset: Misbehaviour = ({ socket }) => socket.resetAndDestroy();
const head = (lines: string): string => `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${lines}\r\n`;
const packed = (encoding: string, body: Buffer | string): Misbehaviour =>
  reply(200, { ...HTML, 'content-encoding': encoding }, body);
const status = (code: number, headers = {}): Misbehaviour => reply(code, { ...HTML, ...headers }, PAGE);
const to = (location: string): Misbehaviour => reply(302, { location }, 'moved');
const BOMB = Buffer.alloc(40 * MOST_BYTES, 'word ');
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIPPED = gzipSync(PAGE);
/** Redirects `/page` to `/1`, that to `/2` and so on, `count` times. */
const hops =
  (count: number): Misbehaviour =>
  (ask) => {
    const at = Number(ask.path.slice(1)) || 0;
    (at < count ? to(`/${at + 1}`) : page)(ask);
  };

/** A case, short to write. */
function one(
  name: string,
  does: string,
  ends: string,
  asks: number,
  answer: Misbehaviour,
  more: Pick<FaultyCase, 'robots' | 'robotsAsks' | 'url'> = {},
): FaultyCase {
  return { name, does, ends, asks, answer, ...more };
}

const CONNECTIONS: FaultyCase[] = [
  one('good', 'answers as it should', 'page', 1, page),
  one(
    'old',
    'answers in HTTP/1.0, without a length',
    'page',
    1,
    raw(`HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n${PAGE}`),
  ),
  one('reset', 'resets the connection before the headers', 'no-answer', 3, reset),
  one('hang-up', 'hangs up without a word', 'no-answer', 3, raw('')),
  one('reset-once', 'resets once, then answers', 'page', 2, inTurn(reset, page)),
  one('reset-body', 'resets in the middle of the body', 'no-answer', 3, (ask) => {
    ask.socket.write(head('content-length: 900\r\n') + PAGE);
    ask.socket.resetAndDestroy();
  }),
  one('silent', 'takes the request and stays silent', 'timeout', 3, never),
  one('half', 'stops in the middle of the body', 'timeout', 3, raw(head('content-length: 900\r\n') + PAGE, false)),
  one('drip', 'sends its body a byte at a time, without end', 'timeout', 3, endless(head(''), 'a', 100)),
  one(
    'drip-headers',
    'sends its headers a byte at a time, without end',
    'timeout',
    3,
    endless('HTTP/1.1 200 OK\r\nx: ', 'a', 100),
  ),
  one(
    'hints',
    'sends early hints without end',
    'timeout',
    3,
    endless('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 100),
  ),
  one('slow', 'sends its body slowly, and is done in time', 'page', 1, ({ socket }) => {
    socket.write(head(`content-length: ${PAGE.length}\r\n`));
    let at = 0;
    const timer = setInterval(() => {
      socket.write(PAGE.slice(at, at + 20));
      at += 20;
      if (at >= PAGE.length) clearInterval(timer);
    }, 20);
  }),
  one('closed', 'refuses connections', 'no-answer', 0, never, {
    robotsAsks: 0,
    url: ({ closed }) => `http://closed.test:${closed}/page`,
  }),
  one('unknown', 'has a name that leads nowhere', 'unknown-host', 0, never, {
    robotsAsks: 0,
    url: () => 'http://unknown.invalid/page',
  }),
  one('self-signed', 'has a certificate that nobody vouches for', 'tls', 0, never, {
    robotsAsks: 0,
    url: ({ tls }) => `https://self-signed.test:${tls}/page`,
  }),
  one('no-tls', 'speaks plain text where TLS is due', 'tls', 0, never, {
    robotsAsks: 0,
    url: ({ noTls }) => `https://no-tls.test:${noTls}/page`,
  }),
];

const FRAMING: FaultyCase[] = [
  one(
    'headers',
    'sends headers without end',
    'bad-answer',
    1,
    endless('HTTP/1.1 200 OK\r\n', 'x-more: and more\r\n'.repeat(50)),
  ),
  one('huge-header', 'sends a header of 100 kB', 'bad-answer', 1, raw(head(`x: ${'a'.repeat(100_000)}\r\n`) + PAGE)),
  one('no-http', 'does not speak HTTP', 'bad-answer', 1, raw('SSH-2.0-OpenSSH_9.6\r\n\r\n')),
  one('too-short', 'sends less than the length it gave', 'no-answer', 3, raw(head('content-length: 900\r\n') + PAGE)),
  one(
    'too-long',
    'sends more than the length it gave: the rest is not read',
    'page',
    1,
    raw(head('content-length: 40\r\n') + PAGE),
  ),
  one(
    'two-lengths',
    'gives two lengths',
    'no-answer',
    3,
    raw(head('content-length: 9\r\ncontent-length: 10\r\n') + PAGE),
  ),
  one('bad-length', 'gives a length that is no number', 'bad-answer', 1, raw(head('content-length: many\r\n') + PAGE)),
  one(
    'bad-chunks',
    'sends broken chunks',
    'bad-answer',
    1,
    raw(`${head('transfer-encoding: chunked\r\n')}5\r\nhello\r\nxyz\r\n${PAGE}`),
  ),
  one(
    'cut-chunks',
    'stops before the last chunk',
    'no-answer',
    3,
    raw(`${head('transfer-encoding: chunked\r\n')}5\r\nhello\r\n`),
  ),
  one(
    'upgrade',
    'changes to another protocol',
    'no-answer',
    3,
    raw('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
  ),
];

const BODIES: FaultyCase[] = [
  one('gzip-bomb', 'sends a gzip bomb', 'too-large', 1, packed('gzip', gzipSync(BOMB))),
  one('deflate-bomb', 'sends a deflate bomb', 'too-large', 1, packed('deflate', deflateSync(BOMB))),
  one('raw-bomb', 'sends a deflate bomb without header', 'too-large', 1, packed('deflate', deflateRawSync(BOMB))),
  one('br-bomb', 'sends a Brotli bomb', 'too-large', 1, packed('br', brotliCompressSync(BOMB, FAST))),
  one('endless', 'sends a body without end', 'too-large', 1, endless(head(''), 'words '.repeat(5000))),
  one('corrupt', 'sends gzip that is corrupt', 'bad-answer', 1, packed('gzip', Buffer.from(GZIPPED).fill(255, 20, 40))),
  one('torn', 'sends gzip that is torn off', 'bad-answer', 1, packed('gzip', GZIPPED.subarray(0, 50))),
  one('no-gzip', 'calls plain text gzip', 'bad-answer', 1, packed('gzip', PAGE)),
  one('no-br', 'calls plain text Brotli', 'bad-answer', 1, packed('br', PAGE)),
  one('double', 'compresses twice and says so', 'bad-answer', 1, packed('gzip, gzip', gzipSync(GZIPPED))),
  one(
    'double-lines',
    'compresses twice and says so in two headers',
    'bad-answer',
    1,
    reply(200, { ...HTML, 'content-encoding': ['br', 'gzip'] }, gzipSync(GZIPPED)),
  ),
  one('hidden', 'compresses twice and says so once', 'bad-answer', 1, packed('gzip', gzipSync(GZIPPED))),
  one('unasked', 'uses an encoding that was not asked for', 'bad-answer', 1, packed('compress', 'x')),
  one('proto', 'names an encoding that is no encoding', 'bad-answer', 1, packed('constructor', PAGE)),
  one('raw-deflate', 'sends deflate without header, as some do', 'page', 1, packed('deflate', deflateRawSync(PAGE))),
  one('image', 'sends an image', 'content-type', 1, reply(200, { 'content-type': 'image/png' }, 'x')),
  one('untyped', 'names no type', 'page', 1, reply(200, {}, PAGE)),
  one('empty', 'sends an empty body', 'empty', 1, reply(200, HTML)),
  one('empty-gzip', 'sends an empty body and calls it gzip', 'empty', 1, packed('gzip', '')),
];

const STATUSES: FaultyCase[] = [
  one('none', 'answers 204, without a page', 'empty', 1, raw('HTTP/1.1 204 No Content\r\n\r\n')),
  one('part', 'answers 206, with a part', 'http-status', 1, status(206)),
  one(
    'same',
    'answers 304, though nothing was kept',
    'http-status',
    1,
    raw('HTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n'),
  ),
  one('forbidden', 'answers 403', 'http-status', 1, status(403)),
  one('missing', 'answers 404', 'http-status', 1, status(404)),
  one('gone', 'answers 410', 'http-status', 1, status(410)),
  one('busy', 'answers 429, then the page', 'page', 2, inTurn(status(429), page)),
  one(
    'busy-seconds',
    'answers 429 and asks for 7 s, then the page',
    'page',
    2,
    inTurn(status(429, { 'retry-after': '7' }), page),
  ),
  one(
    'busy-date',
    'answers 429 and asks to come back at a time that has passed, then the page',
    'page',
    2,
    inTurn(status(429, { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }), page),
  ),
  one('busy-hour', 'answers 429 and asks for an hour', 'asked-to-wait', 1, status(429, { 'retry-after': '3600' })),
  one('storm', 'answers 429 for ever', 'http-status', 3, status(429)),
  one('fault-once', 'answers 500, then the page', 'page', 2, inTurn(status(500), page)),
  one('fault', 'answers 503 for ever', 'http-status', 3, status(503, { 'retry-after': '1' })),
];

const REDIRECTS: FaultyCase[] = [
  one('loop', 'redirects in a circle', 'redirects', 6, to('/page')),
  one('six', 'redirects six times', 'redirects', 6, hops(6)),
  one('five', 'redirects five times', 'page', 6, hops(5)),
  one('lost', 'redirects without saying where to', 'redirects', 1, reply(302)),
  one('inward', 'redirects to a private address', 'private-address', 1, to('http://10.0.0.1/secret?token=s3cret')),
  one(
    'inward-name',
    'redirects to a name that leads to a private address',
    'private-address',
    1,
    to('http://inner.private/'),
  ),
  one(
    'metadata',
    'redirects to the metadata of a cloud',
    'private-address',
    1,
    to('http://169.254.169.254/latest/meta-data/'),
  ),
  one('file', 'redirects to a file', 'bad-url', 1, to('file:///etc/passwd')),
  one('script', 'redirects to a script', 'bad-url', 1, to('javascript:alert(1)')),
  one('nonsense', 'redirects to what is no address', 'bad-url', 1, to('http://')),
  one('password', 'redirects to an address with a password', 'bad-url', 1, to('http://user:s3cret@good.test/')),
  one('endless-address', 'redirects to an address of 5,000 characters', 'bad-url', 1, to(`/${'a'.repeat(5000)}`)),
  one(
    'cookies',
    'sets cookies with a redirect',
    'page',
    2,
    inTurn(reply(302, { location: '/page', 'set-cookie': ['a=b', 'c=d'] }), page),
  ),
  one('changing', 'has a name with a public address first and a private one next', 'private-address', 0, page),
  one('mixed', 'has a name with public and private addresses', 'private-address', 0, page, { robotsAsks: 0 }),
  one('user', 'is asked with a user name and password', 'bad-url', 0, page, {
    robotsAsks: 0,
    url: ({ plain }) => `http://me:s3cret@user.test:${plain}/page`,
  }),
];

const disallow = reply(200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /page\n');
const ROBOTS: FaultyCase[] = [
  one('robots', 'forbids the page in robots.txt', 'robots', 0, page, { robots: disallow }),
  one('robots-hop', 'redirects to a host whose robots.txt forbids it', 'robots', 1, (ask) =>
    to(`http://robots.test:${ask.socket.localPort}/page`)(ask),
  ),
  one('robots-named', 'allows others in robots.txt, and not this program', 'robots', 0, page, {
    robots: reply(200, {}, 'User-agent: *\nDisallow:\n\nuser-agent: SCScheck/9\nDisallow: /\n'),
  }),
  one('robots-other', 'forbids others in robots.txt', 'page', 1, page, {
    robots: reply(200, {}, 'User-agent: OtherBot\nDisallow: /\n'),
  }),
  one('robots-403', 'forbids reading robots.txt itself: all is allowed', 'page', 1, page, { robots: status(403) }),
  one('robots-500', 'answers 500 for robots.txt', 'robots-unavailable', 0, page, {
    robots: status(500),
    robotsAsks: 3,
  }),
  one('robots-429', 'answers 429 for robots.txt', 'robots-unavailable', 0, page, {
    robots: status(429),
    robotsAsks: 3,
  }),
  one('robots-once', 'answers 500 for robots.txt once', 'page', 1, page, {
    robots: inTurn(status(500), status(404)),
    robotsAsks: 2,
  }),
  one('robots-silent', 'stays silent for robots.txt', 'robots-unavailable', 0, page, { robots: never, robotsAsks: 3 }),
  one('robots-reset', 'resets the connection for robots.txt', 'robots-unavailable', 0, page, {
    robots: reset,
    robotsAsks: 3,
  }),
  one('robots-huge', 'has a robots.txt without end that forbids the page first', 'robots', 0, page, {
    robots: endless('HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /page\n', 'Allow: /other\n'.repeat(2000)),
  }),
  one('robots-bomb', 'has a robots.txt that is a bomb: its first 512 kB count', 'page', 1, page, {
    robots: packed('gzip', gzipSync(BOMB)),
  }),
  one('robots-moved', 'redirects robots.txt to another host', 'robots', 0, page, {
    robots: (ask) => to(`http://robots.test:${ask.socket.localPort}/robots.txt`)(ask),
  }),
  one('robots-loop', 'redirects robots.txt in a circle: all is allowed', 'page', 1, page, {
    robots: to('/robots.txt'),
    robotsAsks: 6,
  }),
  one('robots-inward', 'redirects robots.txt to a private address', 'private-address', 0, page, {
    robots: to('http://127.0.0.9/robots.txt'),
  }),
  one('robots-file', 'redirects robots.txt to a file', 'robots-unavailable', 0, page, {
    robots: to('file:///etc/hosts'),
  }),
];

export const CASES = [...CONNECTIONS, ...FRAMING, ...BODIES, ...STATUSES, ...REDIRECTS, ...ROBOTS];
