/** How a date in a text stands to a date in a fact. */
import type { DateMention } from './dates/mention.ts';

/** A date as a fact states it; `endYear` makes it a span of whole years. */
export interface FactDate {
  year?: number;
  month?: number;
  day?: number;
  endYear?: number;
}

/**
 * Compares a date with a fact's date (codebook, section 3, rule 6). `clashes` when a part both give differs, or
 * when years lie outside the fact's; `agrees` when the mention is the same or coarser ("2018" or "the 2010s"
 * against 2018–2019, "March" against 29 March 2022); `silent` when there is nothing to compare, when years overlap
 * in part, or when the mention is finer than the fact ("August 2021" against 2021).
 */
export function compareDate(d: DateMention, fact: FactDate): 'agrees' | 'clashes' | 'silent' {
  let compared = false;
  let partly = false;
  if (d.year !== null && fact.year !== undefined) {
    const [first, last] = [d.year, d.endYear ?? d.year];
    const factLast = fact.endYear ?? fact.year;
    if (last < fact.year || first > factLast) return 'clashes';
    partly = !(first >= fact.year && last <= factLast) && !(first <= fact.year && last >= factLast);
    compared = true;
  }
  for (const part of ['month', 'day'] as const) {
    const [given, known] = [d[part], fact[part]];
    if (given === null) continue;
    if (known === undefined) partly = true;
    else if (given !== known) return 'clashes';
    else compared = true;
  }
  return compared && !partly ? 'agrees' : 'silent';
}
