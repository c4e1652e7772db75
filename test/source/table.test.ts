import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { type CsvOptions, readCsv } from '../../src/source/csv-read.ts';
import { jsonValue } from '../../src/source/json-text.ts';
import { newsPlease, readNewsPlease } from '../../src/source/news-please.ts';
import { parseColumns } from '../../src/source/table-columns.ts';
import type { Row, TableArticle } from '../../src/source/table-row.ts';

const MB = 1_048_576;
const FIXTURES = 'fixtures/sources/tables';

/** Reads `content` cut into chunks of `size` bytes. */
async function read(content: string | Buffer, options: Partial<CsvOptions> & { size?: number } = {}): Promise<Row[]> {
  const { size = MB, ...rest } = options;
  async function* chunks(): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(content as string);
    // One buffer for all chunks: what is read must not be looked at again.
    const buffer = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) {
      const length = bytes.copy(buffer, 0, at, Math.min(at + size, bytes.length));
      yield buffer.subarray(0, length);
    }
  }
  const rows: Row[] = [];
  for await (const batch of readCsv('t.csv', chunks(), { longest: 32 * MB, ...rest })) rows.push(...batch);
  return rows;
}

const fixture = (name: string): Promise<Row[]> => read(readFileSync(`${FIXTURES}/${name}`));
const links = (rows: Row[]) => rows.map((row) => ('link' in row ? row.link : row));
const articles = (rows: Row[]): (TableArticle | Row)[] => rows.map((row) => ('article' in row ? row.article : row));
/** What became of each row, in a word or two. */
const gist = (rows: Row[]): string[] =>
  rows.map((row) => {
    if ('error' in row) return `${row.line} ${row.error.code}`;
    return `${row.line} ${'link' in row ? row.link.url : 'text' in row.article ? row.article.text : row.article.html}`;
  });

describe('the layouts people have', () => {
  test('a story list of Media Cloud', async () => {
    const rows = await fixture('media-cloud.csv');
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(links(rows)).toEqual([
      {
        url: 'https://lakeside-courier.example/2023/11/03/ferry-fares',
        id: 'd41a0c',
        meta: {
          id: 'd41a0c',
          url: 'https://lakeside-courier.example/2023/11/03/ferry-fares',
          title: 'Ferry fares, explained',
          outlet: 'lakeside-courier.example',
          publishedAt: '2023-11-03',
          language: 'en',
          country: null,
          byline: null,
        },
      },
      expect.objectContaining({ meta: expect.objectContaining({ title: '轮渡票价', language: 'zh' }) }),
      // Without a date of its own it has that of the archive, which is not sure.
      expect.objectContaining({
        meta: expect.objectContaining({
          title: null,
          language: null,
          publishedAt: '2023-11-05T09:00:00',
          dateSource: 'given',
          dateConfidence: 0.4,
        }),
      }),
    ]);
  });

  test('a story list of Media Cloud as it was', async () => {
    expect(links(await fixture('media-cloud-legacy.csv'))).toMatchObject([
      {
        id: '1204550113',
        url: 'http://uplands-mail.example/bridge',
        meta: {
          title: 'Council says "no" to a second bridge',
          outlet: 'Uplands Mail',
          publishedAt: '2018-03-20T14:05:00',
        },
      },
      { id: '1204550114', meta: { publishedAt: '2018-03-21T00:00:00' } },
    ]);
  });

  test('an article list of GDELT', async () => {
    expect(links(await fixture('gdelt.csv'))).toMatchObject([
      {
        id: 'https://valley-news.example/mill',
        url: 'https://valley-news.example/mill',
        meta: {
          title: 'Old mill, new owner',
          outlet: 'valley-news.example',
          publishedAt: '2019-05-02T10:15:00Z',
          language: 'en',
          country: 'United States',
        },
      },
      { url: 'https://noticias.example/molino', meta: { language: 'es', country: 'Spain' } },
    ]);
  });

  test('any table with sensible names', async () => {
    const [first, second] = await fixture('plain.csv');
    expect(first).toEqual({
      line: 2,
      replaced: false,
      article: {
        id: 't.csv:2',
        text: 'The first paragraph.\n\nThe second; it has a semicolon.',
        title: 'Two towns',
        publishedAt: '2019-05-02',
        outlet: 'Uplands Mail',
        url: null,
        language: null,
        country: null,
        byline: null,
      },
    });
    // A date that could be read in two ways is none.
    expect(second).toMatchObject({ line: 5, article: { text: 'One line.', publishedAt: null, outlet: null } });
  });

  test('rows of a table with texts that have none are links', async () => {
    const rows = await read('text,link\nHello.,\nNone,https://a.example/1\n,\n,ftp://a.example/2\n');
    expect(gist(rows)).toEqual(['2 Hello.', '3 https://a.example/1', '5 malformed']);
  });
});

