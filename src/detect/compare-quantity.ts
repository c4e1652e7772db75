/** How a number in a text stands to a number in a fact. */
import type { Quantity } from '../model.ts';

/** A number as a fact states it; `over` means "more than this, by an amount not told". */
export interface FactNumber {
  value: number;
  op: 'exact' | 'over';
}

/**
 * "Over 47" is said of a number not far above 47: whoever knew it to be 60 would have said "nearly 60". Up to a
 * tenth above the fact is therefore possible but not told; more than that is another number.
 */
const NOT_FAR = 1.1;

function within(q: Quantity, value: number): boolean {
  return (q.min === null || q.min <= value) && (q.max === null || value <= q.max);
}

function againstOver(q: Quantity, value: number): 'agrees' | 'clashes' | 'silent' {
  const far = value * NOT_FAR;
  const min = q.min ?? Number.NEGATIVE_INFINITY;
  const max = q.max ?? Number.POSITIVE_INFINITY;
  if (q.kind === 'exact') return min === value ? 'agrees' : min > value && min <= far ? 'silent' : 'clashes';
  if (max < value) return 'clashes';
  // "fewer than 100" neither follows from "over 47" nor denies it; "up to 50" says about the same
  if (q.kind === 'under') return max > value && max <= far + 1 ? 'agrees' : 'silent';
  if (min <= value + 1) return 'agrees';
  return min <= far ? 'silent' : 'clashes';
}

/**
 * Compares a count in a text with a fact's count: `agrees` when the words are compatible with the fact (codebook,
 * section 3, rule 5), `clashes` when no true number could be meant by both, `silent` when the fact does not tell
 * ("fifty" against "over 47") or the quantity is no count (a share, money, a year, a number that is a name).
 *
 * The latitude that words such as "about" and "nearly" give is already in `q.min` and `q.max`: half the grain the
 * number is rounded to (tens, dozens) or ten percent, whichever is more, so that "nearly 50" may stand for 47 and
 * "about 30" for 28, while "about 20" may not. A number without such a word is held to exactly: "thirty" is not 28.
 */
export function compatible(q: Quantity, fact: FactNumber): 'agrees' | 'clashes' | 'silent' {
  if (q.unit !== 'count') return 'silent';
  if (fact.op === 'over') return againstOver(q, fact.value);
  return within(q, fact.value) ? 'agrees' : 'clashes';
}
