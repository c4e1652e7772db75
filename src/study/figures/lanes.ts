/** Labels beside points on a line, in lanes so that they do not touch. */

export interface Labelled {
  /** Where the point is, in pixels. */
  x: number;
  /** How wide its label is. */
  width: number;
}

export interface Placed {
  lane: number;
  /** Whether the label ends before its point, rather than starting behind it. */
  before: boolean;
  /** Where it ends, or starts. */
  x: number;
}

/** Between a point and its label, and between one label and the next mark. */
const NEAR = 4;
const APART = 8;

/**
 * A lane for each label, from 0, or null for those that do not fit `lanes` lanes; points in ascending order. No label
 * touches another in its lane, or the line of a higher one, which passes through the lanes below on its way to its point.
 * Labels stand behind their points where they can, the last in the lowest lanes; the rest stand before them, above. Of
 * two ways to choose which stand before, the one that places more is taken.
 */
export function inLanes(labels: readonly Labelled[], width: number, lanes: number): (Placed | null)[] {
  const ways = [standingBefore(labels, width, false), standingBefore(labels, width, true)];
  const [first, second] = ways.map((before) => placedBy(labels, lanes, before));
  const left = (placed: (Placed | null)[]): number => placed.filter((one) => one === null).length;
  return left(second!) < left(first!) ? second! : first!;
}

function placedBy(labels: readonly Labelled[], lanes: number, before: ReadonlySet<number>): (Placed | null)[] {
  const taken: { from: number; to: number }[][] = Array.from({ length: lanes }, () => []);
  const free = (lane: number, from: number, to: number): boolean =>
    taken[lane]!.every((one) => to <= one.from || from >= one.to);
  const place = (index: number): Placed | null => {
    const { x, width: needed } = labels[index]!;
    const left = before.has(index) ? x - NEAR - needed : x + NEAR;
    const [from, to] = [Math.min(x - 2, left) - APART / 2, Math.max(x + 2, left + needed) + APART / 2];
    for (let lane = 0; lane < lanes && left >= 0; lane++) {
      const below = taken.slice(0, lane);
      if (!free(lane, from, to) || !below.every((_, one) => free(one, x - 2, x + 2))) continue;
      taken[lane]!.push({ from, to });
      for (const one of below) one.push({ from: x - 2, to: x + 2 });
      return { lane, before: before.has(index), x: before.has(index) ? x - NEAR : x + NEAR };
    }
    return null;
  };
  const order = labels.map((_, index) => index);
  const sorted = [
    ...order.filter((index) => !before.has(index)).reverse(),
    ...order.filter((index) => before.has(index)),
  ];
  const placed = new Map(sorted.map((index) => [index, place(index)]));
  return order.map((index) => placed.get(index)!);
}

/** The labels that do not fit behind their points, and, where asked, those that would stand in the way of their lines. */
function standingBefore(labels: readonly Labelled[], width: number, inTheWay: boolean): Set<number> {
  const before = new Set<number>();
  let end = width + APART;
  for (let index = labels.length - 1; index >= 0; index--) {
    const { x, width: needed } = labels[index]!;
    if (x + NEAR + needed + APART <= end) continue;
    before.add(index);
    if (inTheWay) end = x;
  }
  return before;
}
