/** Queues of jobs. */
import PQueue from 'p-queue';

/** Jobs of which at most `concurrency` run at once, begun in the order they were added. */
export type JobQueue = PQueue;

export function newQueue(concurrency: number): JobQueue {
  return new PQueue({ concurrency });
}
