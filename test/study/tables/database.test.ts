/** DuckDB files: the same rows give the same bytes, and nothing is lost by that. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { blankGaps, type TextSegment } from '../../../src/study/tables/blank-gaps.ts';
import { column, type Table } from '../../../src/study/tables/described.ts';
import { type Database, openDatabase } from '../../../src/study/tables/duckdb.ts';
import { linesToTable } from '../../../src/study/tables/lines-to-table.ts';
import { onePath, text } from '../../../src/study/tables/sql.ts';
import { beginDatabase, finishDatabase, type TableSource } from '../../../src/study/tables/write-database.ts';
import { writeCsv, writeParquet } from '../../../src/study/tables/write-files.ts';
import { scratch } from './corpus.ts';

const writeDatabase = (db: Database, path: string, sources: readonly TableSource[]): Promise<boolean> =>
  finishDatabase(db, beginDatabase(db, path, sources), []);

const TABLE: Table = {
  name: 'of all',
  row: "it's a row",
  columns: [
    column('id', 'VARCHAR', 'different in each row'),
    column('few', 'VARCHAR', 'one of a few, or none'),
    column('long', 'VARCHAR', 'long now and then'),
    column('whole', 'INTEGER', 'with gaps'),
    column('broken', 'DOUBLE', 'with gaps'),
    column('yes', 'BOOLEAN', 'with gaps'),
    column('day', 'DATE', 'with gaps'),
    column('none', 'INTEGER', 'never there'),
  ],
};
/** More than two groups of rows, with texts of every length and much that is missing. */
const ROWS = `SELECT md5(i::VARCHAR) || repeat('x', (i % 40)::INTEGER) AS id,
  CASE WHEN i % 3 > 0 THEN 'value ' || (i * 7919 % 50) END AS few,
  CASE WHEN i % 997 = 0 THEN repeat('é' || i, 3000) WHEN i % 5 > 0 THEN '' END AS long,
  CASE WHEN i % 2 > 0 THEN i END AS whole, CASE WHEN i % 7 > 0 THEN i * 1.37 END AS broken,
  CASE WHEN i % 11 > 0 THEN i % 2 = 0 END AS yes, CASE WHEN i % 13 > 0 THEN DATE '2000-01-01' + (i % 9000)::INTEGER END AS day,
  NULL AS none FROM range(260000) AS r(i)`;

