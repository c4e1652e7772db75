/** Every kind of input through the built program. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ResultRecord } from '../../src/model.ts';
import { docx, p, r } from '../article/documents/docx.ts';
import { at, pdf } from '../article/documents/pdf.ts';
import { packed, pageRecord } from '../source/warc-made.ts';
import { folder, scscheck } from './scscheck.ts';

const CLAIM = 'Every Chinese citizen has a social credit score.';
const ROADS = 'The council met on Tuesday about the state of the roads in the town.';

/** The records of a check, and its status. */
async function checked(...args: string[]): Promise<{ status: number | null; records: ResultRecord[]; stderr: string }> {
  const { status, stdout, stderr } = await scscheck(['check', ...args, '--format', 'jsonl']);
  const lines = stdout.trim().split('\n').filter(Boolean);
  return { status, stderr, records: lines.map((line) => JSON.parse(line) as ResultRecord) };
}
const quotes = (records: ResultRecord[]): string[][] => records.map((one) => one.claims.map((claim) => claim.quote));
const SAID = ['Every Chinese citizen has a social credit score'];

describe('files', () => {
  test('DOCX and PDF', async () => {
    const root = folder({
      'a.docx': Buffer.from(docx(p(r('Minutes'), 'Heading1') + p(r(CLAIM)))),
      'b.pdf': Buffer.from(pdf([at(72, 700, 12, CLAIM)])),
      'c.pdf': Buffer.from(pdf([Array.from({ length: 40 }, (_, k) => at(72, 760 - 14 * k, 12, ROADS)).join('\n')])),
    });
    const { status, records } = await checked(root);
    expect(status).toBe(1);
    expect(quotes(records)).toEqual([SAID, SAID, []]);
    expect(records.map((one) => one.skipped)).toEqual([null, null, 'off-topic']);
  });

  test('tables by their columns, and by --columns', async () => {
    const root = folder({
      'plain.csv': `id,date,text\nx,2019-05-02,"${CLAIM}"\ny,2019-05-03,"${ROADS}"\n`,
      'own.csv': `nr;tag;inhalt\n7;2. Mai 2019;"${CLAIM}"\n`,
    });
    const plain = await checked(join(root, 'plain.csv'));
    expect(plain.records.map(({ article }) => [article.id, article.publishedAt])).toEqual([
      ['x', '2019-05-02'],
      ['y', '2019-05-03'],
    ]);
    expect(quotes(plain.records)).toEqual([SAID, []]);
    const own = await checked(join(root, 'own.csv'), '--columns', 'id=nr,text=inhalt');
    expect(own.records.map(({ article }) => article.id)).toEqual(['7']);
    const none = await checked(join(root, 'own.csv'));
    expect([none.status, none.records[0]!.error!.code]).toEqual([2, 'columns']);
    expect(none.stderr).toContain('nr, tag, inhalt');
    const wrong = await checked(join(root, 'own.csv'), '--columns', 'body=inhalt');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('unknown field "body"')]);
  });

  test('news-please, alone, in a list and a line each', async () => {
    const article = {
      maintext: CLAIM,
      title: 'T',
      source_domain: 'paper.example',
      date_publish: 'None',
      localpath: 'None',
    };
    const root = folder({
      'one.json': JSON.stringify(article),
      'list.json': JSON.stringify([article, { ...article, date_publish: '2019-05-02 10:00:00' }]),
      'lines.jsonl': `${JSON.stringify(article)}\n`,
    });
    const { records } = await checked(...['one.json', 'list.json', 'lines.jsonl'].map((name) => join(root, name)));
    expect(quotes(records)).toEqual([SAID, SAID, SAID, SAID]);
    expect(records.map((one) => one.article.outlet)).toEqual(Array(4).fill('paper.example'));
    expect(records.map((one) => one.article.publishedAt?.slice(0, 10) ?? null)).toEqual([
      null,
      null,
      '2019-05-02',
      null,
    ]);
  });

  test('web archives, gzipped or not', async () => {
    const records = [pageRecord('https://a.example/1', CLAIM), pageRecord('https://a.example/2', ROADS)];
    const root = folder({ 'a.warc.gz': packed(records), 'b.warc': Buffer.concat(records) });
    for (const name of ['a.warc.gz', 'b.warc']) {
      const found = await checked(join(root, name));
      expect(found.records.map(({ article }) => article.id)).toEqual(['https://a.example/1', 'https://a.example/2']);
      expect(quotes(found.records)).toEqual([SAID, []]);
    }
  });

  test('text that is not English is skipped, and the record says so', async () => {
    const german =
      'Das System ist in aller Munde, doch kaum jemand weiß, wie es wirklich funktioniert. Viele Zeitungen schreiben über ' +
      '„social credit“ in China, als gäbe es eine Note für jeden Bürger, die über Reisen und Kredite entscheidet.';
    const { status, records, stderr } = await checked(join(folder({ 'a.txt': german }), 'a.txt'));
    expect([status, records[0]!.skipped, records[0]!.article.language]).toEqual([0, 'language', 'de']);
    expect(stderr).toContain('not checked: its language is de, not English');
  });
});

