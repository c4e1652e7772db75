import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { type Listing, MOST_LINKS, readListing } from '../../src/source/listing-read.ts';

const MB = 1_048_576;
const FIXTURES = 'fixtures/sources/listings';

const read = (content: string | Buffer, name = 'x'): Promise<Listing | null> =>
  readListing(Buffer.from(content as string), { contentType: null, name });
const fixture = (name: string, from?: string): Promise<Listing | null> =>
  read(readFileSync(`${FIXTURES}/${name}`), from ?? name);
const urls = (listing: Listing | null): string[] | undefined => listing?.links.map(({ url }) => url);

const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>T</title><link>https://a.example/</link>${items}</channel></rss>`;
const item = (n: number | string): string => `<item><title>I ${n}</title><link>https://a.example/${n}</link></item>`;

describe('lists of URLs', () => {
  test('are texts of nothing else', async () => {
    expect(await fixture('urls.txt')).toEqual({
      kind: 'urls',
      title: null,
      cut: false,
      links: ['https://a.example/1', 'http://b.example/2?x=y'].map((url) => ({
        url,
        title: null,
        publishedAt: null,
        outlet: null,
        language: null,
      })),
    });
  });

  test.each([
    ['prose', 'The council met.\nhttps://a.example/1\n'],
    ['prose after an address', 'https://a.example/1\nis where it stands.\n'],
    ['an address with words', 'https://a.example/1 is where it stands.\n'],
    ['a Markdown heading', '# A heading\n\nAnd a text.\n'],
    ['comments alone', '# one\n# two\n'],
    ['other addresses', 'https://a.example/1\nfile:///etc/passwd\n'],
    ['what is no address', 'https://[oops\n'],
    ['nothing', ''],
    ['blank lines', '\n \n'],
  ])('are not %s', async (_, content) => {
    expect(await read(content)).toBeNull();
  });

  test('may be UTF-16, and have addresses in other scripts', async () => {
    const content = 'https://a.example/新闻\nhttps://a.example/2\n';
    expect(urls(await read(Buffer.from(`\ufeff${content}`, 'utf16le')))).toEqual(content.trim().split('\n'));
    expect(urls(await read(`\ufeff${content}`))).toEqual(content.trim().split('\n'));
  });

  test('are cut where the protocol of sitemaps would cut them', async () => {
    const lines = Array.from({ length: MOST_LINKS + 1 }, (_, i) => `https://a.example/${i}`);
    const listing = await read(lines.join('\n'));
    expect([listing?.links.length, listing?.cut]).toEqual([MOST_LINKS, true]);
    const [, ...less] = lines;
    expect(await read([...less, ...less].join('\n'))).toMatchObject({ cut: false });
  });
});

