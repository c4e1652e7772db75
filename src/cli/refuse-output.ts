/** Files that a report must not be written over, found out before any of them is emptied. */
import { accessSync, closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { isTakenFromFolders } from '../source/formats.ts';
import { reasonOf } from './output.ts';
import { isFolder, isWithin, liesIn, placeOf } from './paths.ts';

/**
 * Throws UsageError for a file that is one of `inputs` or of `others` (a baseline, a configuration), that stands in a folder of
 * the inputs and would be read as one of them, unless it is an earlier report, or whose folder cannot be written into.
 */
export function refuseOutputs(files: readonly string[], inputs: readonly string[], others: readonly string[]): void {
  for (const file of files) {
    if ([...inputs, ...others].some((one) => isSame(file, one)))
      throw new UsageError('output-is-input', 'is an input too; write the results elsewhere', { file });
    const folder = inputs.find((input) => isFolder(input) && isWithin(file, input));
    if (folder !== undefined && isTakenFromFolders(file) && holdsSomethingElse(file)) {
      const hint = 'write the results elsewhere, or remove it first';
      throw new UsageError('output-is-input', `stands in the input ${folder}, and is no report`, { file }, hint);
    }
    refuseUnwritable(file);
  }
}

/**
 * Tells of a path whether it is one of the reports or lies in a folder that the program writes: no input, though it stands among
 * them.
 */
export function ownOutputs(outputs: readonly string[], folders: readonly string[]): (path: string) => boolean {
  const files = new Set(outputs.map((one) => resolve(one)));
  // Asked for every file of a folder: where the folders are is found out once.
  const places = folders.map(placeOf);
  return (path) => {
    if (files.has(resolve(path))) return true;
    if (places.length === 0) return false;
    const place = placeOf(path);
    return places.some((folder) => liesIn(place, folder));
  };
}

function isSame(file: string, other: string): boolean {
  if (resolve(file) === resolve(other)) return true;
  const [a, b] = [file, other].map((one) =>
    /^https?:/i.test(one) ? undefined : statSync(one, { throwIfNoEntry: false }),
  );
  return a?.isFile() === true && a.ino === b?.ino && a.dev === b?.dev;
}

/** How reports begin that are read as articles by their names. */
const REPORTS = ['<!-- scscheck-comment -->', 'article,url,title,', '{"article":{"id":'];

/** Whether a file is there that is not empty and no earlier report. */
function holdsSomethingElse(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const head = Buffer.alloc(64);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, head, 0, head.length, 0);
    const text = head.toString('utf8', 0, length);
    return text.trim() !== '' && !REPORTS.some((report) => text.startsWith(report));
  } finally {
    closeSync(handle);
  }
}

function refuseUnwritable(file: string): void {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
    if (statSync(file, { throwIfNoEntry: false })) accessSync(realpathSync(file), constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      'output-not-writable',
      `cannot write: ${reasonOf(cause as NodeJS.ErrnoException)}`,
      { file },
      null,
      { cause },
    );
  }
  if (isFolder(file)) throw new UsageError('output-not-writable', 'cannot write: it is a folder', { file });
}
