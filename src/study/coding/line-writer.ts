/** Lines to a file, gathered so that few writes are made. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Characters gathered before they are written. */
const GATHERED = 262_144;

export interface LineWriter {
  /** Throws system errors, as when the disk is full. */
  add(line: string): void;
  /** Writes what was gathered and closes the file. */
  close(): void;
}

/** Opens `path` anew. Throws system errors. */
export function lineWriter(path: string): LineWriter {
  const handle = openSync(path, 'w');
  let held: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (held.length > 0) writeAll(handle, Buffer.from(held.join('')));
    held = [];
    length = 0;
  };
  return {
    add(line) {
      held.push(line, '\n');
      length += line.length + 1;
      if (length >= GATHERED) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(handle);
      }
    },
  };
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
