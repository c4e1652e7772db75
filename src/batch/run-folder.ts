/** The folder of a durable run: what was asked, what is done, what came of it. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { notWritable, RunError } from '../errors.ts';
import { type JournalEntry, type RunTally, readJournal } from './journal.ts';
import { lockRun } from './lock.ts';
import { countRecords, writeWholeFile } from './parts.ts';

/** Files and folders of a run. */
export interface RunPlaces {
  folder: string;
  manifest: string;
  journal: string;
  results: string;
  sketches: string;
  summary: string;
  /** Pages fetched so far; gone when the run is complete. */
  fetched: string;
}

export function placesOf(folder: string): RunPlaces {
  const within = (name: string): string => join(folder, name);
  return {
    folder,
    manifest: within('manifest.json'),
    journal: within('journal.jsonl'),
    results: within('results'),
    sketches: within('sketches.jsonl'),
    summary: within('summary.json'),
    fetched: within('fetched'),
  };
}

/** What was asked: a run goes on only for the same. */
const manifestSchema = z.object({
  scscheck: z.literal('run'),
  inputs: z.array(z.string()),
  options: z.record(z.string(), z.unknown()),
  engine: z.object({ version: z.string(), factBase: z.string(), asOf: z.string() }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** How far a run has come. */
export interface RunState {
  records: number;
  /** Where the last record stands; null before the first. */
  path: number[] | null;
  tally: RunTally;
  complete: boolean;
  /** Whether failures were tried again with success. */
  mended: boolean;
  /** Numbers and places of the failures that were not mended. */
  failures: Map<number, number[]>;
  journalBytes: number;
}

const NOTHING: RunTally = {
  articles: 0,
  withoutClaims: 0,
  failed: 0,
  copies: 0,
  labels: { supported: 0, contradicted: 0, unverified: 0 },
};

/**
 * Opens the run in `folder`, made if it is not there, for what `manifest` asks; gives how far it has come and what
 * lets it go. Throws RunError: `in-use` while another process has it, `other-run` when it was asked for something else,
 * `not-a-run` when the folder holds other things, `damaged` when records are gone, `not-writable`.
 */
export function openRunFolder(folder: string, manifest: Manifest): { state: RunState; release(): void } {
  const places = placesOf(folder);
  return writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    const release = lockRun(folder);
    try {
      return { state: existsSync(places.manifest) ? resumed(places, manifest) : begun(places, manifest), release };
    } catch (thrown) {
      release();
      throw thrown;
    }
  });
}

function begun(places: RunPlaces, manifest: Manifest): RunState {
  if (existsSync(places.journal) || existsSync(places.results)) {
    throw new RunError('not-a-run', 'holds results without a manifest', { file: places.folder }, 'give a new folder');
  }
  writeWholeFile(places.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  return stateOf([], 0);
}

function resumed(places: RunPlaces, manifest: Manifest): RunState {
  const before = readManifest(places.manifest);
  for (const key of ['inputs', 'options', 'engine'] as const) {
    if (JSON.stringify(before[key]) === JSON.stringify(manifest[key])) continue;
    const what = { inputs: 'other inputs', options: 'other options', engine: 'another version or fact base' }[key];
    throw new RunError('other-run', `was begun with ${what}`, { file: places.manifest }, 'give a new folder');
  }
  const written = countRecords(places.results);
  const journal = existsSync(places.journal) ? readJournal(places.journal) : { entries: [], bytes: 0 };
  const isComplete = journal.entries.some((entry) => entry.kind === 'complete');
  // After a power cut the journal may be ahead of the results: the run goes on where both agree.
  const { entries, bytes } = isComplete || journal.bytes === 0 ? journal : readJournal(places.journal, written);
  const state = stateOf(entries, bytes);
  if (state.records > written) {
    const gone = `${state.records} records were written and ${written} are there`;
    throw new RunError('damaged', gone, { file: places.results }, 'restore the folder, or give a new one');
  }
  return state;
}

function readManifest(path: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new RunError('not-a-run', 'is no manifest of a run', { file: path }, 'give a new folder', { cause });
  }
}

/** The state that these entries tell of. */
function stateOf(entries: readonly JournalEntry[], journalBytes: number): RunState {
  const state: RunState = {
    records: 0,
    path: null,
    tally: NOTHING,
    complete: false,
    mended: false,
    failures: new Map(),
    journalBytes,
  };
  for (const entry of entries) {
    if (entry.kind === 'mark') {
      [state.records, state.path, state.tally] = [entry.records, entry.path, entry.tally];
    } else if (entry.kind === 'failed') state.failures.set(entry.record, entry.path);
    else if (entry.kind === 'mended') {
      for (const record of entry.records) state.failures.delete(record);
      state.tally = entry.tally;
      state.mended = true;
    } else state.complete = true;
  }
  for (const record of state.failures.keys()) if (record >= state.records) state.failures.delete(record);
  return state;
}

/** Runs `work` on the run in `folder`; a file that cannot be written is a RunError that says what to do. */
export function writing<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw asRunError(thrown, folder);
  }
}

/** The same for work that takes its time. */
export async function writingAsync<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asRunError(thrown, folder);
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'is a file',
  EFBIG: 'a file may not grow as large',
  EIO: 'the disk failed',
};

/** What was thrown, as a RunError where the system refused to write. */
function asRunError(thrown: unknown, folder: string): unknown {
  const reason = REASONS[(thrown as NodeJS.ErrnoException | null)?.code ?? ''];
  if (thrown instanceof RunError || reason === undefined) return thrown;
  return notWritable(folder, reason, thrown);
}

/** Bytes at the end of the sketches that are read: more than the copy index remembers takes. */
const TAIL = 16 * 1_048_576;

/** Takes off the sketches of records that are not marked as done; gives the last of the others. */
export function cutSketches(path: string, records: number): string[] {
  if (!existsSync(path)) return [];
  const { size } = statSync(path);
  const start = Math.max(0, size - TAIL);
  const content = Buffer.alloc(size - start);
  const file = openSync(path, 'r');
  readSync(file, content, 0, content.length, start);
  closeSync(file);
  const kept: string[] = [];
  // The first line of a tail is seldom whole.
  let end = start === 0 ? 0 : content.indexOf(10) + 1;
  for (let feed = content.indexOf(10, end); feed !== -1; feed = content.indexOf(10, end)) {
    const line = content.toString('utf8', end, feed);
    if (Number(/^\{"record":(\d+)/.exec(line)?.[1] ?? Infinity) >= records) break;
    kept.push(line);
    end = feed + 1;
  }
  if (start + end < size) truncateSync(path, start + end);
  return kept;
}

/** Removes what only an unfinished run needs. */
export function tidy(places: RunPlaces): void {
  rmSync(places.fetched, { recursive: true, force: true });
}
