/** What a design of simulated corpora is. */
import type { Model } from './corpus.ts';

export type IntervalKind = 'wilson' | 'byOutlet' | 'byStory';

export interface Design {
  name: string;
  model: Model;
  /** Periods in a year, for the season. */
  season: number | null;
  /** The periods at which the share steps. */
  steps: number[];
  /** Whether there is a trend: null where what a trend test ought to say is not asked. */
  trend: boolean | null;
  /** Intervals that hold what they promise under this model. */
  valid: IntervalKind[];
  /** What is counted to find changes. */
  counting: 'article' | 'story' | 'within outlets';
  /** Whether steps must be found in at least 90 % of draws: a step of 10 points in 2,000 articles. */
  mustFind: boolean;
  /** Whether false alarms are only recorded: what the methods do not promise to withstand. */
  recordOnly?: boolean;
}

/** Eleven years of months. */
export const MONTHS = 132;
/** Month 66 begins the second half of them. */
export const HALF = 66;

/** What most designs have. */
export const usual = {
  season: 12,
  steps: [] as number[],
  trend: false as boolean | null,
  counting: 'article' as const,
  mustFind: false,
};
export const all: IntervalKind[] = ['wilson', 'byOutlet', 'byStory'];

/** A share, or a rate, that changes once. */
export const step = (at: number, before: number, after: number) => (t: number) => (t < at ? before : after);
