/** Which lines of a file are new, as reports ask for them. */

/** Lines `first` to `last` of the new content, both included, from 1. */
export interface LineRange {
  first: number;
  last: number;
}

/** What changed in one file. */
export interface ChangedLines {
  /** Everything is new: the file is, or it is not compared by lines. */
  whole: boolean;
  /** New or altered lines: sorted, apart from each other by a line at least; empty where `whole`. */
  ranges: readonly LineRange[];
  /** For each place where lines were taken out and none put in: the number of the line before it (0: before the first); sorted. */
  cuts: readonly number[];
  /**
   * Whether something on lines `first` to `last` changed: one of them is new, or lines were taken out between two of them.
   * What was taken out before the first or behind the last of them is no change of theirs: a deleted paragraph must not bring
   * up its neighbours, while a "not" deleted from the midst of a claim alters what it says. Takes O(log n).
   */
  touches(first: number, last: number): boolean;
}

/** All lines of a file. */
export const WHOLE_FILE: ChangedLines = { whole: true, ranges: [], cuts: [], touches: () => true };

/** The lines in `ranges`, with `cuts`; both sorted. Ranges that meet or overlap are made one. */
export function changedLines(ranges: readonly LineRange[], cuts: readonly number[] = []): ChangedLines {
  const joined: LineRange[] = [];
  for (const { first, last } of ranges) {
    const before = joined.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else joined.push({ first, last });
  }
  return {
    whole: false,
    ranges: joined,
    cuts,
    touches(first, last) {
      const range = joined[firstIndex(joined.length, (k) => joined[k]!.last >= first)];
      if (range !== undefined && range.first <= last) return true;
      const cut = cuts[firstIndex(cuts.length, (k) => cuts[k]! >= first)];
      return cut !== undefined && cut < last;
    },
  };
}

/** The first index for which `holds`, given that it holds for all behind it; `length` if it holds for none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
