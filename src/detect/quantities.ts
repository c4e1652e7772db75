/**
 * Numbers in running text, with the tolerance their words allow. Pure; time and memory are linear in the
 * stretch read: every number looks at a bounded number of characters on either side of it.
 */
import type { Quantity } from '../model.ts';
import { type DateMention, findDates } from './dates.ts';
import type { Atom } from './numbers/atom.ts';
import { combine } from './numbers/combine.ts';
import { toQuantity } from './numbers/quantity.ts';
import { readAtoms } from './numbers/read.ts';
import { chainLabels } from './numbers/units.ts';

/**
 * Finds the quantities in `text.slice(start, end)` (the whole text by default), in order and not overlapping;
 * offsets are into `text`, and each span covers the number with its modifier and unit ("more than 40 percent").
 *
 * - `kind` exact: `min === max === value`. about: `min`..`max` allow for rounding (see `numbers/tolerance.ts`),
 *   `value` is the number named, null for "several". over and under: one end is null unless the words bound
 *   both ("just over 40"); "more than 40" starts at 41 where whole things are counted. range: both ends named
 *   or implied ("a handful"), `value` null. dozens: told by order alone ("dozens" is 24 to 99).
 * - `unit` percent: also shares, "a third of" (33.3…) and "28 out of 44" (63.6…). ordinal: "19th", "third",
 *   and numbers that are names, "Section 19", "No. 3", "2)". year: a date that gives a year, one quantity
 *   each; other parts of dates, clock times, "24/7", "5G" and "one" as a pronoun give nothing.
 *
 * `dates` are those of the same stretch, where they are known already.
 */
export function findQuantities(
  text: string,
  start = 0,
  end = text.length,
  dates: readonly DateMention[] = findDates(text, start, end),
): Quantity[] {
  const lo = Math.max(0, start);
  const hi = Math.min(text.length, end);
  const atoms = readAtoms(text, lo, hi, dates);
  chainLabels(text, atoms);
  const numbers = combine(text, atoms, lo);
  const out: Quantity[] = [];
  let date = 0;
  const yearsBefore = (pos: number) => {
    for (; date < dates.length && dates[date]!.start < pos; date++) {
      const { start: from, end: to, year, endYear } = dates[date]!;
      if (year === null) continue;
      const last = endYear ?? year;
      const value = last === year ? year : null;
      out.push({
        start: from,
        end: to,
        min: year,
        max: last,
        value,
        kind: value === null ? 'range' : 'exact',
        unit: 'year',
      });
    }
  };
  numbers.forEach((atom: Atom, i) => {
    yearsBefore(atom.start);
    const floor = Math.max(lo, out.at(-1)?.end ?? lo);
    const ceiling = Math.min(hi, numbers[i + 1]?.start ?? hi, dates[date]?.start ?? hi);
    out.push(toQuantity(text, atom, floor, ceiling));
  });
  yearsBefore(Number.POSITIVE_INFINITY);
  return out;
}
