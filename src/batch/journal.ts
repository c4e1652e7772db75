/** The journal of a run: what is done, a line each, only ever added to. */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as z from 'zod';

const tallySchema = z.object({
  articles: z.number(),
  withoutClaims: z.number(),
  failed: z.number(),
  copies: z.number(),
  labels: z.object({ supported: z.number(), contradicted: z.number(), unverified: z.number() }),
});
/** Counts of a run so far; see `Tally` of the reporters. */
export type RunTally = z.infer<typeof tallySchema>;

const entrySchema = z.discriminatedUnion('kind', [
  /** All records up to the `records`-th are written; the last one stands at `path`. */
  z.object({ kind: z.literal('mark'), records: z.number(), path: z.array(z.number()), tally: tallySchema }),
  /** The record with this number, from 0, is a failure; its input stands at `path`. */
  z.object({ kind: z.literal('failed'), record: z.number(), path: z.array(z.number()) }),
  /** The failures with these numbers were tried again and are none now. */
  z.object({ kind: z.literal('mended'), records: z.array(z.number()), tally: tallySchema }),
  z.object({ kind: z.literal('complete'), records: z.number() }),
]);
export type JournalEntry = z.infer<typeof entrySchema>;

/**
 * The entries of a journal, in order, and the bytes they take, up to the last that settles what stands before it: failures
 * are told before the mark that makes them count. Only marks of at most `written` records settle anything, as others tell
 * of what never reached the disk. What follows was being written when the run ended.
 */
export function readJournal(path: string, written = Infinity): { entries: JournalEntry[]; bytes: number } {
  const content = readFileSync(path);
  const entries: JournalEntry[] = [];
  let [settled, bytes, at] = [0, 0, 0];
  for (let feed = content.indexOf(10); feed !== -1; feed = content.indexOf(10, at)) {
    const entry = parseEntry(content.toString('utf8', at, feed));
    if (entry === null) break;
    at = feed + 1;
    if (entry.kind === 'mark' && entry.records > written) break;
    entries.push(entry);
    if (entry.kind !== 'failed') [settled, bytes] = [entries.length, at];
  }
  return { entries: entries.slice(0, settled), bytes };
}

function parseEntry(line: string): JournalEntry | null {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

export interface Journal {
  /** Adds entries, in one write. Throws system errors. */
  add(entries: readonly JournalEntry[]): void;
  close(): void;
}

/** Opens a journal to add to, cut to its first `bytes` bytes. */
export function openJournal(path: string, bytes: number): Journal {
  const file = openSync(path, 'a');
  ftruncateSync(file, bytes);
  return {
    add: (entries) => writeWhole(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
    close: () => closeSync(file),
  };
}

/** Writes all of `text`: a write may take less than it was given, as when a disk is nearly full. */
export function writeWhole(file: number, text: string): void {
  let done = writeSync(file, text);
  if (done === Buffer.byteLength(text)) return;
  const bytes = Buffer.from(text);
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
