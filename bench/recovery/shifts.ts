/** Designs in which something shifts, which must be found. */
import { all, type Design, HALF, MONTHS, step, usual } from './design.ts';

export const SHIFTS: readonly Design[] = [
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
    name: 'burst: 10 to 40 % for six months of 132, 4,000 articles',
    model: { periods: MONTHS, stories: 4000, share: (t) => (t >= 60 && t < 66 ? 0.4 : 0.1) },
    steps: [60, 66],
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
];
