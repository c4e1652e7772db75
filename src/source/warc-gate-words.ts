/** The words that begin a term, prepared for the search in raw pages. */
import { isLetter } from '../detect/gate-scan.ts';
import { ENOUGH, toWords, type Word } from '../detect/gate-table.ts';
import { PLACES, STEMS } from '../detect/gate-terms.ts';

/** What a term means makes no difference here: one of them, and a page is looked at in full. */
const WORDS = toWords([...STEMS, ...PLACES].map((term): [string, number] => [term, ENOUGH]));

/** Whether `<` and this byte begin what `gateHtml` takes for a tag. */
export function opensTag(byte: number): boolean {
  return isLetter(byte) || byte === 0x2f || byte === 0x21 || byte === 0x3f;
}

/** A word by three letters of it that are searched for, which begin `at` letters into it; a fourth follows. */
export interface Sought {
  word: Word;
  letters: Uint8Array;
  at: number;
  /** Words of one group, 0 to 7, are searched for together. */
  group: number;
}

/** Shares of the letters of English text, in thousandths, a to z. */
const SHARES = [
  82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1,
] as const;

/** The letters sought of each word, and the groups, such that by and large little else has letters of one group. */
export const SOUGHT: readonly Sought[] = grouped();

function grouped(): Sought[] {
  const groups = Array.from({ length: 8 }, () => [0, 1, 2].map(() => new Set<number>()));
  const cost = (sets: Set<number>[]): number =>
    sets.reduce((product, set) => product * [...set].reduce((sum, letter) => sum + SHARES[letter - 0x61]!, 0), 1);
  const withLetters = (sets: Set<number>[], letters: Uint8Array) =>
    sets.map((set, k) => new Set([...set, letters[k]!]));
  return WORDS.map((word) => {
    let best = { at: 0, group: 0, more: Number.POSITIVE_INFINITY };
    for (let at = 0; at + 4 <= word.head.length; at++) {
      const letters = word.head.subarray(at, at + 3);
      groups.forEach((sets, group) => {
        const more = cost(withLetters(sets, letters)) - cost(sets);
        if (more < best.more) best = { at, group, more };
      });
    }
    const { at, group } = best;
    const letters = word.head.subarray(at, at + 3);
    groups[group] = withLetters(groups[group]!, letters);
    return { word, letters, at, group };
  });
}

/** Index of three letters of either case; other bytes have the index of some letters. */
export function lettersIndex(a: number, b: number, c: number): number {
  return ((a & 0x1f) << 10) | ((b & 0x1f) << 5) | (c & 0x1f);
}

/** A word that may be cut after its first `before` letters. */
export interface Cut {
  word: Uint8Array;
  before: number;
}

/** Index of the cuts between the letters `a` and `b`, of either case. */
export function cutIndex(a: number, b: number): number {
  return ((a & 0x1f) << 5) | (b & 0x1f);
}

const ALL_CUTS: readonly Cut[] = WORDS.flatMap(({ head }) =>
  Array.from({ length: head.length - 1 }, (_, i) => ({ word: head, before: i + 1 })),
);

/** By `cutIndex`, every place where a word can be cut in two; null where none can. */
export const CUTS: readonly (readonly Cut[] | null)[] = groupedBy(1024, ALL_CUTS, ({ word, before }) =>
  cutIndex(word[before - 1]!, word[before]!),
);

/** By `lettersIndex`, the words that are sought by these letters. */
export const SOUGHT_BY: readonly (readonly Sought[] | null)[] = groupedBy(32_768, SOUGHT, ({ letters }) =>
  lettersIndex(letters[0]!, letters[1]!, letters[2]!),
);

function groupedBy<T>(size: number, items: readonly T[], indexOf: (item: T) => number): (T[] | null)[] {
  const groups: (T[] | null)[] = new Array(size).fill(null);
  for (const item of items) groups[indexOf(item)] = [...(groups[indexOf(item)] ?? []), item];
  return groups;
}

/** Bits of `LETTERS`: three letters that are sought, or the three that begin one later, ... */
export const IS_SOUGHT = 1;
export const IS_NEXT = 2;
/** ... and three that a cut may stand behind, or before. */
export const BEFORE_CUT = 4;
export const AFTER_CUT = 8;

/**
 * By `lettersIndex`, which three letters are worth a closer look. Words have five letters or more, so that three of
 * them stand before a cut, or all but one or two behind it.
 */
export const LETTERS = lettersTable();

function lettersTable(): Uint8Array {
  const table = new Uint8Array(32_768);
  const mark = (word: Uint8Array, at: number, bit: number): void => {
    const index = lettersIndex(word[at]!, word[at + 1]!, word[at + 2]!);
    table[index] = table[index]! | bit;
  };
  for (const { word, at } of SOUGHT) {
    mark(word.head, at, IS_SOUGHT);
    mark(word.head, at + 1, IS_NEXT);
  }
  for (const { word, before } of ALL_CUTS)
    mark(word, before < 3 ? before : before - 3, before < 3 ? AFTER_CUT : BEFORE_CUT);
  return table;
}
