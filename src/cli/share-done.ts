/** How much of all inputs is done, as far as that can be known while they are read. */
import { expand } from '../source/expand.ts';
import type { Extent } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';

export interface ShareDone extends Extent {
  /** The share, 0 to 1, that lies before and with the item at `path`; null while the number of inputs is unknown. */
  at(path: ItemPath): number | null;
}

/** Counts the inputs, folders walked, while the work goes on, from when the share is first asked for. */
export function shareDone(inputs: readonly string[]): ShareDone {
  const counts = new Map<string, number>();
  const shares = new Map<string, number>();
  const within = (path: ItemPath, depth: number): number => {
    const here = path.slice(0, depth).join('.');
    const share = shares.get(here);
    if (share !== undefined) return share;
    const count = counts.get(here);
    if (count === undefined || depth >= path.length) return 1;
    return Math.min(1, (path[depth]! + within(path, depth + 1)) / count);
  };
  let counting = false;
  const count = (): void => {
    counting = true;
    countUnits(inputs).then(
      (units) => counts.set('', units),
      // What cannot be walked shows when it is read.
      () => {},
    );
  };
  return {
    holds: (path, count) => counts.set(path.join('.'), count),
    read: (path, share) => shares.set(path.join('.'), share),
    at(path) {
      if (!counting) count();
      return counts.has('') ? within(path, 0) : null;
    },
  };
}

async function countUnits(inputs: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _unit of expand(inputs)) count++;
  return count;
}
