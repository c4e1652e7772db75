/** Dates as pages and files write them, to ISO 8601. Nothing here asks a clock or knows a time zone. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Year, month, day in figures, on its own or before a time. */
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/;
/** Fourteen or twelve figures: a day and a time without separators. */
const STAMP = /^(\d{4})(\d{2})(\d{2})\d{4}(?:\d{2})?$/;
const IN_HAN = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-](?:of\s)?([A-Za-z]{3,9})\.?,?[\s-](\d{4})\b/;
const MONTH_FIRST = /\b([A-Za-z]{3,9})\.?[\s-](\d{1,2})(?:st|nd|rd|th)?,?[\s-](\d{4})\b/;
/** As Unix and Java print it: "Thu May 02 10:00:00 GMT 2019". */
const YEAR_LAST = /\b([A-Za-z]{3})\s{1,2}(\d{1,2})\s\d{2}:\d{2}:\d{2}\s(?:[A-Z+][A-Z0-9:+]{1,8}\s)?(\d{4})\b/;
const FIGURES = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^([A-Za-z]{3,9})\.?,?[\s-](\d{4})$/;
const MONTH_YEAR_FIGURES = /^(\d{1,2})[-/.](\d{4})$/;
/** A year by itself, or with a season or quarter, as magazines are dated. */
const YEAR = /^(?:(?:spring|summer|autumn|fall|winter)\s|Q[1-4][\s-])?(\d{4})(?:[\s-]?Q[1-4])?$/i;

/** Seconds since 1970 that a ten-figure stamp may mean: 1990 to 2032. */
const FIRST_SECOND = 631_152_000;
const LAST_SECOND = 1_990_000_000;

/**
 * The date in `value` as ISO 8601: as it stands when it is ISO already, else the day alone. Knows 2019-05-02 and
 * its forms with a time, 2019/5/2, 20190502 and 20190502100000, "2 May 2019", "May 2, 2019", mail and Unix dates,
 * 2019年5月2日, 02.05.2019, 25/12/2019, and seconds or milliseconds since 1970. Null for anything else: for days that do
 * not exist, for years before 1900 and from 2100 on, for 1 January 1970 (a clock at zero), and for figures that
 * Britons and Americans read as different days (02/05/2019).
 */
export function isoDate(value: string): string | null {
  const text = value.trim().slice(0, 64);
  const iso = ISO.exec(text);
  if (iso) return isDay(iso[1]!, iso[2]!, iso[3]!) ? text.replace(' ', 'T').replace(' ', '') : null;
  if (/^\d{10}(?:\d{3})?$/.test(text)) return sinceEpoch(text);
  const plain = STAMP.exec(text);
  if (plain) return day(plain[1]!, plain[2]!, plain[3]!);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, separator, month, date] = yearFirst;
    // Without separators each part has both its figures: 2019050 is no date.
    if (separator === '' && (month!.length < 2 || date!.length < 2)) return null;
    return day(year!, month!, date!);
  }
  const han = IN_HAN.exec(text);
  if (han) return day(han[1]!, han[2]!, han[3]!);
  return inFigures(text) ?? inWords(text);
}

/** The day part of an ISO date, or of what `isoDate` can read; null for what is no date. */
export function dayOf(value: string): string | null {
  return isoDate(value)?.slice(0, 10) ?? null;
}

/**
 * A date that names no day, as the beginning of an ISO date: `2019-05` for "May 2019", 2019-5 and 05/2019, `2019` for a year,
 * with a season or a quarter too. Null for anything else, for whole dates among it, and for years before 1900 and from 2100 on.
 */
