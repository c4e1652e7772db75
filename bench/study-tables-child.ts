/**
 * One measured process: `program RUN WORK` makes and writes the tables of a run's records, and leaves the statements with the
 * files they read in WORK; `by-hand RUN WORK` runs those statements on DuckDB and nothing else. Prints a line of JSON.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { StudyResult } from '../src/study/model.ts';
import { examplesOf } from '../src/study/tables/read-counts.ts';
import { closeTables, makeTables } from '../src/study/tables/tables.ts';
import { beginTables, finishTables } from '../src/study/tables/write-tables.ts';

type Statement = [sql: string, values: readonly (string | number | boolean | null)[]];

const [way, run, work] = process.argv.slice(2) as [string, string, string];
const begun = performance.now();
const marks: Record<string, number> = {};
const mark = (name: string): void => {
  marks[name] = Math.round(performance.now() - begun);
};

/** Nothing worked out: tables alone are measured. */
const NOTHING = {
  series: [],
  trends: [],
  changePoints: [],
  comparisons: [],
  corrections: [],
  errorRates: [],
  agreement: [],
};

async function program(): Promise<void> {
  mkdirSync(work, { recursive: true });
  const results = join(run, 'results');
  const files = readdirSync(results)
    .sort()
    .map((name) => join(results, name));
  const statements: Statement[] = [];
  const onStatement = (...statement: Statement) => void statements.push(statement);
  const tables = await makeTables({ files, scratch: work, today: '2026-01-01', unit: 'auto', threads: 2, onStatement });
  mark('counted');
  await examplesOf(tables);
  mark('examples');
  await finishTables(await beginTables(tables, work), NOTHING as unknown as StudyResult);
  mark('written');
  cpSync(tables.db.scratch, join(work, 'kept'), { recursive: true });
  const kept = JSON.stringify(statements).replaceAll(tables.db.scratch, join(work, 'kept'));
  writeFileSync(join(work, 'statements.json'), kept);
  closeTables(tables);
}

async function byHand(): Promise<void> {
  // What the program wrote is made anew.
  rmSync(join(work, 'tables'), { recursive: true });
  mkdirSync(join(work, 'tables'));
  const statements = JSON.parse(readFileSync(join(work, 'statements.json'), 'utf8')) as Statement[];
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '400MB',
    temp_directory: join(work, 'spilled'),
    enable_external_file_cache: 'false',
  });
  const connection = await instance.connect();
  for (const sql of ["ATTACH ':memory:' AS study (COMPRESS)", 'USE study']) await connection.run(sql);
  for (const [sql, values] of statements) {
    await connection.run(sql, [...values]);
    if (sql.startsWith('CREATE TABLE picks')) mark('counted');
  }
  mark('written');
}

await (way === 'program' ? program() : byHand());
const { user, system } = process.cpuUsage();
const usage = { cpu: Math.round((user + system) / 1000), peak: Math.round(process.resourceUsage().maxRSS / 1024) };
console.log(JSON.stringify({ ...marks, ...usage }));
