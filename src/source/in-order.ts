/** Jobs done several at a time, results in the order of the jobs. */

/** How many jobs run at once, and what ends them early. */
export interface OrderOptions {
  concurrency: number;
  signal: AbortSignal;
}

/**
 * The results of `run` on each of `jobs`, in their order. At most `concurrency` run at once and twice as many are
 * begun or waiting to be taken, so memory stays bounded however slow the first one is. A job that throws ends
 * the sequence when its turn comes. Once the signal is aborted nothing new is begun.
 */
export async function* inOrder<Job, Result>(
  jobs: AsyncIterable<Job>,
  run: (job: Job) => Promise<Result>,
  { concurrency, signal }: OrderOptions,
): AsyncGenerator<Result> {
  const source = jobs[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const second = await source.next();
  if (second.done) {
    yield await run(first.value);
    return;
  }
  const { newQueue } = await import('./queue.ts');
  const queue = newQueue(concurrency);
  const waiting: Promise<Result>[] = [];
  const begin = (job: Job): void => {
    const result = queue.add(() => run(job));
    // Its fault is seen when its turn comes; until then it is not unhandled.
    result.catch(() => {});
    waiting.push(result);
  };
  try {
    begin(first.value);
    begin(second.value);
    for (let next = await source.next(); !next.done && !signal.aborted; next = await source.next()) {
      begin(next.value);
      if (waiting.length >= 2 * concurrency) yield await waiting.shift()!;
    }
    while (waiting.length > 0 && !signal.aborted) yield await waiting.shift()!;
  } finally {
    queue.clear();
    await source.return?.();
  }
}
