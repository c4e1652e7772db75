/** Units of any kind to their items, several at a time, in order. */
import type { Unit } from './expand.ts';
import { inOrder } from './in-order.ts';
import type { ReadItem } from './item.ts';
import { type ItemPath, mayHoldWanted } from './path.ts';
import { readUnit } from './read-unit.ts';
import type { Reading } from './reading.ts';

/**
 * The wanted items of `units`, which stand at `path`, in order, in batches. Units that hold none are not read, of the others
 * `concurrency` at a time.
 */
export async function* readUnits(
  units: AsyncIterable<Unit>,
  path: ItemPath,
  reading: Reading,
  concurrency = reading.concurrency,
): AsyncGenerator<ReadItem[]> {
  const { signal, options } = reading;
  const jobs = placedUnits(units, path, reading);
  const outcomes = inOrder(
    jobs,
    async (job) => ({ path: job.path, outcome: await readUnit(job.unit, job.path, reading) }),
    { concurrency, signal },
  );
  for await (const { path: at, outcome } of outcomes) {
    if ('kind' in outcome) yield [{ path: at, item: outcome }];
    else yield* outcome;
    if (options.signal?.aborted) return;
  }
}

async function* placedUnits(
  units: AsyncIterable<Unit>,
  path: ItemPath,
  { options }: Reading,
): AsyncGenerator<{ unit: Unit; path: ItemPath }> {
  let number = 0;
  for await (const unit of units) {
    const at = [...path, number++];
    if (mayHoldWanted(at, options.selection ?? {})) yield { unit, path: at };
  }
}
