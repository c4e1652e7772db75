/** What is written: the same bytes for the same corpus, the same rows in each form, and a dictionary of all of it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forCsv } from '../../../src/reporters/escape.ts';
import { CORPUS_TABLES, TABLES } from '../../../src/study/tables/dictionary.ts';
import { type Database, openDatabase } from '../../../src/study/tables/duckdb.ts';
import { text } from '../../../src/study/tables/sql.ts';
import { closeTables, makeTables, type StudyTables } from '../../../src/study/tables/tables.ts';
import { beginTables, finishTables, type WrittenTable } from '../../../src/study/tables/write-tables.ts';
import { syntheticResult } from '../report/result.ts';
import { anyCorpus } from './any-corpus.ts';
import { record, recordFile, scratch, type TestRecord, tablesOf } from './corpus.ts';
import { HOSTILE, hostileRecords } from './hostile.ts';

const RESULT = syntheticResult({ periods: 3, outlets: ['A', '=B'] });

const writeTables = async (tables: StudyTables, out: string): Promise<WrittenTable[]> =>
  finishTables(await beginTables(tables, out), RESULT);

/** Writes the tables of the records; gives the folder they stand in. */
async function written(records: readonly TestRecord[], threads = 2): Promise<string> {
  const out = scratch();
  const tables = await tablesOf(records, { threads });
  await writeTables(tables, out);
  return join(out, 'tables');
}

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );

async function inDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ scratch: scratch() });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

describe('the same corpus', () => {
  it('gives the same bytes with 1, 2 and 4 threads', async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      record(`a${i}`, { title: `${'x'.repeat(i % 97)} ${i}`, outlet: i % 7 ? `O${i % 31}` : null }),
    );
    const [one, ...others] = await Promise.all(
      [1, 2, 4].map((threads) => written([...hostileRecords(), ...many], threads)),
    );
    for (const other of others) expect(hashes(other)).toEqual(hashes(one!));
  });

  it('gives the same bytes whatever it is', async () => {
    const folder = scratch();
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (records) => {
        const file = recordFile(records);
        const made = [];
        for (const threads of [1, 3]) {
          const tables = await makeTables({
            files: [file],
            scratch: folder,
            today: '2026-06-30',
            unit: 'month',
            threads,
          });
          const out = scratch();
          await writeTables(tables, out);
          closeTables(tables);
          made.push(hashes(join(out, 'tables')));
        }
        expect(made[1]).toEqual(made[0]);
      }),
      { numRuns: 5 },
    );
  });

  it('replaces what was there, and leaves nothing beside it', async () => {
    const out = scratch();
    const first = await tablesOf(hostileRecords());
    await writeTables(first, out);
    const second = await tablesOf([record('only')]);
    const files = await writeTables(second, out);
    expect(readdirSync(join(out, 'tables')).sort()).toEqual(
      files.map(({ path }) => path.replace('tables/', '')).sort(),
    );
    await inDatabase(async (db) => {
      const rows = await db.rows(
        `SELECT article_id FROM read_parquet(${text(join(out, 'tables', 'articles.parquet'))})`,
      );
      expect(rows).toEqual([{ article_id: 'only' }]);
    });
  });
});