describe('JSON by news-please', () => {
  const json = readFileSync(`${FIXTURES}/news-please.json`, 'utf8');
  const place = { file: 'n.jsonl', line: 7, id: 'n.jsonl:7' };

  test('is one article', () => {
    expect(readNewsPlease('n.json', jsonValue(json))).toEqual([
      {
        line: 1,
        replaced: false,
        article: {
          id: 'https://pier-gazette.example/pier',
          text: 'The pier is to be painted.\nNobody has chosen a colour.',
          url: 'https://pier-gazette.example/pier',
          title: 'A pier',
          outlet: 'pier-gazette.example',
          publishedAt: '2020-05-31T17:45:00',
          language: 'en',
          country: null,
          byline: 'R. Quay',
        },
      },
    ]);
  });

  test('is a list of them, with what is none as an error', () => {
    const first = JSON.parse(json);
    const rows = readNewsPlease('n.json', [first, { ...first, maintext: null }, { a: 1 }]);
    expect(gist(rows!)).toEqual([
      expect.stringContaining('The pier'),
      '1 https://pier-gazette.example/pier',
      '1 malformed',
    ]);
  });

  test('is a line of it', () => {
    const line = { maintext: 'T', url: 'None', date_publish: 'None', authors: [] };
    expect(newsPlease(line, place)).toMatchObject({
      line: 7,
      article: { id: 'n.jsonl:7', url: null, publishedAt: null, byline: null },
    });
    const empty = { maintext: 'None', url: null, source_domain: 'a.example' };
    expect(newsPlease(empty, place)).toMatchObject({ line: 7, error: { code: 'malformed', place: { line: 7 } } });
  });

  test.each(['', '{', 'null', '[]', '3', '{"text": "T", "url": "u"}', '[{"maintext": "T"}]', '['.repeat(100_000)])(
    'is not %j',
    (content) => {
      expect(readNewsPlease('n.json', jsonValue(content))).toBeNull();
    },
  );
});

describe('columns by mapping', () => {
  test('are taken before those that names tell', async () => {
    const columns = parseColumns('text=Main Story, date=when,country = place');
    const rows = await read('Main story,when,place,text,title\nA,2019-05-02,Peru,B,C\n', { columns });
    expect(articles(rows)).toMatchObject([{ text: 'A', publishedAt: '2019-05-02', country: 'Peru', title: 'C' }]);
  });

  test('are an error when they are not there', async () => {
    const columns = parseColumns('text=story');
    await expect(read('a,b\n1,2\n', { columns })).rejects.toMatchObject({
      code: 'columns',
      message: 'has no column "story"; its columns are: a, b',
      hint: expect.stringContaining('--columns'),
    });
  });

  test.each([
    ['', 'without a field'],
    ['text', 'no column for "text"'],
    ['text=', 'no column for "text"'],
    ['body=text', 'unknown field "body"'],
    ['text=a,text=b', '"text" twice'],
    ['text=a,', 'without a field'],
  ])('%j is wrong usage', (spec, message) => {
    expect(() => parseColumns(spec)).toThrow(
      expect.objectContaining({
        code: 'columns',
        exitStatus: 2,
        message: expect.stringContaining(message),
        hint: expect.stringContaining('id, text, html, url, title, outlet, date, language, country, byline'),
      }),
    );
  });

  test('a first line that tells nothing lists what it has', async () => {
    await expect(read('name,colour\nboat,red\n')).rejects.toMatchObject({
      code: 'columns',
      message: expect.stringContaining('its columns are: name, colour'),
    });
  });
});

