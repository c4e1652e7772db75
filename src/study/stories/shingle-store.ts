/** Sets of hashes, more than memory is to hold: beyond a cap they lie in a file without a name, which goes when the store does. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sets that are read again and again, as a story's first is, in bytes. */
const KEPT = 32 * 1_048_576;
/** What is gathered before it is written, in bytes. */
const GATHERED = 1_048_576;

export interface ShingleStore {
  /** Keeps a copy of the set; sets are numbered from 0. Throws system errors, as when the disk is full. */
  add(set: Uint32Array): void;
  /** Of the set with that number, how many hashes it has. */
  size(number: number): number;
  /** The set with that number; it may not be changed. */
  get(number: number): Uint32Array;
  /** Bytes that lie in the file. */
  spilled(): number;
  /** Closes the file. */
  close(): void;
}

export interface StoreOptions {
  /** Where the file is made, once it is needed; default: the system's folder for temporary files. */
  folder?: string | undefined;
  /** Bytes of sets held in memory; default 128 MB, some 50,000 articles of 600 words. */
  memory?: number | undefined;
}

/** An empty store. */
export function shingleStore({ folder = tmpdir(), memory = 128 * 1_048_576 }: StoreOptions = {}): ShingleStore {
  const held: Uint32Array[] = [];
  /** Where each set ends, counted in hashes; sets that are held come first. */
  let ends = new Float64Array(1024);
  let [count, bytesHeld] = [0, 0];
  let file: number | null = null;
  let written = 0;
  let gathered: Uint32Array[] = [];
  let gatheredBytes = 0;
  const kept = new Map<number, Uint32Array>();
  let keptBytes = 0;

  const startOf = (number: number): number => (number === 0 ? 0 : ends[number - 1]!);
  const flush = (): void => {
    if (gathered.length === 0) return;
    file ??= openFile(folder);
    const bytes = Buffer.concat(gathered.map((set) => Buffer.from(set.buffer, set.byteOffset, set.byteLength)));
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, undefined, written + done);
    written += bytes.length;
    gathered = [];
    gatheredBytes = 0;
  };
  const keep = (number: number, set: Uint32Array): void => {
    kept.set(number, set);
    keptBytes += set.byteLength;
    // The first of a map is the one that was not asked for longest.
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= KEPT || oldest === number) break;
      kept.delete(oldest);
      keptBytes -= byteLength;
    }
  };

  return {
    add(set) {
      if (count === ends.length) ends = grown(ends);
      ends[count] = startOf(count) + set.length;
      count++;
      if (gatheredBytes + written === 0 && bytesHeld + set.byteLength <= memory) {
        held.push(set.slice());
        bytesHeld += set.byteLength;
        return;
      }
      gathered.push(set.slice());
      gatheredBytes += set.byteLength;
      if (gatheredBytes >= GATHERED) flush();
    },
    size: (number) => ends[number]! - startOf(number),
    get(number) {
      if (number < held.length) return held[number]!;
      const known = kept.get(number);
      if (known !== undefined) {
        kept.delete(number);
        kept.set(number, known);
        return known;
      }
      flush();
      const set = new Uint32Array(ends[number]! - startOf(number));
      if (set.length > 0) readWhole(file!, set, 4 * (startOf(number) - startOf(held.length)));
      keep(number, set);
      return set;
    },
    spilled: () => written + gatheredBytes,
    close() {
      if (file === null) return;
      closeSync(file);
      file = null;
    },
  };
}

function grown(ends: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 * ends.length);
  more.set(ends);
  return more;
}

/** A file that is taken out of its folder as soon as it is open, so that nothing is left of it if the program is killed. */
function openFile(folder: string): number {
  const path = mkdtempSync(join(folder, 'scscheck-stories-'));
  try {
    return openSync(join(path, 'shingles'), 'wx+', 0o600);
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function readWhole(handle: number, set: Uint32Array, at: number): void {
  const bytes = new Uint8Array(set.buffer, set.byteOffset, set.byteLength);
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(handle, bytes, done, bytes.length - done, at + done);
    if (read === 0) throw new Error('the file of shingles is shorter than what was written to it');
    done += read;
  }
}
