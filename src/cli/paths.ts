/** Where inputs and outputs are. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

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
