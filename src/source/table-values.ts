/** Single values of a table: what counts as missing, dates, addresses, languages. */
import { CONFIDENCE } from '../article/dates-found.ts';
import { languageCode } from '../article/language-names.ts';
import { isoDate, partialDate, strokedDays } from '../article/publication-date.ts';
import type { ArticleMeta } from '../model.ts';

/** What exports write where there is nothing: Python's and JavaScript's words for it, and pandas' "nan". */
const MISSING = new Set(['', 'None', 'null', 'NULL', 'nan', 'NaN', 'undefined']);
/** Dates as GDELT has them: 20190502T101500Z, and the same without its letters. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})T?([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z?$/;
/** Longest address taken, in characters; servers and the sitemap protocol end at 2,048, browsers at 8,192 or later. */
export const LONGEST_URL = 8192;

/** The value without white space around it; null when it says that there is none. */
export function given(value: string | undefined | null): string | null {
  const text = value?.trim() ?? '';
  return MISSING.has(text) ? null : text;
}

/**
 * A date as ISO 8601, or as the beginning of one where it names a year or a month alone; null when it is none, or one
 * that could be read in two ways (05/06/2019).
 */
export function dateOf(value: string | null): string | null {
  if (value === null) return null;
  const compact = COMPACT.exec(value);
  if (!compact) return isoDate(value) ?? partialDate(value);
  const [, year, month, day, hour, minute, second] = compact;
  return isoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Which of the two figures of 05/06/2019 is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** What a date in figures with strokes says of how its column is written. */
export type Strokes = { tells: DayOrder } | { readings: Record<DayOrder, string> };

/** Null for dates of other kinds, and for figures that mean the same day either way. */
export function strokesOf(value: string | null): Strokes | null {
  const days = value === null ? null : strokedDays(value);
  if (days === null) return null;
  const { dayFirst, monthFirst } = days;
  if (dayFirst !== null && monthFirst !== null) {
    return dayFirst === monthFirst ? null : { readings: { 'day-first': dayFirst, 'month-first': monthFirst } };
  }
  if (dayFirst === null && monthFirst === null) return null;
  return { tells: dayFirst !== null ? 'day-first' : 'month-first' };
}

/** The fields of a date that is less sure than one given with its article. */
export function unsureDate(
  value: string,
  by: 'told' | 'seen' | 'indexed',
): Pick<ArticleMeta, 'publishedAt' | 'dateSource' | 'dateConfidence'> {
  return { publishedAt: value, dateSource: 'given', dateConfidence: CONFIDENCE[by] };
}

/** The value when it is an absolute http or https address of at most `LONGEST_URL` characters, else null. */
export function httpUrl(value: string | null): string | null {
  if (value === null || value.length > LONGEST_URL || !/^https?:\/\/[^\s]+$/i.test(value)) return null;
  return URL.canParse(value) ? value : null;
}

/** The code of a language given by its English name, as GDELT does; anything else as it stands. */
export const languageOf = (value: string | null): string | null => (value === null ? null : languageCode(value));