describe('addresses', () => {
  /** A server of these answers, by path: a content type and a body. */
  async function site(
    answers: (url: string) => Record<string, [type: string, body: string | Buffer]>,
  ): Promise<string> {
    const server = createServer((request, response) => {
      const found = answers(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)[request.url!];
      response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const POLITE = ['--allow-private', '--delay', '0', '--retries', '0'];
  const story = (text: string): [string, string] => [
    'text/html',
    `<html><body><article><p>${text}</p></article></body></html>`,
  ];

  test('of a feed stand for its stories, with what the feed says of them', async () => {
    const url = await site((base) => ({
      '/feed': [
        'application/rss+xml',
        `<rss version="2.0"><channel><title>The Sample</title>
          <item><title>One</title><link>${base}/1</link><pubDate>Thu, 02 May 2019 10:00:00 GMT</pubDate></item>
          <item><link>/2</link></item><item><link>${base}/gone</link></item></channel></rss>`,
      ],
      '/1': story(CLAIM),
      '/2': story(ROADS),
    }));
    const { status, records } = await checked(`${url}/feed`, ...POLITE);
    expect(status).toBe(3);
    expect(records.map(({ article, error }) => [article.id, article.title, article.outlet, error?.code])).toEqual([
      [`${url}/1`, 'One', 'The Sample', undefined],
      [`${url}/2`, null, 'The Sample', undefined],
      [`${url}/gone`, null, null, 'http-status'],
    ]);
    expect(records[0]!.article).toMatchObject({ publishedAt: '2019-05-02', dateSource: 'given' });
    expect(quotes(records)).toEqual([SAID, [], []]);
  });

  test('of an index of sitemaps stand for all their pages, gzipped ones too', async () => {
    const map = (...urls: string[]): string =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((one) => `<url><loc>${one}</loc></url>`).join('')}</urlset>`;
    const url = await site((base) => ({
      '/sitemap.xml': [
        'application/xml',
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${base}/a.xml</loc></sitemap>
          <sitemap><loc>${base}/b.xml.gz</loc></sitemap></sitemapindex>`,
      ],
      '/a.xml': ['application/xml', map(`${base}/1`, `${base}/2`)],
      '/b.xml.gz': ['application/gzip', gzipSync(map(`${base}/3`))],
      '/1': story(CLAIM),
      '/2': story(ROADS),
      '/3': story(CLAIM),
    }));
    const { records } = await checked(`${url}/sitemap.xml`, ...POLITE);
    expect(records.map(({ article }) => article.id)).toEqual([`${url}/1`, `${url}/2`, `${url}/3`]);
    expect(quotes(records)).toEqual([SAID, [], SAID]);
  });

  test('of a list of stories without text are fetched', async () => {
    const url = await site(() => ({ '/1': story(CLAIM) }));
    const header = 'id,indexed_date,language,media_name,media_url,publish_date,title,url';
    const root = folder({
      'list.csv': `${header}\n9,2019-05-04,en,The Sample,sample.example,2019-05-02,One,${url}/1\n`,
    });
    const { records } = await checked(join(root, 'list.csv'), ...POLITE);
    expect(records[0]!.article).toMatchObject({
      id: '9',
      title: 'One',
      outlet: 'The Sample',
      publishedAt: '2019-05-02',
    });
    expect(quotes(records)).toEqual([SAID]);
  });

  test('that robots.txt closes are not asked for, unless that is waived', async () => {
    const url = await site(() => ({ '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /'], '/1': story(CLAIM) }));
    const closed = await checked(`${url}/1`, ...POLITE);
    expect([closed.status, closed.records[0]!.error!.code]).toEqual([2, 'robots']);
    const waived = await checked(`${url}/1`, ...POLITE, '--no-robots');
    expect(quotes(waived.records)).toEqual([SAID]);
  });

  test('in private networks are refused unless that is allowed', async () => {
    const url = await site(() => ({ '/1': story(CLAIM) }));
    const { status, records } = await checked(`${url}/1`);
    expect([status, records[0]!.error!.code]).toEqual([2, 'private-address']);
  });
});
