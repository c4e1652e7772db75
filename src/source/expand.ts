/** Inputs as given to what is to be read: files, standard input, URLs. */
import { opendir, stat } from 'node:fs/promises';
import { FetchError } from '../errors.ts';
import type { ArticleMeta } from '../model.ts';
import { errorItem, knownFailure, nothingToCheck } from './failures.ts';
import { isTakenFromFolders } from './formats.ts';
import type { RawArticle, SourceItem } from './item.ts';

/** One thing to read, or what came of it already. */
export type Unit =
  | { kind: 'file'; path: string /** Bytes, where that is known before reading. */; size: number | null }
  | { kind: 'stdin' }
  /** The content of a file that need not be what lies on disk. */
  | { kind: 'bytes'; path: string; bytes: Buffer }
  | { kind: 'url'; url: string; link?: Link }
  /** What is an item already: a row of a table with its article, an input that cannot be read. */
  | { kind: 'made'; item: SourceItem | RawArticle };

/** What a feed, a sitemap or a table says of an address. */
export interface Link extends Partial<Omit<ArticleMeta, 'url'>> {
  /** Where it leads: to an article, or to a list of more. */
  to: 'article' | 'list';
}

/** Whether an input is an address and no path. */
export const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/** Which files are left out; default: none. */
export interface Filters {
  /** Whether a file or folder that was named is to be read. */
  named?: (path: string) => boolean;
  /** Whether a file that was found in a folder is. */
  takes?: (path: string) => boolean;
  /** Whether what cannot be read in a folder is to be told. */
  failed?: (path: string) => boolean;
}

/**
 * What `inputs` stand for, in order. Folders are walked as they are reached: entries in the order of their names
 * (by code unit), names that begin with a dot and `node_modules` left out, links to folders not followed.
 */
export async function* expand(inputs: readonly string[], filters: Filters = {}): AsyncGenerator<Unit> {
  for (const input of inputs) {
    if (input === '-') yield { kind: 'stdin' };
    else if (isAddress(input)) yield { kind: 'url', url: input };
    else yield* expandPath(input, filters);
  }
}

async function* expandPath(path: string, { named, takes, failed: failing }: Filters): AsyncGenerator<Unit> {
  if (!(named?.(path) ?? true)) return;
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      yield { kind: 'file', path, size: stats.isFile() ? stats.size : null };
      return;
    }
    let found = false;
    for await (const unit of walk(path.length > 1 ? path.replace(/\/+$/, '') : path)) {
      found = true;
      const wanted =
        unit.kind === 'file'
          ? (takes?.(unit.path) ?? true)
          : unit.kind !== 'made' || unit.item.kind !== 'error' || (failing?.(unit.item.id) ?? true);
      if (wanted) yield unit;
    }
    if (!found) yield failed(path, nothingToCheck());
  } catch (thrown) {
    yield failed(path, thrown);
  }
}

async function* walk(folder: string): AsyncGenerator<Unit> {
  const entries: { name: string; isFolder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) entries.push({ name: entry.name, isFolder: true });
      else if (isTakenFromFolders(entry.name)) entries.push({ name: entry.name, isFolder: false });
    }
  } catch (thrown) {
    yield failed(folder, thrown);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isFolder } of entries) {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    if (isFolder) yield* walk(path);
    else yield* expandFile(path);
  }
}

/** A folder's entry that looks like a file; a link may still lead to a folder or nowhere. */
async function* expandFile(path: string): AsyncGenerator<Unit> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) yield { kind: 'file', path, size: stats.isFile() ? stats.size : null };
  } catch (thrown) {
    yield failed(path, thrown);
  }
}

function failed(path: string, thrown: unknown): Unit {
  const error = knownFailure(thrown) ?? new FetchError('unreadable', 'cannot be read', null, null, { cause: thrown });
  return { kind: 'made', item: errorItem(path, { file: path }, error) };
}
