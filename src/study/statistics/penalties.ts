/** What a change must gain, and which changes are found when that is more or less. */
import { type CountSeries, MIN_LENGTH, pelt, type Segmentation } from './pelt.ts';

/**
 * The penalty of the Bayesian information criterion: each change adds two parameters, its place and its level (Y.-C.
 * Yao, 1988), each at ln(periods). Periods and not articles count, since articles of a period are not independent. In
 * simulations without a change this finds one in 4 to 10 % of series (20 % of years whose shares vary more than chance), which
 * the permutation test then brings to 5 %; half as much again would find one in 0 to 8 % and lose up to a seventh of the
 * 10-point steps in 2,000 articles.
 */
export const bicPenalty = (periods: number): number => 2 * Math.log(Math.max(2, periods));

/** The sweep goes from half the usual penalty to four times. */
export const SWEEP = { from: 0.5, to: 4 } as const;

/** From this penalty up to the next step's these changes are the best. */
export interface PenaltyStep {
  penalty: number;
  changes: number[];
}

/**
 * The best segmentations at all penalties of a range, by CROPS (K. Haynes, I. A. Eckley and P. Fearnhead, 2017): in
 * ascending order of penalty. PELT runs at most twice for each number of changes. Throws a RangeError for a range out of order.
 */
export function penaltySweep(series: CountSeries, from: number, to: number, minLength = MIN_LENGTH): PenaltyStep[] {
  if (!(from > 0 && to > from)) throw new RangeError(`no range of penalties: ${from} to ${to}`);
  const run = (penalty: number): Segmentation => pelt(series, { penalty, minLength });
  /** The penalty at which both cost the same. */
  const meeting = (many: Segmentation, few: Segmentation): number =>
    (few.cost - many.cost) / (many.changes.length - few.changes.length);
  const steps = (low: number, many: Segmentation, high: number, few: Segmentation): PenaltyStep[] => {
    if (many.changes.length <= few.changes.length) return [];
    const penalty = Math.min(high, Math.max(low, meeting(many, few)));
    const step = { penalty, changes: few.changes };
    if (many.changes.length === few.changes.length + 1) return [step];
    const between = run(penalty);
    if (between.changes.length >= many.changes.length || between.changes.length <= few.changes.length) return [step];
    return [...steps(low, many, penalty, between), ...steps(penalty, between, high, few)];
  };
  const many = run(from);
  return [{ penalty: from, changes: many.changes }, ...steps(from, many, to, run(to))];
}

/** A change that moves by one period with the penalty is the same. */
const SAME = 1;

/** The share of the penalties swept, on a logarithmic scale, at which a change is found at this place or next to it. */
export function stability(steps: readonly PenaltyStep[], to: number, at: number): number {
  let found = 0;
  for (const [i, { penalty, changes }] of steps.entries()) {
    const upTo = steps[i + 1]?.penalty ?? to;
    if (changes.some((change) => Math.abs(change - at) <= SAME)) found += Math.log(upTo / penalty);
  }
  // The parts of the scale may add up to a rounding more than the whole.
  return Math.min(1, found / Math.log(to / steps[0]!.penalty));
}