describe('feeds', () => {
  test('in RSS 2.0', async () => {
    const mill = { title: 'Seen elsewhere', outlet: 'Valley News', publishedAt: null, language: 'en-GB' };
    expect(await fixture('rss2.xml')).toEqual({
      kind: 'feed',
      title: 'Uplands Mail & Echo',
      cut: false,
      links: [
        {
          url: 'https://uplands-mail.example/bridge?from=feed&n=1',
          title: 'A bridge & its toll',
          publishedAt: '2019-05-02',
          outlet: 'Uplands Mail & Echo',
          language: 'en-GB',
        },
        {
          url: 'https://uplands-mail.example/rain#top',
          title: 'Rain, again',
          publishedAt: '2019-05-03T08:00:00Z',
          outlet: 'Uplands Mail & Echo',
          language: 'en-GB',
        },
        { url: 'https://valley-news.example/mill', ...mill },
      ],
    });
  });

  test('in RSS 0.91 and 1.0', async () => {
    expect(await fixture('rss091.xml')).toMatchObject({
      title: 'Old Quay',
      links: [{ url: 'http://old-quay.example/kiosk', title: 'A kiosk', language: 'en' }],
    });
    expect(await fixture('rss1.rdf')).toMatchObject({
      title: 'Pier Gazette',
      links: [
        { url: 'http://pier-gazette.example/a', publishedAt: '2020-05-31', language: 'en', outlet: 'Pier Gazette' },
        { url: 'http://pier-gazette.example/b', title: 'Planks' },
      ],
    });
  });

  test('in Atom, where a change is no publication', async () => {
    expect(await fixture('atom.xml')).toMatchObject({
      kind: 'feed',
      links: [
        { url: 'https://harbour-post.example/news/cranes', title: 'Cranes', publishedAt: '2021-03-03T09:30:00+01:00' },
        { url: 'https://harbour-post.example/tides', title: 'Tides', publishedAt: null, language: 'en' },
      ],
    });
  });

  test('in JSON', async () => {
    expect(await fixture('feed.json')).toMatchObject({
      kind: 'feed',
      title: 'Lakeside Courier',
      links: [
        { url: 'https://lakeside-courier.example/ferry', publishedAt: '2023-11-03T07:00:00Z', language: 'en' },
        { url: 'https://lakeside-courier.example/pier', title: null, language: 'de', outlet: 'Lakeside Courier' },
      ],
    });
  });

  test('resolve links against where they come from', async () => {
    const content = rss('<item><title>R</title><link>r/1</link></item>');
    expect(urls(await read(content))).toEqual(['https://a.example/r/1']);
    expect(urls(await read(content, 'https://b.example/feeds/all.xml'))).toEqual(['https://b.example/feeds/r/1']);
    expect(
      urls(await readListing(Buffer.from(content), { contentType: null, name: 'f', base: 'https://c.example/' })),
    ).toEqual(['https://c.example/r/1']);
  });

  test('in other encodings', async () => {
    const content = `<?xml version="1.0" encoding="windows-1252"?>${rss(item('caf~'))}`;
    const bytes = Buffer.from(content.replaceAll('caf~', 'caf\xe9'), 'latin1');
    expect((await read(bytes))?.links[0]?.title).toBe('I café');
    expect((await read(Buffer.from(`\ufeff${rss(item('社'))}`, 'utf16le')))?.links[0]?.title).toBe('I 社');
  });

  test('that break off or are broken give what can be had', async () => {
    const whole = rss(item(1) + item(2) + item(3));
    expect(urls(await read(whole))).toHaveLength(3);
    for (let end = whole.indexOf('<item>'); end < whole.length; end++) {
      const listing = await read(whole.slice(0, end));
      const complete = whole.slice(0, end).split('</link></item>').length - 1;
      expect(listing?.kind).toBe('feed');
      expect(listing!.links.length).toBeGreaterThanOrEqual(complete);
      for (const { url } of listing!.links) expect(url).toMatch(/\/[123]$/);
    }
    const tangled = rss(`${item(1)}<item><title>Open<link>https://a.example/2</link></item>${item(3)}`);
    expect(urls(await read(tangled))).toEqual(expect.arrayContaining(['https://a.example/1', 'https://a.example/3']));
  });

  test('without items list nothing', async () => {
    expect(await read(rss(''))).toEqual({ kind: 'feed', title: 'T', links: [], cut: false });
    expect(await read('<rss>')).toMatchObject({ kind: 'feed', links: [] });
  });
});

describe('sitemaps', () => {
  test('of news', async () => {
    expect(await fixture('news-sitemap.xml', 'https://valley-news.example/sitemaps/news.xml')).toEqual({
      kind: 'sitemap',
      title: null,
      cut: false,
      links: [
        {
          url: 'https://valley-news.example/mill?a=1&b=2',
          title: 'The mill – sold',
          publishedAt: '2022-07-01T06:00+02:00',
          outlet: 'Valley News',
          language: 'en',
        },
        { url: 'https://valley-news.example/weir', title: null, publishedAt: null, outlet: null, language: null },
      ],
    });
  });

  test('of sitemaps, and packed', async () => {
    const expected = await fixture('sitemap-index.xml');
    expect(expected?.kind).toBe('sitemap-index');
    expect(urls(expected)).toEqual([1, 2].map((n) => `https://valley-news.example/sitemap-${n}.xml.gz`));
    expect(await read(gzipSync(readFileSync(`${FIXTURES}/sitemap-index.xml`)))).toEqual(expected);
  });

  test('are cut at what the protocol allows', async () => {
    const entries = Array.from({ length: MOST_LINKS + 5 }, (_, i) => `<url><loc>https://a.example/${i}</loc></url>`);
    const listing = await read(gzipSync(`<urlset>${entries.join('')}</urlset>`));
    expect([listing?.links.length, listing?.cut]).toEqual([MOST_LINKS, true]);
  });

  test('that break off give what is there', async () => {
    const listing = await read('<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.exa');
    expect(urls(listing)).toEqual(['https://a.example/1']);
  });
});

