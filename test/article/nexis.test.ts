import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../src/article/docx.ts';
import { extractDelivery } from '../../src/article/docx-delivery.ts';
import { nexisArticles } from '../../src/article/nexis.ts';
import { dateLine } from '../../src/article/nexis-lines.ts';
import { lineColumn } from '../../src/article/position.ts';
import type { Article } from '../../src/model.ts';
import { readInputs } from '../../src/source/inputs.ts';
import { folder } from '../cli/scscheck.ts';
import { docx, footnotes, p } from './documents/docx.ts';
import {
  cover,
  HARBOUR,
  LEDGER,
  MILL,
  oldDelivery,
  oldStory,
  type Story,
  uniDelivery,
  uniStory,
} from './documents/nexis.ts';

const STORIES = [HARBOUR, LEDGER, MILL];

async function itemsIn(bytes: Uint8Array): Promise<unknown[]> {
  const path = `${folder({ 'd.docx': Buffer.from(bytes) })}/d.docx`;
  const found: unknown[] = [];
  for await (const item of readInputs([path])) found.push(JSON.parse(JSON.stringify(item).replaceAll(path, 'd.docx')));
  return found;
}
const articles = async (bytes: Uint8Array): Promise<Article[]> =>
  (await itemsIn(bytes)).map((item) => (item as { article: Article }).article);
const textOf = (story: Story): string => story.text.join('\n\n');

describe.each([
  ['Nexis Uni, with its cover', uniDelivery],
  ['LexisNexis before it', oldDelivery],
])('a delivery of %s', (_, delivery) => {
  test('is its articles: text alone, title, outlet, byline, day of publication', async () => {
    const found = await articles(delivery(STORIES));
    expect(found.map(({ text }) => text)).toEqual(STORIES.map(textOf));
    expect(found).toMatchObject([
      {
        id: 'd.docx#1',
        title: HARBOUR.title,
        outlet: HARBOUR.outlet,
        byline: 'Rosa Quay and Tom Ferry',
        publishedAt: '2019-03-05',
        dateSource: 'given',
        dateConfidence: 0.95,
        language: 'en',
        url: null,
        origin: null,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        id: 'd.docx#2',
        title: LEDGER.title,
        outlet: LEDGER.outlet,
        publishedAt: '2020-04',
        dateConfidence: 0.5,
        byline: null,
      },
      {
        id: 'd.docx#3',
        title: MILL.title,
        outlet: MILL.outlet,
        publishedAt: '2018-11-14',
        byline: 'Staff',
        language: 'en',
      },
    ]);
    expect(new Set(found.map(({ sha256 }) => sha256)).size).toBe(3);
    for (const { text, blocks } of found)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  });

  test('of one article is that article, under the name of its file', async () => {
    expect(await articles(delivery([HARBOUR]))).toMatchObject([
      {
        id: 'd.docx',
        text: textOf(HARBOUR),
        title: HARBOUR.title,
        publishedAt: '2019-03-05',
        dateSource: 'given',
        outlet: HARBOUR.outlet,
      },
    ]);
  });

  test('places are those of the document', async () => {
    const [first, second] = await articles(delivery([HARBOUR, LEDGER]));
    const [one, two] = [lineColumn(first!, 0), lineColumn(second!, 0)];
    expect(two.line).toBeGreaterThan(one.line + HARBOUR.text.length);
    expect(lineColumn(first!, first!.text.indexOf('Several'))).toEqual({ line: one.line + 2, column: 1 });
  });
});

describe('a delivery', () => {
  test('says of what has no text that it has none, and goes on', async () => {
    const picture: Story = { ...HARBOUR, text: [] };
    const sorry = p('We are sorry but this document cannot be shown.') + p('End of Document');
    const found = await itemsIn(docx(uniStory(HARBOUR) + uniStory(picture) + sorry + uniStory(MILL)));
    expect(found).toMatchObject([
      { kind: 'article', article: { id: 'd.docx#1' } },
      { kind: 'error', id: 'd.docx#2', error: { code: 'empty' } },
      { kind: 'error', id: 'd.docx#3', error: { code: 'empty' } },
      { kind: 'article', article: { id: 'd.docx#4', text: textOf(MILL) } },
    ]);
    expect(await itemsIn(docx(oldStory(HARBOUR, 1, 2) + p('2 of 2 DOCUMENTS') + p('Nothing more.')))).toMatchObject([
      { kind: 'article' },
      { kind: 'error', id: 'd.docx#2' },
    ]);
  });

  test('has an article without a topic skipped, with what is known of it', async () => {
    const other: Story = {
      ...LEDGER,
      text: Array.from({ length: 40 }, () => 'The ferry will be painted in the spring, the board said.'),
    };
    expect(await itemsIn(uniDelivery([HARBOUR, other]))).toMatchObject([
      { kind: 'article' },
      { kind: 'skipped', meta: { id: 'd.docx#2', title: LEDGER.title, outlet: LEDGER.outlet, publishedAt: '2020-04' } },
    ]);
  });

  test('is read where styles, dates and the last mark are missing', async () => {
    const plain = uniStory(HARBOUR, false) + uniStory({ ...MILL, date: 'no date' }, false) + uniStory(LEDGER, false);
    const found = await articles(docx(plain.slice(0, plain.lastIndexOf('<w:p>'))));
    expect(found).toMatchObject([
      { title: HARBOUR.title, outlet: HARBOUR.outlet, publishedAt: '2019-03-05' },
      { title: MILL.title, publishedAt: null, dateSource: null },
      { title: LEDGER.title, outlet: LEDGER.outlet, text: textOf(LEDGER) },
    ]);
  });

  test('keeps the notes that a text refers to', async () => {
    const noted = uniStory(HARBOUR).replace(
      'of their own.',
      'of their own.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>',
    );
    const [first] = await articles(docx(noted + uniStory(MILL), [footnotes({ 2: 'As of that year.' })]));
    expect(first!.text).toBe(`${textOf(HARBOUR)}\n\nAs of that year.`);
  });
});

