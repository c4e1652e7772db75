/** Numbers and dates of a clause as the scorer knows them: like numbers alike, whatever words they stand in. Pure. */
import type { DateMention } from '../detect/dates.ts';
import { hashOf } from '../detect/words.ts';
import type { Quantity, Span } from '../model.ts';
import { kind, mix } from './hash.ts';

/**
 * Where one class of numbers ends and the next begins: close together where the source counts (28 cities, 44 departments, more
 * than 47 bodies), wide elsewhere.
 */
const EDGES = [1, 2, 3, 6, 10, 13, 20, 25, 28, 29, 31, 36, 40, 44, 45, 47, 48, 52, 60, 100, 1000, 1_000_000];

const SIZE = kind('size of a number');
const YEAR = kind('year');
const DAY = kind('day of a year');

const classOf = (value: number): number => {
  let k = 0;
  while (k < EDGES.length && value >= EDGES[k]!) k++;
  return k;
};

/** A hash of how large a number is: of its unit, and the classes of the least and most that its words allow. */
export function sizeOf({ unit, min, max }: Quantity): number {
  const [least, most] = [min === null ? -1 : classOf(min), max === null ? EDGES.length + 1 : classOf(max)];
  return mix(mix(mix(SIZE, hashOf(unit)), least), most);
}

/** What the numbers and dates of a clause say, as hashes, and where each stands in the text. */
export function numberMarks({ quantities, dates }: { quantities: Quantity[]; dates: DateMention[] }): Marked[] {
  if (quantities.length === 0 && dates.length === 0) return NOTHING;
  return [
    ...quantities.map((q) => ({ start: q.start, end: q.end, says: [sizeOf(q)] })),
    ...dates.map((d) => ({ start: d.start, end: d.end, says: partsOfDate(d) })),
  ];
}

interface Marked extends Span {
  says: number[];
}
const NOTHING: Marked[] = [];

/** Hashes of a date: its years, and its day and month, where it gives them. */
export function partsOfDate({ year, endYear, month, day }: DateMention): number[] {
  const parts: number[] = [];
  if (year !== null) parts.push(mix(mix(YEAR, year), endYear ?? year));
  if (month !== null) parts.push(mix(mix(DAY, month), day ?? 0));
  return parts;
}
