/** From an entry of a diff to what changed for a reader. */
import { type ChangedLines, changedLines, WHOLE_FILE } from './changed-lines.ts';
import type { DiffEntry } from './parse-diff.ts';

/**
 * What changed in the file of an entry; null where there is nothing to check: it was deleted, is a link or a submodule, has
 * another mode or name and nothing else, or only its ends of lines differ.
 */
export function entryLines({ status, mode, binary, ranges, cuts }: DiffEntry): ChangedLines | null {
  if (status === 'D') return null;
  // In conflict, git names no mode, and lines cannot be told from those of either side.
  if (status === 'U') return WHOLE_FILE;
  if (!mode.startsWith('100')) return null;
  if (binary || status === 'A' || status === 'T') return WHOLE_FILE;
  return ranges.length + cuts.length > 0 ? changedLines(ranges, cuts) : null;
}
