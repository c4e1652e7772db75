/** `--source FILE`: the user's own copy of the source document, to quote from. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import type { FactBase } from '../facts/load.ts';

/**
 * The source's own sentence at a locator, for those whose hash agrees with the record in `seeds/`. Says so once
 * when some, or all, do not. Throws UsageError when the file cannot be read.
 */
export async function openSource(
  file: string,
  _factBase: FactBase,
  say: (line: string) => void,
): Promise<(locator: string) => string | undefined> {
  try {
    readFileSync(file);
  } catch (cause) {
    throw new UsageError('source-unreadable', 'cannot be read', { file }, null, { cause });
  }
  say(`${file}: not yet`);
  return () => undefined;
}
