/** Dates with a month's name: "29 March 2022", "March 29, 2022", "the twenty-ninth of March", "late March". */

import { isHyphen, isSpace, wordBefore } from '../numbers/chars.ts';
import { readNumberWords } from '../numbers/number-words.ts';
import { ORDINALS } from '../numbers/vocabulary.ts';
import type { DateMention } from './mention.ts';
import { validDay } from './numeric.ts';
import { fullYear, isYear } from './years.ts';

const DAY_BEFORE =
  /(?:^|[^\d.,/:$€£¥-])(\d{1,2})(?:\s?[-–]\s?\d{1,2}|\s(?:to|and|or)\s\d{1,2}(?:st|nd|rd|th)?)?(?:st|nd|rd|th)?\.?(?:\s(?:day\s)?of)?[\s\u00a0-]{1,2}$/i;
const DAY_AFTER =
  /(?:\.\s{0,2}|[\s-]{1,2})(?:the\s)?(\d{1,2})(st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?(?![\d%:/\p{L}]|[.,]\d|\s?(?:%|percent|million|billion|thousand|yuan|a\.m|p\.m))/iuy;
const YEAR_AFTER = /(?:\.?,?\s{0,2}|\s(?:of|in)\s|[-/])(\d{4}|['’]\d\d)(?![\d%\p{L}]|[.,:]\d)/iuy;
/** Before a month that stands alone; without one of these "may" and "march" are verbs. */
const LEADS = new Set(
  'in since last this next until till by of late early mid from during to before after through every on around end between'.split(
    ' ',
  ),
);
/** Short forms, and names that people bear, want a number or a lead. */
const DOUBTFUL = new Set(['may', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']);
/** Reaches back over the longest day before a month ("12 and 13th day of "). */
const REACH = 24;

function dayWordsBefore(text: string, pos: number, lo: number): { start: number; day: number } | null {
  const of = wordBefore(text, pos, lo);
  const last = of?.text === 'of' ? wordBefore(text, of.start, lo) : of;
  if (!last || !ORDINALS.has(last.text)) return null;
  const tens = wordBefore(text, last.start, lo);
  const long =
    tens && (tens.text === 'twenty' || tens.text === 'thirty')
      ? readNumberWords(text, tens.start, last.end, false)
      : null;
  const start = long?.unit === 'ordinal' && long.end === last.end ? long.start : last.start;
  const day = start === last.start ? ORDINALS.get(last.text)!.value : (long!.value as number);
  return day <= 31 ? { start, day } : null;
}

function dayBefore(text: string, pos: number, lo: number): { start: number; day: number } | null {
  const from = Math.max(lo, pos - REACH);
  const m = DAY_BEFORE.exec(text.slice(from, pos));
  if (!m) return dayWordsBefore(text, pos, lo);
  const start = from + m.index + m[0].indexOf(m[1]!);
  return { start, day: Number(m[1]) };
}

function yearAfter(text: string, pos: number, end: number): { year: number; end: number } | null {
  YEAR_AFTER.lastIndex = pos;
  const m = YEAR_AFTER.exec(text);
  if (!m || YEAR_AFTER.lastIndex > end) return null;
  const year = m[1]!.length === 4 ? Number(m[1]) : fullYear(Number(m[1]!.slice(1)));
  return isYear(year) ? { year, end: YEAR_AFTER.lastIndex } : null;
}

/** "In March 28 cities were picked": after "in" a month takes no day, unless it is written as one. */
function dayAfter(
  text: string,
  pos: number,
  lead: string | undefined,
  end: number,
): { day: number; end: number } | null {
  DAY_AFTER.lastIndex = pos;
  const m = DAY_AFTER.exec(text);
  if (!m || DAY_AFTER.lastIndex > end) return null;
  const stop = DAY_AFTER.lastIndex;
  if ((lead === 'in' || lead === 'during') && m[2] === undefined && /^\s\p{L}/u.test(text.slice(stop, stop + 2))) {
    return null;
  }
  return { day: Number(m[1]), end: stop };
}

/** The date around the month named at `start` to `stop`, or null when the word is no month here. */
export function readNamedDate(
  text: string,
  month: number,
  start: number,
  stop: number,
  lo: number,
  end: number,
): DateMention | null {
  const name = text.slice(start, stop);
  const lead = wordBefore(text, start, lo)?.text;
  const dotted =
    text[stop] === '.' && DOUBTFUL.has(name.toLowerCase()) && name.toLowerCase() !== 'may' ? stop + 1 : stop;
  const before = dayBefore(text, start, lo);
  if (before && validDay(month, before.day)) {
    const year = yearAfter(text, dotted, end);
    return {
      start: before.start,
      end: year?.end ?? dotted,
      year: year?.year ?? null,
      month,
      day: before.day,
      endYear: null,
    };
  }
  const after = dayAfter(text, stop, lead, end);
  if (after && validDay(month, after.day)) {
    const year = yearAfter(text, after.end, end);
    return { start, end: year?.end ?? after.end, year: year?.year ?? null, month, day: after.day, endYear: null };
  }
  const year = yearAfter(text, dotted, end);
  if (year) return { start, end: year.end, year: year.year, month, day: null, endYear: null };
  const capital = name[0] !== name[0]!.toLowerCase();
  const led =
    lead !== undefined &&
    LEADS.has(lead) &&
    start > lo &&
    (isSpace(text.charCodeAt(start - 1)) || isHyphen(text.charCodeAt(start - 1)));
  if (!capital || (DOUBTFUL.has(name.toLowerCase()) && !led)) return null;
  return { start, end: stop, year: null, month, day: null, endYear: null };
}
