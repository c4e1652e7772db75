/** Small statistics of repeated measurements. */

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds of one call of `run`. */
export type Clock = (run: () => unknown) => number;

/** Wall time. */
export const wall: Clock = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/**
 * Processor time of this process, its collector included: what the work takes on one core, whatever else the
 * machine does meanwhile.
 */
export const cpu: Clock = (run) => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
};

/**
 * Median milliseconds of each job over `rounds` rounds. The jobs take turns within a round, so that whatever slows
 * the machine falls on all of them.
 */
export function interleaved<K extends string>(
  jobs: Record<K, () => unknown>,
  rounds: number,
  clock: Clock,
): Record<K, number> {
  const names = Object.keys(jobs) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) times[name].push(clock(jobs[name]));
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

/** Rounded to `digits` digits after the point. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
