import { describe, expect, test } from 'vitest';
import { frontMatterLength, markdownMeta } from '../../src/article/front-matter.ts';
import { dateInUrl, isoDate } from '../../src/article/publication-date.ts';

test.each([
  ['2019-05-02', '2019-05-02'],
  [' 2019-05-02T10:00:00Z ', '2019-05-02T10:00:00Z'],
  ['2019-05-02 10:00:00.123 +0100', '2019-05-02T10:00:00.123+0100'],
  ['2019/05/02', '2019-05-02'],
  ['20190502', '2019-05-02'],
  ['20190502T100000Z', '2019-05-02'],
  ['201905021', null],
  ['2 May 2019', '2019-05-02'],
  ['Thu, 02 May 2019 10:00:00 GMT', '2019-05-02'],
  ['May 2nd, 2019', '2019-05-02'],
  ['Sept. 2, 2019', '2019-09-02'],
  ['2019-02-29', null],
  ['2019-13-01', null],
  ['31 Foo 2019', null],
  ['yesterday', null],
  ['', null],
])('isoDate reads %j as %j', (value, date) => {
  expect(isoDate(value)).toBe(date);
});

test.each([
  ['https://x.example/2019/05/02/title', '2019-05-02'],
  ['https://x.example/news/2019-5-2-title', '2019-05-02'],
  ['https://x.example/2019/may/02/title', '2019-05-02'],
  ['https://x.example/2019/99/02/title', null],
  ['https://x.example/123456/2019', null],
])('dateInUrl reads %s as %j', (url, date) => {
  expect(dateInUrl(url)).toBe(date);
});

describe('front matter', () => {
  test('states what it has on lines of its own', () => {
    const file =
      "---\r\ntitle: 'It''s: quoted'\r\ndate: 2019-05-02\r\nlang: en\r\nurl: https://x.example/\r\ntags:\r\n  - title: no\r\n---\r\ntext";
    expect(markdownMeta(file)).toEqual({
      title: "It''s: quoted",
      publishedAt: '2019-05-02',
      language: 'en',
      url: 'https://x.example/',
    });
    expect(file.slice(frontMatterLength(file))).toBe('text');
  });

  test.each(['no front matter', '---\nnever closed', '----\na: b\n----\n', ''])('is not seen in %j', (file) => {
    expect(frontMatterLength(file)).toBe(0);
  });
});
