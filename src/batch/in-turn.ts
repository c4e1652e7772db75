/** Items checked ahead of their turn, results in the order of the items. */
import type { ReadItem } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';
import type { CheckedItem } from './check-item.ts';
import type { Checker } from './checker.ts';

export interface TurnedItem {
  path: ItemPath;
  checked: CheckedItem;
}
interface WaitingItem {
  path: ItemPath;
  checked: CheckedItem | Promise<CheckedItem>;
}

/** Results that wait behind one that takes long; more are not begun, so that memory stays bounded. */
const MOST_WAITING = 10_000;

/**
 * What `checker` makes of each item, in order, in batches, as soon as its turn has come and it is ready. At most
 * `checker.ahead` items are in work; what needs none passes through at once. When `items` ends, for whatever reason, what is in
 * work is finished and handed on.
 */
export async function* inTurn(items: AsyncIterable<ReadItem[]>, checker: Checker): AsyncGenerator<TurnedItem[]> {
  const source = items[Symbol.asyncIterator]();
  let waiting: WaitingItem[] = [];
  let working = 0;
  /** Takes the first, once it is ready, and what stands ready behind it. */
  const take = async (): Promise<TurnedItem[]> => {
    const first = waiting[0]!;
    const turned = [{ path: first.path, checked: await first.checked }];
    working--;
    let taken = 1;
    for (; taken < waiting.length; taken++) {
      const { path, checked } = waiting[taken]!;
      if (checked instanceof Promise) break;
      turned.push({ path, checked });
    }
    waiting = waiting.slice(taken);
    return turned;
  };
  try {
    let next = begun(source);
    for (;;) {
      if (waiting.length > 0 && (await isFirst(waiting[0]!.checked, next))) {
        yield await take();
        continue;
      }
      const { done, value: batch } = await next;
      if (done) break;
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
        if (turned.length > 0) yield turned;
        turned = [];
        yield await take();
      }
      if (turned.length > 0) yield turned;
      next = begun(source);
    }
    while (waiting.length > 0) yield await take();
  } finally {
    // What is being waited for may never come.
    source.return?.(undefined)?.catch(() => {});
  }
}

/** The next of `source`, asked for now; its fault is seen when it is awaited. */
function begun<T>(source: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = source.next();
  next.catch(() => {});
  return next;
}

/** Whether `one` is settled before `other`. */
function isFirst(one: unknown, other: Promise<unknown>): Promise<boolean> {
  const settled = (value: boolean) => () => value;
  return Promise.race([
    Promise.resolve(one).then(settled(true), settled(true)),
    other.then(settled(false), settled(false)),
  ]);
}
