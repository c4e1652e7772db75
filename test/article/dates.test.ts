import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { cleanByline } from '../../src/article/byline.ts';
import { believed, chooseDate, type FoundDate, mergeDates } from '../../src/article/dates-found.ts';
import { dateInText, datesWithText, labelledDate } from '../../src/article/dates-in-text.ts';
import { mergeMeta } from '../../src/article/extracted.ts';
import { headReader } from '../../src/article/html-head.ts';
import { headMeta } from '../../src/article/html-meta.ts';
import { isoDate, looseDateInUrl } from '../../src/article/publication-date.ts';
import { HEADS } from './documents/heads.ts';

/** What a page states, all of its text being told to the reader. */
function stated(html: string, url: string | null = null): ReturnType<typeof headMeta> {
  const reader = headReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (data) => reader.text(data),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(html);
  return headMeta(reader.head, url);
}

describe('dates of pages', () => {
  test(`${HEADS.length} heads: all right but the two known to be missed`, () => {
    const wrong = HEADS.filter(({ html, url, day }) => {
      const { publishedAt } = stated(html, url ?? null);
      return (publishedAt ? isoDate(publishedAt)?.slice(0, 10) : null) !== day;
    });
    expect(wrong.map(({ name }) => name)).toEqual(['a French site', 'a date in a script']);
  });

  test.each(HEADS.filter(({ source }) => source))('$name: from $source', ({ html, url, source }) => {
    expect(stated(html, url ?? null).dateSource).toBe(source);
  });

  test.each(HEADS.filter(({ byline }) => byline !== undefined))('$name: by $byline', ({ html, url, byline }) => {
    expect(stated(html, url ?? null).byline).toBe(byline);
  });

  test('what is missed is given no date, not a wrong one', () => {
    for (const { html, url, day } of HEADS) {
      const { publishedAt } = stated(html, url ?? null);
      if (publishedAt) expect(isoDate(publishedAt)?.slice(0, 10)).toBe(day);
    }
  });

  test('sources that agree are surer, sources that clash are less so', () => {
    const meta = '<meta property="article:published_time" content="2019-05-02T23:30:00-05:00">';
    const sure = (html: string, url: string | null = null) => stated(html, url).dateConfidence!;
    expect(sure(meta)).toBe(0.9);
    expect(sure(meta, 'https://x.example/2019/05/03/t')).toBeGreaterThan(0.95);
    expect(sure(meta, 'https://x.example/2018/05/03/t')).toBeLessThan(0.6);
    // Any page has times of other articles.
    expect(sure(`${meta}<p>a<p>b<p>c<p>d<time datetime="2001-01-01">x</time>`)).toBe(0.9);
  });

  test.each([
    ['<a class="author-name" href="/a">By A. Writer</a>', 'A. Writer'],
    [
      '<div class="c-byline__wrap"><span class="c-byline">Words by A. Writer and B. Writer | The Paper</span></div>',
      'A. Writer and B. Writer',
    ],
    ['<span itemprop="author"><span itemprop="name">A. Writer</span></span>', 'A. Writer'],
    ['<meta name="author" content="https://x.example/staff"><meta name="byl" content="By A. Writer">', 'A. Writer'],
    ['<meta name="author" content="admin">', null],
    ['<div class="author-bio">A. Writer lives by the sea.</div>', null],
    ['<aside><a rel="author">Someone Else</a></aside>', null],
    ['<p>By the way</p>', null],
  ])('byline of %s', (html, byline) => {
    expect(stated(`<h1>T</h1>${html}`).byline).toBe(byline);
  });

  test('a hostile page is read in time and memory that its length bounds', () => {
    const open = '<span class="byline"><time class="published">'.repeat(3000);
    const { byline } = stated(`<h1>T</h1>${open}${'x'.repeat(100_000)}`);
    expect(byline).toBeNull();
  });
});

