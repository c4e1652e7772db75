/** Writes the results of a run: records, then the mark that they are done. */
import { appendFileSync } from 'node:fs';
import type { ResultRecord } from '../model.ts';
import { count } from '../reporters/reporter.ts';
import { copyIndex } from './copies.ts';
import type { TurnedItem } from './in-turn.ts';
import { type JournalEntry, openJournal, type RunTally } from './journal.ts';
import { openParts } from './parts.ts';
import { cutSketches, type RunPlaces, type RunState, writing } from './run-folder.ts';

/** Records gathered before they are written; few enough that little is done again after a kill. */
const GATHERED = 64;
/** Milliseconds between two times that the disk is told to have everything. */
const SYNCED = 2000;
/** Milliseconds after which even few are: pages may come one a second. */
const HELD = 500;

export interface RunWriter {
  tally: RunTally;
  /** Takes the next result; gives its record as it is written, linked to what it is a copy of. Throws RunError. */
  add(item: TurnedItem): ResultRecord;
  /** Writes what was gathered. Throws RunError. */
  flush(): void;
  /** Writes what was gathered and closes the files. Throws RunError. */
  close(complete: boolean): void;
}

/** Goes on writing where `state` says that the run stands; what was written and not marked is cut off. */
export function runWriter(places: RunPlaces, state: RunState, minConfidence: number): RunWriter {
  const tally: RunTally = { ...state.tally, labels: { ...state.tally.labels } };
  const copies = copyIndex();
  const { journal, parts } = writing(places.folder, () => {
    for (const line of cutSketches(places.sketches, state.records)) {
      const { id, sketch } = JSON.parse(line) as { id: string; sketch: string };
      copies.copyOf(id, fromBase64(sketch));
    }
    return {
      journal: openJournal(places.journal, state.journalBytes),
      parts: openParts(places.results, state.records),
    };
  });
  let records = state.records;
  let last: readonly number[] = [];
  let lines: string[] = [];
  let sketches: string[] = [];
  let failures: JournalEntry[] = [];
  let written = performance.now();
  let synced = written;
  /** Set while files are written, and left so by a write that failed: what it left is cut off when the run goes on. */
  let broken = false;
  const flush = (): void => {
    if (lines.length === 0 || broken) return;
    broken = true;
    const now = performance.now();
    writing(places.folder, () => {
      if (sketches.length > 0) appendFileSync(places.sketches, sketches.join(''));
      parts.add(lines);
      // The journal must not reach the disk long before what it tells of.
      if (now - synced > SYNCED) {
        parts.sync();
        synced = now;
      }
      journal.add([...failures, { kind: 'mark', records, path: [...last], tally }]);
    });
    broken = false;
    [lines, sketches, failures] = [[], [], []];
    written = performance.now();
  };
  return {
    tally,
    add({ path, checked: { record, sketch } }) {
      if (sketch !== null) {
        const { id } = record.article;
        record.article.copyOf = copies.copyOf(id, sketch);
        // Copies are linked to originals alone.
        if (record.article.copyOf === null)
          sketches.push(`${JSON.stringify({ record: records, id, sketch: toBase64(sketch) })}\n`);
      }
      if (record.error) failures.push({ kind: 'failed', record: records, path: [...path] });
      lines.push(JSON.stringify(record));
      countRecord(tally, record, minConfidence);
      records++;
      last = path;
      if (lines.length >= GATHERED || performance.now() - written > HELD) flush();
      return record;
    },
    flush,
    close(complete) {
      flush();
      writing(places.folder, () => {
        parts.close();
        if (complete) journal.add([{ kind: 'complete', records }]);
        journal.close();
      });
    },
  };
}

/** Counts one more record into `tally`, in place; of its claims those of `minConfidence` and more. */
export function countRecord(tally: RunTally, record: ResultRecord, minConfidence: number): void {
  const claims = record.claims.filter(({ confidence }) => confidence >= minConfidence);
  count(tally, { error: record.error, claims });
  if (record.article.copyOf !== null) tally.copies++;
}

const toBase64 = (sketch: Uint16Array): string =>
  Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64');

function fromBase64(text: string): Uint16Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return new Uint16Array(bytes.buffer);
}
