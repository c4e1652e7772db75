/** `--since REV`: what the working tree has that the branch of REV has not. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChangedLines, WHOLE_FILE } from './changed-lines.ts';
import { diffEntries } from './diff.ts';
import { entryLines } from './entry-lines.ts';
import { filteredAmong } from './filtered.ts';
import type { DiffEntry } from './parse-diff.ts';
import { among, isWithin, placesOf } from './paths.ts';
import { mergeBase, openRepository } from './repository.ts';
import type { GitOptions } from './run.ts';
import { inTextLines } from './text-lines.ts';
import { untrackedFiles } from './untracked.ts';

export interface Changes {
  /** The topmost folder of the repository, absolute. */
  root: string;
  /** By absolute path (folders' links resolved), sorted: the files to check, and what changed in them. */
  files: Map<string, ChangedLines>;
  /** Absolute paths of files that are there no more. */
  deleted: ReadonlySet<string>;
}

export interface ChangesOptions {
  /** Where git is run; default: where the process is. */
  cwd?: string;
  /** Files and folders, absolute or from `cwd`, that are asked about; default: the whole repository. */
  paths?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/** Beyond this size (bytes) no article is read, so that its lines need not be counted. */
const LONGEST = 32 * 1_048_576;

/**
 * What changed since the history of `rev` and of HEAD parted (`git diff --merge-base REV`): what a pull request into `rev`
 * shows, not what `rev` gained meanwhile; and besides, what is not committed yet. New files count whole, those that git
 * does not know yet too unless it ignores them; renamed ones (at least half kept) by their changed lines; binary ones, and
 * those that a filter stores, whole. Left out are deleted files, links, submodules, and files with another mode, name or
 * ends of lines alone. Runs no program but git, writes nothing and asks no server. Throws UsageError.
 */
export async function changesSince(
  rev: string,
  { cwd = process.cwd(), paths, signal }: ChangesOptions = {},
): Promise<Changes> {
  const options: GitOptions = { cwd, signal };
  const repository = openRepository(options);
  const [{ root }, base] = await Promise.all([repository, mergeBase(rev, repository, options)]);
  const asked = paths?.flatMap((path) => placesOf(path, cwd)).filter((path) => isWithin(path, root));
  const isAsked = among(asked);
  const [entries, untracked] = await Promise.all([diffEntries(base, options), untrackedFiles(root, asked, options)]);
  const found = new Map<string, ChangedLines>();
  for (const entry of entries) {
    const path = join(root, entry.path);
    const lines = isAsked(path) ? entryLines(entry) : null;
    if (lines) found.set(path, lines);
  }
  for (const path of untracked) if (isAsked(path)) found.set(path, WHOLE_FILE);
  return { root, files: await asOnDisk(found, options), deleted: deletedAmong(entries, root) };
}

/** The files that a diff takes away. */
export function deletedAmong(entries: readonly DiffEntry[], root: string): ReadonlySet<string> {
  return new Set(entries.flatMap(({ status, path }) => (status === 'D' ? [join(root, path)] : [])));
}

/** Of the files found, those that are there, with their lines as editors count them. */
async function asOnDisk(found: Map<string, ChangedLines>, options: GitOptions): Promise<Map<string, ChangedLines>> {
  const compared = [...found].flatMap(([path, { whole }]) => (whole ? [] : [path]));
  const filtered = await filteredAmong(compared, options);
  const files = new Map<string, ChangedLines>();
  for (const path of [...found.keys()].sort()) {
    const lines = filtered.has(path) ? WHOLE_FILE : found.get(path)!;
    // Not on disk: outside a sparse checkout, or deleted since git looked.
    const stats = await lstat(path).catch(() => null);
    if (!stats?.isFile()) continue;
    files.set(path, lines.whole || stats.size > LONGEST ? lines : inTextLines(lines, await content(path)));
  }
  return files;
}

/** What cannot be read is reported when it is checked. */
const content = (path: string): Promise<Buffer> => readFile(path).catch(() => Buffer.alloc(0));
