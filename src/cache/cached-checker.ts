/** A checker that remembers. */
import { createHash } from 'node:crypto';
import type { CheckedItem } from '../batch/check-item.ts';
import type { Checker } from '../batch/checker.ts';
import type { ResultsCache } from './results.ts';

/**
 * Takes what `checker` would make of an article from `results` where these have it: for the same bytes read in the same way
 * under the same name, and the same `circumstances`: whatever else a result depends on, in words. Articles that are read
 * with others from one file are checked each time.
 */
export function cachedChecker(checker: Checker, results: ResultsCache, circumstances: string): Checker {
  return {
    ...checker,
    check(item) {
      if (item.kind !== 'raw') return checker.check(item);
      const { meta, format, notes, gate, own } = item;
      const key = keyOf([circumstances, JSON.stringify(meta), format, notes.join('\n'), `${gate} ${own}`]);
      const known = results.get(key);
      if (known !== null) return known;
      return keep(checker.check(item), (made) => results.put(key, made));
    },
    async close() {
      results.close();
      await checker.close();
    },
  };
}

async function keep(made: CheckedItem | Promise<CheckedItem>, put: (made: CheckedItem) => void): Promise<CheckedItem> {
  const item = await made;
  put(item);
  return item;
}

const keyOf = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');
