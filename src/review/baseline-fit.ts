/** Which finding an entry of the baseline stands for. Pure. */
import type { BaselineEntry } from './baseline.ts';
import { pairUp } from './baseline-pairs.ts';
import { likeness, type Meaning, meaningOf, overlap, wordsAround } from './meaning.ts';

/**
 * Least overlap (Dice) of the words around a claim that was reworded, or moved to another file: below it the place is
 * another one. In `test/review/surroundings.ts` an edit nearby leaves 0.50 and more, while two places of drafts on the
 * subject share 0.30 at most.
 */
export const LEAST_AROUND = 0.4;
/** Overlap from which an entry stays as it is written: the file should change where findings do, not with every edit nearby. */
const STILL_FITS = 0.6;

/** What an entry, or a finding made one, is compared by. */
export interface Sketched {
  entry: BaselineEntry;
  meaning: Meaning;
  around: string[];
}

/** An entry with what it is compared by. */
export function sketched(entry: BaselineEntry): Sketched {
  return { entry, meaning: meaningOf(entry.claim, entry.rejected), around: wordsAround(entry.around) };
}

/**
 * Which of the old is which of the new, one to one: first the same claim in the same file, then a light rewording in
 * the same place of the file, then the same claim with the same surroundings in any file.
 */
export function pairsOf<T extends Sketched>(old: readonly Sketched[], now: readonly T[]): Map<Sketched, T> {
  const pairs = new Map<Sketched, T>();
  const subject = ({ entry }: Sketched): string => [entry.label, entry.fact ?? ''].join('\0');
  const around = (a: Sketched, b: Sketched): number => overlap(a.around, b.around);
  const near = (a: Sketched, b: Sketched): number => {
    const same = around(a, b);
    return same < LEAST_AROUND ? 0 : same;
  };
  // All that the same file says in the same words fit one another; the surroundings tell which goes with which.
  pairUp(
    old,
    now,
    pairs,
    (one) => [subject(one), one.entry.file, one.meaning.key].join('\0'),
    (a, b) => 1 + around(a, b),
  );
  pairUp(
    old,
    now,
    pairs,
    (one) => [subject(one), one.entry.file, one.meaning.core].join('\0'),
    (a, b) => {
      const like = likeness(a.meaning, b.meaning);
      return like > 0 && near(a, b) > 0 ? like + near(a, b) : 0;
    },
  );
  pairUp(old, now, pairs, (one) => [subject(one), one.meaning.key].join('\0'), near);
  return pairs;
}

/** Whether an entry may stay as it is written, though what it stands for is now `is`. */
export function stillFits(was: Sketched, is: Sketched): boolean {
  const { file, claim, fact, label, rejected } = was.entry;
  const same = is.entry.file === file && is.entry.claim === claim && is.entry.fact === fact;
  return (
    same && is.entry.label === label && is.entry.rejected === rejected && overlap(was.around, is.around) >= STILL_FITS
  );
}
