import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RawItem, readWarc, type WarcOptions } from '../../src/source/warc.ts';
import { warcArticles } from '../../src/source/warc-articles.ts';
import { ABOUT_ROADS, ABOUT_SCORES } from './texts.ts';
import { answer, chunked, inChunks, packed, page, pageRecord, record } from './warc-made.ts';

const MB = 1_048_576;

async function read(bytes: Buffer, options: Partial<WarcOptions> = {}, size = MB): Promise<RawItem[]> {
  const items: RawItem[] = [];
  for await (const batch of readWarc('a.warc', inChunks(bytes, size), { gate: true, ...options })) items.push(...batch);
  return items;
}

/** Items in few words: what they are and whose. */
const brief = (items: RawItem[]): string[] =>
  items.map((item) => {
    if (item.kind === 'skipped') return `skipped ${item.meta.id}`;
    return item.kind === 'raw' ? `raw ${item.id}` : `${item.error.code} ${item.id}`;
  });

const A = 'https://a.example/1';
const B = 'https://b.example/2';
const C = 'https://c.example/3';
const three = [pageRecord(A, ABOUT_SCORES), pageRecord(B, ABOUT_ROADS), pageRecord(C, ABOUT_SCORES)];
const ALL = [`raw ${A}`, `skipped ${B}`, `raw ${C}`];

describe('what is read', () => {
  test.each([
    ['plain', Buffer.concat(three)],
    ['a gzip member a record', packed(three)],
    ['one gzip member', gzipSync(Buffer.concat(three))],
    ['members of two records', Buffer.concat([gzipSync(Buffer.concat(three.slice(0, 2))), gzipSync(three[2]!)])],
    ['members that were stored', Buffer.concat(three.map((bytes) => gzipSync(bytes, { level: 0 })))],
    ['with zeros behind', Buffer.concat([packed(three), Buffer.alloc(700)])],
  ])('%s, in chunks of any size', async (_, bytes) => {
    for (const size of [1, 7, 500, 4096, MB]) expect(brief(await read(bytes, {}, size)), `${size}`).toEqual(ALL);
  });

  test('pages that may be on topic come as the server sent them, with number and content type', async () => {
    const [first, second] = await read(packed(three));
    expect(first).toEqual({
      kind: 'raw',
      id: A,
      url: A,
      contentType: 'text/html; charset=utf-8',
      format: 'html',
      bytes: Buffer.from(page(ABOUT_SCORES)),
      number: 1,
    });
    expect(second).toMatchObject({ kind: 'skipped', meta: { id: B, url: B, title: null, sha256: null } });
  });

  test('without the gate all pages', async () => {
    expect(brief(await read(packed(three), { gate: false }))).toEqual([`raw ${A}`, `raw ${B}`, `raw ${C}`]);
  });

  test('answers of status 200 with HTML, XHTML or plain text, and nothing else', async () => {
    const http = (type: string, status?: string) => answer(page(ABOUT_SCORES), { 'content-TYPE': type }, status);
    const records = [
      record('warcinfo', null, Buffer.from('software: x\r\n')),
      record('request', A, Buffer.from('GET / HTTP/1.1\r\n\r\n'), {
        'Content-Type': 'application/http; msgtype=request',
      }),
      record('metadata', A, Buffer.from('outlink: x\r\n')),
      record('revisit', A, http('text/html'), { 'Content-Type': 'application/http; msgtype=response' }),
      record('resource', A, Buffer.from(page(ABOUT_SCORES)), { 'Content-Type': 'text/html' }),
      record('response', 'dns:a.example', Buffer.from('20210621 a.example'), { 'Content-Type': 'text/dns' }),
      record('response', A, http('text/html', 'HTTP/1.1 404 Not Found')),
      record('response', A, http('text/html', 'HTTP/1.1 2000 Odd')),
      record('response', A, http('image/png')),
      record('response', A, http('application/json')),
      record('response', A, answer(page(ABOUT_SCORES), {})),
      record('response', '<https://xhtml.example/>', http('application/xhtml+xml')),
      record('response', 'https://text.example/', http('Text/Plain')),
      record('response', 'https://two.example/', http('text/html', 'HTTP/2 200')),
      record('response', 'https://typed.example/', answer(page(ABOUT_SCORES), {}), {
        'WARC-Identified-Payload-Type': 'text/html',
      }),
      record('response', null, http('text/html')),
    ];
    expect(brief(await read(packed(records)))).toEqual([
      'raw https://xhtml.example/',
      'raw https://text.example/',
      'raw https://two.example/',
      'raw https://typed.example/',
      'raw a.warc#16',
    ]);
  });

  test('an empty page is passed over; an empty file and one that is not gzipped are errors', async () => {
    expect(brief(await read(record('response', A, answer(''))))).toEqual([`skipped ${A}`]);
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject({ code: 'empty' });
    await expect(read(three[0]!, { gzip: true })).rejects.toMatchObject({ code: 'malformed' });
  });

  test('articles of it', async () => {
    const items = [];
    for await (const batch of warcArticles('a.warc', inChunks(packed(three), MB), { gate: true })) items.push(...batch);
    expect(items.map(({ kind }) => kind)).toEqual(['raw', 'skipped', 'raw']);
    expect(items[0]).toMatchObject({ format: 'html', content: page(ABOUT_SCORES), meta: { id: A, url: A } });
  });
});

