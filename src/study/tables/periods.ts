/** Days into periods. Pure: calendars are worked out in UTC, where no day is short. */
import { PERIOD_UNITS, type Period, type PeriodUnit } from '../model.ts';
import type { Precision } from './dates.ts';

const DAY = 86_400_000;
/** Periods a study may have. Eleven years of days are 4,018; a figure cannot show as many, and every measure is counted in each. */
export const MOST_PERIODS = 4200;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const two = (number: number): string => String(number).padStart(2, '0');

/** The first day of the period of `unit` that the day `day` is in. */
export function periodStart(unit: PeriodUnit, day: string): string {
  if (unit === 'day') return day;
  if (unit === 'week') {
    const time = Date.parse(day);
    // Weeks begin on Mondays (ISO 8601).
    return iso(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
  }
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (unit === 'year') return `${year}-01-01`;
  return `${year}-${two(unit === 'month' ? month : month - ((month - 1) % 3))}-01`;
}

/** The first day of the period after the one that begins on `start`. */
function nextStart(unit: PeriodUnit, start: string): string {
  if (unit === 'day' || unit === 'week') return iso(Date.parse(start) + (unit === 'day' ? 1 : 7) * DAY);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return iso(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + months, 1));
}

function idOf(unit: PeriodUnit, start: string): string {
  if (unit === 'day') return start;
  if (unit === 'week') {
    // A week belongs to the year its Thursday is in.
    const thursday = Date.parse(start) + 3 * DAY;
    const year = new Date(thursday).getUTCFullYear();
    return `${year}-W${two(1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)))}`;
  }
  const year = start.slice(0, 4);
  if (unit === 'year') return year;
  const month = Number(start.slice(5, 7));
  return unit === 'month' ? `${year}-${two(month)}` : `${year}-Q${(month + 2) / 3}`;
}

/** How many periods of `unit` there are from the day `first` to the day `last`, both within. */
export function periodCount(unit: PeriodUnit, first: string, last: string): number {
  const [from, to] = [periodStart(unit, first), periodStart(unit, last)];
  if (unit === 'day' || unit === 'week')
    return 1 + (Date.parse(to) - Date.parse(from)) / (unit === 'day' ? DAY : 7 * DAY);
  const months =
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return 1 + months / { month: 1, quarter: 3, year: 12 }[unit];
}

/** The periods from the one with the day `first` to the one with `last`, without gaps. */
export function periodsBetween(unit: PeriodUnit, first: string, last: string): Period[] {
  const periods: Period[] = [];
  for (let start = periodStart(unit, first); start <= last; ) {
    const next = nextStart(unit, start);
    periods.push({ id: idOf(unit, start), from: start, to: iso(Date.parse(next) - DAY) });
    start = next;
  }
  return periods;
}

/** Whether a date known to `precision` falls into one period of `unit`: a year alone into no month, a month into no week. */
export function fits(precision: Precision, unit: PeriodUnit): boolean {
  const coarsest = { day: 'day', month: 'month', year: 'year' } as const;
  return PERIOD_UNITS.indexOf(coarsest[precision]) <= PERIOD_UNITS.indexOf(unit);
}

/** How many articles have a date that begins on a day and is known to a precision. */
export interface DatedCount {
  from: string;
  precision: Precision;
  articles: number;
}

/**
 * Articles that the median period must have for a unit to be chosen: with 30, a share near a half has a 95 % interval of about
 * 17 points to either side, and a step of 30 points between two periods is seen; finer units would show noise alone.
 */
export const ENOUGH_ARTICLES = 30;

/**
 * The finest of month, quarter and year whose median period, empty ones included, has `ENOUGH_ARTICLES`; else the year.
 * Weeks and days are for those who ask for them.
 */
export function chooseUnit(counts: readonly DatedCount[]): PeriodUnit {
  for (const unit of ['month', 'quarter'] as const) {
    if (medianArticles(unit, counts) >= ENOUGH_ARTICLES) return unit;
  }
  return 'year';
}

/** Articles of the median period; of two middle ones the mean. 0 without articles. */
export function medianArticles(unit: PeriodUnit, counts: readonly DatedCount[]): number {
  const placed = counts.filter(({ precision }) => fits(precision, unit));
  if (placed.length === 0) return 0;
  const articles = new Map<string, number>();
  let [first, last] = [placed[0]!.from, placed[0]!.from];
  for (const count of placed) {
    const start = periodStart(unit, count.from);
    articles.set(start, (articles.get(start) ?? 0) + count.articles);
    if (count.from < first) first = count.from;
    if (count.from > last) last = count.from;
  }
  const empty = periodCount(unit, first, last) - articles.size;
  const sorted = [...Array<number>(empty).fill(0), ...articles.values()].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
