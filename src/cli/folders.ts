/** Folders that a command makes and fills. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { isWork } from '../study/work-name.ts';
import { isFolder, isWithin } from './paths.ts';

/**
 * Throws UsageError where what a command makes would be read as an input, or stand among files that are none of its own. A
 * folder that holds `mark`, or nothing but `own`, is the command's and may be filled anew.
 */
export function refuseFolder(out: string, inputs: readonly string[], own: readonly string[], mark: string): void {
  const hint = 'give --out a folder of its own';
  if (inputs.some((input) => isFolder(input) && isWithin(out, input)))
    throw new UsageError('out-in-input', 'lies in an input', { file: out }, hint);
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError('out-no-folder', 'is no folder', { file: out }, hint);
  // What a study that was killed was working with is the command's, too.
  const names = readdirSync(out).filter((name) => !isWork(name));
  if (!names.includes(mark) && names.some((name) => !own.includes(name)))
    throw new UsageError('out-taken', 'holds files of another kind', { file: out }, hint);
}
