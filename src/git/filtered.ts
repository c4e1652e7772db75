/** Files whose content git keeps in another form, made by a filter (Git LFS, for one). */
import { type GitOptions, gitOutput } from './run.ts';

/** Those of `paths` (absolute) that have a filter: their lines on disk are not the lines that git compares. */
export async function filteredAmong(paths: readonly string[], options: GitOptions): Promise<Set<string>> {
  if (paths.length === 0) return new Set();
  const input = paths.map((path) => `${path}\0`).join('');
  const output = await gitOutput(['check-attr', '-z', '--stdin', 'filter'], options, input);
  // A path, the name of the attribute and its value for each.
  const fields = output.toString('utf8').split('\0');
  const filtered = paths.filter((_, i) => !['unspecified', 'unset', undefined].includes(fields[3 * i + 2]));
  return new Set(filtered);
}

/** Whether the content stands for a file that Git LFS keeps elsewhere. */
export function isPointer(content: Buffer): boolean {
  return (
    content.length < 1024 &&
    content.subarray(0, 40).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')
  );
}
