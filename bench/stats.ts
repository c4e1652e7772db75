/** Small statistics of repeated measurements. */

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds one call of `run` takes. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Median milliseconds of each job over `rounds` rounds. The jobs take turns within a round, so that whatever else
 * the machine does falls on all of them.
 */
export function interleaved<K extends string>(jobs: Record<K, () => unknown>, rounds: number): Record<K, number> {
  const names = Object.keys(jobs) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) times[name].push(timed(jobs[name]));
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

/** Rounded to `digits` digits after the point. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
