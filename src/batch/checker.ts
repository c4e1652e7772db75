/** Who checks: this thread, or a pool of workers. */
import type { RawArticle, ReadElsewhere, ReadItem, SourceItem } from '../source/item.ts';
import { type CheckedItem, type CheckItemOptions, checkItem } from './check-item.ts';
import type { WorkerSetup } from './worker.ts';

export interface Checker {
  /** Items in work at once that keep it busy. */
  ahead: number;
  check(item: ReadItem['item']): CheckedItem | Promise<CheckedItem>;
  /** Reads and checks whole files beside this thread, where there is another. */
  elsewhere?: ReadElsewhere;
  close(): Promise<void>;
}

/** Checks in this thread, one after the other. */
export function inlineChecker(options: CheckItemOptions): Checker {
  return {
    ahead: 1,
    check: (item) => (item.kind === 'checked' ? (item.result as CheckedItem) : checkItem(item, options)),
    close: async () => {},
  };
}

/** Items in the hands of a worker or on their way to one: enough that none waits for the next. */
const PER_WORKER = 4;

/**
 * Checks in `workers` threads. What needs no work (skipped and failed items) is done here with `options`. A worker that
 * breaks on an item is a fault of the program and ends the run.
 */
export async function pooledChecker(workers: number, setup: WorkerSetup, options: CheckItemOptions): Promise<Checker> {
  const { Piscina } = await import('piscina');
  const { readInWorker } = await import('./read-in-worker.ts');
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    workerData: setup,
    minThreads: workers,
    maxThreads: workers,
  });
  /** Files that have a thread or wait for one: they may need one another's results taken, and so an article must not wait behind them. */
  let files = 0;
  const work = (item: SourceItem | RawArticle): CheckedItem | Promise<CheckedItem> =>
    item.kind === 'skipped' || item.kind === 'error' || files >= workers ? checkItem(item, options) : pool.run(item);
  return {
    ahead: PER_WORKER * workers,
    check: (item) => (item.kind === 'checked' ? (item.result as CheckedItem) : work(item)),
    elsewhere: (file) => {
      files++;
      return readInWorker(file, (task, port) =>
        pool.run(task, { transferList: [port] }).finally(() => {
          files--;
        }),
      );
    },
    close: () => pool.destroy(),
  };
}