describe('a document of any other kind', () => {
  const about = 'The social credit system is a topic of this document.';
  test.each([
    ['names the end of documents', p(about) + p('End of Document') + p('More.')],
    [
      'has a heading "Body" and a date',
      p('March 5, 2019') + p('Copyright 2019 Quay') + p('Length: 3 metres') + p('Body', 'Heading1') + p(about),
    ],
    [
      'describes deliveries',
      p(about) + p('Load-Date: the day it was loaded.') + p('1 of 50 DOCUMENTS') + p('A mark in old files.'),
    ],
    ['is a list of fields', p('Byline: nobody') + p(about) + p('Language: English') + p('Load-Date: May 1, 2019')],
  ])('that %s stays one article', async (_, body) => {
    const bytes = docx(body);
    expect(await extractDelivery(bytes, { id: 'x' }, () => '')).toBeNull();
    const { article } = await extractDocx(bytes, { id: 'x', sha256: '' });
    expect(article.text.split('\n\n')).toHaveLength(body.split('<w:p>').length - 1);
  });

  test('that is broken is said to be so', async () => {
    const bytes = Buffer.from(uniDelivery(STORIES));
    expect(await itemsIn(bytes.subarray(0, 500))).toMatchObject([{ kind: 'error', error: { code: 'malformed' } }]);
    expect(await itemsIn(Buffer.from('PK\x03\x04 and no more'))).toMatchObject([
      { kind: 'error', error: { code: 'malformed' } },
    ]);
  });
});

test.each([
  ['March 5, 2019 Tuesday', '2019-03-05'],
  ['Tuesday, March 5, 2019', '2019-03-05'],
  ['5 March 2019', '2019-03-05'],
  ['Sept. 30, 2016 Friday 11:59 PM EST', '2016-09-30'],
  ['2019-03-05', '2019-03-05'],
  ['March 2019', '2019-03'],
  ['Winter 2018', '2018'],
  ['2018', '2018'],
  ['February 30, 2019', null],
  [
    'March 5, 2019 was the day on which the board met to talk about what the clerk had written in the spring of that year',
    null,
  ],
  ['Marching orders 5, 2019', null],
  ['On March 5, 2019', null],
])('the line %j is of %s', (line, date) => {
  expect(dateLine(line)).toBe(date);
});

describe('hostile lines', () => {
  const line = fc.constantFrom(
    ...[
      'End of Document',
      'Body',
      'Classification',
      'Load-Date: May 1, 2019',
      'March 5, 2019 Tuesday',
      'Copyright 2019 Q',
      'Length: 1 word',
    ],
    ...[
      '1 of 2 DOCUMENTS',
      'LENGTH: 1 word',
      'LOAD-DATE: May 1, 2019',
      'Graphic',
      'A sentence.',
      'BYLINE: X',
      'Outlet',
    ],
  );

  test('in any order give articles that lie one behind the other within them', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: line, heading: fc.boolean() }), { maxLength: 60 }), (lines) => {
        let last = 0;
        for (const { from, to, title } of nexisArticles(lines) ?? []) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(lines.length);
          expect(title).not.toBe('');
          last = to;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('by the hundred thousand', () => {
    const lines = (text: string) => Array.from({ length: 100_000 }, () => ({ text, heading: true }));
    for (const text of [
      'End of Document',
      'Body',
      '1 of 2 DOCUMENTS',
      'March 5, 2019',
      'LENGTH: 1 word',
      `Copyright ${'x'.repeat(500)}`,
    ]) {
      expect(nexisArticles(lines(text))).toBeNull();
    }
  });

  test('the cover alone is no delivery', () => {
    expect(cover(STORIES)).toContain('Documents (3)');
  });
});