describe('bodies', () => {
  const body = Buffer.from(page(ABOUT_SCORES));
  const sent = async (bytes: Buffer, head: Record<string, string>, options = {}) => {
    const [item] = await read(record('response', A, answer(bytes, { 'Content-Type': 'text/html', ...head })), options);
    return item?.kind === 'raw' ? item.bytes.toString() : item?.kind === 'error' ? item.error.message : item?.kind;
  };

  test.each([
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
    ['deflate', deflateSync(body)],
    ['Deflate', deflateRawSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['identity', body],
    ['gzip', body],
  ])('in %s are unpacked', async (encoding, bytes) => {
    expect(await sent(bytes, { 'Content-Encoding': encoding })).toBe(body.toString());
  });

  test('in chunks of any size are joined, packed or not', async () => {
    const zipped = gzipSync(body);
    for (const size of [1, 2, 100, 100_000]) {
      expect(await sent(chunked(body, size), { 'Transfer-Encoding': 'chunked' })).toBe(body.toString());
      const head = { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' };
      expect(await sent(chunked(zipped, size), head)).toBe(body.toString());
    }
  });

  test('that were unpacked already are taken as they are', async () => {
    expect(await sent(body, { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'br' })).toBe(body.toString());
  });

  test.each([
    ['a size that is none', 'zz\r\nab\r\n0\r\n\r\n'],
    ['no last chunk', '2\r\nab\r\n'],
    ['a chunk cut short', 'ff\r\nab'],
    ['a size too great', 'fffffffffffff\r\nab\r\n0\r\n\r\n'],
    ['no line end behind the data', '2\r\nabcd0\r\n\r\n'],
    ['nothing', ''],
  ])('in broken chunks are errors: %s', async (_, chunks) => {
    expect(await sent(Buffer.from(chunks), { 'Transfer-Encoding': 'chunked' })).toMatch(
      /^record 1, .* broken HTTP chunks$/,
    );
  });

  test('that cannot be unpacked are errors that name the record', async () => {
    const cut = gzipSync(body).subarray(0, 200);
    expect(await sent(cut, { 'Content-Encoding': 'gzip' })).toBe(
      `record 1, at byte 0, ${A}: cannot be unpacked (gzip)`,
    );
    expect(await sent(cut, { 'Content-Encoding': 'zstd' })).toMatch(/not known: zstd/);
    expect(await sent(cut, { 'Content-Encoding': 'gzip,gzip,gzip,gzip' })).toMatch(/encoded 4 times/);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('that are a bomb of %s are cut', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(20 * MB));
    expect(await sent(bomb, { 'Content-Encoding': encoding }, { longest: MB })).toMatch(/larger than 1 MB/);
  });
});

describe('damage', () => {
  const lying = (length: number | null) => (length === null ? null : String(length));

  test('a record of another length than it says is an error, and the next is found', async () => {
    const block = answer(page(ABOUT_SCORES));
    for (const length of [
      0,
      10,
      block.length - 1,
      block.length + 1,
      block.length + 4,
      block.length + 300,
      10 ** 7,
      10 ** 9,
    ]) {
      const wrong = record('response', B, block, { 'Content-Length': lying(length) });
      const expected = [`raw ${A}`, `malformed ${B}`, `raw ${C}`];
      const all = [three[0]!, wrong, three[2]!];
      for (const bytes of [Buffer.concat(all), packed(all)]) {
        for (const size of [11, 4096, MB])
          expect(brief(await read(bytes, { longest: MB }, size)), `${length}`).toEqual(expected);
      }
    }
    for (const length of ['x', '-1', '1e3', null]) {
      const wrong = record('response', B, block, { 'Content-Length': length });
      expect(brief(await read(packed([three[0]!, wrong, three[2]!])))).toEqual([
        `raw ${A}`,
        `malformed ${B}`,
        `raw ${C}`,
      ]);
    }
  });

  test('a page that is too long is an error, another record of that length nothing; neither is kept', async () => {
    const long = answer(page(ABOUT_ROADS.repeat(300)));
    const inner = answer(Buffer.concat([Buffer.from(page(ABOUT_ROADS.repeat(300))), three[0]!, Buffer.from('more')]));
    const image = answer(Buffer.alloc(200_000, 1), { 'Content-Type': 'image/png' });
    const all = [
      three[0]!,
      record('response', B, long),
      record('response', B, inner),
      record('response', B, image),
      three[2]!,
    ];
    for (const bytes of [Buffer.concat(all), packed(all)]) {
      for (const size of [1000, MB]) {
        const items = brief(await read(bytes, { longest: 100_000 }, size));
        expect(items).toEqual([`raw ${A}`, `too-large ${B}`, `too-large ${B}`, `raw ${C}`]);
      }
    }
  });

  test('noise between records is an error, and the next is found', async () => {
    const bytes = Buffer.concat([three[0]!, Buffer.from('no record\r\n'.repeat(9)), three[1]!, three[2]!]);
    for (const size of [3, MB])
      expect(brief(await read(bytes, {}, size))).toEqual([ALL[0], 'malformed a.warc#2', ALL[1], ALL[2]]);
  });

  test('what is no archive is one error', async () => {
    expect(brief(await read(Buffer.from(page(ABOUT_SCORES))))).toEqual(['malformed a.warc#1']);
    expect(brief(await read(gzipSync(page(ABOUT_SCORES))))).toEqual(['malformed a.warc#1']);
  });

  test('a file cut anywhere ends in an error, with all that came before', async () => {
    const kept = [ALL[0]!, ALL[1]!];
    const plain = Buffer.concat(three);
    const zipped = packed(three);
    const twoPlain = three[0]!.length + three[1]!.length;
    const twoZipped = packed(three.slice(0, 2)).length;
    for (const cut of [1, 5, 40, 200, 300, 600]) {
      const items = await read(plain.subarray(0, twoPlain + cut));
      expect(brief(items).slice(0, 2), `${cut}`).toEqual(kept);
      expect(items[2], `${cut}`).toMatchObject({ kind: 'error', error: { code: 'torn' } });
      expect(items).toHaveLength(3);
      const others = await read(zipped.subarray(0, twoZipped + cut));
      expect(brief(others).slice(0, 2), `${cut}`).toEqual(kept);
      expect(others[2], `${cut}`).toMatchObject({ kind: 'error', error: { code: 'torn' } });
      expect(others).toHaveLength(3);
    }
    const last = (await read(zipped.subarray(0, zipped.length - 100)))[2];
    expect(last).toMatchObject({
      id: C,
      error: { message: expect.stringContaining(`record 3, at byte ${twoPlain}, ${C}`) },
    });
  });

  test('a damaged gzip member is an error, and the next is read', async () => {
    const members = three.map((bytes) => gzipSync(bytes));
    for (let at = 0; at < members[1]!.length; at += 5) {
      const broken = Buffer.from(members[1]!);
      broken[at] = broken[at]! ^ 0xff;
      const items = brief(await read(Buffer.concat([members[0]!, broken, members[2]!])));
      expect(items[0], `${at}`).toBe(ALL[0]);
      expect(items.at(-1), `${at}`).toBe(ALL[2]);
      // Time, level and system in a member's head mean nothing; its checksum is compared for pages that are kept.
      const isHarmless = (at >= 4 && at < 8) || at === 8 || at === 9 || items[1] === ALL[1];
      if (!isHarmless) expect(items.slice(1, -1).join(), `${at}`).toMatch(/^(?:torn|malformed)/);
    }
  });

  test('a page that goes on must have its checksum', async () => {
    const member = gzipSync(three[0]!, { level: 0 });
    const at = member.indexOf('extended');
    member[at] = 'E'.charCodeAt(0);
    const items = await read(Buffer.concat([member, gzipSync(three[2]!)]));
    expect(brief(items)).toEqual([`malformed ${A}`, ALL[2]]);
    expect(items[0]).toMatchObject({ error: { message: `record 1, at byte 0, ${A}: does not have its checksum` } });
  });

  test('in the middle of one member for all ends the file there, with an error', async () => {
    const bytes = gzipSync(Buffer.concat([...three, ...three]));
    bytes.fill(0xff, bytes.length - 60, bytes.length - 40);
    const items = brief(await read(Buffer.concat([bytes, gzipSync(three[1]!)])));
    expect(items.some((item) => item.startsWith('torn'))).toBe(true);
    expect(items.at(-1)).toBe(ALL[1]);
  });

  test('too much of it ends the reading', async () => {
    const head = gzipSync('x').subarray(0, 10);
    const bytes = Buffer.concat([
      packed(three),
      ...Array.from({ length: 1100 }, () => Buffer.concat([head, Buffer.from([7, 0])])),
    ]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'malformed' });
  });

  test('no bytes make it fail otherwise, or go on for ever', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        ...three,
        ...three.map((bytes) => gzipSync(bytes)),
        Buffer.from('WARC/1.0\r\n\r\n'),
        Buffer.from('\r\n\r\nWARC/1.'),
      ),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    );
    const bytes = fc
      .tuple(fc.array(pieces, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(255), fc.nat(2000))
      .map(([parts, at, byte, cut]) => {
        const all = Buffer.concat(parts);
        if (all.length > 0) all[at % all.length] = byte;
        return all.subarray(0, Math.max(1, all.length - cut));
      });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 5000 }), async (archive, size) => {
        const once = await read(archive, {}, size).catch((error) => error.code);
        expect(once).toEqual(await read(archive).catch((error) => error.code));
      }),
      { numRuns: 300 },
    );
  });
});
