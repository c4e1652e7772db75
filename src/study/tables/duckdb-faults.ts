/** Faults of DuckDB that are the machine's. Pure. */
import { notWritable, RunError } from '../../errors.ts';

/** What the system says when it does not write, and what it means. */
const REFUSED = [
  ['No space left on device', 'no space left on the disk'],
  ['Disk quota exceeded', 'the disk quota is used up'],
  ['Read-only file system', 'the file system is read-only'],
  ['Permission denied', 'permission denied'],
  ['File too large', 'a file may not grow as large'],
] as const;

/** What DuckDB threw, as a known error where it is none of the program's faults. */
export function asKnown(thrown: unknown, folder: string): unknown {
  const message = thrown instanceof Error ? thrown.message : '';
  if (/^Out of Memory/i.test(message)) {
    const hint = 'give a part of the inputs at a time, or free memory';
    return new RunError('out-of-memory', 'the tables need more memory than there is', null, hint, { cause: thrown });
  }
  const refused = REFUSED.find(([words]) => message.startsWith('IO Error') && message.includes(words));
  return refused ? notWritable(folder, refused[1], thrown) : thrown;
}
