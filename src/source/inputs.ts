/** Inputs of any kind as articles, in order. */
import { expand } from './expand.ts';
import { inOrder } from './in-order.ts';
import type { ReadOptions, SourceItem } from './item.ts';
import { readUnit } from './read-unit.ts';

export { INPUT_FORMATS, type InputFormat, type ReadOptions, type SourceItem } from './item.ts';

/**
 * The articles that `inputs` hold, in their order: files, folders (walked in the order of names), http(s) URLs and
 * `-` for standard input. What cannot be read is an error item and the rest goes on; only faults of the program
 * are thrown. Files and URLs are read `concurrency` at a time; JSONL and standard input are streamed when their
 * turn comes. Ends early, without an error, when `options.signal` is aborted or the caller stops iterating; what
 * is open then is closed.
 */
export async function* readInputs(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourceItem, void, undefined> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const concurrency = Math.min(Math.max(Math.trunc(options.concurrency ?? 4), 1), 64);
  const settings = { ...options, signal };
  try {
    const outcomes = inOrder(expand(inputs), (unit) => readUnit(unit, settings), { concurrency, signal });
    for await (const outcome of outcomes) {
      if ('kind' in outcome) yield outcome;
      else for await (const batch of outcome) for (const item of batch) yield item;
      if (signal.aborted) return;
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  } finally {
    stop.abort();
  }
}
