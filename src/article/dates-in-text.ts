/** The date that an article's own words give: last of all sources, and only where it is plain. */

import type { ArticleMeta } from '../model.ts';
import { believed, CONFIDENCE, type DateFields, type FoundDate } from './dates-found.ts';
import { isoDate } from './publication-date.ts';

/** How much of the text's beginning and end is looked at: characters, and lines that are not empty. */
const HEAD = 3000;
const HEAD_LINES = 12;
const TAIL = 1000;
const TAIL_LINES = 4;
/** Longest line that can be a date with its label, place or byline, in characters. */
const LONGEST_LINE = 120;

const LABEL =
  /^\W{0,3}(?:(?:first|originally|article|story|report|news|date)\s)?(?:published|posted|issued|dated|date|released|filed|pub(?:lication)? date|date of publication|publish date)(?:\son|\sat|\sonline|\sin print)?\s{0,3}[:–—|-]?\s{0,3}/i;
const WEEKDAY = /^(?:on\s)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3}/i;
/** A clock time before the date: "10:30 AM EST, May 2, 2019". */
const CLOCK = /^\d{1,2}[:.]\d{2}(?:\s{0,2}[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:,|\son)?\s{1,3}/i;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}(?:st|nd|rd|th)?[\s-](?:of\s)?[A-Za-z]{3,9}\.?,?[\s-]\d{4}|[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)/;
/** "LONDON, 2 May 2019 (Wire) –": a place in capitals before the date. */
const DATELINE = /^[A-Z][A-Z .'’-]{2,40}(?:,\s[A-Z][A-Za-z.'’ ]{1,30})?(?:,|\s[–—-])\s{1,2}/;
/** What may follow a date that stands for itself: a time, a stroke, the end. */
const AFTER =
  /^(?:$|[\s,]{0,3}(?:at\s)?\d{1,2}[:.]\d{2}|T\d{2}|\s{0,2}[|•·/()[\]–—;-]|[.,]?\s{0,2}$|\s{1,2}(?:by|updated|last|in|GMT|UTC)\b)/i;

/** The day in a short text that is a date, with a label before it or a time after it; null for anything else. */
export function labelledDate(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
  return dateAt(line.replace(LABEL, ''));
}

/** The date fields of `meta` in the light of its text, which gives the date where nothing else does. */
export function datesWithText(meta: Partial<ArticleMeta>, text: string): DateFields {
  const { publishedAt = null, dateSource = null, dateConfidence = null } = meta;
  const found = dateInText(text);
  if (found === null) return { publishedAt, dateSource, dateConfidence };
  if (publishedAt === null) return believed(found, []);
  if (dateSource === null || dateSource === 'text' || dateConfidence === null) {
    return { publishedAt, dateSource, dateConfidence };
  }
  const own = { value: publishedAt, source: dateSource, confidence: dateConfidence };
  const together = believed(own, [found]);
  // A text that names another day says less than whoever dated it: it may be the day of an event.
  return (together.dateConfidence ?? 0) > dateConfidence ? together : { publishedAt, dateSource, dateConfidence };
}

/**
 * The date of publication that `text` states in its first or last lines: after a word such as "Published", in a
 * dateline with its year, or as a line of its own. Looks at 3,000 characters at the beginning and 1,000 at the end.
 */
export function dateInText(text: string): FoundDate | null {
  const head = lines(text.slice(0, HEAD)).slice(0, HEAD_LINES);
  const tail = lines(text.slice(-TAIL)).slice(-TAIL_LINES);
  return (
    firstDate(head, published, CONFIDENCE.textPublished) ??
    firstDate(head, (line, at) => dateline(line) ?? (at > 0 ? alone(line) : null), CONFIDENCE.textDated) ??
    (text.length > HEAD ? firstDate(tail, (line) => published(line) ?? alone(line), CONFIDENCE.textEnd) : null) ??
    firstDate(tail, published, CONFIDENCE.textEnd)
  );
}

function firstDate(
  from: readonly string[],
  read: (line: string, at: number) => string | null,
  confidence: number,
): FoundDate | null {
  for (const [at, line] of from.entries()) {
    const value = read(line, at);
    if (value !== null) return { value, source: 'text', confidence };
  }
  return null;
}

/** "Published 2 May 2019", "Posted on Thursday, May 2, 2019 at 10:30". */
function published(line: string): string | null {
  if (line.length > LONGEST_LINE) return null;
  const bare = line.replace(/^\((.*)\)$/, '$1');
  return LABEL.test(bare) ? dateAt(bare.replace(LABEL, '')) : null;
}

function dateline(line: string): string | null {
  const place = DATELINE.exec(line.slice(0, LONGEST_LINE));
  return place ? dateAt(line.slice(place[0].length, place[0].length + LONGEST_LINE)) : null;
}

/** A line that is a date, or a byline with one: "2 May 2019", "By A. Writer | May 2, 2019". */
function alone(line: string): string | null {
  if (line.length > LONGEST_LINE) return null;
  const parts = line
    .replace(/^\((.*)\)$/, '$1')
    .split(/\s?[|•·]\s?|\s[–—]\s/)
    .slice(0, 5);
  for (const part of parts) {
    const value = dateAt(part.trim());
    if (value !== null) return value;
  }
  return null;
}

/** The day that `text` begins with, when nothing but a time, a stroke or the end follows. */
function dateAt(text: string): string | null {
  const bare = text.replace(WEEKDAY, '').replace(CLOCK, '').replace(WEEKDAY, '');
  const found = DATE.exec(bare);
  if (!found || !AFTER.test(bare.slice(found[0].length))) return null;
  return isoDate(found[0])?.slice(0, 10) ?? null;
}

function lines(text: string): string[] {
  return text.split(/\r?\n|\r/).flatMap((line) => {
    const trimmed = line.replace(/\s+/g, ' ').trim();
    return trimmed === '' ? [] : [trimmed];
  });
}
