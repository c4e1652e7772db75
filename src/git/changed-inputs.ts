/** Which of the inputs changed. */
import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { oneLine } from './failures.ts';
import { isWithin, placeOf, placesOf, resolved } from './paths.ts';
import type { Changes } from './since.ts';

export interface ChangedInput {
  /** As reading the input would name it: as given, or the folder as given and the way from there. */
  path: string;
  /** Its path in `changes.files`; null for an input that is not there and was not deleted either: reading it says so. */
  file: string | null;
}

/**
 * The changed files among `inputs`, in the order in which all would be read: a file if it changed, of a folder the changed
 * files within it, but none in folders whose names begin with a dot or are `node_modules`, and only names that `takes`
 * says yes to. Throws UsageError for inputs that are no files of the repository.
 */
export function changedInputs(
  { root, files, deleted }: Changes,
  inputs: readonly string[],
  { cwd = process.cwd(), takes = () => true }: { cwd?: string; takes?: (name: string) => boolean } = {},
): ChangedInput[] {
  return inputs.flatMap((input): ChangedInput[] => {
    if (input === '-' || /^[a-z][a-z0-9+.-]*:\/\//i.test(input)) throw noFile(input);
    const kind = kindOf(resolve(cwd, input));
    const place = kind === 'folder' ? resolved(resolve(cwd, input)) : placeOf(input, cwd);
    if (!isWithin(place, root) && !(kind === 'folder' && isWithin(root, place))) throw outside(input, root);
    const changed = kind === 'folder' ? undefined : placesOf(input, cwd).find((one) => files.has(one));
    if (changed !== undefined) return [{ path: input, file: changed }];
    if (kind === 'file') return [];
    const within = [...files.keys()].filter((file) => file !== place && isWithin(file, place));
    // Nothing there: what is staged may still be within it.
    if (kind === null && within.length === 0) {
      const wasThere = [...deleted].some((file) => file === place || isWithin(file, place));
      return wasThere ? [] : [{ path: input, file: null }];
    }
    const folder = input.length > 1 ? input.replace(/\/+$/, '') : input;
    return within
      .map((file) => ({ file, names: relative(place, file).split(sep) }))
      .filter(({ names }) => isWalked(names) && takes(names.at(-1)!))
      .sort((a, b) => compareNames(a.names, b.names))
      .map(({ file, names }) => ({ path: `${folder === '/' ? '' : folder}/${names.join('/')}`, file }));
  });
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

const isWalked = (names: readonly string[]): boolean =>
  names.every((name) => !name.startsWith('.') && name !== 'node_modules');

/** Name by name, by code unit: the order in which folders are walked. */
function compareNames(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, k) => name !== b[k]);
  return at === -1 ? 0 : a[at]! < (b[at] ?? '') ? -1 : 1;
}

function noFile(input: string): UsageError {
  const hint = 'with --since and --staged give files and folders';
  return new UsageError('not-a-file', `${oneLine(input)}: is no file that git could compare`, null, hint);
}

function outside(input: string, root: string): UsageError {
  const hint = 'give the command within the repository it belongs to';
  return new UsageError(
    'outside-repository',
    `lies outside the repository ${oneLine(root)}`,
    { file: oneLine(input) },
    hint,
  );
}
