/** Single values of a table: what counts as missing, dates, addresses, languages. */
import { isoDate } from '../article/publication-date.ts';

/** What exports write where there is nothing: Python's and JavaScript's words for it, and pandas' "nan". */
const MISSING = new Set(['', 'None', 'null', 'NULL', 'nan', 'NaN', 'undefined']);
/** Dates as GDELT has them: 20190502T101500Z, and the same without its letters. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})T?([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z?$/;
/** Longest address taken, in characters; servers and the sitemap protocol end at 2,048, browsers at 8,192 or later. */
export const LONGEST_URL = 8192;

/** The value without white space around it; null when it says that there is none. */
export function given(value: string | undefined | null): string | null {
  const text = value?.trim() ?? '';
  return MISSING.has(text) ? null : text;
}

/** A date as ISO 8601; null when it is none, or one that could be read in two ways (05/06/2019). */
export function dateOf(value: string | null): string | null {
  if (value === null) return null;
  const compact = COMPACT.exec(value);
  if (!compact) return isoDate(value);
  const [, year, month, day, hour, minute, second] = compact;
  return isoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The value when it is an absolute http or https address of at most `LONGEST_URL` characters, else null. */
export function httpUrl(value: string | null): string | null {
  if (value === null || value.length > LONGEST_URL || !/^https?:\/\/[^\s]+$/i.test(value)) return null;
  return URL.canParse(value) ? value : null;
}

let codes: Map<string, string> | null = null;

/** The code of a language given by its English name, as GDELT does; anything else as it stands. */
export function languageOf(value: string | null): string | null {
  if (value === null || value.length < 4 || value.includes('-')) return value;
  codes ??= languageCodes();
  return codes.get(value.toLowerCase()) ?? value;
}

/** The two-letter codes by the English names of their languages, in lower case. */
function languageCodes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code)?.toLowerCase();
    // Codes that are out of use have the name of the one that took their place, and may come after it.
    if (name !== undefined && Intl.getCanonicalLocales(code)[0] === code) found.set(name, code);
  }
  return found;
}
