/** Ctrl-C: the first asks the run to stop after the article in hand, the second ends the process at once. */

export interface Interrupt {
  signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

/** Listens for SIGINT and SIGTERM until released. */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    release();
  };
  const release = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, release };
}

/**
 * The items until the signal is aborted. What is being waited for then is left waiting, since a read from a
 * terminal or a pipe cannot be called off; the process ends without it.
 */
export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let stop = (): void => {};
  signal.addEventListener('abort', () => stop());
  while (!signal.aborted) {
    const next = await new Promise<IteratorResult<T> | null>((resolve, reject) => {
      stop = () => resolve(null);
      iterator.next().then(resolve, reject);
    });
    if (next === null || next.done) return;
    yield next.value;
  }
}
