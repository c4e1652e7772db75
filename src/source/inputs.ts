/** Inputs of any kind as articles, in order. */
import { expand } from './expand.ts';
import type { ReadItem, ReadOptions, SourceItem } from './item.ts';
import { articleOf } from './raw.ts';
import { readUnits } from './read-units.ts';
import { startReading } from './reading.ts';

export { INPUT_FORMATS, type InputFormat, type ReadItem, type ReadOptions, type SourceItem } from './item.ts';

/**
 * What `inputs` hold, in their order and in batches: files, folders (walked in the order of names), http(s) URLs and
 * `-` for standard input; what lists others (tables, feeds, sitemaps, lists of URLs) stands for them. What cannot be
 * read is an error item and the rest goes on; only faults of the program are thrown. Files and URLs are read
 * `concurrency` at a time; JSONL, CSV, WARC and standard input are streamed when their turn comes. Ends early, without
 * an error, when `options.signal` is aborted or the caller stops iterating; what is open then is closed. Texts are
 * still to be found in `raw` items (`articleOf`).
 */
export async function* readItems(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem[], void, undefined> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const reading = startReading({ ...options, signal }, readUnits);
  try {
    for await (const batch of readUnits(options.units ?? expand(inputs), [], reading)) {
      yield batch;
      if (signal.aborted) return;
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  } finally {
    stop.abort();
    await reading.close();
  }
}

/** The articles that `inputs` hold, one by one, as `readItems` finds them. */
export async function* readInputs(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourceItem, void, undefined> {
  for await (const batch of readItems(inputs, options)) {
    for (const { item } of batch) {
      if (item.kind === 'raw') yield await articleOf(item);
      else if (item.kind !== 'checked') yield item;
    }
  }
}
