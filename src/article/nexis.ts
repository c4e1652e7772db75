/**
 * Deliveries of Nexis Uni and of LexisNexis before it: documents with many articles one behind the other. Told and cut by
 * their lines alone; their layouts are those that R packages for them read as well (LexisNexisTools, tm.plugin.lexisnexis).
 */
import { dateLine, fieldIn, isCopyright, isEdition, isTrailing, labelled } from './nexis-lines.ts';

/** A line of the document; none is empty, white space in it is single. */
export interface NexisLine {
  text: string;
  heading: boolean;
}

/** An article of a delivery. */
export interface NexisArticle {
  title: string | null;
  outlet: string | null;
  /** When it was published, ISO 8601 or the beginning of it; never when it was loaded. */
  publishedAt: string | null;
  byline: string | null;
  /** In words, as delivered. */
  language: string | null;
  /** Its text: lines from the first of these up to the second. Nothing where there is only a picture. */
  from: number;
  to: number;
}

const END = /^end of document$/i;
const OLD_MARK = /^(?:documents?\s\d{1,6} of \d{1,6}|\d{1,6} of \d{1,6} documents?)$/i;
/** A headline stands this near above its date, outlet and second line among it. */
const NEAR = 5;

/** The articles of a delivery, in order; null when the lines are none. Linear in them. */
export function nexisArticles(lines: readonly NexisLine[]): NexisArticle[] | null {
  const marks = [...lines.keys()].filter((i) => OLD_MARK.test(lines[i]!.text));
  const old = segments(marks, lines.length).slice(1);
  const older = old.flatMap(([from, to]) => oldArticle(lines, from, to) ?? lost(from, to));
  if (older.some(hasText)) return older;
  const ends = [...lines.keys()].filter((i) => END.test(lines[i]!.text));
  const found = segments(ends, lines.length).flatMap(([from, to], i) => {
    // What follows the last mark may be anything, or an article whose end was cut off.
    return uniArticle(lines, from, to, i === 0) ?? (i < ends.length ? lost(from, to) : []);
  });
  return found.some(hasText) ? found : null;
}

const hasText = ({ from, to }: NexisArticle): boolean => to > from;

/** What stands for an article that was not delivered, or in a way that nobody knows; nothing where there are no lines. */
function lost(from: number, to: number): NexisArticle[] {
  if (from === to) return [];
  return [{ title: null, outlet: null, publishedAt: null, byline: null, language: null, from, to: from }];
}

/** The stretches before, between and behind `cuts`. */
function segments(cuts: readonly number[], length: number): [number, number][] {
  return [-1, ...cuts].map((cut, i) => [cut + 1, cuts[i] ?? length]);
}

/** The article between two marks of Nexis Uni; null when there is none. */
function uniArticle(lines: readonly NexisLine[], start: number, end: number, first: boolean): NexisArticle | null {
  const texts = lines.slice(start, end).map(({ text }) => text);
  const body = texts.findIndex((text) => /^body$/i.test(text));
  const header = body === -1 ? texts : texts.slice(0, body);
  const date = header.findLastIndex((text) => dateLine(text) !== null);
  const classes = texts.findLastIndex((text) => /^classification$/i.test(text));
  const loaded = texts.findLastIndex((text) => labelled(text)?.label === 'load-date');
  const signs = [
    date !== -1,
    header.some(isCopyright),
    fieldIn(header, 'length') !== null,
    classes > body,
    loaded > body,
  ];
  // A text that merely has a heading "Body" has none of the last two and no mark behind it.
  if (signs.filter(Boolean).length < 3 || (end === lines.length && !signs[3] && !signs[4])) return null;
  const stops = [classes, loaded].filter((at) => at > body);
  const stop = body === -1 ? 0 : Math.min(...stops, texts.length);
  const picture = texts.slice(0, stop).findLastIndex((text) => /^(?:graphic|notes)$/i.test(text));
  const to = picture > body ? picture : stop;
  const top = date === -1 ? header.length : date;
  const heading = lines.slice(start, start + Math.max(0, top - 1)).findLastIndex((line) => line.heading);
  // Before the first article there may be a list of all.
  const title = heading !== -1 && top - heading <= NEAR ? heading : first ? top - 2 : 0;
  return {
    title: title >= 0 && title < top ? texts[title]! : null,
    outlet: date > title + 1 ? texts[date - 1]! : null,
    publishedAt: date === -1 ? null : dateLine(texts[date]!),
    byline: fieldIn(header, 'byline') ?? fieldIn(header, 'author'),
    language: fieldIn(texts.slice(stop), 'language'),
    from: start + body + 1,
    to: Math.max(start + body + 1, start + to),
  };
}

/** The article behind a mark such as "1 of 50 DOCUMENTS"; null when there is none. */
function oldArticle(lines: readonly NexisLine[], start: number, end: number): NexisArticle | null {
  const texts = lines.slice(start, end).map(({ text }) => text);
  const first = texts.findIndex((text) => labelled(text) !== null);
  const length = texts.findIndex((text) => labelled(text)?.label === 'length');
  if (first === -1 || length === -1) return null;
  let from = length + 1;
  while (from < texts.length && labelled(texts[from]!) !== null && !isTrailing(texts[from]!)) from++;
  const last = texts.findIndex((text, i) => i >= from && (isTrailing(text) || isCopyright(text)));
  if (last === -1 && !texts.slice(0, first).some(isCopyright)) return null;
  const to = last === -1 ? texts.length : last;
  const top = texts.slice(0, first);
  const date = top.findIndex((text) => dateLine(text) !== null);
  const outlet = top.slice(0, Math.max(0, date)).findLast((text) => !isCopyright(text));
  const title = top.slice(date + 1).filter((text) => !isEdition(text) && !isCopyright(text));
  const fields = [...texts.slice(0, from), ...texts.slice(to)];
  return {
    title: title.join(' ') || null,
    outlet: outlet ?? null,
    publishedAt: date === -1 ? null : dateLine(top[date]!),
    byline: fieldIn(fields, 'byline'),
    language: fieldIn(fields, 'language'),
    from: start + from,
    to: start + to,
  };
}
