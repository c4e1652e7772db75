/** Lines that frame articles in deliveries of LexisNexis and Nexis Uni. */
import { isoDate, partialDate } from './publication-date.ts';

/** Longest line that can be a date with its weekday, hour and edition, in characters. */
const LONGEST_DATE_LINE = 100;
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s/i;
const DAY = new RegExp(
  `^(?:(?:${MONTH})\\.?\\s\\d{1,2},?\\s\\d{4}|\\d{1,2}\\s(?:${MONTH})\\.?,?\\s\\d{4}|\\d{4}-\\d{2}-\\d{2})(?!\\d)`,
  'i',
);

/** The date that a line by itself names, as ISO 8601 or the beginning of it; null for any other line. */
export function dateLine(line: string): string | null {
  if (line.length > LONGEST_DATE_LINE) return null;
  const bare = line.replace(WEEKDAY, '');
  const found = DAY.exec(bare);
  return found ? isoDate(found[0]) : partialDate(bare);
}

const COPYRIGHT = /^(?:copyright\b|©|\(c\)\s).{0,300}|^all rights reserved\.?$/i;
/** Whether a line says who owns the text. */
export const isCopyright = (line: string): boolean => COPYRIGHT.test(line.slice(0, 300));

const EDITION = /\b(?:edition|edn|final|corrected|correction appended)\b|^\d{1,2}[:.]\d{2}\b/i;
/** Whether a short line between date and headline names an edition or an hour. */
export const isEdition = (line: string): boolean => line.length <= 60 && EDITION.test(line);

/** Labels before a text. */
const LEADING = ['byline', 'author', 'section', 'length', 'dateline', 'highlight', 'series', 'edition', 'body'];
/** Labels behind it. */
const TRAILING = [
  ...[
    'load-date',
    'language',
    'graphic',
    'notes',
    'correction',
    'correction-date',
    'publication-type',
    'document-type',
  ],
  ...[
    'pub-type',
    'journal-code',
    'subject',
    'company',
    'organization',
    'ticker',
    'industry',
    'person',
    'city',
    'state',
  ],
  ...['country', 'geographic', 'url', 'distribution', 'update', 'type', 'acc-no', 'copyright'],
];
const LABEL = /^([a-z][a-z-]{2,20}):(?:\s|$)/i;

/** The label of a line and what it says, as in "Length: 812 words"; null for any other line. */
export function labelled(line: string): { label: string; value: string } | null {
  const label = LABEL.exec(line)?.[1]?.toLowerCase();
  if (label === undefined || (!LEADING.includes(label) && !TRAILING.includes(label))) return null;
  return { label, value: line.slice(label.length + 1).trim() };
}

/** Whether a line has a label that stands behind the text, in capitals, as old deliveries have it. */
export function isTrailing(line: string): boolean {
  const found = labelled(line);
  return (
    found !== null && TRAILING.includes(found.label) && line.slice(0, found.label.length) === found.label.toUpperCase()
  );
}

/** The value of the first line among `lines` with that label; null without one. */
export function fieldIn(lines: readonly string[], label: string): string | null {
  for (const line of lines) {
    const found = labelled(line);
    if (found?.label === label && found.value !== '') return found.value;
  }
  return null;
}
