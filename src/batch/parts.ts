/** The results of a run: JSONL in parts of equal length, only ever added to. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './journal.ts';

/** Records in a part: small enough to open, and to write anew when a failure in it is mended. */
export const PART_RECORDS = 10_000;

const nameOf = (part: number): string => `part-${String(part + 1).padStart(6, '0')}.jsonl`;

export interface Parts {
  /** Adds the lines, each without its line feed, in order. Throws system errors. */
  add(lines: readonly string[]): void;
  /** Has the disk keep what was added. */
  sync(): void;
  close(): void;
}

/** Opens the parts in `folder` to add to, cut to their first `records` records. */
export function openParts(folder: string, records: number): Parts {
  mkdirSync(folder, { recursive: true });
  cut(folder, records);
  let count = records;
  let file: number | null = null;
  const end = (): void => {
    if (file === null) return;
    fsyncSync(file);
    closeSync(file);
    file = null;
  };
  return {
    add(lines) {
      for (let from = 0; from < lines.length; ) {
        file ??= openSync(join(folder, nameOf(Math.floor(count / PART_RECORDS))), 'a');
        const to = Math.min(lines.length, from + PART_RECORDS - (count % PART_RECORDS));
        writeWhole(
          file,
          lines
            .slice(from, to)
            .map((line) => `${line}\n`)
            .join(''),
        );
        count += to - from;
        from = to;
        if (count % PART_RECORDS === 0) end();
      }
    },
    sync() {
      if (file !== null) fsyncSync(file);
    },
    close: end,
  };
}

/** Whole records in `folder`: lines that end. */
export function countRecords(folder: string): number {
  const parts = partsIn(folder);
  for (const [index, name] of parts.entries()) {
    const lines = lineEnds(join(folder, name), PART_RECORDS).count;
    if (lines < PART_RECORDS || name !== nameOf(index)) return index * PART_RECORDS + lines;
  }
  return parts.length * PART_RECORDS;
}

function partsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^part-\d{6}\.jsonl$/.test(name))
    .sort();
}

/** Takes off all that follows the first `records` records. */
function cut(folder: string, records: number): void {
  const last = Math.floor(records / PART_RECORDS);
  for (const name of partsIn(folder)) {
    const path = join(folder, name);
    if (name > nameOf(last) || (name === nameOf(last) && records % PART_RECORDS === 0)) rmSync(path);
    else if (name === nameOf(last)) {
      const { end } = lineEnds(path, records % PART_RECORDS);
      const file = openSync(path, 'r+');
      ftruncateSync(file, end);
      closeSync(file);
    }
  }
}

/** How many of the first `most` lines of a file end, and where the last of them does. */
export function lineEnds(path: string, most: number): { count: number; end: number } {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1 << 18);
  let [count, end, at] = [0, 0, 0];
  try {
    for (let read = readSync(file, buffer); read > 0 && count < most; read = readSync(file, buffer)) {
      const chunk = buffer.subarray(0, read);
      for (let feed = chunk.indexOf(10); feed !== -1 && count < most; feed = chunk.indexOf(10, feed + 1)) {
        count++;
        end = at + feed + 1;
      }
      at += read;
    }
  } finally {
    closeSync(file);
  }
  return { count, end };
}

/** The lines of all parts, in order. */
export async function* recordLines(folder: string): AsyncGenerator<string> {
  for (const name of partsIn(folder)) {
    // A part by lines, not whole: a run of a million articles has a hundred parts of several MB.
    const file = await open(join(folder, name));
    for await (const line of file.readLines()) yield line;
  }
}

/** Puts `lines` in the place of the records with these numbers, a part at a time: each part changes at once or not at all. */
export async function replaceRecords(folder: string, lines: ReadonlyMap<number, string>): Promise<void> {
  const parts = new Set([...lines.keys()].map((record) => Math.floor(record / PART_RECORDS)));
  for (const part of parts) {
    const path = join(folder, nameOf(part));
    const old = (await readFile(path, 'utf8')).split('\n');
    const made = old.map((line, k) => (line === '' ? line : (lines.get(part * PART_RECORDS + k) ?? line)));
    writeWholeFile(path, made.join('\n'));
  }
}

/** Writes a file so that it is there whole or as it was. Throws system errors. */
export function writeWholeFile(path: string, content: string): void {
  writeFileSync(`${path}.new`, content, { flush: true });
  renameSync(`${path}.new`, path);
}
