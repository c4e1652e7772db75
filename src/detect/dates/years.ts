/** Years: "2018", "2018-19", "2018 to 2019", "the 2010s", "'21", "twenty twenty-two". */

import { isLetter, matchAt, wordBefore } from '../numbers/chars.ts';
import { clusterEnd } from '../numbers/numerals.ts';
import type { DateMention } from './mention.ts';

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
export function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** A year of two digits: up to 49 in this century, above in the last. */
export function fullYear(two: number): number {
  return two < 50 ? 2000 + two : 1900 + two;
}

/** What after four digits makes them an amount: a unit, money, a scale, a decimal. */
const AMOUNT =
  /(?:\s?%|\s?[€£¥元]|[\s-](?:yuan|rmb|renminbi|dollars?|euros?|pounds?|yen|bucks|percent|per\scent|points?|people|persons?|citizens|residents|users|customers|names|times|words|yards|met(?:re|er)s|km|kilomet(?:re|er)s|miles|years|days|hours|minutes|seconds|million|billion|thousand|institutions|agencies|departments|bodies|companies|firms|cities|towns|villages|counties|officials|entries|cases|pages|copies|tickets|kg|tons|tonnes|volts|calories|rpm|or\sso|or\smore|odd)\b)/iy;
const AMOUNT_BEFORE =
  /(?:more|fewer|less|greater)\sthan\s$|(?:at\sleast|upwards?\sof|as\smany\sas|exceed(?:s|ed|ing)?|[$€£¥#№]|(?:^|\W)(?:rmb|cny|usd|eur|no\.|nr\.|page|p\.|room|model|version|section|article))\s?$/i;
/** "about 2000", "around 2000": rounded to hundreds it is an amount, otherwise a year. */
const ABOUT_BEFORE = /(?:about|around|roughly|over|approximately|nearly|almost|some|up\sto)\s$/i;
const TO = /\s?[–—-]\s?(?=\d{4}(?!\d|,\d))|\s(?:to|through|until|till|and)\s(?=\d{4}(?!\d|,\d))/iy;
const DECADE = /['’]?s\b/iy;
const YEAR_WORDS =
  /(nineteen|twenty)[\s-](?:(hundred)|(ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:oh[\s-](one|two|three|four|five|six|seven|eight|nine))|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](one|two|three|four|five|six|seven|eight|nine))?)(?![\p{L}\p{N}])/iuy;
const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Whether the four digits at `pos` are an amount rather than a year, by their neighbours. */
function isAmount(text: string, value: number, pos: number, stop: number, lo: number, end: number): boolean {
  if (matchAt(AMOUNT, text, stop, end) > 0) return true;
  const before = text.slice(Math.max(lo, pos - 14), pos);
  return AMOUNT_BEFORE.test(before) || (value % 100 === 0 && ABOUT_BEFORE.test(before));
}

function mention(start: number, end: number, year: number, endYear: number | null = null): DateMention {
  return { start, end, year, month: null, day: null, endYear };
}

/** The year or span of years that starts with the four digits at `pos`; `stop` is the end of their cluster. */
export function readYear(text: string, pos: number, stop: number, lo: number, end: number): DateMention | null {
  const cluster = text.slice(pos, stop);
  const m = /^(\d{4})(?:[-‐‑–/](\d{4}|\d{2}))?$/.exec(cluster);
  const year = m ? Number(m[1]) : 0;
  if (!m || !isYear(year)) return null;
  if (m[2] !== undefined) {
    const last = m[2].length === 4 ? Number(m[2]) : Math.floor(year / 100) * 100 + Number(m[2]);
    return last > year && isYear(last) ? mention(pos, stop, year, last) : null;
  }
  if (isAmount(text, year, pos, stop, lo, end)) return null;
  const decade = matchAt(DECADE, text, stop, end);
  if (decade > 0 && year % 10 === 0 && text[stop] === 's') return mention(pos, decade, year, year + 9);
  if (isLetter(text.charCodeAt(stop)) && stop < end) return null;
  const second = matchAt(TO, text, stop, end);
  if (second > 0 && clusterEnd(text, second, end) === second + 4) {
    const last = Number(text.slice(second, second + 4));
    const and = /and/i.test(text.slice(stop, second));
    const between = and && wordBefore(text, pos, lo)?.text === 'between';
    if (last > year && isYear(last) && (!and || between) && !isAmount(text, last, second, second + 4, lo, end)) {
      return mention(pos, second + 4, year, last);
    }
  }
  return mention(pos, stop, year);
}

/** "'21": an apostrophe and two digits that end there and open no quotation. */
export function readShortYear(text: string, pos: number, lo: number, end: number): DateMention | null {
  if (pos > lo && !/[\s(–-]/.test(text[pos - 1] as string)) return null;
  const m = /^['’‘](\d\d)(?![\d\p{L}'’%.,:/-]|\s?[%'’])/u.exec(text.slice(pos, Math.min(end, pos + 6)));
  const open = /^['’‘](\d\d)[.,](?:\s|$)/.exec(text.slice(pos, Math.min(end, pos + 6)));
  const digits = m?.[1] ?? open?.[1];
  return digits === undefined ? null : mention(pos, pos + 3, fullYear(Number(digits)));
}

/** A year written out, or null. */
export function readYearWords(text: string, pos: number, end: number): DateMention | null {
  YEAR_WORDS.lastIndex = pos;
  const m = YEAR_WORDS.exec(text);
  if (!m || YEAR_WORDS.lastIndex > end) return null;
  const century = m[1]!.toLowerCase() === 'nineteen' ? 1900 : 2000;
  const small = (m[3] ?? m[4] ?? m[6] ?? '').toLowerCase();
  const tens = m[5] === undefined ? 0 : (TENS.indexOf(m[5].toLowerCase()) + 2) * 10;
  if (m[2] !== undefined && century === 2000) return null;
  return mention(pos, YEAR_WORDS.lastIndex, century + tens + (small ? SMALL.indexOf(small) + 1 : 0));
}
