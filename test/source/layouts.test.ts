/** The layouts in which researchers get their lists of articles, as files of our own in them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArticle } from '../../src/article/text.ts';
import type { Article } from '../../src/model.ts';
import { readCsv } from '../../src/source/csv-read.ts';
import type { Unit } from '../../src/source/expand.ts';
import { readInputs } from '../../src/source/inputs.ts';
import { jsonUnits } from '../../src/source/json-units.ts';
import type { Row } from '../../src/source/table-row.ts';
import { folder } from '../cli/scscheck.ts';

const TEXT = 'The social credit system gives every citizen a score, it is said in the harbour.';

/** The articles in a file of this content, read as the program does. */
async function articlesIn(name: string, content: string | Buffer): Promise<Article[]> {
  const file = join(folder(), name);
  writeFileSync(file, content);
  const found: Article[] = [];
  for await (const item of readInputs([file])) {
    expect(item.kind, JSON.stringify(item)).toBe('article');
    if (item.kind === 'article') found.push(item.article);
  }
  return found;
}

const units = (value: unknown): Unit[] =>
  jsonUnits(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'list.json', true)!;
const links = (found: Unit[]) => found.map((unit) => (unit.kind === 'url' ? unit.link : unit));

async function rows(csv: string, sizes: number[] = [csv.length]): Promise<Row[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(csv);
    for (let at = 0, k = 0; at < bytes.length; k++) {
      const size = Math.max(1, sizes[k % sizes.length]!);
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const found: Row[] = [];
  for await (const batch of readCsv('t.csv', chunks())) found.push(...batch);
  return found;
}

const datesOf = (found: Row[]) =>
  found.map((row) => {
    if (!('article' in row)) return null;
    const { publishedAt, dateConfidence } = textArticle('', { ...row.article, sha256: '' });
    return [publishedAt, dateConfidence];
  });
const dated = async (values: string[], column = 'date') =>
  datesOf(await rows([`text,${column}`, ...values.map((value) => `T,"${value}"`)].join('\n')));

describe('GDELT', () => {
  const article = {
    url: 'https://valley-news.example/mill',
    url_mobile: '',
    title: 'Old mill, new owner',
    seendate: '20190502T101500Z',
    socialimage: '',
    domain: 'valley-news.example',
    language: 'English',
    sourcecountry: 'United States',
  };

  test('the JSON of its DOC API is a list of addresses, with country, language and day', () => {
    expect(
      links(units({ articles: [article, { ...article, url: 'https://a.example/2', language: 'Spanish' }] })),
    ).toMatchObject([
      {
        to: 'article',
        id: 'https://valley-news.example/mill',
        title: 'Old mill, new owner',
        outlet: 'valley-news.example',
        publishedAt: '2019-05-02T10:15:00Z',
        dateSource: 'given',
        dateConfidence: 0.8,
        language: 'en',
        country: 'United States',
      },
      { language: 'es' },
    ]);
  });

  test('titles that break its JSON are mended', () => {
    const json = `{"articles": [{"url": "https://a.example/1", "title": "It\\'s \\\\ a tab\tand \\"one\\" \\u0041\\u00g1"}]}`;
    expect(() => JSON.parse(json)).toThrow();
    expect(links(units(json))).toMatchObject([{ title: 'It\'s \\ a tab and "one" Au00g1' }]);
  });

  test('members that are none are errors, and the others go on', () => {
    const found = units({ articles: [article, { title: 'no address' }, 7, { url: 'ftp://a.example' }] });
    expect(
      found.map((unit) => (unit.kind === 'made' && unit.item.kind === 'error' ? unit.item.error.message : unit.kind)),
    ).toEqual(['url', 'member 2 is no article', 'member 3 is no article', 'member 4 is no article']);
  });

  test('members with names of all kinds cost no more', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ [`n${i}`]: 1, ...(i === 0 ? article : {}) }));
    const found = units(many);
    expect(found).toHaveLength(100_000);
    expect(found[0]).toMatchObject({ kind: 'url', link: { country: 'United States', dateConfidence: 0.8 } });
  });

  test('its empty answer and its timelines are no list', () => {
    for (const value of [
      '{}',
      '{"articles": []}',
      '{"timeline": [{"series": "x", "data": []}]}',
      '[1, 2]',
      '[]',
      '"x"',
      '{',
    ]) {
      expect(jsonUnits(Buffer.from(value), 'x.json', true)).toBeNull();
    }
  });

  test('the knowledge graph is no article list, and an error says so', async () => {
    const gkg = [
      '20190502101500-1',
      '20190502101500',
      '1',
      'valley-news.example',
      'https://valley-news.example/mill',
      '',
      'TAX_X;',
    ].join('\t');
    await expect(rows(`${gkg}\n${gkg}\n`)).rejects.toMatchObject({
      code: 'columns',
      hint: expect.stringContaining('--columns'),
    });
  });
});

