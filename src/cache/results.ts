/** Results kept from one run to the next, by what they were made of. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CheckedItem } from '../batch/check-item.ts';
import { writeWhole } from '../batch/write-whole.ts';
import { UsageError } from '../errors.ts';

export interface ResultsCache {
  /** What was kept under `key`; null where nothing was, or what was is damaged. */
  get(key: string): CheckedItem | null;
  put(key: string, item: CheckedItem): void;
  /** Writes what is new, if anything is. What cannot be written is said and lost. */
  close(): void;
}

const NAME = 'results.jsonl';
/** Raised when what is kept changes its shape. */
const HEADER = '{"scscheck":"results","version":1}';
/** Hexadecimal digits of a checksum: damage by chance is found, which is all that it is for. */
const SUM = 16;
const KEY = 64;
/** Most characters kept: some 20,000 drafts with a claim or two. What was used last stays. */
const MOST = 64 * 1_048_576;

/**
 * Opens the results in `folder`, which is made. A file that is damaged is said so, once, and made anew: results are checked
 * again. Throws UsageError where `folder` is none.
 */
export function openResults(folder: string, say: (line: string) => void): ResultsCache {
  const file = join(folder, NAME);
  makeFolder(folder);
  const kept = new Map<string, string>();
  const used = new Map<string, string>();
  let stale = false;
  const damaged = (): void => {
    if (!stale) say(`${folder}: the results kept there are damaged; they are made anew`);
    stale = true;
  };
  const lines = readLines(file);
  if (lines !== null && lines[0] !== HEADER) damaged();
  else if (lines !== null) for (const line of lines.slice(1)) if (line !== '') kept.set(line.slice(0, KEY), line);
  return {
    get(key) {
      const line = kept.get(key);
      if (line === undefined) return null;
      const json = line.slice(KEY + SUM + 2);
      if (line.slice(KEY + 1, KEY + 1 + SUM) !== sumOf(json)) {
        damaged();
        kept.delete(key);
        return null;
      }
      const item = read(json);
      if (item === null) {
        damaged();
        kept.delete(key);
        return null;
      }
      used.set(key, line);
      return item;
    },
    put(key, item) {
      const json = written(item);
      used.set(key, `${key} ${sumOf(json)} ${json}`);
      stale = true;
    },
    close() {
      if (!stale && !(lines !== null && lines.at(-1) !== '')) return;
      try {
        writeWhole(file, textOf(used, kept));
      } catch (cause) {
        say(`${folder}: results cannot be kept: ${(cause as Error).message}`);
      }
    },
  };
}

/** What was used, then what was not, up to the bound. */
function textOf(used: ReadonlyMap<string, string>, kept: ReadonlyMap<string, string>): string {
  const lines = [HEADER];
  let length = 0;
  const unused = [...kept].flatMap(([key, line]) => (used.has(key) ? [] : [line]));
  for (const line of [...used.values(), ...unused]) {
    length += line.length + 1;
    if (length > MOST) break;
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
  } catch (cause) {
    const isFile = isThere(folder) && !isFolder(folder);
    const what = isFile ? 'is a file, and a cache is a folder' : `cannot be made: ${(cause as Error).message}`;
    throw new UsageError('cache', what, { file: folder }, 'name another folder', { cause });
  }
}

/** Folder by folder: what node offers for it never ends where a folder cannot be made, as in /proc. */
function makeWithParents(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(resolve(folder));
  if (parent !== resolve(folder)) makeWithParents(parent);
  mkdirSync(folder);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The lines of the file; null where there is none, or none that can be read. */
function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return null;
  }
}

const sumOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, SUM);

function written(item: CheckedItem): string {
  return JSON.stringify({ ...item, sketch: item.sketch && [...item.sketch] });
}

/** The item; null for what somebody else has put there. */
function read(json: string): CheckedItem | null {
  try {
    const item = JSON.parse(json);
    const { record, notes, file, contexts } = item;
    const isWhole =
      typeof record.article.id === 'string' &&
      Array.isArray(record.claims) &&
      Array.isArray(notes) &&
      (file === null || file.places.length === record.claims.length) &&
      (contexts === null || contexts.length === record.claims.length);
    return isWhole ? { ...item, sketch: item.sketch && Uint16Array.from(item.sketch) } : null;
  } catch {
    return null;
  }
}
