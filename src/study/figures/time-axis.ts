/** The axis of time: where periods stand, and ticks whose labels do not touch. */
import type { Period } from '../model.ts';
import { textWidth } from './metrics.ts';
import { SIZE } from './palette.ts';

const DAY = 86_400_000;

/** Milliseconds at the start of an ISO day (UTC). */
export const startOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
/** At the end of an ISO day. */
export const endOf = (date: string): number => startOf(date) + DAY;
/** The middle of a period, where its point stands. */
export const middleOf = ({ from, to }: Period): number => (startOf(from) + endOf(to)) / 2;

export interface TimeAxis {
  /** From the start of the first period to the end of the last. */
  domain: [number, number];
  ticks: number[];
  /** How the ticks are written, as d3-time-format has it. */
  format: string;
}

/** Steps that calendars know; each label as wide as its example. */
const STEPS: readonly { months?: number; days?: number; format: string; example: string }[] = [
  { days: 1, format: '%-d %b', example: '30 May' },
  { days: 2, format: '%-d %b', example: '30 May' },
  { days: 7, format: '%-d %b', example: '30 May' },
  { days: 14, format: '%-d %b', example: '30 May' },
  ...[1, 3, 6].flatMap((months) => [
    { months, format: '%b %Y', example: 'May 2020' },
    { months, format: '%b ’%y', example: 'May ’20' },
  ]),
  ...[1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((years) => ({
    months: 12 * years,
    format: '%Y',
    example: '2000',
  })),
];
/** Least space between two labels, in ems of their size. */
const GAP = 0.9;

/** How far a label may stand out at the left and right of its panel: half the space between panels, and the margin. */
const OUT = { left: 17, right: 12 };
const MONTH = 30.44 * DAY;

/** The axis of `periods` on `width` pixels: the finest step of the calendar at which labels stay apart. At least one period. */
export function timeAxis(periods: readonly Period[], width: number): TimeAxis {
  const domain: [number, number] = [startOf(periods[0]!.from), endOf(periods.at(-1)!.to)];
  const scale = width / (domain[1] - domain[0]);
  const shortest = Math.min(...periods.slice(0, 3).map(({ from, to }) => endOf(to) - startOf(from)));
  for (const { months = 0, days = 0, format, example } of STEPS) {
    const length = days * DAY + months * MONTH;
    const label = textWidth(example, SIZE.small);
    if (length * 1.15 < shortest || length * scale < label + GAP * SIZE.small) continue;
    const starts = months ? monthTicks(domain, months) : dayTicks(domain, days);
    // What is a whole year, or has a label of its own, is named at its point and not at its start.
    const named = months >= 12 ? shortest >= 360 * DAY : shortest >= length * 0.85;
    const ticks = (named ? middlesOf(periods, starts) : starts).filter((tick) => {
      const at = (tick - domain[0]) * scale;
      return at - label / 2 >= -OUT.left && at + label / 2 <= width + OUT.right;
    });
    return { domain, ticks, format };
  }
  return { domain, ticks: [], format: '%Y' };
}

function middlesOf(periods: readonly Period[], starts: readonly number[]): number[] {
  const wanted = new Set(starts);
  return periods.filter(({ from }) => wanted.has(startOf(from))).map(middleOf);
}

/** The first days of every `step` months from the year 0 that lie in the domain; where none does, its start. */
function monthTicks([from, to]: [number, number], step: number): number[] {
  const start = new Date(from);
  const first = Math.ceil(
    (start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / step,
  );
  const ticks: number[] = [];
  for (let month = first * step; ; month += step) {
    const tick = dateOf(Math.floor(month / 12), month % 12);
    if (tick >= to) break;
    ticks.push(tick);
  }
  return ticks.length > 0 ? ticks : [from];
}

/** Also of the years 0 to 99, which `Date.UTC` takes for those of the last century. */
const dateOf = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1);

function dayTicks([from, to]: [number, number], step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / (step * DAY)) }, (_, index) => from + index * step * DAY);
}
