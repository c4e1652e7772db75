/** Dates as pages and files write them, to ISO 8601. Nothing here asks a clock or knows a time zone. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The date in `value` as ISO 8601: as it stands when it is ISO already, else the day alone. Knows 2019-05-02 and
 * its forms with a time, 2019/05/02, 20190502, "2 May 2019", "May 2, 2019" and mail dates. Null for anything else
 * and for days that do not exist.
 */
export function isoDate(value: string): string | null {
  const text = value.trim().slice(0, 64);
  const iso = ISO.exec(text);
  if (iso) return isDay(iso[1]!, iso[2]!, iso[3]!) ? text.replace(' ', 'T').replace(' ', '') : null;
  const plain = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?!\d)/.exec(text);
  if (plain) return day(plain[1]!, plain[2]!, plain[3]!);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s([A-Za-z]{3})[a-z]{0,6}\.?,?\s(\d{4})\b/.exec(text);
  if (dayFirst) return day(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = /\b([A-Za-z]{3})[a-z]{0,6}\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b/.exec(text);
  return monthFirst ? day(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!) : null;
}

/** The day that an address names (`/2019/05/02/`, `/2019-05-02-`), or null. */
export function dateInUrl(url: string): string | null {
  const found = /\/(20\d{2}|19\d{2})([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/\-_.]|$)/i.exec(url.slice(0, 2000));
  if (!found) return null;
  const month = /^\d/.test(found[3]!) ? found[3]! : monthOf(found[3]!);
  return day(found[1]!, month, found[4]!);
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function day(year: string, month: string, date: string): string | null {
  return isDay(year, month, date) ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : null;
}

function isDay(year: string, month: string, date: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1) return false;
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}