describe('Media Cloud', () => {
  const story = {
    id: 'd41a0c',
    indexed_date: '2023-11-04 07:20:11.482913',
    publish_date: '2023-11-03',
    language: 'en',
    media_name: 'Lakeside Courier',
    media_url: 'lakeside-courier.example',
    title: 'Ferry fares, explained',
    url: 'https://lakeside-courier.example/ferry-fares',
  };

  test('stories as its clients write them in JSON', () => {
    expect(links(units([story, { ...story, publish_date: null, language: null }]))).toMatchObject([
      {
        id: 'd41a0c',
        outlet: 'Lakeside Courier',
        publishedAt: '2023-11-03',
        language: 'en',
        title: 'Ferry fares, explained',
      },
      { publishedAt: '2023-11-04T07:20:11.482913', dateConfidence: 0.4, language: null },
    ]);
    expect(links(units({ stories: [story] }))).toMatchObject([{ publishedAt: '2023-11-03' }]);
  });

  test('stories with their texts keep outlet, language and date', async () => {
    const csv =
      'stories_id,publish_date,title,url,language,media_name,story_text\n' +
      `12,2018-03-20 14:05:00,T,https://a.example/1,en,Uplands Mail,${TEXT.replaceAll(',', ';')}\n`;
    const found: unknown[] = [];
    for await (const item of readInputs([join(folder({ 'm.csv': csv }), 'm.csv')], { columns: 'text=story_text' }))
      found.push(item);
    expect(found).toMatchObject([
      {
        article: {
          id: '12',
          outlet: 'Uplands Mail',
          language: 'en',
          publishedAt: '2018-03-20T14:05:00',
          dateSource: 'given',
          dateConfidence: 0.95,
        },
      },
    ]);
  });
});

describe('news-please', () => {
  const full = {
    authors: ['R. Quay', 'T. Ferry'],
    date_download: '2020-06-01 08:00:00',
    date_modify: null,
    date_publish: '2020-05-31 17:45:00',
    description: 'A note.',
    filename: 'x.json',
    image_url: null,
    language: 'en',
    localpath: null,
    maintext: TEXT,
    source_domain: 'pier-gazette.example',
    text: 'Menu. Home. Pier.',
    title: 'A pier',
    title_page: null,
    title_rss: null,
    url: 'https://pier-gazette.example/pier',
  };
  const expected = {
    id: full.url,
    text: TEXT,
    byline: 'R. Quay, T. Ferry',
    outlet: 'pier-gazette.example',
    publishedAt: '2020-05-31T17:45:00',
    dateSource: 'given',
    dateConfidence: 0.95,
    language: 'en',
    title: 'A pier',
  };

  test.each([
    ['one article', 'n.json', JSON.stringify(full)],
    ['a list', 'n.json', JSON.stringify([full])],
    ['lines', 'n.jsonl', `${JSON.stringify(full)}\n`],
  ])('%s, all its fields, with the main text', async (_, name, content) => {
    expect(await articlesIn(name, content)).toMatchObject([expected]);
  });
});

describe('country and language', () => {
  test('come through from lines and tables', async () => {
    const line = { text: TEXT, language: 'en', country: 'GB', outlet: 'O' };
    expect(await articlesIn('a.jsonl', JSON.stringify(line))).toMatchObject([{ language: 'en', country: 'GB' }]);
    const csv = `text,sourcecountry,lang\n"${TEXT}",Peru,English\n`;
    expect(await articlesIn('a.csv', csv)).toMatchObject([{ language: 'en', country: 'Peru' }]);
  });
});