describe('what lists nothing', () => {
  test.each([
    ['a page', '<!DOCTYPE html><html><head><title>rss</title></head><body><rss></body></html>'],
    ['a page in XML', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['other XML', '<?xml version="1.0"?><nitf><body>urlset</body></nitf>'],
    ['JSON', '{"title": "feed", "items": []}'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1", "items": ['],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n000', 'latin1')],
    ['what looks packed', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['a packed page', gzipSync('<html><body>Text</body></html>')],
    ['an open comment', '<!-- <rss>'],
  ])('is %s', async (_, content) => {
    expect(await read(content)).toBeNull();
  });
});

describe('hostile lists', () => {
  const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => {
    const [from, to] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
    return `<!ENTITY ${to} "${`&${from};`.repeat(10)}">`;
  }).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;

  test('expand no entities of their own', async () => {
    for (const content of [rss(`<item><title>&j;&file;</title><link>https://a.example/1</link></item>`)]) {
      const listing = await read(`<?xml version="1.0"?>${LAUGHS}${content}`);
      expect(listing?.links).toMatchObject([{ url: 'https://a.example/1', title: '&j;&file;' }]);
    }
    const sitemap = `<urlset><url><loc>https://a.example/&j;</loc></url></urlset>`;
    expect(urls(await read(LAUGHS + sitemap))).toEqual(['https://a.example/&j;']);
  });

  test('are read up to where they nest too deep', async () => {
    const deep = '<a>'.repeat(100_000);
    for (const content of [rss(item(1) + deep), rss(`${item(1)}<item>${deep}${'</a>'.repeat(100_000)}</item>`)]) {
      expect(urls(await read(content))).toEqual(['https://a.example/1']);
    }
    expect(urls(await read(`<urlset><url><loc>https://a.example/1</loc></url>${deep}`))).toEqual([
      'https://a.example/1',
    ]);
    expect(await read(`<rss>${'<item>'.repeat(100_000)}`)).toMatchObject({ kind: 'feed', links: [] });
    expect(await read(`{"version": "jsonfeed.org", "items": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBeNull();
  });

  test('are not inflated whole', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('<urlset>'), Buffer.alloc(60 * MB, 0x20)]));
    expect(bomb.length).toBeLessThan(MB);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large' });
    expect(await read(gzipSync(Buffer.alloc(60 * MB, 0x20)))).toBeNull();
    const packed = gzipSync(`<urlset>${Array.from({ length: 50_000 }, (_, i) => `<url><loc>${i}</loc></url>`)}`);
    await expect(read(packed.subarray(0, packed.length / 2))).rejects.toMatchObject({ code: 'malformed' });
  });

  test('may be long in any part', async () => {
    const long = 'x'.repeat(MB);
    expect(await read(`https://a.example/${long}`)).toBeNull();
    for (const content of [
      rss(`<item><title>${long}</title><link>https://a.example/${long}</link></item>${item(1)}`),
      rss(`<item ${long}="1"><title a="${long}">T</title></item>${item(1)}`),
      rss(`${'<item><title>'.repeat(50_000)}${item(1)}`),
      rss(`${'<!--'.repeat(100_000)}-->${item(1)}`),
      rss(`${'<![CDATA['.repeat(100_000)}]]>${item(1)}`),
      rss(`${'&amp;'.repeat(200_000)}${item(1)}`),
      rss(`<item><description>${'<p '.repeat(200_000)}</description></item>${item(1)}`),
      `<rss ${'version='.repeat(100_000)}>${item(1)}`,
      `<feed ${'xmlns:a="b" '.repeat(50_000)}>${item(1)}`,
    ]) {
      const listing = await read(content);
      expect(listing?.kind).toBe('feed');
      for (const link of listing!.links) expect((link.title ?? '').length).toBeLessThanOrEqual(1000);
    }
  });

  test('never throw anything but known errors', async () => {
    const bases = readdirSync(FIXTURES).map((name) => readFileSync(`${FIXTURES}/${name}`));
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bases), damage, fc.boolean(), async (base, hits, packed) => {
        const bytes = Buffer.from(packed ? gzipSync(base) : base);
        for (const [at, byte] of hits) bytes[at % bytes.length] = byte;
        const outcome = await readListing(bytes, { contentType: null, name: 'x' }).catch((thrown) => thrown);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(KnownError);
        else for (const { url } of outcome?.links ?? []) expect(url).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 1000 },
    );
  });
});