describe('the format', () => {
  const content = 'id,text,url\r\n1,"a ""b"", c\r\nd 社",\r\n\r\n2,é,https://a.example/2\r\n,,\r\n3,"last"';

  test('gives the same for chunks of any size', async () => {
    const whole = await read(content);
    expect(gist(whole)).toEqual(['2 a "b", c\r\nd 社', '5 é', '7 malformed']);
    const better = await read(`${content},`);
    expect(gist(better).at(-1)).toBe('7 last');
    for (const size of [1, 2, 3, 7, 64]) {
      expect(await read(content, { size })).toEqual(whole);
      expect(await read(`${content},`, { size })).toEqual(better);
    }
  });

  test('reads marks, UTF-16, and line ends and delimiters of any kind', async () => {
    const expected = await read(content);
    for (const size of [1, 5, MB]) {
      expect(await read(`\ufeff${content}`, { size })).toEqual(expected);
      expect(await read(Buffer.from(`\ufeff${content}`, 'utf16le'), { size: Math.max(2, size) })).toEqual(expected);
    }
    for (const [from, to] of [
      ['\r\n', '\n'],
      ['\r\n', '\r'],
    ] as const) {
      expect(gist(await read(content.replaceAll(from, to)))).toEqual(
        gist(expected).map((text) => text.replaceAll(from, to)),
      );
    }
    for (const delimiter of [';', '\t']) {
      expect(gist(await read(`id${delimiter}"co,lour"${delimiter}text\n1${delimiter}a,b${delimiter}c\n`))).toEqual([
        '2 c',
      ]);
    }
  });

  test('takes a single column', async () => {
    expect(gist(await read('url\nhttps://a.example/1\nhttps://a.example/2'))).toEqual([
      '2 https://a.example/1',
      '3 https://a.example/2',
    ]);
  });

  test('says where bytes are no UTF-8', async () => {
    const bytes = Buffer.from('text\nfine\ncaf~\n\ufffd is its own\n');
    bytes[bytes.indexOf('~')] = 0xe9;
    expect((await read(bytes)).map((row) => 'replaced' in row && row.replaced)).toEqual([false, true, false]);
  });

  test('refuses what is empty, has no rows or is no text', async () => {
    for (const content of ['', '\n\n', 'text,url\n', 'text,url\n,\n']) {
      await expect(read(content)).rejects.toMatchObject({ code: 'empty' });
    }
    await expect(read(Buffer.from('PK\x03\x04rest', 'latin1'))).rejects.toMatchObject({ code: 'binary' });
  });
});

describe('rows that are broken', () => {
  const list = (rows: string[]): string => ['id,title,url', ...rows, ''].join('\n');
  const link = (n: number): string => `${n},Title ${n},https://a.example/${n}`;

  test('are errors, and the others go on', async () => {
    const rows = await read(
      list([link(2), '3,Too, many,https://a.example/3', '4', link(5), '6,No address,about:blank', `${link(7)},,`]),
    );
    expect(gist(rows)).toEqual([
      '2 https://a.example/2',
      '3 malformed',
      '4 malformed',
      '5 https://a.example/5',
      '6 malformed',
      '7 https://a.example/7',
    ]);
    const errors = rows.flatMap((row) => ('error' in row ? [row.error] : []));
    expect(errors.map(({ place }) => place)).toEqual([3, 4, 6].map((line) => ({ file: 't.csv', line })));
    expect(errors[0]!.message).toBe('row has 4 cells where the first line has 3');
  });

  test('take quotes that stand inside of a cell for what they are', async () => {
    const rows = await read(list(['2,A 5" pipe,https://a.example/2', '3,"So" they say,https://a.example/3']));
    expect(links(rows)).toMatchObject([{ meta: { title: 'A 5" pipe' } }, { meta: { title: '"So" they say' } }]);
  });

  test('with a quote that is not closed cost one row of a list', async () => {
    for (const after of [[], ['6,"Good, as it is",https://a.example/6', link(7)]]) {
      const rows = await read(list([link(2), '3,"Open,https://a.example/3', link(4), link(5), ...after]));
      expect(gist(rows)).toEqual([
        '2 https://a.example/2',
        '3 malformed',
        '4 https://a.example/4',
        '5 https://a.example/5',
        ...after.map((_, i) => `${6 + i} https://a.example/${6 + i}`),
      ]);
    }
  });

  test('with such a quote do not make articles of the lines of a text', async () => {
    const table = 'text,date\n"One.\nTwo, three\nfour",2019-05-02\n"Torn\noff, here';
    expect(gist(await read(table))).toEqual(['2 One.\nTwo, three\nfour', '5 malformed']);
    const open = 'text,date\n"Open,2019-05-02\nNext,2019-05-03\n"Good",2019-05-04\n"Also, good",2019-05-05\n';
    expect(gist(await read(open))).toEqual(['2 malformed', '3 Next', '4 Good', '5 Also, good']);
  });

  test('that are too long are passed over', async () => {
    const long = 'x'.repeat(5000);
    for (const size of [100, 6000, MB]) {
      const rows = await read(list([link(2), `3,${long},u`, link(4), `5,"${long}\n${long}\n${long}"`, link(8)]), {
        size,
        longest: 4000,
      });
      const kept = gist(rows).filter((row) => row.includes('https'));
      expect(kept).toEqual([2, 4, 8].map((n) => `${n} https://a.example/${n}`));
      expect(gist(rows)).toContain('3 too-large');
      expect(gist(rows)).toContain('5 too-large');
    }
  });
});

