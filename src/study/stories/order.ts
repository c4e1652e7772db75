/** Which of several articles came first. Pure. */
import { dayOf } from '../../article/publication-date.ts';

/** What is sorted after every date. */
const LAST = '\uffff';

/**
 * A text that sorts as its date does: by the day as written; within a day by the instant, where hour and zone are told, and
 * those without one behind; a month or a year alone behind its days, as it may have been any of them; what is no date last.
 */
export function dateKey(publishedAt: string | null): string {
  if (publishedAt === null) return LAST;
  const day = dayOf(publishedAt);
  if (day === null) return /^\d{4}(?:-\d{2})?$/.test(publishedAt) ? `${publishedAt}${LAST}` : LAST;
  const instant = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(publishedAt) ? Date.parse(publishedAt) : Number.NaN;
  return `${day}${Number.isNaN(instant) ? LAST : new Date(instant).toISOString()}`;
}

/** The numbers from 0 of `keys`, by key and then by number. */
export function inDateOrder(numbers: readonly number[], keys: readonly string[]): number[] {
  return [...numbers].sort((a, b) => {
    const [x, y] = [keys[a]!, keys[b]!];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}
