/** Items checked ahead of their turn, results in the order of the items. */
import type { ReadItem } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';
import type { CheckedItem } from './check-item.ts';
import type { Checker } from './checker.ts';

export interface TurnedItem {
  path: ItemPath;
  checked: CheckedItem;
}

/** Results that wait behind one that takes long; more are not begun, so that memory stays bounded. */
const MOST_WAITING = 10_000;

/**
 * What `checker` makes of each item, in order, in batches. At most `checker.ahead` items are in work; what needs none passes
 * through at once. When `items` ends, for whatever reason, what is in work is finished and handed on.
 */
export async function* inTurn(items: AsyncIterable<ReadItem[]>, checker: Checker): AsyncGenerator<TurnedItem[]> {
  let waiting: { path: ItemPath; checked: CheckedItem | Promise<CheckedItem> }[] = [];
  let working = 0;
  for await (const batch of items) {
    let turned: TurnedItem[] = [];
    for (const { path, item } of batch) {
      const checked = checker.check(item);
      if (!(checked instanceof Promise) && waiting.length === 0) {
        turned.push({ path, checked });
        continue;
      }
      if (checked instanceof Promise) {
        working++;
        // Its fault is seen when its turn comes; until then it is not unhandled.
        checked.catch(() => {});
      }
      waiting.push({ path, checked });
      if (working < checker.ahead && waiting.length < MOST_WAITING) continue;
      const first = waiting[0]!;
      turned.push({ path: first.path, checked: await first.checked });
      working--;
      const next = waiting.findIndex((one, k) => k > 0 && one.checked instanceof Promise);
      const rest = waiting.slice(1, next === -1 ? undefined : next);
      for (const one of rest) turned.push({ path: one.path, checked: one.checked as CheckedItem });
      waiting = waiting.slice(1 + rest.length);
      // What took long is handed on before more is begun.
      yield turned;
      turned = [];
    }
    if (turned.length > 0) yield turned;
  }
  for (const { path, checked } of waiting) yield [{ path, checked: await checked }];
}
