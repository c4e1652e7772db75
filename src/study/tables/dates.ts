/** Dates of publication as tables hold them: a day, or the month or year that is all that is stated. Pure. */
import { dayOf, partialDate } from '../../article/publication-date.ts';

/**
 * Least confidence of a date that counts as sure. It lets in what states a date of publication deliberately (told beside the
 * article, JSON-LD of the article, `<meta>` that says "published", a marked `<time>`: 0.85 and more; see `CONFIDENCE` in
 * `article/dates-found.ts`) and lesser sources that agree (two of 0.7 and 0.6 make 0.88), and keeps out an address, a line of
 * the text or the page's own date alone (0.8 and less), and any date that another source of some weight contradicts.
 */
export const SURE_DATE = 0.85;

export const PRECISIONS = ['day', 'month', 'year'] as const;
/** What a date is known to. */
export type Precision = (typeof PRECISIONS)[number];

export interface StatedDate {
  /** The first day it may be, ISO. */
  from: string;
  precision: Precision;
}

/**
 * The date a record states: a day as `dayOf` reads it, else a month or a year as `partialDate` does, also with zeros in the
 * place of what is not known (2019-05-00, 2019-00-00); null for what is neither.
 */
export function statedDate(stated: string): StatedDate | null {
  const day = dayOf(stated);
  if (day !== null) return { from: day, precision: 'day' };
  const part = partialDate(
    stated
      .trim()
      .replace(/^(\d{4}(?:-\d{2})?)-00$/, '$1')
      .replace(/^(\d{4})-00$/, '$1'),
  );
  if (part === null) return null;
  return part.length === 4 ? { from: `${part}-01-01`, precision: 'year' } : { from: `${part}-01`, precision: 'month' };
}