export function partialDate(value: string): string | null {
  const text = value.trim().slice(0, 64);
  const [, year, month] = YEAR_MONTH.exec(text) ?? [];
  if (year !== undefined) return monthOfYear(year, month!);
  const inWord = MONTH_YEAR.exec(text);
  const number = inWord ? monthOf(inWord[1]!) : '0';
  if (inWord && number !== '0') return monthOfYear(inWord[2]!, number);
  const inFigure = MONTH_YEAR_FIGURES.exec(text);
  if (inFigure) return monthOfYear(inFigure[2]!, inFigure[1]!);
  const alone = YEAR.exec(text)?.[1];
  return alone !== undefined && isDay(alone, '2', '1') ? alone : null;
}

function monthOfYear(year: string, month: string): string | null {
  return day(year, month, '2')?.slice(0, 7) ?? null;
}

/**
 * The two days that figures with strokes may mean (02/05/2019), the one with the day first and the one with the month first;
 * null for those that do not exist. Null for anything else, and for figures with dots, where the day is first.
 */
export function strokedDays(value: string): { dayFirst: string | null; monthFirst: string | null } | null {
  const found = FIGURES.exec(value.trim().slice(0, 64));
  if (!found || found[2] === '.') return null;
  const [, first, , second, year] = found;
  return { dayFirst: day(year!, second!, first!), monthFirst: day(year!, first!, second!) };
}

/** The day that an address names (`/2019/05/02/`, `/2019-05-02-`), or null. */
export function dateInUrl(url: string): string | null {
  const found = /\/(20\d{2}|19\d{2})([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/\-_.?]|$)/i.exec(url.slice(0, 2000));
  if (!found) return null;
  const month = /^\d/.test(found[3]!) ? found[3]! : monthOf(found[3]!);
  return day(found[1]!, month, found[4]!);
}

/** The day in an address that may be one by its figures alone (`-20190502`, `/2019/0502/`, `date=2019-05-02`), or null. */
export function looseDateInUrl(url: string): string | null {
  const text = url.slice(0, 2000);
  const found =
    /[/_=-][a-z]?(20[0-4]\d|19[5-9]\d)(?:\/|-)?(0[1-9]|1[0-2])(?:\/|-)?(0[1-9]|[12]\d|3[01])(?![\d])/i.exec(text) ??
    /[/_=-](20[0-4]\d)_(\d{1,2})_(\d{1,2})(?!\d)/.exec(text);
  return found ? day(found[1]!, found[2]!, found[3]!) : null;
}

/** A date that names its month in letters. */
function inWords(text: string): string | null {
  const monthFirst = YEAR_LAST.exec(text) ?? MONTH_FIRST.exec(text);
  const dayFirst = monthFirst ? null : DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  return monthFirst ? day(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!) : null;
}

/** Day and month in figures before the year: by dots the day is first; by strokes only where one of them cannot be a month. */
function inFigures(text: string): string | null {
  const found = FIGURES.exec(text);
  if (!found) return null;
  const [, first, separator, second, year] = found;
  if (separator === '.' || Number(first) > 12 || first === second) return day(year!, second!, first!);
  return Number(second) > 12 ? day(year!, first!, second!) : null;
}

/** Seconds (ten figures) or milliseconds (thirteen). Ten figures may be a day and an hour too: 2019050210. */
function sinceEpoch(figures: string): string | null {
  const seconds = figures.length === 13 ? Number(figures) / 1000 : Number(figures);
  if (seconds > LAST_SECOND && figures.length === 10) {
    return Number(figures.slice(8)) < 24 ? day(figures.slice(0, 4), figures.slice(4, 6), figures.slice(6, 8)) : null;
  }
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) return null;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The month's number, 0 for a word that is none. Three letters or more of its name will do, and "Sept". */
function monthOf(name: string): string {
  const word = name.toLowerCase();
  return String(word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1);
}

function day(year: string, month: string, date: string): string | null {
  return isDay(year, month, date) ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : null;
}

function isDay(year: string, month: string, date: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (y < 1900 || y > 2099 || m < 1 || m > 12 || d < 1) return false;
  if (y === 1970 && m === 1 && d === 1) return false;
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}
