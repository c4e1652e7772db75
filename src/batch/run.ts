/** A durable run: goes on where it stopped, and ends as if it had never been stopped. */
import type { ResultRecord } from '../model.ts';
import type { ReadItem } from '../source/item.ts';
import type { ItemPath, Selection } from '../source/path.ts';
import type { Checker } from './checker.ts';
import { inTurn } from './in-turn.ts';
import { openJournal, type RunTally } from './journal.ts';
import { recordLines, replaceRecords } from './parts.ts';
import {
  type Manifest,
  openRunFolder,
  placesOf,
  type RunPlaces,
  type RunState,
  tidy,
  writingAsync,
} from './run-folder.ts';
import { countRecord, runWriter } from './run-writer.ts';
import { writeSummary } from './summary.ts';

/** What a run is given to work with. */
export interface RunParts {
  manifest: Manifest;
  checker: Checker;
  /** The items of the inputs that are selected; pages fetched are kept in `fetched`. */
  read(selection: Selection, fetched: string): AsyncIterable<ReadItem[]>;
  /** Claims below this confidence do not count. */
  minConfidence: number;
  /** Try the failures again. */
  retryFailed: boolean;
  signal: AbortSignal;
  /** Hears of each record as it is done, and of lines for the user. */
  onRecord(record: ResultRecord, notes: readonly string[], tally: RunTally, path: ItemPath): void;
  /** Hears how many records were there when the run was opened. */
  onOpen(state: { records: number; complete: boolean; failures: number }): void;
}

/** How a run ended. */
export interface RunOutcome {
  tally: RunTally;
  complete: boolean;
}

/**
 * Works on the run in `folder` until its inputs are done or `signal` is aborted; what is in work then is finished and
 * written. Throws RunError when the folder cannot be used or written: what was marked before is kept.
 */
export async function runIn(folder: string, parts: RunParts): Promise<RunOutcome> {
  const places = placesOf(folder);
  const { state, release } = openRunFolder(folder, parts.manifest);
  try {
    parts.onOpen({ records: state.records, complete: state.complete, failures: state.failures.size });
    if (state.complete) await putRight(places, state, parts);
    const outcome = state.complete ? { tally: state.tally, complete: true } : await goOn(places, state, parts);
    if (!parts.retryFailed || !outcome.complete || !state.complete || state.failures.size === 0) return outcome;
    return { tally: await retry(places, state, parts), complete: true };
  } finally {
    release();
  }
}

async function goOn(places: RunPlaces, state: RunState, parts: RunParts): Promise<RunOutcome> {
  const writer = runWriter(places, state, parts.minConfidence);
  const selection = state.path === null ? {} : { after: state.path };
  try {
    for await (const batch of inTurn(parts.read(selection, places.fetched), parts.checker)) {
      for (const turned of batch) {
        const record = writer.add(turned);
        parts.onRecord(record, turned.checked.notes, writer.tally, turned.path);
      }
    }
  } catch (thrown) {
    writer.close(false);
    throw thrown;
  }
  if (parts.signal.aborted) {
    writer.close(false);
    return { tally: writer.tally, complete: false };
  }
  writer.flush();
  await summarise(places, writer.tally, parts);
  writer.close(true);
  tidy(places);
  return { tally: writer.tally, complete: true };
}

function summarise(places: RunPlaces, tally: RunTally, { manifest, minConfidence }: RunParts): Promise<void> {
  return writingAsync(places.folder, () => writeSummary(places, manifest, tally, minConfidence));
}

/** What a kill at the very end, or in the middle of a retry, may have left undone. */
async function putRight(places: RunPlaces, state: RunState, parts: RunParts): Promise<void> {
  if (state.mended) await summarise(places, state.tally, parts);
  tidy(places);
}

/** Reads the failed inputs again and puts what comes of them in their records' place. */
async function retry(places: RunPlaces, state: RunState, parts: RunParts): Promise<RunTally> {
  const numberOf = new Map([...state.failures].map(([record, path]) => [path.join('.'), record]));
  const tally: RunTally = { ...state.tally, labels: { ...state.tally.labels } };
  const mended = new Map<number, string>();
  const selection = { only: [...state.failures.values()] };
  for await (const batch of inTurn(parts.read(selection, places.fetched), parts.checker)) {
    for (const { path, checked } of batch) {
      const number = numberOf.get(path.join('.'));
      if (number === undefined || checked.record.error) continue;
      tally.failed--;
      countRecord(tally, checked.record, parts.minConfidence);
      mended.set(number, JSON.stringify(checked.record));
      parts.onRecord(checked.record, checked.notes, tally, path);
    }
  }
  if (mended.size > 0) {
    await writingAsync(places.folder, () => keepMended(places, state, mended, tally));
    await summarise(places, tally, parts);
  }
  tidy(places);
  return tally;
}

async function keepMended(
  places: RunPlaces,
  state: RunState,
  mended: ReadonlyMap<number, string>,
  tally: RunTally,
): Promise<void> {
  await replaceRecords(places.results, mended);
  const journal = openJournal(places.journal, state.journalBytes);
  journal.add([{ kind: 'mended', records: [...mended.keys()], tally }]);
  journal.close();
}

/** The records of a run, in order. */
export async function* recordsOf(folder: string): AsyncGenerator<ResultRecord> {
  for await (const line of recordLines(placesOf(folder).results)) yield JSON.parse(line) as ResultRecord;
}
