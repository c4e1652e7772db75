/** DuckDB, behind this one file. It is an optional dependency: loaded when tables are made, and not before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ConfigError } from '../../errors.ts';
import { asKnown } from './duckdb-faults.ts';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface DatabaseOptions {
  /** A folder on a disk with room; a folder of the database's own is made in it, and removed at the end. */
  scratch: string;
  /** Default: the cores there are, at most 4, as each takes memory to read with. What comes out does not depend on it. */
  threads?: number | undefined;
  /** Megabytes that DuckDB may take before it writes to `scratch`; default 400, so that a study of a million articles stays far under 2 GB. */
  memory?: number | undefined;
  /** Hears each statement before it runs, with its values. */
  onStatement?: ((sql: string, values: readonly Value[]) => void) | undefined;
}

const MOST_THREADS = 4;
const MEMORY = 400;

/** A database in memory, compressed. Statements run one after the other. */
export interface Database {
  /** Its own folder, gone when it is closed. */
  scratch: string;
  /** The path of a new file in that folder; `name` is for those who look into it. */
  file(name: string): string;
  threads: number;
  /** Runs one statement; `values` are those of `$1`, `$2`… Throws RunError for a full disk or too little memory. */
  run(sql: string, values?: readonly Value[]): Promise<void>;
  /**
   * Runs statements without values one after the other, all in one call: the engine goes on while this thread is busy.
   * Nothing else may run before it ends.
   */
  script(statements: readonly string[]): Promise<void>;
  /** The rows of one statement. Integers must be safe ones; dates have to be cast to text. */
  rows<T extends object = Row>(sql: string, values?: readonly Value[]): Promise<T[]>;
  /** The columns of one statement, by name: whole numbers alone, for results that are long. */
  columns<K extends string>(sql: string, values?: readonly Value[]): Promise<Record<K, Int32Array>>;
  /** The rows a batch at a time, for what may be long. Nothing else may run before it ends. */
  batches<T extends object = Row>(sql: string): AsyncGenerator<T[]>;
  /** To be called in the end, whatever happened. */
  close(): void;
}

/** Opens an empty database. Throws ConfigError `no-duckdb` where DuckDB is not there. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { scratch: parent, threads = Math.min(MOST_THREADS, availableParallelism()), memory = MEMORY } = options;
  const { DuckDBInstance: Instance } = await library();
  const scratch = mkdtempSync(join(parent, '.tables-'));
  let instance: DuckDBInstance | null = null;
  try {
    instance = await Instance.create(':memory:', {
      threads: String(threads),
      memory_limit: `${memory}MB`,
      temp_directory: join(scratch, 'spilled'),
      // Nothing is fetched, installed or kept in the user's home.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      allow_persistent_secrets: 'false',
      enable_external_file_cache: 'false',
      // Tables are compressed as they are made; to do it anew now and then would take as long as all counting.
      checkpoint_threshold: '1TB',
      // Rows keep the order of the inputs.
      preserve_insertion_order: 'true',
    });
    const connection = await instance.connect();
    // Tables in a memory database of its own are kept compressed; those of the first one are not.
    await connection.run("ATTACH ':memory:' AS study (COMPRESS)");
    await connection.run('USE study');
    return database(instance, connection, { scratch, threads, onStatement: options.onStatement ?? (() => {}) });
  } catch (thrown) {
    instance?.closeSync();
    rmSync(scratch, { recursive: true, force: true });
    throw thrown;
  }
}

async function library(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    const message = 'a study needs DuckDB, which is not installed or not made for this system';
    throw new ConfigError('no-duckdb', message, null, 'install it: npm install @duckdb/node-api', { cause });
  }
}

function database(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  {
    scratch,
    threads,
    onStatement,
  }: { scratch: string; threads: number; onStatement: NonNullable<DatabaseOptions['onStatement']> },
): Database {
  const known = async <T>(running: Promise<T>): Promise<T> => {
    try {
      return await running;
    } catch (thrown) {
      throw asKnown(thrown, scratch);
    }
  };
  const run = (sql: string, values: readonly Value[] = []) => {
    onStatement(sql, values);
    return known(connection.run(sql, [...values]));
  };
  let files = 0;
  return {
    scratch,
    threads,
    file: (name) => join(scratch, `${++files}-${name}`),
    async run(sql, values) {
      await run(sql, values);
    },
    async script(statements) {
      for (const sql of statements) onStatement(sql, []);
      await known(connection.run(statements.join(';\n')));
    },
    async rows<T extends object>(sql: string, values?: readonly Value[]) {
      const result = await run(sql, values);
      return plainRows<T>(await result.getRowsJS(), result.columnNames());
    },
    async columns<K extends string>(sql: string, values?: readonly Value[]) {
      const result = await run(sql, values);
      const names = result.columnNames();
      const columns = (await result.getColumnsJS()).map((column) =>
        Int32Array.from(column as ArrayLike<number>, Number),
      );
      return Object.fromEntries(names.map((name, i) => [name, columns[i] ?? new Int32Array(0)])) as Record<
        K,
        Int32Array
      >;
    },
    async *batches<T extends object>(sql: string) {
      onStatement(sql, []);
      const result = await connection.stream(sql);
      for await (const rows of result.yieldRowsJs()) yield plainRows<T>(rows, result.columnNames());
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function plainRows<T extends object>(rows: readonly unknown[][], names: readonly string[]): T[] {
  return rows.map((row) => {
    const made: Row = {};
    for (const [i, value] of row.entries())
      made[names[i]!] = typeof value === 'bigint' ? Number(value) : (value as Value);
    return made as T;
  });
}

/** The statement that sets the threads of what follows. */
export const threadsOf = (threads: number): string => `SET threads = ${Math.max(1, Math.trunc(threads))}`;
