/** Files of result records to tables and counts: the first stage of a study that sees the whole corpus. */
import type { Flow, Measure, Period, PeriodUnit } from '../model.ts';
import { countCells } from './cell-counts.ts';
import { makeCounts } from './counts.ts';
import { type Database, type DatabaseOptions, openDatabase } from './duckdb.ts';
import { type Duplicates, findDuplicates } from './duplicates.ts';
import { makeFindings } from './findings.ts';
import { countFlow, type Remarks } from './flow.ts';
import { type Loaded, loadRecords } from './load.ts';
import { type Counted, plainMeasure } from './measures.ts';
import { placeRecords } from './placed.ts';
import { makeRecords } from './records.ts';
import { makeCopies, type StoryOf } from './stories.ts';
import { makeStoryPatterns } from './story-patterns.ts';
import { makeStudied } from './studied.ts';

export interface TableInputs extends DatabaseOptions {
  /** Files of result records (JSON Lines), in the order that decides which of two records of one article stays. */
  files: readonly string[];
  /** Story of each article; where one is not named, its record's `copyOf` says. Default: none. */
  stories?: Iterable<StoryOf> | AsyncIterable<StoryOf>;
  /** Files of the words around claims and frames, for examples; default: none. */
  contexts?: readonly string[];
  /** ISO date; what is dated later is of the future. */
  today: string;
  unit: PeriodUnit | 'auto';
}

/** Tables of a corpus; to be closed by `closeTables`. */
export interface StudyTables {
  db: Database;
  contexts: readonly string[];
  loaded: Loaded & Duplicates;
  flow: Flow;
  remarks: Remarks;
  unit: PeriodUnit;
  periods: Period[];
  /** In the order of reports; the facts of misreports by how many articles get them wrong. */
  measures: Measure[];
  counted: Counted[];
  /** The largest first, at most 1,000. */
  outlets: { name: string | null; articles: number }[];
}

const MOST_OUTLETS = 1000;

/**
 * Reads the records and counts them; see `loadRecords` for what is wrong with lines, `placeRecords` for dates and `flow` for
 * what was left out. Time is linear in the records but for sorting; a million take some seconds a core. Throws
 * UsageError (`not-found`, `too-many-periods`), ConfigError (`no-duckdb`), RunError (`out-of-memory`, `not-writable`).
 */
export async function makeTables(inputs: TableInputs): Promise<StudyTables> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(inputs.today)) throw new RangeError(`${inputs.today} is no ISO date`);
  const db = await openDatabase(inputs);
  try {
    const loaded = await loadRecords(db, inputs.files);
    const duplicates = await findDuplicates(db);
    await makeRecords(db);
    await makeCopies(db, inputs.stories ?? []);
    await makeFindings(db);
    await db.run('DROP VIEW read');
    for (const table of ['raw', 'mended', 'twice_framed', 'odd_dates', 'told']) await db.run(`DROP TABLE ${table}`);
    const { unit, periods } = await placeRecords(db, inputs);
    await makeStudied(db);
    const counted = await countCells(db);
    await makeCounts(db, periods.length);
    await makeStoryPatterns(db);
    const { flow, remarks } = await countFlow(db);
    return {
      db,
      contexts: inputs.contexts ?? [],
      loaded: { ...loaded, ...duplicates },
      flow: { ...flow, coders: loaded.engines, copiesFrom: copiesFrom(inputs) },
      remarks,
      unit,
      periods,
      measures: counted.map(plainMeasure),
      counted,
      outlets: await db.rows(`SELECT "value" AS name, articles FROM outlet_ranks ORDER BY rank LIMIT ${MOST_OUTLETS}`),
    };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Texts that were coded just now come with their stories, and all other files are of runs. */
function copiesFrom({ files, stories }: TableInputs): Flow['copiesFrom'] {
  if (stories === undefined) return ['runs'];
  return files.length > 1 ? ['texts', 'runs'] : ['texts'];
}

/** Gives back memory and disk. */
export function closeTables({ db }: StudyTables): void {
  db.close();
}
