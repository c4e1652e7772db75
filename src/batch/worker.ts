/** A worker thread of the pool: loads the fact base once, and checks what it is given. */
import { workerData } from 'node:worker_threads';
import { loadFactBase } from '../facts/load.ts';
import type { Engine } from '../reporters/record.ts';
import { openSource } from '../reporters/source-copy.ts';
import type { RawArticle, SourceItem } from '../source/item.ts';
import { readStreamed } from '../source/read-streamed.ts';
import { type CheckedItem, type CheckItemOptions, checkItem } from './check-item.ts';
import { frameCoder } from './frame-coder.ts';
import { type FileReply, type FileResults, type FileTask, MOST_AHEAD } from './read-in-worker.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  facts: string[] | undefined;
  /** The user's copy of the source document. */
  source: string | undefined;
  engine: Engine;
  withText: boolean;
  /** Code frames too. */
  withFrames: boolean;
  wanted: Omit<CheckItemOptions, 'factBase' | 'record' | 'frames'>;
}

let options: Promise<CheckItemOptions> | null = null;

async function prepare({
  facts,
  source,
  engine,
  withText,
  withFrames,
  wanted,
}: WorkerSetup): Promise<CheckItemOptions> {
  const factBase = await loadFactBase(facts);
  // The main thread has said already what is wrong with the copy.
  const sourceText = source === undefined ? undefined : openSource(source, () => {});
  const frames = withFrames ? (await frameCoder(factBase)).coder : null;
  return { factBase, record: { engine, withText, sourceText }, frames, ...wanted };
}

/** Checks an article, or all of a file; called by the pool. */
export default async function work(task: SourceItem | RawArticle | FileTask): Promise<CheckedItem | null> {
  options ??= prepare(workerData);
  if (task.kind !== 'file') return checkItem(task, await options);
  await checkFile(task, await options);
  return null;
}

async function checkFile({ file, port }: FileTask, how: CheckItemOptions): Promise<void> {
  const stop = new AbortController();
  let ahead = 0;
  let wake = (): void => {};
  port.on('message', (reply: FileReply) => {
    if (reply === 'stop') stop.abort();
    else ahead -= reply;
    wake();
  });
  try {
    for await (const batch of readStreamed(file, stop.signal)) {
      const results: FileResults = [];
      for (const { path, item } of batch) {
        if (item.kind !== 'checked') results.push({ path, checked: await checkItem(item, how) });
      }
      if (stop.signal.aborted) break;
      ahead += results.length;
      port.postMessage(results);
      while (ahead > MOST_AHEAD && !stop.signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } catch (thrown) {
    if (!stop.signal.aborted) throw thrown;
  } finally {
    port.postMessage(null);
    port.close();
  }
}
