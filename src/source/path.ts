/**
 * Where an item stands among the inputs: the number of its input, then the number of its line, record or link within,
 * as deep as inputs hold others. Paths order items; by them a run that was stopped knows where to go on.
 */
export type ItemPath = readonly number[];

/** Which items to read: all after `after`, or only those listed; neither means all. */
export interface Selection {
  after?: ItemPath | undefined;
  only?: readonly ItemPath[] | undefined;
}

/** Negative when `a` comes before `b`, positive when after; a path comes before those within it. */
export function comparePaths(a: ItemPath, b: ItemPath): number {
  const shorter = Math.min(a.length, b.length);
  for (let k = 0; k < shorter; k++) {
    const difference = a[k]! - b[k]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const isWithin = (path: ItemPath, outer: ItemPath): boolean =>
  path.length > outer.length && outer.every((step, k) => step === path[k]);

/** Whether the item at `path` is wanted. */
export function isWanted(path: ItemPath, { after, only }: Selection): boolean {
  if (after !== undefined && comparePaths(path, after) <= 0) return false;
  return only === undefined || only.some((one) => comparePaths(one, path) === 0);
}

/** Whether the item at `path`, or any within it, may be wanted. */
export function mayHoldWanted(path: ItemPath, selection: Selection): boolean {
  const { after, only } = selection;
  const late = after === undefined || comparePaths(path, after) > 0 || isWithin(after, path);
  return late && (only === undefined || only.some((one) => comparePaths(one, path) === 0 || isWithin(one, path)));
}
