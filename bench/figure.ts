/** What a benchmark gives. */

/** A ratio measured within one run, what it must reach, and the measurements behind it. */
export interface Figure {
  name: string;
  value: number;
  /** Null where the figure is only recorded. */
  target: { bound: number; must: 'at most' | 'at least' } | null;
  /** In words: what was measured, with its numbers and units. */
  detail: string;
}

/** Whether a figure reaches its target; true where there is none. */
export function reached({ value, target }: Figure): boolean {
  if (!target) return true;
  return target.must === 'at most' ? value <= target.bound : value >= target.bound;
}

export const atMost = (bound: number) => ({ bound, must: 'at most' }) as const;
export const atLeast = (bound: number) => ({ bound, must: 'at least' }) as const;
