/** How far two sets of hashes overlap. Pure. */

/** Jaccard's index of two sets, each ascending and without repeats: what they share of all they hold. 0 for two empty ones. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** The most that sets of these sizes can overlap: as if the smaller were part of the larger. */
export const mostOverlap = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : Math.min(a, b) / Math.max(a, b));
