/** Files of records: what is read, what is broken, what is there twice. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StudyTables } from '../../../src/study/tables/tables.ts';
import { frame, record, recordFile, scratch, tablesOf } from './corpus.ts';

const ids = async ({ db }: StudyTables): Promise<string[]> =>
  (await db.rows<{ id: string }>('SELECT article_id AS id FROM records ORDER BY "row"')).map(({ id }) => id);

describe('lines', () => {
  it('keep their order over files, whatever the number of threads', async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `a${(i * 7919) % 5000}`);
    const files = [names.slice(0, 1), names.slice(1, 3500), names.slice(3500)].map((part) =>
      recordFile(part.map((id) => record(id))),
    );
    for (const threads of [1, 4]) expect(await ids(await tablesOf({ files }, { threads }))).toEqual(names);
  });

  it('that are broken are counted and named, and the others read', async () => {
    const lines = [
      record('a'),
      '{"article": {"id": "b"',
      '',
      '   ',
      record('c'),
      '7',
      '[]',
      '{"text": "no record"}',
      record('d'),
      'x',
    ];
    const file = recordFile(lines);
    const { loaded, ...tables } = await tablesOf({ files: [file] });
    expect(await ids(tables as StudyTables)).toEqual(['a', 'c', 'd']);
    expect(loaded.records).toBe(3);
    expect(loaded.broken).toEqual({
      lines: 5,
      mended: 0,
      places: [
        { file, line: 2, why: 'json' },
        { file, line: 6, why: 'record' },
        { file, line: 7, why: 'record' },
        { file, line: 8, why: 'record' },
        { file, line: 10, why: 'json' },
      ],
    });
  });

  it('that JavaScript writes and DuckDB refuses are mended in their place', async () => {
    const lines = [record('a'), record('half \ud83d', { title: '\\ud83d stays, \udc00 does not' }), record('c')];
    const { loaded, flow, db } = await tablesOf(lines);
    expect(loaded.broken).toEqual({ lines: 0, mended: 1, places: [] });
    expect(flow.studied).toBe(3);
    expect(await db.rows('SELECT article_id AS id, title FROM records ORDER BY "row"')).toEqual([
      { id: 'a', title: 'On a' },
      { id: 'half \ufffd', title: '\\ud83d stays, \ufffd does not' },
      { id: 'c', title: 'On c' },
    ]);
  });

  it('nested without end break neither the program nor their neighbours', async () => {
    const deep = ['['.repeat(200_000), '{"article":'.repeat(50_000), `${'['.repeat(200_000)}${']'.repeat(200_000)}`];
    const nested = `{"article":{"id":"n"},"claims":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { loaded, ...tables } = await tablesOf([
      record('a'),
      ...deep.flatMap((line, i) => [line, record(`b${i}`)]),
      nested,
    ]);
    expect(await ids(tables as StudyTables)).toEqual(['a', 'b0', 'b1', 'b2', 'n']);
    expect(loaded.broken.lines).toBe(3);
  });

  it('of other encodings are read; an invalid byte becomes U+FFFD', async () => {
    const folder = scratch();
    const text = (id: string): string => `${JSON.stringify(record(id))}\n`;
    const files = {
      mark: Buffer.from(`\ufeff${text('marked é')}${text('b')}`),
      wide: Buffer.from(`\ufeff${text('wide 信用')}`, 'utf16le'),
      swapped: Buffer.from(`\ufeff${text('swapped 信用')}`, 'utf16le').swap16(),
      latin: Buffer.from(text('caf\u00e9'), 'latin1'),
    };
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const tables = await tablesOf({ files: paths });
    expect(await ids(tables)).toEqual(['marked é', 'b', 'wide 信用', 'swapped 信用', 'caf\ufffd']);
    expect(tables.loaded.broken.lines).toBe(0);
  });

  it('too long for any record are left out', async () => {
    const { loaded, ...tables } = await tablesOf([
      record('a'),
      record('long', { title: 'x'.repeat(36_000_000) }),
      record('b'),
    ]);
    expect(await ids(tables as StudyTables)).toEqual(['a', 'b']);
    expect(loaded.broken.places).toMatchObject([{ line: 2, why: 'record' }]);
  });

  it('with wrong types keep what can be read', async () => {
    const odd = '{"article":{"id":5,"title":{"x":1},"outlet":7},"claims":{"a":1},"frames":"none","error":null}';
    const { flow, remarks, db } = await tablesOf([odd, '{"article":{"id":"e"},"error":{"message":"no"}}']);
    expect(await db.rows('SELECT article_id, title, outlet, failed FROM records ORDER BY "row"')).toEqual([
      { article_id: '5', title: '{"x":1}', outlet: '7', failed: false },
      { article_id: 'e', title: null, outlet: null, failed: true },
    ]);
    expect([flow.undated, flow.failed, remarks.uncoded]).toEqual([1, 1, 0]);
  });
});

describe('files', () => {
  it('may have any name', async () => {
    const names = [
      "it's [1] *?.jsonl",
      '"q".jsonl',
      '{a,b}.jsonl',
      '[ab].jsonl',
      'a',
      '; DROP TABLE raw; --',
      '日本 é',
    ];
    const files = names.map((name, i) => recordFile([record(`a${i}`)], name));
    expect(await ids(await tablesOf({ files }))).toEqual(names.map((_, i) => `a${i}`));
  });

  it('without records give tables without rows', async () => {
    for (const files of [[], [recordFile([])], [recordFile(['', 'nothing'])]]) {
      const tables = await tablesOf({ files }, { unit: 'auto' });
      expect(tables).toMatchObject({ periods: [], unit: 'year', outlets: [], flow: { read: 0, studied: 0 } });
    }
  });

  it('that are not there are told by name, and one given twice is read once', async () => {
    const file = recordFile([record('a')]);
    expect((await tablesOf({ files: [file, file] })).loaded).toMatchObject({ records: 1, duplicates: 0 });
    await expect(tablesOf({ files: ['/nowhere/x.jsonl'] })).rejects.toMatchObject({
      code: 'not-found',
      place: { file: '/nowhere/x.jsonl' },
    });
  });

  it('of several versions are told apart', async () => {
    const other = { version: '0.2.0', factBase: 'other', asOf: '2022-05-08' };
    const { loaded } = await tablesOf([
      record('a'),
      record('b', {}, { engine: other }),
      record('c', {}, { engine: other }),
    ]);
    expect(loaded.engines).toEqual([
      { version: '0.2.0', factBase: 'other', records: 2 },
      { version: '0.1.0', factBase: 'base', records: 1 },
    ]);
  });
});

describe('articles that are there twice', () => {
  it('count once by address, or by all that is known of them', async () => {
    const first = [
      record('a', { url: 'u', title: 'old' }),
      record('b', { sha256: 'x' }),
      record('c', { outlet: null }),
    ];
    const again = [
      record('a', { url: 'u', title: 'new' }),
      record('b', { sha256: 'x' }),
      record('c', { outlet: null }),
    ];
    const tables = await tablesOf({ files: [recordFile(first), recordFile(again)] });
    expect(tables.loaded).toMatchObject({ records: 6, duplicates: 3, renamed: 0 });
    expect(await tables.db.rows('SELECT title FROM records ORDER BY "row"')).toEqual([
      { title: 'old' },
      { title: 'On b' },
      { title: 'On c' },
    ]);
  });

  it('give way to the one that could be read', async () => {
    const failed = record('a', { title: null }, { error: { code: 'unreachable', message: 'no answer' } });
    for (const lines of [
      [failed, record('a')],
      [record('a'), failed],
      [failed, record('a'), failed],
    ]) {
      const { flow, loaded } = await tablesOf(lines);
      expect([flow.read, flow.failed, flow.studied, loaded.duplicates]).toEqual([1, 0, 1, lines.length - 1]);
    }
    expect((await tablesOf([failed, failed])).flow).toMatchObject({ read: 1, failed: 1 });
  });

  it('give way to the one whose frames were coded, though it comes later', async () => {
    const { frames: _, ...bare } = record('a', { url: 'u', title: 'bare' });
    const framed = record('a', { url: 'u', title: 'framed' }, { frames: [frame('score')] });
    const failed = record('a', { title: null }, { error: { code: 'unreachable', message: 'no answer' } });
    const later = record('a', { url: 'u', title: 'later' }, { frames: [frame('trust')] });
    for (const lines of [
      [bare, framed],
      [framed, bare],
      [bare, failed, framed],
      [failed, bare, framed, later],
    ]) {
      const tables = await tablesOf(lines);
      expect(tables.loaded).toMatchObject({ duplicates: lines.length - 1, renamed: 0 });
      expect([tables.flow.read, tables.remarks.uncoded]).toEqual([1, 0]);
      expect(await tables.db.rows('SELECT title FROM records')).toEqual([{ title: 'framed' }]);
      expect(await tables.db.rows('SELECT frame FROM frames')).toEqual([{ frame: 'score' }]);
    }
    // Where none has frames the first stays, as ever.
    const other = await tablesOf([bare, { ...bare, article: { ...bare.article, title: 'second' } }]);
    expect(await other.db.rows('SELECT title FROM records')).toEqual([{ title: 'bare' }]);
  });

  it('leave copies with the story of the one that stays', async () => {
    const { frames: _, ...bare } = record('a', { url: 'u' });
    const lines = [record('a', { url: 'other' }), bare, record('b', { copyOf: 'a' }), record('a', { url: 'u' })];
    const { db } = await tablesOf(lines);
    const rows = await db.rows(`SELECT r.article_id AS id, coalesce(c.story, r.article_id) AS story
      FROM records r LEFT JOIN copies c USING ("row") ORDER BY "row"`);
    expect(rows).toEqual([
      { id: 'a', story: 'a' },
      { id: 'b', story: 'a#2' },
      { id: 'a#2', story: 'a#2' },
    ]);
  });

  it('are others when two exports count from 1, and get ids that nobody has', async () => {
    const tables = await tablesOf([
      record('1', { sha256: 'x' }),
      record('1', { sha256: 'y' }),
      record('1#2'),
      record('1', { url: 'u' }),
    ]);
    expect(tables.loaded).toMatchObject({ duplicates: 0, renamed: 2 });
    expect(await ids(tables)).toEqual(['1', '1##2', '1#2', '1##3']);
  });
});