describe('the dictionary', () => {
  it('names every column of every table, with its type, and nothing else', async () => {
    const folder = await written(hostileRecords());
    await inDatabase(async (db) => {
      await db.run(`ATTACH ${text(join(folder, 'study.duckdb'))} AS s (READ_ONLY)`);
      const real = await db.rows(`SELECT table_name AS "table", column_name AS "column", data_type AS "type"
        FROM duckdb_columns() WHERE database_name = 's' ORDER BY table_name, column_index`);
      const told = await db.rows<{ table: string }>('SELECT "table", "column", "type" FROM s.data_dictionary');
      const tables = [...new Set(told.map(({ table }) => table))].sort();
      expect(real).toEqual(tables.flatMap((table) => told.filter((one) => one.table === table)));
      expect(told).toHaveLength(TABLES.reduce((sum, { columns }) => sum + columns.length, 0));
      for (const { name, columns } of TABLES) {
        const file = join(folder, `${name.replaceAll('_', '-')}.parquet`);
        const described = await db.rows<{ column_name: string; column_type: string }>(
          `DESCRIBE FROM read_parquet(${text(file)})`,
        );
        expect(described.map((one) => [one.column_name, one.column_type])).toEqual(
          columns.map((one) => [one.name, one.type]),
        );
        const [head] = readFileSync(file.replace('.parquet', '.csv'), 'utf8').split('\n');
        expect(head).toBe(columns.map((one) => one.name).join(','));
      }
      // What is never missing is not, and the database says itself what columns hold.
      for (const { name, columns } of CORPUS_TABLES)
        for (const { name: column, missing, meaning } of columns) {
          const [row] = await db.rows(`SELECT count(*) FILTER ("${column}" IS NULL) AS missing FROM s."${name}"`);
          if (missing === null) expect([name, column, row!.missing]).toEqual([name, column, 0]);
          const [comment] = await db.rows(
            'SELECT comment FROM duckdb_columns() WHERE table_name = $1 AND column_name = $2',
            [name, column],
          );
          expect(comment).toEqual({ comment: meaning });
        }
    });
    const markdown = readFileSync(join(folder, 'data-dictionary.md'), 'utf8');
    for (const { name, columns } of TABLES) {
      expect(markdown).toContain(`## ${name}\n`);
      for (const column of columns) expect(markdown).toContain(`| \`${column.name}\` | ${column.type} |`);
    }
  });
});

describe('each form', () => {
  it('holds the same rows in the same order; CSV as the reporters escape it', async () => {
    const folder = await written([...hostileRecords(), record('plain', { title: '', url: null })]);
    await inDatabase(async (db) => {
      await db.run(`ATTACH ${text(join(folder, 'study.duckdb'))} AS s (READ_ONLY)`);
      for (const { name, columns } of TABLES) {
        const cells = columns
          .map((one) => (one.type === 'DATE' ? `"${one.name}"::VARCHAR AS "${one.name}"` : `"${one.name}"`))
          .join(', ');
        const rows = await db.rows<Record<string, string | number | boolean | null>>(
          `SELECT ${cells} FROM s."${name}"`,
        );
        const file = join(folder, `${name.replaceAll('_', '-')}.parquet`);
        expect(await db.rows(`SELECT ${cells} FROM read_parquet(${text(file)})`)).toEqual(rows);
        const csv = readCsv(readFileSync(file.replace('.parquet', '.csv'), 'utf8')).slice(1);
        expect(csv).toHaveLength(rows.length);
        const texts = columns.flatMap(({ name: column, type }, i) =>
          type === 'VARCHAR' ? [[column, i] as const] : [],
        );
        const wrong = rows.flatMap((row, at) =>
          texts.filter(([column, i]) => {
            const value = (row[column] as string | null)?.replaceAll('\0', '\ufffd') ?? null;
            const [want] = readCsv(`${forCsv(value)}\n`)[0] ?? [''];
            return csv[at]![i] !== want;
          }),
        );
        expect([name, wrong]).toEqual([name, []]);
      }
    });
  });

  it('keeps hostile texts as they are', async () => {
    const folder = await written(hostileRecords());
    await inDatabase(async (db) => {
      await db.run(`ATTACH ${text(join(folder, 'study.duckdb'))} AS s (READ_ONLY)`);
      const rows = await db.rows<{ title: string }>('SELECT title FROM s.articles');
      expect(rows.map(({ title }) => title).slice(0, HOSTILE.length)).toEqual(HOSTILE);
      const [long] = await db.rows('SELECT max(length(outlet)) AS length FROM s.articles');
      expect(long).toEqual({ length: 20_005 });
    });
  });

  it('is there without a row', async () => {
    const folder = await written([]);
    await inDatabase(async (db) => {
      for (const { name } of CORPUS_TABLES) {
        const [row] = await db.rows(
          `SELECT count(*) AS rows FROM read_parquet(${text(join(folder, `${name}.parquet`))})`,
        );
        expect(row).toEqual({ rows: 0 });
        expect(readFileSync(join(folder, `${name}.csv`), 'utf8').split('\n')).toHaveLength(2);
      }
    });
  });
});

/** Cells of RFC 4180, read character by character. */
function readCsv(content: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let i = 0; i < content.length; i++) {
    const c = content[i]!;
    if (quoted && c === '"' && content[i + 1] === '"') {
      cell += c;
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      row.push(cell);
      cell = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += c;
  }
  return rows;
}
