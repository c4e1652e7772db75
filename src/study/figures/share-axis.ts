/** The axis of shares: a domain that shows them, with round ticks. */

export interface ShareAxis {
  domain: [number, number];
  ticks: number[];
  /** Format of d3-format, no more decimals than the step needs; empty for percentage points. */
  format: string;
}

/** Steps of ticks, from the finest. */
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];
/** No share is drawn on a finer scale than this, so that noise around nothing does not look like much. */
const LEAST = 0.05;

/** From 0 to the first round number at or above `top` (at most 1), with at most `most` steps. */
export function shareAxis(top: number, most = 4): ShareAxis {
  const needed = Math.min(1, Math.max(top, LEAST));
  const step = STEPS.find((one) => Math.ceil(needed / one - 1e-9) <= most) ?? 0.5;
  const end = Math.min(1, Math.ceil(needed / step - 1e-9) * step);
  return { domain: [0, end], ticks: ticksOf(0, end, step), format: step < 0.01 ? '.1%' : '.0%' };
}

/** Around 0, for differences: from the first round number at or below `low` to that at or above `high`. */
export function differenceAxis(low: number, high: number, most = 6): ShareAxis {
  const [from, to] = [Math.min(0, low, -LEAST / 5), Math.max(0, high, LEAST / 5)];
  const step = STEPS.find((one) => Math.ceil(to / one) + Math.ceil(-from / one) <= most) ?? 0.5;
  const domain: [number, number] = [-Math.ceil(-from / step - 1e-9) * step, Math.ceil(to / step - 1e-9) * step];
  return { domain, ticks: ticksOf(domain[0], domain[1], step), format: '' };
}

function ticksOf(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => Math.round((from + index * step) * 1e6) / 1e6).filter(
    (tick) => tick <= to + 1e-9,
  );
}
