/** The claim with the fact's date in place of the wrong one. */

import type { FactDate } from '../detect/compare-date.ts';
import { MONTHS } from '../detect/dates/months.ts';
import { compareDate, type DateMention, findDates } from '../detect/dates.ts';
import type { Reading } from '../facts/reading.ts';

/** A date as a reading of the fact gives it. */
export type RightDate = NonNullable<Reading['date']>;

const NAMES = [...MONTHS].slice(0, 12).map(([name]) => name.charAt(0).toUpperCase() + name.slice(1));

/** What makes a point of the date being early or late, or holds it against another. */
const BOUND =
  /\b(?:not|nor|only|already|rather|instead|later|earlier|before|after|by|until|ago|as (?:early|late)|way back|long|spring|summer|autumn|winter|early|mid|beginning|start|half|quarter|week)\b|n['’]t\b/i;

/**
 * `text` with its dates that clash with the fact's put right, in the form they have: year by year, month by month.
 * Null where none clashes, where a date says more than the fact does, or where the sentence would not bear it.
 */
export function withDate(text: string, given: RightDate): string | null {
  const fact = clear(given);
  const wrong = findDates(text).filter((d) => compareDate(d, fact) === 'clashes');
  if (wrong.length === 0 || BOUND.test(text)) return null;
  if (fact.endYear !== undefined) return withYears(text, wrong, fact.year!, fact.endYear);
  let out = text;
  for (const date of wrong.reverse()) {
    const right = mended(text.slice(date.start, date.end), date, fact);
    if (right === null) return null;
    out = out.slice(0, date.start) + right + out.slice(date.end);
  }
  return out;
}

/** Without the parts that are not given. */
function clear(date: RightDate): FactDate {
  return Object.fromEntries(Object.entries(date).filter(([, part]) => part !== undefined));
}

function mended(was: string, date: DateMention, fact: FactDate): string | null {
  const { year, month, day } = fact;
  if ((date.month !== null && month === undefined) || (date.day !== null && day === undefined)) return null;
  if (date.year !== null && (year === undefined || (date.endYear ?? null) !== null)) return null;
  const numeric = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(was);
  // A day above 12 cannot be taken for the month, so the day may come first whatever it was before.
  if (numeric) return `${day}${numeric[2]}${String(month).padStart(2, '0')}${numeric[2]}${year}`;
  let out = was;
  if (date.year !== null) out = out.replace(/\b\d{4}\b/, String(year));
  if (date.month !== null)
    out = out.replace(/\p{L}{3,9}/u, (word) => (MONTHS.has(word.toLowerCase()) ? NAMES[month! - 1]! : word));
  if (date.day !== null)
    out = out.replace(/\b\d{1,2}(st|nd|rd|th)?\b/, (_, suffix) => `${day}${suffix ? ordinal(day!) : ''}`);
  const [again] = findDates(out);
  return again && again.start === 0 && again.end === out.length && compareDate(again, fact) === 'agrees' ? out : null;
}

const ordinal = (day: number): string => (day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'));

/** A year or two beside each other become the fact's two. */
function withYears(text: string, wrong: DateMention[], first: number, last: number): string | null {
  if (wrong.some((d) => d.month !== null || d.year === null)) return null;
  const [from, to] = [wrong[0]!, wrong.at(-1)!];
  const before = text.slice(0, from.start);
  if (wrong.length === 1 && !/^\d{4}$/.test(text.slice(from.start, from.end))) return null;
  const joint = wrong.length === 1 ? ' and ' : text.slice(from.end, to.start);
  if (wrong.length > 2 || !/^ (?:and|to) $/.test(joint)) return null;
  if (wrong.length === 1 && !/\b(?:in|during)\s+$/i.test(before)) return null;
  return `${before}${first}${joint}${last}${text.slice(to.end)}`;
}
