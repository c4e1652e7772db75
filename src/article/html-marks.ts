/** Tells by their marks which elements of a page hold its date and its author. */

/** A date as an element has it. */
export interface PageTime {
  /** As written. */
  value: string;
  /** What its element says of it: when the page was published, when changed, or nothing. */
  says: 'published' | 'changed' | 'nothing';
  /** Whether that is said by the element itself (`pubdate`, `itemprop`, `<time>`), not by a class on another. */
  isPlain: boolean;
  /** Whether it stands near the headline. */
  isNear: boolean;
}

/** Attribute values are looked at this far, in characters. */
const LONGEST = 300;

const CHANGED = /modif|updat|revis|edited/i;
/** Dates of events, offers and comments, which are no dates of publication. */
const OTHER = /start|end-?date|expire|event|upcoming|countdown|deadline|valid|comment|birth|copyright/i;
const PUBLISHED =
  /publish|pub[-_]?date|posted[-_]?(?:on|at|date)|(?:entry|post|article|story|news|byline)[-_]{0,2}(?:meta[-_]{0,2})?(?:date|time)|time-?stamp|dateline|datecreated|date-?display/i;
const BARE_DATE = /(?:^|\s)date(?:$|\s)/i;
const BYLINE =
  /(?:^|[\s_-])(?:byline|by-line|bylines)(?:$|[\s_-])|(?:^|\s)(?:author|authors|author-?name|authorname|(?:post|article|entry|story)[-_]{1,2}author(?:[-_]{1,2}name)?|c-author)(?:$|\s)/i;
const NO_BYLINE = /date|time|bio|avatar|image|photo|social|twitter|share|follow/i;

/** What an element that may hold a date says of it; `value` is '' where its text is the date. Null for others. */
export function dateMark(name: string, attributes: Record<string, string>): Omit<PageTime, 'isNear'> | null {
  const itemprop = attributes.itemprop?.slice(0, LONGEST) ?? '';
  const isDateProp = /\bdate(?:Published|Created|Modified)\b/i.test(itemprop);
  const isTime = name === 'time';
  const marks = `${itemprop} ${attributes.class?.slice(0, LONGEST) ?? ''} ${isTime ? '' : (attributes.id?.slice(0, LONGEST) ?? '')}`;
  if (!isTime && !isDateProp && (!isInline(name) || !(PUBLISHED.test(marks) || BARE_DATE.test(marks)))) return null;
  if (!/datePublished/i.test(itemprop) && OTHER.test(marks)) return null;
  const value = attributes.datetime || attributes.content || attributes['data-datetime'] || '';
  const isMarked = attributes.pubdate !== undefined || isDateProp;
  if (/datePublished/i.test(itemprop)) return { value, says: 'published', isPlain: true };
  if (CHANGED.test(marks)) return { value, says: 'changed', isPlain: isTime };
  const says = isMarked || PUBLISHED.test(marks) ? 'published' : 'nothing';
  return { value, says, isPlain: isTime || isDateProp };
}

/** Whether an element is marked as holding the author's name. */
export function bylineMark(attributes: Record<string, string>): boolean {
  const { rel, itemprop } = attributes;
  if (rel !== undefined && /(?:^|\s)author(?:$|\s)/i.test(rel.slice(0, LONGEST))) return true;
  if (itemprop !== undefined && /(?:^|\s)author(?:$|\s)/i.test(itemprop.slice(0, LONGEST))) return true;
  const marks = attributes.class?.slice(0, LONGEST);
  return marks !== undefined && BYLINE.test(marks) && !NO_BYLINE.test(marks);
}

/** Elements that hold a line; larger ones are asked by what stands inside them. */
function isInline(name: string): boolean {
  return name === 'span' || name === 'p' || name === 'div' || name === 'li' || name === 'small' || name === 'em';
}
