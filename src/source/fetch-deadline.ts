/** Work that ends when its time is up. */
import { timedOut } from './fetch-errors.ts';

/**
 * `run` with a signal that is aborted after `ms` milliseconds, with FetchError `timeout` as its reason, and when
 * `signal` is. Nothing is left hanging on `signal` afterwards, however many pages one reading fetches.
 */
export async function withDeadline<T>(
  signal: AbortSignal,
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const stop = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => controller.abort(timedOut(ms)), ms);
  try {
    return await run(controller.signal);
  } catch (thrown) {
    // What breaks off because of the signal breaks off in many ways; the reason is what counts.
    throw controller.signal.aborted ? controller.signal.reason : thrown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
