/** What becomes of each article: its status, its date, its story. */
import { describe, expect, it } from 'vitest';
import type { StudyTables } from '../../../src/study/tables/tables.ts';
import { record, recordFile, tablesOf } from './corpus.ts';

const failed = { error: { code: 'unreachable', message: 'no answer' } };

describe('the flow', () => {
  const lines = [
    record('studied'),
    record('sure month', { publishedAt: '2019-05', dateConfidence: 0.95 }),
    record('year', { publishedAt: '2019', dateConfidence: null }),
    record('doubtful', { dateSource: 'url', dateConfidence: 0.8 }),
    record('threshold', { dateSource: 'meta', dateConfidence: 0.85 }),
    record('old record', { dateSource: null, dateConfidence: null }),
    record('odd source', { dateSource: 'oracle' as 'url' }),
    record('undated', { publishedAt: null, dateSource: null, dateConfidence: null }),
    record('unreadable', { publishedAt: 'soon' }),
    record('future', { publishedAt: '2026-07-01' }),
    record('future year', { publishedAt: '2027' }),
    record('today', { publishedAt: '2026-06-30' }),
    record('off', {}, { skipped: 'off-topic' }),
    record('french', {}, { skipped: 'language' }),
    record('failed', {}, failed),
    record('uncoded', {}, {}),
  ];
  const { frames: _, ...uncoded } = lines.at(-1)!;
  lines[lines.length - 1] = uncoded;

  it('has each article once', async () => {
    const { flow, remarks } = await tablesOf(lines, { unit: 'month' });
    expect(flow).toEqual({
      read: 16,
      failed: 1,
      offTopic: 1,
      otherLanguage: 1,
      undated: 3,
      future: 2,
      studied: 8,
      stories: 8,
      sure: 5,
      dateSources: { given: 4, meta: 1, unknown: 2, url: 1 },
      outlets: 1,
      withoutOutlet: 0,
      coders: [{ version: '0.1.0', factBase: 'base', records: 16 }],
      copiesFrom: ['runs'],
    });
    expect(remarks).toMatchObject({ unreadable: 1, coarse: 1, uncoded: 1, filledPeriods: 2 });
    const { read, failed: f, offTopic, otherLanguage, undated, future, studied } = flow;
    expect(f + offTopic + otherLanguage + undated + future + studied).toBe(read);
  });

  it('has the outlets that are named, and periods with articles alone', async () => {
    const some = [
      record('a', { publishedAt: '2014-05-01' }),
      record('b', { publishedAt: '2020-05-01', outlet: 'The Herald' }),
      record('c', { publishedAt: '2020-05-01', outlet: null }),
      record('d', { publishedAt: '2020-05-01', outlet: '' }),
      record('e', { outlet: 'Not studied' }, { skipped: 'off-topic' }),
    ];
    const { flow, remarks, periods } = await tablesOf(some);
    expect([flow.outlets, flow.withoutOutlet]).toEqual([2, 2]);
    expect([periods.length, remarks.filledPeriods]).toEqual([7, 2]);
    const none = await tablesOf(some.slice(2, 4));
    expect([none.flow.outlets, none.flow.withoutOutlet]).toEqual([0, 2]);
  });

  it('says whether copies are known from texts, from runs, or from both', async () => {
    const files = [recordFile([record('a')]), recordFile([record('b')])];
    const from = async (files: string[], stories?: []): Promise<string[]> =>
      (await tablesOf({ files }, stories ? { stories } : {})).flow.copiesFrom;
    expect(await from(files)).toEqual(['runs']);
    expect(await from(files, [])).toEqual(['texts', 'runs']);
    expect(await from(files.slice(1), [])).toEqual(['texts']);
  });

  it('takes dates as far as they go', async () => {
    const years = await tablesOf(lines, { unit: 'year' });
    expect([years.flow.studied, years.flow.undated, years.remarks.coarse]).toEqual([9, 2, 0]);
    const days = await tablesOf(lines, { unit: 'day' });
    expect([days.flow.studied, days.flow.undated, days.remarks.coarse]).toEqual([7, 4, 2]);
  });

  it('of a corpus with nothing on the topic, or nothing dated, has no periods', async () => {
    for (const lines of [[record('a', {}, { skipped: 'off-topic' })], [record('a', { publishedAt: null })]]) {
      const tables = await tablesOf(lines, { unit: 'auto' });
      expect(tables).toMatchObject({ periods: [], flow: { read: 1, studied: 0, stories: 0 } });
    }
  });
});

