/** Where inputs and outputs are. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Whether a folder is at `input`. */
export function isFolder(input: string): boolean {
  try {
    return statSync(input).isDirectory();
  } catch {
    // What is wrong with it shows when it is read.
    return false;
  }
}

/** The real path of a folder that may not be there yet. */
export function placeOf(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync(path);
  } catch {
    return path === dirname(path) ? path : join(placeOf(dirname(path)), basename(path));
  }
}

/** Whether `path` is `folder` or lies in it, through links. */
export function isWithin(path: string, folder: string): boolean {
  return liesIn(placeOf(path), placeOf(folder));
}

/** The same of two real paths. */
export const liesIn = (place: string, folder: string): boolean => !relative(folder, place).startsWith('..');
