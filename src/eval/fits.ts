/** Fits of the scorer, as many at once as there are processors. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FittedScorer } from './fit-scorer.ts';

const PROGRAM = fileURLToPath(new URL('fit-scorer.ts', import.meta.url));

/** The fit without each list of files, in their order, begun at once. Each rejects where its process ends before it answers. */
export function fitsWithout(lists: readonly string[][]): Promise<FittedScorer>[] {
  const waiting = Array.from({ length: Math.min(lists.length, availableParallelism()) }, () =>
    fork(PROGRAM, { execArgv: ['--import', 'tsx'], serialization: 'advanced' }),
  ).map((child) => Promise.resolve(child));
  return lists.map(async (without, i) => {
    const turn = i % waiting.length;
    const child = waiting[turn]!;
    const answer = child.then((process) => answerOf(process, without));
    waiting[turn] = answer.then(() => child);
    const fitted = await answer;
    if (i + waiting.length >= lists.length) (await child).disconnect();
    return fitted;
  });
}

async function answerOf(child: ChildProcess, without: string[]): Promise<FittedScorer> {
  child.send(without);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a fit ended with ${code} before it answered`);
  });
  const [fitted] = (await Promise.race([once(child, 'message'), ended])) as [FittedScorer];
  return fitted;
}