describe('stories', () => {
  const storiesOf = async ({ db }: StudyTables): Promise<Record<string, string>> => {
    const rows = await db.rows<{
      id: string;
      story: string;
    }>(`SELECT r.article_id AS id, coalesce(c.story, r.article_id) AS story
      FROM records r LEFT JOIN copies c USING ("row") ORDER BY "row"`);
    return Object.fromEntries(rows.map(({ id, story }) => [id, story]));
  };
  const copy = (id: string, copyOf: string, article = {}) => record(id, { copyOf, ...article });

  it('are told by links, to the end', async () => {
    const chain = [record('a'), ...Array.from({ length: 40 }, (_, i) => copy(`c${i}`, i === 0 ? 'a' : `c${i - 1}`))];
    const stories = await storiesOf(await tablesOf(chain));
    expect(new Set(Object.values(stories))).toEqual(new Set(['a']));
  });

  it('whose original is not there are named after it; links to themselves or back lead nowhere', async () => {
    const lines = [
      copy('a', 'gone'),
      copy('b', 'gone'),
      copy('c', 'b'),
      copy('d', 'd'),
      copy('e', 'f'),
      copy('f', 'e'),
    ];
    const stories = await storiesOf(await tablesOf(lines));
    expect(stories).toEqual({ a: 'gone', b: 'gone', c: 'gone', d: 'd', e: 'f', f: 'f' });
  });

  it('are those that are told, and copies of these belong where their originals do', async () => {
    const lines = [record('a'), record('b'), copy('c', 'b'), copy('d', 'a'), record('e')];
    const told = [
      { id: 'b', story: 'a' },
      { id: 'd', story: 'other' },
      { id: 'e', story: 'e' },
      { id: 'nobody', story: 'a' },
    ];
    const tables = await tablesOf(lines, { stories: told });
    expect(await storiesOf(tables)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'other', e: 'e' });
    expect(tables.flow.stories).toBe(3);
  });

  it('link to the nearest record before, as ids come again in the next run', async () => {
    const lines = [record('1', { sha256: 'x' }), record('1', { sha256: 'y' }), copy('2', '1', { sha256: 'z' })];
    expect(await storiesOf(await tablesOf(lines))).toEqual({ '1': '1', '1#2': '1#2', '2': '1#2' });
    // One that is left out leads to the one that stands for it.
    const again = [record('1', { url: 'u' }), record('1', { url: 'u', title: 'new' }), copy('2', '1')];
    expect(await storiesOf(await tablesOf(again))).toEqual({ '1': '1', '2': '1' });
  });

  it('are stood for by the earliest copy: by day, by instant, by input', async () => {
    const at = (id: string, publishedAt: string) => copy(id, 'gone', { publishedAt });
    const firstOf = async (lines: ReturnType<typeof at>[]): Promise<unknown> => {
      const { db } = await tablesOf(lines);
      const rows = await db.rows(
        `SELECT article_id AS id FROM families f JOIN records USING ("row") WHERE flags & 4 <> 0`,
      );
      return rows.map((row) => (row as { id: string }).id);
    };
    const zoned = at('zoned', '2019-05-01T01:00+05:00');
    expect(await firstOf([at('plain', '2019-05-01'), at('utc', '2019-05-01T00:30:00Z'), zoned])).toEqual(['zoned']);
    expect(await firstOf([at('year', '2019'), at('month', '2019-12'), at('day', '2019-12-31')])).toEqual(['day']);
    expect(await firstOf([at('second', '2019-05-02'), at('first', '2019-05-01'), at('also', '2019-05-01')])).toEqual([
      'first',
    ]);
  });
});
