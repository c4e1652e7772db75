/** A file read and checked in a worker, its results handed over in order. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ReadItem, StreamedFile } from '../source/item.ts';
import type { ItemPath } from '../source/path.ts';
import type { CheckedItem } from './check-item.ts';

/** What a worker is asked: a file to read, and where to send what comes of it. */
export interface FileTask {
  kind: 'file';
  file: StreamedFile;
  port: MessagePort;
}

/** What a worker sends: results in order. */
export type FileResults = { path: ItemPath; checked: CheckedItem }[];
/** What it hears: how many results were taken since, or that no more are wanted. */
export type FileReply = number | 'stop';

/** Results sent ahead of those taken: files whose turn is not come are read on, within bounds of memory. */
export const MOST_AHEAD = 10_000;

/** The items of `file` as `run` has a worker read them, begun at once. Rejects for faults of the program. */
export function readInWorker(
  file: StreamedFile,
  run: (task: FileTask, port: MessagePort) => Promise<unknown>,
): AsyncIterable<ReadItem[]> {
  const { port1, port2 } = new MessageChannel();
  const arrived: FileResults[] = [];
  let ended = false;
  let wake = (): void => {};
  port1.on('message', (results: FileResults | null) => {
    if (results === null) ended = true;
    else arrived.push(results);
    wake();
  });
  const task = run({ kind: 'file', file, port: port2 }, port2);
  // A fault is thrown when all that came before it was handed on; it also ends the waiting, as no results may come.
  task.catch(() => {
    ended = true;
    wake();
  });
  return (async function* () {
    try {
      for (;;) {
        const results = arrived.shift();
        if (results) {
          port1.postMessage(results.length satisfies FileReply);
          yield results.map(({ path, checked }): ReadItem => ({ path, item: { kind: 'checked', result: checked } }));
        } else if (ended) break;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      // The end may arrive before the fault that brought it about.
      await task;
    } finally {
      port1.postMessage('stop' satisfies FileReply);
      port1.close();
    }
  })();
}