describe('dates in tables', () => {
  test('in part stay what they are, and are not sure', async () => {
    expect(
      await dated(['2019', '2019-05', 'May 2019', '5/2019', '2019/5', 'Spring 2019', '2019-Q2', '1812', '2019-13']),
    ).toEqual([
      ['2019', 0.5],
      ['2019-05', 0.5],
      ['2019-05', 0.5],
      ['2019-05', 0.5],
      ['2019-05', 0.5],
      ['2019', 0.5],
      ['2019', 0.5],
      [null, null],
      [null, null],
    ]);
  });

  test('with times and zones, with the day first, and of the future come through', async () => {
    expect(
      await dated([
        '2019-05-02T23:15:00+08:00',
        '2019-05-02 10:15:00 UTC',
        'Thu, 02 May 2019 10:00:00 -0400',
        '20190502101500',
        '31.12.2018',
        '2 May 2019',
        '2061-01-01',
      ]),
    ).toEqual(
      [
        '2019-05-02T23:15:00+08:00',
        '2019-05-02',
        '2019-05-02',
        '2019-05-02T10:15:00Z',
        '2018-12-31',
        '2019-05-02',
        '2061-01-01',
      ].map((date) => [date, 0.95]),
    );
  });

  test('in lines of JSONL are left as they are', async () => {
    const lines = ['2019', '2019-05', '2061-01-01', '2019-05-02T23:15:00+08:00', 'soon'].map((publishedAt) =>
      JSON.stringify({ text: TEXT, publishedAt }),
    );
    const found = await articlesIn('a.jsonl', lines.join('\n'));
    expect(found.map((one) => [one.publishedAt, one.dateConfidence])).toEqual([
      ['2019', 0.5],
      ['2019-05', 0.5],
      ['2061-01-01', 0.95],
      ['2019-05-02T23:15:00+08:00', 0.95],
      ['soon', null],
    ]);
  });

  test('in figures with strokes are read as other rows tell', async () => {
    expect(await dated(['05/06/2019', '07/06/2019', '25/12/2018', '01/02/2019', '03/03/2019'])).toEqual([
      ['2019-06-05', 0.85],
      ['2019-06-07', 0.85],
      ['2018-12-25', 0.95],
      ['2019-02-01', 0.85],
      ['2019-03-03', 0.95],
    ]);
    expect(await dated(['05/06/2019 10:30', '12/25/2018'])).toEqual([
      ['2019-05-06', 0.85],
      ['2018-12-25', 0.95],
    ]);
    expect(await dated(['05/06/2019', '07/06/2019'])).toEqual([
      [null, null],
      [null, null],
    ]);
    // From where rows contradict each other nothing is known.
    expect(await dated(['25/12/2018', '05/06/2019', '12/25/2018', '05/06/2019'])).toEqual([
      ['2018-12-25', 0.95],
      ['2019-06-05', 0.85],
      ['2018-12-25', 0.95],
      [null, null],
    ]);
  });

  test('are waited for by so many rows and no more', async () => {
    const late = [...Array.from({ length: 6000 }, () => '05/06/2019'), '25/12/2018', '05/06/2019'];
    const found = await dated(late);
    expect(found).toHaveLength(6002);
    expect(found[0]).toEqual([null, null]);
    expect(found.slice(-2)).toEqual([
      ['2018-12-25', 0.95],
      [null, null],
    ]);
  });

  test('do not depend on how a file comes in', async () => {
    const value = fc.constantFrom('05/06/2019', '25/12/2018', '12/25/2018', '2019-01-01', '', '03/03/2019');
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(40), { minLength: 1 }),
        async (values, sizes) => {
          const csv = ['text,date', ...values.map((one) => `T,${one}`)].join('\n');
          expect(await rows(csv, sizes)).toEqual(await rows(csv));
          expect(datesOf(await rows(csv))).toHaveLength(values.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
