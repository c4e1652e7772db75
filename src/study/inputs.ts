/** Which inputs of a study are coded already. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../batch/journal.ts';
import { lineEnds } from '../batch/parts.ts';
import { type Manifest, placesOf } from '../batch/run-folder.ts';
import { RunError } from '../errors.ts';

/** A finished run among the inputs. */
export interface FinishedRun {
  folder: string;
  /** Its files of records, in order. */
  records: string[];
  engine: Manifest['engine'];
  /** SHA-256 of the rules its frames were coded by; null where they were not, or an older version did not say. */
  framesRules: string | null;
}

/**
 * Parts the inputs into folders of finished runs and all others. Throws RunError `unfinished` for a run that was stopped and
 * not taken up again: what is left out of it would shift the figures.
 */
export function partInputs(inputs: readonly string[]): { runs: FinishedRun[]; others: string[] } {
  const runs: FinishedRun[] = [];
  const others: string[] = [];
  for (const input of inputs) {
    const run = finishedRun(input);
    if (run) runs.push(run);
    else others.push(input);
  }
  return { runs, others };
}

/** The run in `folder`; null where there is none. Throws RunError: `unfinished`; `damaged` without manifest or records. */
export function finishedRun(folder: string): FinishedRun | null {
  if (!isFolder(folder)) return null;
  const places = placesOf(folder);
  const manifest = manifestOf(places.manifest);
  if (manifest === null) {
    if (!existsSync(places.journal) || !isFolder(places.results)) return null;
    throw damaged('holds a run without a manifest that can be read', folder);
  }
  const written = recordsWritten(places.journal);
  if (written === null) {
    const hint = 'give the command that began it again';
    throw new RunError('unfinished', 'holds a run that was not finished', { file: folder }, hint);
  }
  if (!isFolder(places.results)) throw damaged('holds a run without results', folder);
  const names = readdirSync(places.results).filter((name) => name.endsWith('.jsonl'));
  const records = names.sort().map((name) => join(places.results, name));
  // Takes as long as reading them, some gigabytes a second.
  const there = records.reduce((sum, path) => sum + lineEnds(path, Infinity).count, 0);
  // What is missing would shift the figures.
  if (there < written) throw damaged(`${written} records were written and ${there} are there`, folder);
  return {
    folder,
    records,
    engine: manifest.engine,
    framesRules: typeof manifest.options?.frames === 'string' ? manifest.options.frames : null,
  };
}

/** Also of an address, whose path may be longer than a file's can be. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const damaged = (what: string, folder: string): RunError =>
  new RunError('damaged', what, { file: folder }, 'restore the folder, or make the run anew');

/** How many records a complete run has; null for one that is not complete. */
function recordsWritten(journal: string): number | null {
  if (!existsSync(journal)) return null;
  for (const entry of readJournal(journal).entries) if (entry.kind === 'complete') return entry.records;
  return null;
}

function manifestOf(file: string): Manifest | null {
  if (!existsSync(file)) return null;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return manifest?.scscheck === 'run' ? manifest : null;
  } catch {
    return null;
  }
}
