/** Paths and formats of the files of an RO-Crate. Pure. */
import { extname } from 'node:path';

/** By the end of a file's name. */
const FORMATS: Record<string, string> = {
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.parquet': 'application/vnd.apache.parquet',
  '.duckdb': 'application/vnd.duckdb',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.png': 'image/png',
};

/** The media type of a file, by the end of its name. */
export const formatOf = (path: string): string => FORMATS[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** A path as a relative address. Throws a RangeError. */
export function idOf(path: string): string {
  const parts = path.split('/');
  const inner = path.endsWith('/') ? parts.slice(0, -1) : parts;
  if (inner.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\')))
    throw new RangeError(`no path within the folder: ${path}`);
  return parts.map(encodeURIComponent).join('/');
}

/** The folders that hold the files, directly or not, each with `/` at its end. */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at + 1));
  }
  return [...folders].sort();
}

/** The addresses of those among `paths` that lie in `folder` itself, and not deeper. */
export function partIds(folder: string, paths: readonly string[]): string[] {
  const isDirect = (path: string): boolean =>
    path.startsWith(folder) && path !== folder && !path.slice(folder.length, -1).includes('/');
  return paths.filter(isDirect).map(idOf);
}