async function inDatabase<T>(threads: number, work: (db: Database) => Promise<T>, memory = 600): Promise<T> {
  const db = await openDatabase({ scratch: scratch(), threads, memory });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

describe('a database', () => {
  it('has the same bytes whatever threads, memory and what was done before, and all its rows', async () => {
    const folder = scratch();
    const write = (db: Database, path: string) => writeDatabase(db, path, [{ table: TABLE, rows: ROWS }]);
    const [plain, busy] = [join(folder, 'plain.duckdb'), join(folder, 'busy.duckdb')];
    await inDatabase(
      1,
      async (db) => {
        expect(await write(db, plain)).toBe(true);
        // Reading all of it checks the sums of all blocks.
        await db.run(`ATTACH ${text(plain)} AS written (READ_ONLY)`);
        const [lost] = await db.rows(
          `SELECT count(*) AS count FROM (${ROWS} EXCEPT ALL SELECT * FROM written."of all")`,
        );
        const [all] = await db.rows('SELECT count(*) AS count FROM written."of all"');
        expect([lost, all]).toEqual([{ count: 0 }, { count: 260_000 }]);
      },
      900,
    );
    await inDatabase(
      4,
      async (db) => {
        // Leaves memory with other things in it.
        await db.rows(
          'SELECT max(a) AS a FROM (SELECT repeat(md5(i::VARCHAR), 9) AS a FROM range(200000) AS r(i) ORDER BY a)',
        );
        expect(await write(db, busy)).toBe(true);
      },
      300,
    );
    expect(readFileSync(plain).equals(readFileSync(busy))).toBe(true);
  });

  it('gives Parquet and CSV with the same bytes, in its order, whatever the number of threads', async () => {
    const folder = scratch();
    const [path, csv, parquet] = ['a.duckdb', 'a.csv', 'a.parquet'].map((file) => join(folder, file)) as [
      string,
      string,
      string,
    ];
    await inDatabase(1, (db) => writeDatabase(db, path, [{ table: TABLE, rows: ROWS }]));
    const made: Buffer[][] = [];
    for (const threads of [1, 4]) {
      await inDatabase(threads, async (db) => {
        await db.run(`ATTACH ${text(path)} AS written (READ_ONLY)`);
        await writeCsv(db, 'written."of all"', TABLE, csv);
        await writeParquet(db, 'written."of all"', parquet);
        made.push([readFileSync(csv), readFileSync(parquet)]);
      });
    }
    expect(made[0]!.map((bytes, i) => bytes.equals(made[1]![i]!))).toEqual([true, true]);
    const first = readFileSync(csv, 'utf8').slice(0, 20_000).split('\n')[2]!;
    expect(first).toBe('c4ca4238a0b923820dcc509a6f75849bx,value 19,"",1,1.37,false,2000-01-02,');
  });

  it('that is not as it is known to be stays as it is', async () => {
    const folder = scratch();
    const [path, copy] = [join(folder, 'a.duckdb'), join(folder, 'copy')];
    await inDatabase(1, (db) => writeDatabase(db, path, [{ table: TABLE, rows: `${ROWS} LIMIT 10` }]));
    copyFileSync(path, copy);
    const segment: TextSegment = { block: 0, offset: 0, count: 10, compression: 'Uncompressed', lastLong: null };
    expect(blankGaps(path, [{ ...segment, compression: 'NEWER' }])).toBe(false);
    expect(blankGaps(path, [{ ...segment, count: 1_000_000 }])).toBe(false);
    expect(readFileSync(path).equals(readFileSync(copy))).toBe(true);
    writeFileSync(path, Buffer.alloc(400_000, 7));
    expect(blankGaps(path, [segment])).toBe(false);
    expect(readFileSync(path).equals(Buffer.alloc(400_000, 7))).toBe(true);
  });
});

describe('rows of JavaScript', () => {
  it('become those of a table; what is no number becomes nothing', async () => {
    const rows = [
      { a: "it's", b: 0.1, c: true, d: '2019-05-14' },
      { a: null, b: Number.NaN, c: false },
      { a: '', b: Infinity, d: null },
      { a: '🦆\u0000\n', b: -1e-300 },
    ];
    const types = { a: 'VARCHAR', b: 'DOUBLE', c: 'BOOLEAN', d: 'DATE' };
    await inDatabase(2, async (db) => {
      await linesToTable(db, 'odd "name"', types, rows as never);
      expect(await db.rows('SELECT a, b, c, d::VARCHAR AS d FROM "odd ""name"""')).toEqual([
        { a: "it's", b: 0.1, c: true, d: '2019-05-14' },
        { a: null, b: null, c: false, d: null },
        { a: '', b: null, c: null, d: null },
        { a: '🦆\u0000\n', b: -1e-300, c: null, d: null },
      ]);
    });
  });
});

describe('SQL', () => {
  it('takes no text for a statement', () => {
    expect(text("a'; DROP TABLE x; --")).toBe("'a''; DROP TABLE x; --'");
    expect(onePath("it's[1]*?")).toBe("'it''s[[]1][*][?]'");
    expect(() => text('a\0b')).toThrow(RangeError);
  });
});

describe('without DuckDB', () => {
  it('says what is missing and what to do', async () => {
    const folder = scratch();
    const entry = `import { openDatabase } from ${JSON.stringify(resolve('src/study/tables/duckdb.ts'))};
      await openDatabase({ scratch: '.' }).catch((e) => console.log(JSON.stringify([e.name, e.code, e.message, e.hint, e.exitStatus])));`;
    const outfile = join(folder, 'program.mjs');
    const stdin = { contents: entry, resolveDir: resolve('.'), loader: 'ts' as const };
    await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', external: ['@duckdb/node-api'] });
    const { stdout } = spawnSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([
      'ConfigError',
      'no-duckdb',
      'a study needs DuckDB, which is not installed or not made for this system',
      'install it: npm install @duckdb/node-api',
      2,
    ]);
  });
});
