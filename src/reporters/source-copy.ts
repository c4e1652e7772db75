/** `--source FILE`: the user's own copy of the source document, to quote from. */
import { readSeeds, readSourceCopy } from '../facts/sources.ts';
import { verifySource } from '../facts/verify.ts';
import { plural } from './sentences.ts';

/**
 * The source's own sentence at a locator, for those whose hash agrees with the record in `seeds/`. Says so once
 * when some, or all, do not. Throws UsageError when the file cannot be read.
 */
export function openSource(file: string, say: (line: string) => void): (locator: string) => string | undefined {
  const text = readSourceCopy(file);
  const checks = readSeeds().flatMap((record) => verifySource(text, record));
  const proven = new Map(
    checks.flatMap((one) => (one.status === 'ok' && one.text !== null ? [[one.locator, one.text]] : [])),
  );
  const failed = checks.length - proven.size;
  if (proven.size === 0) say(`${file}: not a copy of the source document: none of its sentences can be quoted`);
  else if (failed > 0) {
    say(
      `${file}: ${plural(failed, 'sentence')} of ${checks.length} not as recorded, and not quoted (see scscheck facts verify)`,
    );
  }
  return (locator) => proven.get(locator);
}
