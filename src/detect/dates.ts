/**
 * Dates in running text. Pure; linear in the stretch read: every candidate looks at a bounded number of characters
 * around it.
 */
import type { DateMention } from './dates/mention.ts';
import { monthNamed } from './dates/months.ts';
import { readNamedDate } from './dates/named.ts';
import { readNumericDate } from './dates/numeric.ts';
import { readShortYear, readYear, readYearWords } from './dates/years.ts';
import { isDigit, isLetter } from './numbers/chars.ts';
import { belongsToName, clusterEnd } from './numbers/numerals.ts';

export { compareDate, type FactDate } from './compare-date.ts';
export type { DateMention } from './dates/mention.ts';

/**
 * Finds the dates in `text.slice(start, end)` (the whole text by default), in order and not overlapping; offsets
 * are into `text`. A bare number from 1900 to 2100 is a year unless its neighbours make it an amount ("2000 yuan",
 * "more than 2000"). Of "3/4/2022" the day is taken first; of "3/29/2022" the part above 12. "may" and "march" are
 * months only beside a number, or capitalised and, for "May", after a word such as "in". Not read: weekdays,
 * relative dates ("last year"), days of the week, clock times.
 */
export function findDates(text: string, start = 0, end = text.length): DateMention[] {
  const lo = Math.max(0, start);
  const hi = Math.min(text.length, end);
  const out: DateMention[] = [];
  let floor = lo;
  let i = lo;
  while (i < hi) {
    const code = text.charCodeAt(i);
    let found: DateMention | null = null;
    let next = i + 1;
    if (isDigit(code)) {
      next = clusterEnd(text, i, hi);
      // a long run of digits is no date; a name such as "A-2019" neither
      if (next - i >= 4 && next - i <= 12 && !belongsToName(text, i, lo)) {
        found = readNumericDate(text, i, next, hi) ?? readYear(text, i, next, lo, hi);
      }
    } else if (isLetter(code)) {
      while (next < hi && isLetter(text.charCodeAt(next))) next++;
      const month = monthNamed(text, i, next);
      if (month > 0) found = readNamedDate(text, month, i, next, floor, hi);
      else if ((next - i === 8 || next - i === 6) && (code | 32) === (next - i === 8 ? 110 : 116))
        found = readYearWords(text, i, hi);
    } else if (code === 39 || code === 0x2019 || code === 0x2018) {
      found = readShortYear(text, i, lo, hi);
    }
    if (found && found.start >= floor) {
      out.push(found);
      floor = next = Math.max(next, found.end);
    }
    i = next;
  }
  return out;
}
