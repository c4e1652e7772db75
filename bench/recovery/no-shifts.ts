/** Designs in which nothing shifts, though much varies: nothing must be found. */
import { integer, uniform } from '../../src/study/statistics/random.ts';
import { OUTLETS } from './corpus.ts';
import { all, type Design, HALF, MONTHS, usual } from './design.ts';

export const NO_SHIFTS: readonly Design[] = [
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
    name: 'none, months differ by ±4 points and remember 0.3, 132 months, 10,000 articles',
    model: { periods: MONTHS, stories: 10_000, share: () => 0.3, periodSpread: 0.04, periodMemory: 0.3 },
    valid: [],
    recordOnly: true,
  },
];
