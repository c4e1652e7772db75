/** Reads what `git diff --raw --patch --unified=0` prints, as it comes. */

import type { LineRange } from './changed-lines.ts';
import { lineHeads } from './line-heads.ts';
import { fromBytes, unquoted } from './quoted-path.ts';

/** A file of the diff, by its new name. */
export interface DiffEntry {
  /** From the top of the repository, parted by `/`. */
  path: string;
  /** A letter: A added, M modified, R renamed, D deleted, T of another type, U in conflict. */
  status: string;
  /** Of the new side, as git writes it: 100644, 100755 for files, 120000 links, 160000 submodules, 000000 none. */
  mode: string;
  /** Id of the new content; zeros where git has not stored it. */
  id: string;
  /** Whether git compared it by bytes, not lines. */
  binary: boolean;
  ranges: LineRange[];
  cuts: number[];
}

/** Put before the new name in the head of a patch: no path holds two slashes in a row, so that it is found beyond doubt. */
export const NEW_PREFIX = 'b//';

const [PLUS, MINUS, BACKSLASH, AT] = ['+', '-', '\\', '@'].map((one) => one.charCodeAt(0));

/**
 * The files of the diff in its order, deleted ones too. Takes time linear in the bytes; memory grows with the number of
 * files and changed places, not with the lines. Nothing in the text of a file or in its name can pass for a line of
 * the diff itself: lines of text begin with +, - or \, and names that hold a line break are quoted.
 */
export async function parseDiff(chunks: AsyncIterable<Buffer>): Promise<DiffEntry[]> {
  const entries = new Map<string, DiffEntry>();
  let current: DiffEntry | undefined;
  let inText = false;
  for await (const heads of lineHeads(
    chunks,
    (byte) => !inText || !(byte === PLUS || byte === MINUS || byte === BACKSLASH),
  )) {
    inText = read(heads);
  }
  return [...entries.values()];

  function read(line: string): boolean {
    if (line.startsWith('diff --git ')) {
      current = entries.get(newName(line));
      return false;
    }
    if (line.charCodeAt(0) === AT) {
      if (current) addHunk(current, line);
      return true;
    }
    if (line.startsWith('Binary files ') && current && !inText) current.binary = true;
    else if (line.startsWith(':') && !inText) addEntry(entries, line);
    return inText;
  }
}

/** `:100644 100644 OLD NEW M<tab>path`, with a second path where it was renamed. */
function addEntry(entries: Map<string, DiffEntry>, line: string): void {
  const [head = '', ...paths] = line.split('\t');
  const [, mode = '', , id = '', status = ''] = head.split(' ');
  const written = unquoted(paths.at(-1) ?? '');
  // A file in conflict may be listed twice; that it is one outweighs the rest.
  if (entries.get(written)?.status === 'U') return;
  entries.set(written, {
    path: fromBytes(written),
    status: status.charAt(0),
    mode,
    id,
    binary: false,
    ranges: [],
    cuts: [],
  });
}

/** The new name in `diff --git a//old b//new`. */
function newName(line: string): string {
  const at = line.lastIndexOf(NEW_PREFIX);
  const name = line.slice(at + NEW_PREFIX.length);
  return line[at - 1] === '"' ? unquoted(`"${name}`) : name;
}

/** `@@ -1,2 +3,4 @@`: four lines from the third; none: what was taken out stood behind it. */
function addHunk(entry: DiffEntry, line: string): void {
  const [, first, count = '1'] = /^@@ -[\d,]+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
  if (first === undefined) return;
  const from = Number(first);
  if (count === '0') entry.cuts.push(from);
  else entry.ranges.push({ first: from, last: from + Number(count) - 1 });
}
