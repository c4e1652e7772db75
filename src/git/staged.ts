/** `--staged`: what the next commit brings, as it will be committed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { readBlobs } from './blobs.ts';
import { type ChangedLines, WHOLE_FILE } from './changed-lines.ts';
import { diffEntries } from './diff.ts';
import { entryLines } from './entry-lines.ts';
import { oneLine } from './failures.ts';
import { isPointer } from './filtered.ts';
import { among, placesOf } from './paths.ts';
import { openRepository } from './repository.ts';
import { type Changes, type ChangesOptions, deletedAmong } from './since.ts';
import { inTextLines } from './text-lines.ts';

export interface StagedContent {
  /** Absolute, as in `files`. */
  path: string;
  /** What is staged, which need not be what the file on disk has; null where it is longer than `longest`. */
  bytes: Buffer | null;
}

export interface StagedChanges extends Changes {
  /**
   * The staged contents of `paths` (of `files`, in any order; others are passed over), one by one as they are asked for.
   * Before one is handed on, its entry in `files` is put right where git counts lines otherwise than editors do. Of a file
   * kept in Git LFS it is the file on disk. Throws UsageError when git fails.
   */
  contents(paths: Iterable<string>): AsyncGenerator<StagedContent, void, undefined>;
}

export interface StagedOptions extends ChangesOptions {
  /** Most bytes of one content; default 32 MB, as for files. */
  longest?: number;
}

/**
 * What is staged and differs from HEAD, or all that is staged before the first commit; which files are left out and which
 * count whole is as in `changesSince`. In a hook that git runs for a commit of some files, what it commits. Throws
 * UsageError, also for files in `paths` whose conflicts are not resolved: nothing of theirs can be committed.
 */
export async function stagedChanges(given: StagedOptions = {}): Promise<StagedChanges> {
  const { cwd = process.cwd(), paths, signal, longest = 32 * 1_048_576 } = given;
  const options = { cwd, signal };
  const { root } = await openRepository(options);
  const isAsked = among(paths?.flatMap((path) => placesOf(path, cwd)));
  const ids = new Map<string, string>();
  const files = new Map<string, ChangedLines>();
  const compared = await diffEntries('staged', options);
  const entries = compared.map((entry) => ({ ...entry, path: join(root, entry.path) }));
  for (const entry of entries.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const lines = isAsked(entry.path) ? entryLines(entry) : null;
    if (lines === null) continue;
    if (entry.status === 'U') throw inConflict(entry.path);
    files.set(entry.path, lines);
    ids.set(entry.path, entry.id);
  }
  return { root, files, deleted: deletedAmong(compared, root), contents: (wanted) => contents(wanted, ids, files) };

  async function* contents(
    wanted: Iterable<string>,
    ids: ReadonlyMap<string, string>,
    files: Map<string, ChangedLines>,
  ): AsyncGenerator<StagedContent, void, undefined> {
    const known = [...wanted].filter((path) => ids.has(path));
    let number = 0;
    for await (const blob of readBlobs(
      known.map((path) => ids.get(path)!),
      longest,
      options,
    )) {
      const path = known[number++]!;
      const kept = blob !== null && isPointer(blob);
      if (kept) files.set(path, WHOLE_FILE);
      else if (blob) files.set(path, inTextLines(files.get(path)!, blob));
      yield { path, bytes: kept ? await readFile(path).catch(() => blob) : blob };
    }
  }
}

function inConflict(path: string): UsageError {
  const hint = 'resolve it and give it to git add';
  return new UsageError('in-conflict', 'is in conflict, and cannot be committed', { file: oneLine(path) }, hint);
}
