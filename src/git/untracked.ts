/** Files that git does not know yet. */
import { join } from 'node:path';
import { type GitOptions, gitOutput } from './run.ts';

/** Most paths handed to git as arguments, and most bytes of them; beyond it all of the repository is listed. Far below what systems take. */
const MOST_PATHS = 200;
const MOST_BYTES = 32_768;

/**
 * Files in `paths` (absolute, within the repository at `root`; default: all of it) that are neither in git nor ignored,
 * absolute. With many paths there may be others among them. Repositories within it are left out.
 */
export async function untrackedFiles(
  root: string,
  paths: readonly string[] | undefined,
  options: GitOptions,
): Promise<string[]> {
  const few = paths && paths.length <= MOST_PATHS && Buffer.byteLength(paths.join()) <= MOST_BYTES;
  if (few && paths.length === 0) return [];
  const args = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ...(few ? paths : [root])];
  const output = await gitOutput(args, options);
  const names = output.toString('utf8').split('\0').slice(0, -1);
  return names.filter((name) => !name.endsWith('/')).map((name) => join(root, name));
}
