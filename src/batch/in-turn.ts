/** Items checked ahead of their turn, results in the order of the items. */
import type { ReadItem } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';
import type { CheckedItem } from './check-item.ts';
import type { Checker } from './checker.ts';

export interface TurnedItem {
  path: ItemPath;
  checked: CheckedItem;
}

/**
 * What `checker` makes of each item, in order. At most `checker.ahead` items are in work; what needs none passes through
 * at once. When `items` ends, for whatever reason, what is in work is finished and handed on.
 */
export async function* inTurn(items: AsyncIterable<ReadItem[]>, checker: Checker): AsyncGenerator<TurnedItem> {
  const waiting: { path: ItemPath; checked: CheckedItem | Promise<CheckedItem> }[] = [];
  let head = 0;
  let working = 0;
  const take = async (): Promise<TurnedItem> => {
    const { path, checked } = waiting[head]!;
    if (checked instanceof Promise) working--;
    const done = await checked;
    head++;
    if (head > 1000) {
      waiting.splice(0, head);
      head = 0;
    }
    return { path, checked: done };
  };
  for await (const batch of items) {
    for (const { path, item } of batch) {
      const checked = checker.check(item);
      if (checked instanceof Promise) {
        working++;
        // Its fault is seen when its turn comes; until then it is not unhandled.
        checked.catch(() => {});
      }
      waiting.push({ path, checked });
      while (waiting.length > head && (working >= checker.ahead || !(waiting[head]!.checked instanceof Promise))) {
        yield await take();
      }
      // Behind one that takes long, others that took none must not pile up.
      if (waiting.length - head > MOST_WAITING) yield await take();
    }
  }
  while (waiting.length > head) yield await take();
}

const MOST_WAITING = 10_000;
