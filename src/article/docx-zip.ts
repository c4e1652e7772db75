/**
 * Reads the parts of a zipped document one by one, each under a cap: what an archive says of its own sizes is not
 * trusted, and parts nobody asks for (pictures, macros, embedded files) are never inflated.
 */
import { inflateRawSync } from 'node:zlib';
import { ExtractError } from '../errors.ts';

/** Most bytes that the parts read may inflate to, in all. */
const MOST_BYTES = 100 * 1_048_576;
/** Most entries; a document with a thousand pictures has a thousand and twenty. */
const MOST_ENTRIES = 10_000;
/** Longest end record: its 22 bytes and a comment. */
const LONGEST_END = 22 + 65_535;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  offset: number;
  packed: number;
  method: number;
  locked: boolean;
}

/** A document's parts, by path. */
export interface ZipParts {
  exists(path: string): boolean;
  /**
   * The bytes of a part.
   * @throws ExtractError `malformed`, `locked`, or `too-large` when all that was read passes `most`.
   */
  read(path: string): Uint8Array;
}

/**
 * The parts of the archive in `bytes`, whose inflated sum may reach `most` bytes (default 100 MB).
 * @throws ExtractError `malformed` when it is no archive or its directory is broken; `too-large` when it has more
 * than 10,000 entries.
 */
export function zipParts(bytes: Uint8Array, most = MOST_BYTES): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, bytes);
  let left = most;
  return {
    exists: (path) => entries.has(path),
    read(path) {
      const entry = entries.get(path);
      if (!entry) throw malformed(`has no part ${path.slice(0, 100)}`);
      const part = inflated(view, bytes, entry, left);
      left -= part.length;
      return part;
    },
  };
}

/** The central directory by path; of entries of one name the last counts, as it does for Word. */
function directory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ExtractError('too-large', `has ${count} parts`, null, 'save it anew');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw malformed('has a broken directory');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      offset: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= view.byteLength - LONGEST_END; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw malformed('is no Office document, or is cut off');
}

function inflated(view: DataView, bytes: Uint8Array, entry: Entry, left: number): Uint8Array {
  if (entry.locked) throw locked();
  const { offset, packed, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw malformed('has a broken part');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw malformed('is cut off');
  if (method === STORED) {
    if (data.length > left) throw tooLarge();
    return data;
  }
  if (method !== DEFLATED) throw malformed('has a part packed in an unknown way');
  // An output of nothing at all may not be asked for.
  if (left <= 0) throw tooLarge();
  try {
    return inflateRawSync(data, { maxOutputLength: left });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw malformed('has a broken part', cause);
  }
}

/** The document is encrypted. */
export function locked(): ExtractError {
  return new ExtractError('locked', 'is locked with a password', null, 'save it without one');
}

/** The document cannot be read as what it is. */
export function malformed(what: string, cause?: unknown): ExtractError {
  const hint = 'open it in a word processor and save it anew as .docx';
  return new ExtractError('malformed', what, null, hint, { cause });
}

function tooLarge(): ExtractError {
  return new ExtractError('too-large', 'unpacks to more than is read', null, 'save its text alone');
}