describe('chooseDate and mergeDates', () => {
  const date = (source: FoundDate['source'], value: string, confidence: number): FoundDate => ({
    source,
    value,
    confidence,
  });

  test('two good sources outweigh one better one', () => {
    const found = [date('meta', '2021-01-01', 0.9), date('time', '2019-05-02', 0.85), date('url', '2019-05-02', 0.8)];
    expect(chooseDate(found)).toMatchObject({ publishedAt: '2019-05-02', dateSource: 'time' });
  });

  test('one source said twice is one source', () => {
    expect(chooseDate([date('meta', '2019-05-02', 0.9), date('meta', '2019-05-02', 0.75)]).dateConfidence).toBe(0.9);
  });

  test('nothing gives nothing', () => {
    expect(chooseDate([])).toEqual({ publishedAt: null, dateSource: null, dateConfidence: null });
    expect(chooseDate([date('meta', 'soon', 0.9)]).publishedAt).toBeNull();
  });

  test('what is given wins, surer or less sure for what is stated', () => {
    const given = { publishedAt: '2019-05-02' };
    expect(mergeDates(given, {})).toEqual({ publishedAt: '2019-05-02', dateSource: 'given', dateConfidence: 0.95 });
    expect(
      mergeDates(given, { publishedAt: '2019-05-02', dateSource: 'url', dateConfidence: 0.8 }).dateConfidence,
    ).toBe(0.99);
    const clash = mergeDates(given, { publishedAt: '2018-05-02', dateSource: 'meta', dateConfidence: 0.9 });
    expect(clash).toMatchObject({ publishedAt: '2019-05-02', dateSource: 'given' });
    expect(clash.dateConfidence).toBeLessThan(0.6);
    expect(mergeDates({ publishedAt: 'some day' }, {})).toEqual({
      publishedAt: 'some day',
      dateSource: 'given',
      dateConfidence: null,
    });
  });

  test('what a file states without saying where is its metadata', () => {
    expect(mergeMeta({ id: 'a', sha256: '0' }, { publishedAt: '2019-05-02', byline: 'A. Writer' })).toEqual({
      id: 'a',
      url: null,
      title: null,
      outlet: null,
      publishedAt: '2019-05-02',
      dateSource: 'meta',
      dateConfidence: 0.9,
      language: null,
      byline: 'A. Writer',
      country: null,
      sha256: '0',
    });
  });

  test('confidence stays between 0 and 1, and agreement never lowers it', () => {
    const day = fc.constantFrom('2019-05-02', '2019-05-03', '2018-01-01', '2020-12-31');
    const source = fc.constantFrom('given', 'json-ld', 'meta', 'time', 'url', 'text') as fc.Arbitrary<
      FoundDate['source']
    >;
    const one = fc.record({ value: day, source, confidence: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(one, fc.array(one, { maxLength: 8 }), (first, others) => {
        const { dateConfidence } = believed(first, others);
        expect(dateConfidence).toBeGreaterThanOrEqual(0);
        expect(dateConfidence).toBeLessThanOrEqual(0.99);
        const agreeing = others.map((other) => ({ ...other, value: first.value }));
        expect(believed(first, agreeing).dateConfidence).toBeGreaterThanOrEqual(believed(first, []).dateConfidence!);
      }),
    );
  });
});

describe('dates in the text', () => {
  const body = `\n\n${'A sentence of the article that says nothing of its day. '.repeat(80)}\n\n`;

  test.each([
    ['Published 2 May 2019', '2019-05-02'],
    ['First published on Thursday, May 2, 2019 at 10:30 GMT', '2019-05-02'],
    ['Posted: 2019-05-02 | By A. Writer', '2019-05-02'],
    ['By A. Writer | May 2nd, 2019', '2019-05-02'],
    ['2 May 2019', '2019-05-02'],
    ['(Published 2 May 2019)', '2019-05-02'],
    ['BEIJING, May 2, 2019 (Wire) — The court said', '2019-05-02'],
    ['LONDON – 2 May 2019 – The court said', '2019-05-02'],
    ['BEIJING, May 2 (Wire) — The court said', null],
    ['On 2 May 2019 the court published a list.', null],
    ['Published on 2 May 2019 was a list of names that the court keeps.', null],
    ['The plan of 14 June 2014 runs until 2020.', null],
    ['Published 31 February 2019', null],
    ['Published 02/05/2019', null],
    ['Expires 2 May 2031', null],
    ['The event will be held on 2 May 2031', null],
  ])('%s', (line, day) => {
    expect(dateInText(`A headline${body.slice(0, 2)}${line}${body}`)?.value ?? null).toBe(day);
  });

  test('at the end, less surely', () => {
    const end = dateInText(`A headline${body}Published 2 May 2019.`);
    expect(end).toEqual({ value: '2019-05-02', source: 'text', confidence: 0.5 });
    expect(dateInText(`A headline${body}London, 2 May 2019`)).toBeNull();
  });

  test('the first line is a headline, whatever it looks like', () => {
    expect(dateInText(`11 September 2001${body}`)).toBeNull();
  });

  test('give the date where nothing else does, and support what agrees', () => {
    const text = `Headline\n\nPublished 2 May 2019${body}`;
    expect(datesWithText({}, text)).toEqual({ publishedAt: '2019-05-02', dateSource: 'text', dateConfidence: 0.7 });
    const meta = { publishedAt: '2019-05-02', dateSource: 'meta' as const, dateConfidence: 0.5 };
    expect(datesWithText(meta, text)).toEqual({ ...meta, dateConfidence: 0.85 });
    const other = { ...meta, publishedAt: '2018-01-01' };
    expect(datesWithText(other, text)).toEqual(other);
  });

  test('reads any text in time that its first and last lines bound', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => void dateInText(text)));
    expect(dateInText('Published '.repeat(1_000_000))).toBeNull();
    expect(labelledDate(' '.repeat(1_000_000))).toBeNull();
  });
});

