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

/** The places listed, and those that hold one of them, for each list asked about. */
const listed = new WeakMap<readonly ItemPath[], { exact: Set<string>; holding: Set<string> }>();

function setsOf(only: readonly ItemPath[]): { exact: Set<string>; holding: Set<string> } {
  let sets = listed.get(only);
  if (sets === undefined) {
    const holding = only.flatMap((one) => one.slice(1).map((_, k) => one.slice(0, k + 1).join('.')));
    sets = { exact: new Set(only.map((one) => one.join('.'))), holding: new Set(holding) };
    listed.set(only, sets);
  }
  return sets;
}

/** Whether the item at `path` is wanted. */
export function isWanted(path: ItemPath, { after, only }: Selection): boolean {
  if (after !== undefined && comparePaths(path, after) <= 0) return false;
  return only === undefined || setsOf(only).exact.has(path.join('.'));
}

/** Whether the item at `path`, or any within it, may be wanted. */
export function mayHoldWanted(path: ItemPath, { after, only }: Selection): boolean {
  if (after !== undefined && comparePaths(path, after) <= 0 && !isWithin(after, path)) return false;
  if (only === undefined) return true;
  const { exact, holding } = setsOf(only);
  return exact.has(path.join('.')) || holding.has(path.join('.'));
}
