/** Which of the dates found for an article to believe, and how far. */
import type { ArticleMeta, DateSource } from '../model.ts';
import { dayOf, partialDate } from './publication-date.ts';

/** A date and where it was found. `value` is ISO 8601; `confidence` is that of its source alone, 0 to 1. */
export interface FoundDate {
  value: string;
  source: DateSource;
  confidence: number;
}

/** The three fields of an article's meta that speak of its date. */
export type DateFields = Required<Pick<ArticleMeta, 'publishedAt' | 'dateSource' | 'dateConfidence'>>;

/**
 * How far each source is believed on its own. The order is that of how deliberately a source states when the
 * article was published; the figures are estimates that keep this order and let two middling sources that agree
 * outweigh one good one (1 − 0.2 × 0.3 = 0.94), while no number of weak ones does.
 */
export const CONFIDENCE = {
  /** Told beside the article: by its line of JSONL, its row, its feed. */
  given: 0.95,
  /** The same in figures that two countries read as different days, where other rows of the table tell which is meant. */
  told: 0.85,
  /** When a crawler met the article: mostly within the hour, but it meets old pages too. */
  seen: 0.8,
  /** When an archive took it in, which may have been years later. */
  indexed: 0.4,
  /** A year or a month without a day: true as far as it goes, but it could be any day of it. */
  partial: 0.5,
  /** `datePublished` of an article in JSON-LD; of the page around it. */
  article: 0.93,
  page: 0.8,
  /** `<meta>` and front matter that say "published"; that say "date" or "created". */
  published: 0.9,
  dated: 0.75,
  /** `<time>` marked as date of publication; the first near the headline; the first anywhere else. */
  markedTime: 0.85,
  headTime: 0.7,
  anyTime: 0.4,
  /** A day in the address between strokes; one run together, which may be a number. */
  url: 0.8,
  looseUrl: 0.6,
  /** "Published 2 May 2019" in the text; a dateline or a line that is a date; the like at its end. */
  textPublished: 0.7,
  textDated: 0.6,
  textEnd: 0.5,
  /** When a document (DOCX, PDF) was made. */
  document: 0.5,
  /** When the page was last changed: only where nothing else is known. */
  changed: 0.3,
} as const;

/** Sources less sure than this raise no doubt about others: pages are full of other articles' times. */
const LEAST_RIVAL = 0.5;
/** Days this near, in milliseconds, are one: time zones shift an evening into the next day. */
const SAME_DAY = 86_400_000;
/** Most dates weighed; each is held against each. */
const MOST = 50;

const NONE: DateFields = { publishedAt: null, dateSource: null, dateConfidence: null };

/**
 * The date to believe among `found`, and how far: the day whose sources together are surest, in the words of
 * its surest source. Sources that agree (to a day) add up as independent ones do; the surest source that names
 * another day takes away up to half. All null without any.
 */
export function chooseDate(found: readonly FoundDate[]): DateFields {
  const dates = found.slice(0, MOST).filter((date) => dayOf(date.value) !== null);
  let best: { date: FoundDate; score: number } | null = null;
  for (const date of dates) {
    // Of sources that agree the surest speaks.
    const score = together(date, dates) + date.confidence * 1e-6;
    if (best === null || score > best.score) best = { date, score };
  }
  return best === null ? NONE : believed(best.date, dates);
}

/**
 * The date fields of an article that comes with `given` and states `stated`: what is given wins, and what is stated
 * raises or lowers its confidence. What is stated wins where it is a day of the year or month given, and where the date
 * given says of itself that it is less sure. A given date that nobody can read stays, its confidence unknown (null).
 */
export function mergeDates(given: Partial<ArticleMeta>, stated: Partial<ArticleMeta>): DateFields {
  const own = foundIn(stated, 'meta', CONFIDENCE.published);
  const first = foundIn(given, 'given', CONFIDENCE.given);
  if (first === null) return own ? asFields(own, own.confidence) : NONE;
  if (own && isFiner(own.value, first.value)) return asFields(own, own.confidence);
  if (partialDate(first.value) === first.value) return asFields(first, Math.min(first.confidence, CONFIDENCE.partial));
  if (dayOf(first.value) === null) return asFields(first, null);
  if (own && dayOf(own.value) !== null && own.confidence > first.confidence) return believed(own, [first]);
  return believed(first, own ? [own] : []);
}

/** Whether `value` is a day of the year or month `part`. */
function isFiner(value: string, part: string): boolean {
  return partialDate(part) === part && (dayOf(value)?.startsWith(`${part}-`) ?? false);
}

/** `date`, as sure as it is in the light of `others`. */
export function believed(date: FoundDate, others: readonly FoundDate[]): DateFields {
  let rival = 0;
  for (const other of others) if (!agree(date, other)) rival = Math.max(rival, other.confidence);
  const doubt = rival >= LEAST_RIVAL ? rival / 2 : 0;
  const confidence = together(date, others) * (1 - doubt);
  // Two decimals; never quite certain.
  return asFields(date, Math.min(0.99, Math.round(confidence * 100) / 100));
}

/** How sure `date` is with those that agree; of each kind the surest counts, as a page's metadata has one origin. */
function together(date: FoundDate, others: readonly FoundDate[]): number {
  const surest = new Map<DateSource, number>([[date.source, date.confidence]]);
  for (const other of others) {
    if (agree(date, other)) surest.set(other.source, Math.max(other.confidence, surest.get(other.source) ?? 0));
  }
  let doubt = 1;
  for (const confidence of surest.values()) doubt *= 1 - confidence;
  return 1 - doubt;
}

function agree(one: FoundDate, other: FoundDate): boolean {
  const [a, b] = [dayOf(one.value), dayOf(other.value)];
  return a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_DAY;
}

function foundIn(meta: Partial<ArticleMeta>, source: DateSource, confidence: number): FoundDate | null {
  if (!meta.publishedAt) return null;
  return {
    value: meta.publishedAt,
    source: meta.dateSource ?? source,
    confidence: meta.dateConfidence ?? confidence,
  };
}

function asFields(date: FoundDate, dateConfidence: number | null): DateFields {
  return { publishedAt: date.value, dateSource: date.source, dateConfidence };
}
