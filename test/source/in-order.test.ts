import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/source/in-order.ts';

async function* each<T>(values: T[]): AsyncGenerator<T> {
  yield* values;
}
const never = new AbortController().signal;

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const result of results) found.push(result);
  return found;
}

describe('inOrder', () => {
  test('gives results in the order of the jobs, with at most so many at once', async () => {
    const scheduled = fc.tuple(fc.scheduler(), fc.nat(12), fc.integer({ min: 1, max: 4 }));
    await fc.assert(
      fc.asyncProperty(scheduled, async ([scheduler, count, concurrency]) => {
        let running = 0;
        let most = 0;
        let begun = 0;
        let taken = 0;
        const run = async (job: number): Promise<number> => {
          begun++;
          most = Math.max(most, ++running);
          expect(begun - taken).toBeLessThanOrEqual(2 * concurrency + 1);
          await scheduler.schedule(Promise.resolve());
          running--;
          return job;
        };
        const jobs = Array.from({ length: count }, (_, i) => i);
        const found: number[] = [];
        const reading = (async () => {
          for await (const result of inOrder(each(jobs), run, { concurrency, signal: never })) {
            taken++;
            found.push(result);
          }
        })();
        await scheduler.waitFor(reading);
        expect(found).toEqual(jobs);
        expect(most).toBeLessThanOrEqual(concurrency);
      }),
    );
  });

  test('throws what a job throws when its turn comes', async () => {
    const run = async (job: number): Promise<number> => {
      if (job === 2) throw new RangeError('two');
      return job;
    };
    const found: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const result of inOrder(each([0, 1, 2, 3, 4]), run, { concurrency: 3, signal: never }))
        found.push(result);
    };
    await expect(reading()).rejects.toThrow('two');
    expect(found).toEqual([0, 1]);
  });

  test('begins nothing more once it is aborted, and closes its source', async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    let closed = false;
    async function* jobs(): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    }
    const run = async (job: number): Promise<number> => {
      begun.push(job);
      if (job === 5) stop.abort();
      return job;
    };
    await collect(inOrder(jobs(), run, { concurrency: 2, signal: stop.signal }));
    expect(begun.length).toBeLessThan(12);
    expect(closed).toBe(true);
  });
});