test('a text that is too long is one fault, with all of its lines', async () => {
  const text = 'A line, of prose\n'.repeat(1000);
  for (const size of [300, MB]) {
    const rows = await read(`text,date\n"${text}",2019-05-02\nNext,2019-05-03\n`, { size, longest: 2000 });
    expect(gist(rows)).toEqual(['2 too-large', '1003 Next']);
  }
});

describe('hostile tables', () => {
  test('a quote that is open over the whole file', async () => {
    const rows = `1,Title,https://a.example/1\n`.repeat(40_000);
    const read3 = await read(`id,title,url\n0,"Open,https://a.example/0\n${rows}`);
    expect(read3).toHaveLength(40_001);
    expect(read3.filter((row) => 'error' in row)).toMatchObject([{ line: 2 }]);
  });

  test('quotes that run lines together anew from every line', async () => {
    const rows = await read(`id,title,url\n${'x",y,"z\n'.repeat(20_000)}`);
    expect(rows.every((row) => 'error' in row)).toBe(true);
    const last = rows.at(-1)!;
    expect('error' in last && last.error.message).toMatch(/up to line 20001 are run together/);
  });

  test('a line of a megabyte, and a hundred thousand columns', async () => {
    await expect(read('x'.repeat(MB))).rejects.toMatchObject({ code: 'columns' });
    const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    const error = await read(`${wide}\n${wide}\n`).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'columns' });
    expect(error.message.length).toBeLessThan(1000);
    expect(gist(await read(`text\n${','.repeat(MB)}\na\n`))).toEqual(['2 malformed', '3 a']);
    expect(gist(await read(`text\n${'x'.repeat(MB)}\n`))[0]).toHaveLength(MB + 2);
  });

  test('nothing but blank lines, quotes or commas', async () => {
    await expect(read('\n'.repeat(MB))).rejects.toMatchObject({ code: 'empty' });
    for (const byte of ['"', ',', '\r', '"\n', '",']) {
      await expect(read(byte.repeat(100_000))).rejects.toBeInstanceOf(KnownError);
    }
  });
});

describe('by property', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('', 'a,b', '"', '""', 'x"y', 'a\nb', 'a\r\nb', ';', '\t', '社会', ' padded ', 'None'),
  );
  const quoted = (value: string, always: boolean): string =>
    always || /[",\r\n;\t]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

  test('what a correct writer wrote comes back', async () => {
    const row = fc.tuple(fc.string({ minLength: 1 }), cell, fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 50 }),
        async (cells, delimiter, lineEnd, size) => {
          const content = cells
            .map(([text, title, always]) => `${quoted(`t${text}`, always)}${delimiter}${quoted(title, always)}`)
            .join(lineEnd);
          const rows = await read(`text${delimiter}title${lineEnd}${content}`, { size });
          expect(articles(rows)).toMatchObject(
            cells.map(([text, title]) => ({
              text: `t${text}`,
              title: ['', 'None'].includes(title.trim()) ? null : title.trim(),
            })),
          );
          const lines = cells.map(([text, title]) => 1 + lineEnds(text) + lineEnds(title));
          const starts = lines.map((_, i) => 2 + lines.slice(0, i).reduce((a, b) => a + b, 0));
          expect(rows.map(({ line }) => line)).toEqual(starts);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('bytes of any kind give rows or known errors, and rows that stand apart are never lost', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc
        .array(fc.constantFrom('"', ',', '\n', '\r', 'x', '""', ',"', '",'), { maxLength: 40 })
        .map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(
        noise,
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom(50, 10_000),
        async (bytes, size, longest) => {
          const good = '\n9,Good,https://a.example/9\n9,Good,https://a.example/10\n';
          const content = Buffer.concat([Buffer.from('id,title,url'), Buffer.from(good), bytes, Buffer.from(good)]);
          const rows = await read(content, { size, longest });
          expect(gist(rows).slice(0, 2)).toEqual(['2 https://a.example/9', '3 https://a.example/10']);
          expect(gist(rows).at(-1)).toMatch(/https:\/\/a\.example\/10$/);
          await read(bytes, { size, longest }).catch((thrown) => expect(thrown).toBeInstanceOf(KnownError));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