test.each([
  ['1556784000', '2019-05-02T08:00:00Z'],
  ['1556784000123', '2019-05-02T08:00:00.123Z'],
  ['2019050210', '2019-05-02'],
  ['20190502100000', '2019-05-02'],
  ['0000000000', null],
  ['9999999999', null],
  ['2019-5-2', '2019-05-02'],
  ['2019.05.02', '2019-05-02'],
  ['02.05.2019', '2019-05-02'],
  ['12/25/2018', '2018-12-25'],
  ['2-May-2019', '2019-05-02'],
  ['2 Marketing 2019', null],
  ['1970-01-01T00:00:00Z', null],
  ['0001-01-01', null],
  ['2150-01-01', null],
  ['None', null],
])('isoDate reads %j as %j', (value, date) => {
  expect(isoDate(value)).toBe(date);
});

test.each([
  ['https://x.example/a?date=2019-05-02', '2019-05-02'],
  ['https://x.example/t20190502_123.html', '2019-05-02'],
  ['https://x.example/2019/0502/c1.html', '2019-05-02'],
  ['https://x.example/id/120190502', null],
  ['https://x.example/id/2019050299', null],
  ['https://x.example/20191399', null],
])('looseDateInUrl reads %s as %j', (url, date) => {
  expect(looseDateInUrl(url)).toBe(date);
});

test.each([
  ['By A. Writer', 'A. Writer'],
  ['  by\n A. Writer,  B. Writer and C. Writer ', 'A. Writer, B. Writer and C. Writer'],
  ['Written by: A. Writer', 'A. Writer'],
  ['A. Writer | The Paper', 'A. Writer'],
  ["M. O'Writer", "M. O'Writer"],
  ["['A. Writer', 'B. O'Writer']", "A. Writer, B. O'Writer"],
  ['Byron Writer', 'Byron Writer'],
  ['王小明', '王小明'],
  ['a@b.example', null],
  ['https://x.example/a', null],
  ['python-docx', null],
  ['', null],
  ['—', null],
  ['x'.repeat(300), null],
])('cleanByline reads %j as %j', (value, byline) => {
  expect(cleanByline(value)).toBe(byline);
});
