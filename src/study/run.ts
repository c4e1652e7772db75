/** A study from inputs to its folder, a stage a line: coding → tables → analysis → figures → report. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedItem } from '../batch/check-item.ts';
import type { Checker } from '../batch/checker.ts';
import { UsageError } from '../errors.ts';
import type { ReadItem } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';
import { analyse } from './analysis/analyse.ts';
import { checkCompared, comparedStretches } from './analysis/compared.ts';
import { gatherCounts } from './analysis/gather.ts';
import { cautionsOf } from './cautions.ts';
import { type Coded, codeItems } from './coding/code.ts';
import { CRATE_FILE } from './crate.ts';
import { readEvents } from './events.ts';
import { drawFigures } from './figures/draw.ts';
import type { FinishedRun } from './inputs.ts';
import type { PeriodUnit, StudyOptions, StudyResult } from './model.ts';
import { agreement } from './sample/agreement.ts';
import { readCodings, twiceCoded } from './sample/hand-coded.ts';
import { examplesOf } from './tables/read-counts.ts';
import { closeTables, makeTables, type StudyTables } from './tables/tables.ts';
import { beginTables, type TablesWriting } from './tables/write-tables.ts';
import { isWork, WORK } from './work-name.ts';
import { writeStudy } from './write-study.ts';

/** The folder, in that of work, where a study is made: it takes its place whole. */
const MADE = 'made';

/** What is asked of a study. */
export interface StudyAsked {
  runs: readonly FinishedRun[];
  /** Every input, for the record of how the study was made. */
  inputs: readonly string[];
  out: string;
  unit: PeriodUnit | 'auto';
  sureDates: boolean;
  /** ISO date; what is dated later is left out. */
  until: string;
  /** Whether it was asked for, and is not today. */
  untilGiven: boolean;
  /** ISO date, for the crate alone. */
  published: string | null;
  events: string | null;
  compare: string | null;
  /** Samples coded by hand. */
  coded: readonly string[];
  draws: number;
  seed: number;
}

/** What a study works with. */
export interface StudyTools {
  engine: StudyResult['engine'];
  /** SHA-256 of the frames' rules. */
  codebook: string;
  /** What facts say, by id. */
  statements: Record<string, string>;
  checker: Checker;
  /** The articles that are not coded yet; null where there are none. */
  items: AsyncIterable<ReadItem[]> | null;
  threads: number;
  /** Ends the study at the end of a stage; nothing is written then. */
  signal: AbortSignal;
  onItem(checked: CheckedItem, path: ItemPath): void;
  /** Hears what is being done. */
  onStage(stage: 'coding' | 'counting' | 'analysing' | 'drawing' | 'writing'): void;
}

/** What came of a study. */
export interface StudyOutcome {
  result: StudyResult;
  /** Inputs that could not be read. */
  failed: number;
}

/**
 * Makes the study in the folder `out`; null when it was interrupted. The folder is made where it is not there. The same inputs and options give the same bytes.
 * Throws UsageError, ConfigError, RunError, and system errors where the folder cannot be written.
 */
export async function runStudy(asked: StudyAsked, tools: StudyTools): Promise<StudyOutcome | null> {
  const events = asked.events === null ? [] : await readEvents(asked.events, readInput(asked.events));
  const codings = await readCodings(asked.coded);
  if (asked.compare !== null) checkCompared(asked.compare);
  const work = workFolder(asked.out);
  let tables: StudyTables | null = null;
  let writing: TablesWriting | null = null;
  try {
    if (tools.items !== null) tools.onStage('coding');
    const coded = tools.items === null ? null : await codeItems(tools.items, { ...tools, folder: work });
    if (tools.signal.aborted) {
      coded?.finder.close();
      return null;
    }
    tools.onStage('counting');
    tables = await tablesOf(asked, tools, coded, work);
    if (await isStopped(tools)) return null;
    tools.onStage('analysing');
    const ready = await readyFor(asked, tools, tables, codings);
    // DuckDB writes these while the rest is worked out.
    writing = await beginTables(tables, join(work, MADE));
    const analysis = analyse({ ...ready, events });
    await writing.database.begun;
    const result = { ...analysis, examples: await examplesOf(tables) };
    if (await isStopped(tools)) return null;
    tools.onStage('drawing');
    const figures = await drawFigures(result);
    if (await isStopped(tools)) return null;
    tools.onStage('writing');
    await writeStudy(asked, writing, result, figures);
    if (await isStopped(tools)) return null;
    putInPlace(writing.out, asked.out);
    return { result, failed: tables.flow.failed };
  } finally {
    await writing?.database.begun.catch(() => {});
    if (tables) closeTables(tables);
    rmSync(work, { recursive: true, force: true });
  }
}

/** Whether the study was asked to stop: a signal is heard only between two turns of the loop, and long work leaves it none. */
async function isStopped({ signal }: StudyTools): Promise<boolean> {
  await new Promise((done) => setImmediate(done));
  return signal.aborted;
}

/** Puts what was made, whole, in the place of what an earlier study left. The crate comes first: by it the folder is known as a study's. */
function putInPlace(made: string, out: string): void {
  const names = readdirSync(made).filter((name) => name !== CRATE_FILE);
  for (const name of [CRATE_FILE, ...names]) {
    rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(made, name), join(out, name));
  }
}

/** A new folder to work in within `out`; those of studies that were killed are taken away. */
function workFolder(out: string): string {
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) if (isWork(name)) rmSync(join(out, name), { recursive: true, force: true });
  return mkdtempSync(join(out, WORK));
}

async function tablesOf(asked: StudyAsked, tools: StudyTools, coded: Coded | null, work: string): Promise<StudyTables> {
  try {
    return await makeTables({
      files: [...(coded ? [coded.records] : []), ...asked.runs.flatMap(({ records }) => records)],
      contexts: coded ? [coded.contexts] : [],
      ...(coded ? { stories: coded.finder.stories() } : {}),
      today: asked.until,
      unit: asked.unit,
      scratch: work,
      threads: tools.threads,
    });
  } finally {
    coded?.finder.close();
  }
}

/** All that is analysed but events, which are there from the start. */
async function readyFor(
  asked: StudyAsked,
  tools: StudyTools,
  tables: StudyTables,
  codings: Awaited<ReturnType<typeof readCodings>>,
): Promise<Omit<Parameters<typeof analyse>[0], 'events'>> {
  const { draws, seed, sureDates } = asked;
  const options: StudyOptions = { unit: tables.unit, draws, seed, sureDates };
  const counts = await gatherCounts(tables, sureDates ? 'sure' : 'all');
  const { sample, program } = await twiceCoded(codings, tables);
  return {
    engine: tools.engine,
    codebook: tools.codebook,
    options,
    counts,
    periods: tables.periods,
    flow: tables.flow,
    cautions: cautionsOf(tables, asked, { sample: sample.length, asked: codings.length > 0 }, tools),
    outlets: tables.outlets,
    measures: tables.measures,
    statements: tools.statements,
    sample,
    codedFrames: codings[0]?.frames ?? [],
    agreement: codings.length > 0 ? agreement([...codings, program], { seed, draws }) : [],
    compared: asked.compare === null ? null : comparedStretches(asked.compare, tables.periods),
  };
}

/** A file that an option names. Throws UsageError where it cannot be read. */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError('not-found', 'cannot be read', { file }, 'name a file that is there', { cause });
  }
}
