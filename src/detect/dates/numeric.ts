/** Dates in digits alone: "29/03/2022", "2022-03-29", "29.3.2022", "03/2022", "2022年3月29日". */

import { matchAt } from '../numbers/chars.ts';
import type { DateMention } from './mention.ts';
import { fullYear, isYear } from './years.ts';

const THREE = /^(\d{1,4})([-‐‑–/.])(\d{1,2})\2(\d{1,4})$/;
const MONTH_YEAR = /^(?:(\d{1,2})\/(\d{4})|(\d{4})([-/])(\d{2}))$/;
const CHINESE = /(?:\d{1,2}月(?:\d{1,2}日)?)?/y;

/** Year, month and day if they can be one; the longest month is allowed for every month but February. */
export function validDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : 31);
}

function date(start: number, end: number, year: number | null, month: number | null, day: number | null): DateMention {
  return { start, end, year, month, day, endYear: null };
}

/**
 * The date in the cluster of digits from `pos` to `stop`, or null. Of two small numbers the one above 12 is the
 * day; when neither is, the day comes first.
 */
export function readNumericDate(text: string, pos: number, stop: number, end: number): DateMention | null {
  if (text[stop] === '年' && stop - pos === 4) return readChinese(text, pos, stop, end);
  if (stop - pos > 10 || stop - pos < 6) return null;
  const cluster = text.slice(pos, stop);
  const m = THREE.exec(cluster);
  if (m) {
    const [a, b, c] = [m[1]!, m[3]!, m[4]!];
    if (a.length === 4) return isYear(+a) && c.length <= 2 && validDay(+b, +c) ? date(pos, stop, +a, +b, +c) : null;
    if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
    const year = c.length === 4 ? +c : fullYear(+c);
    // two-digit years only between slashes or full dots of whole dates: "10-12-14" is no date
    if (!isYear(year) || (c.length === 2 && m[2] !== '/' && m[2] !== '.')) return null;
    const [day, month] = +b > 12 ? [+b, +a] : [+a, +b];
    return validDay(month, day) ? date(pos, stop, year, month, day) : null;
  }
  const n = MONTH_YEAR.exec(cluster);
  if (!n) return null;
  const [year, month] = n[2] === undefined ? [+n[3]!, +n[5]!] : [+n[2], +n[1]!];
  // "2003-05" and "2018/19" are spans of years
  const span = n[2] === undefined && month > year % 100;
  return !span && isYear(year) && month >= 1 && month <= 12 ? date(pos, stop, year, month, null) : null;
}

function readChinese(text: string, pos: number, stop: number, end: number): DateMention | null {
  const close = matchAt(CHINESE, text, stop + 1, end);
  const m = /^(?:(\d+)月)?(?:(\d+)日)?$/.exec(text.slice(stop + 1, close));
  const year = Number(text.slice(pos, stop));
  return m && isYear(year) ? date(pos, close, year, m[1] ? +m[1] : null, m[2] ? +m[2] : null) : null;
}
