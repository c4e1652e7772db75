/** The designs on which the statistics of a study must find what was put in, and nothing else. */
import { integer, uniform } from '../../src/study/statistics/random.ts';
import { type Model, OUTLETS } from './corpus.ts';

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

const step = (at: number, before: number, after: number) => (t: number) => (t < at ? before : after);
const MONTHS = 132;
const usual = {
  season: 12,
  steps: [] as number[],
  trend: false as boolean | null,
  counting: 'article' as const,
  mustFind: false,
};
const all: IntervalKind[] = ['wilson', 'byOutlet', 'byStory'];

/** Month 66 begins the second half of eleven years. */
const HALF = 66;

export const DESIGNS: readonly Design[] = [
  {
    ...usual,
    name: 'step up: 10 to 20 % in 20 quarters, 2,000 articles',
    model: { periods: 20, stories: 2000, share: step(9, 0.1, 0.2) },
    season: 4,
    steps: [9],
    trend: true,
    valid: all,
    mustFind: true,
  },
  {
    ...usual,
    name: 'step down: 20 to 10 % in 11 years, 2,000 articles',
    model: { periods: 11, stories: 2000, share: step(5, 0.2, 0.1) },
    season: null,
    steps: [5],
    trend: null,
    valid: all,
    mustFind: true,
  },
  {
    ...usual,
    name: 'small step: 15 to 20 % in 132 months, 10,000 articles',
    model: { periods: MONTHS, stories: 10_000, share: step(50, 0.15, 0.2) },
    steps: [50],
    trend: null,
    valid: all,
  },
  {
    ...usual,
    name: 'two steps: 10 to 20 to 12 % in 132 months, 6,000 articles',
    model: { periods: MONTHS, stories: 6000, share: (t) => (t < 40 ? 0.1 : t < 90 ? 0.2 : 0.12) },
    steps: [40, 90],
    trend: null,
    valid: all,
  },
  {
    ...usual,
    name: 'ramp: 10 to 30 % over four years of eleven, 4,000 articles',
    model: { periods: MONTHS, stories: 4000, share: (t) => 0.1 + 0.2 * Math.min(1, Math.max(0, (t - 42) / 48)) },
    steps: [],
    trend: true,
    valid: all,
  },
  {
    ...usual,
    name: 'none: 30 % in 132 months, 2,000 articles',
    model: { periods: MONTHS, stories: 2000, share: () => 0.3 },
    valid: all,
  },
  {
    ...usual,
    name: 'none, outlets differ by ±8 points, 132 months, 6,000 articles',
    model: { periods: MONTHS, stories: 6000, share: () => 0.3, outletSpread: 0.08 },
    valid: ['byOutlet'],
  },
  {
    ...usual,
    name: 'none, months differ by ±4 points, 132 months, 10,000 articles',
    model: { periods: MONTHS, stories: 10_000, share: () => 0.3, periodSpread: 0.04 },
    valid: [],
  },
  {
    ...usual,
    name: 'seasonal: 20 % ± 10 points over the year, 132 months, 10,000 articles',
    model: { periods: MONTHS, stories: 10_000, share: (t) => 0.2 + 0.1 * Math.sin((2 * Math.PI * t) / 12) },
    valid: all,
  },
  {
    ...usual,
    name: 'syndicated burst: up to 60 copies of stories of two months, 132 months, 3,000 stories, counted once',
    model: {
      periods: MONTHS,
      stories: 3000,
      share: () => 0.25,
      copies: (random, t) => {
        if (t === 70 || t === 71) return 1 + integer(random, 60);
        return uniform(random) < 0.2 ? 1 + integer(random, 6) : 1;
      },
    },
    valid: ['byStory'],
    counting: 'story',
  },
  {
    ...usual,
    name: 'outlet mix: outlets of 10 to 32 % give way to each other, none changes, 132 months, 6,000 articles, within outlets',
    model: {
      periods: MONTHS,
      stories: 6000,
      share: () => 0.21,
      outletShift: (o) => 0.02 * (o - (OUTLETS - 1) / 2),
      outletWeight: (o, t) => (t < HALF === o < OUTLETS / 2 ? 3 : 1),
    },
    trend: null,
    valid: ['wilson', 'byStory'],
    counting: 'within outlets',
  },
  {
    ...usual,
    name: 'sparse: 300 articles in 132 months, two years of them empty',
    model: { periods: MONTHS, stories: 300, share: () => 0.3, periodWeight: (t) => (t >= 30 && t < 54 ? 0 : 1) },
    valid: all,
  },
  {
    ...usual,
    name: 'changed error rate: 30 %, coded with sensitivity 90 then 70 %, specificity 95 then 98 %, 132 months, 6,000 articles',
    model: {
      periods: MONTHS,
      stories: 6000,
      share: () => 0.3,
      sensitivity: step(HALF, 0.9, 0.7),
      specificity: step(HALF, 0.95, 0.98),
    },
    // The share that is coded does step; what it stands for is asked of the correction.
    steps: [HALF],
    trend: null,
    valid: [],
  },
  {
    ...usual,
    name: 'none, months differ by ±4 points and remember 0.3, 132 months, 10,000 articles',
    model: { periods: MONTHS, stories: 10_000, share: () => 0.3, periodSpread: 0.04, periodMemory: 0.3 },
    valid: [],
    recordOnly: true,
  },
];

/** Labelled articles in each half of the design whose error rate changes. */
export const LABELLED = 400;
export const CHANGED_ERROR = DESIGNS.find(({ model }) => model.sensitivity)!;
