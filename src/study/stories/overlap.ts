/** How far two sets of hashes overlap. Pure. */

/**
 * Jaccard's index of two sets, each ascending and without repeats: what they share of all they hold. 0 for two empty ones, and
 * for those that overlap by less than `least`, which may be told before the end.
 */
export function jaccard(a: Uint32Array, b: Uint32Array, least = 0): number {
  // They share s of a + b - s: to overlap by `least` they may not differ by more than this in either.
  const needed = (least * (a.length + b.length)) / (1 + least);
  const [spareA, spareB] = [a.length - needed, b.length - needed];
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
    // A little room for the rounding of `needed`.
    if (i - shared > spareA + 1e-6 || j - shared > spareB + 1e-6) return 0;
  }
  const all = a.length + b.length - shared;
  const overlap = all === 0 ? 0 : shared / all;
  return overlap < least ? 0 : overlap;
}

/** The most that sets of these sizes can overlap: as if the smaller were part of the larger. */
export const mostOverlap = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : Math.min(a, b) / Math.max(a, b));
