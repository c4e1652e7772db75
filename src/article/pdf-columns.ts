/** The order in which a page's lines are read. */
import { joinRows, type Line, median } from './pdf-lines.ts';

/** Columns within columns looked for; a newspaper page is cut in two three times. */
const DEEPEST = 4;
/** Fewest lines of a column. */
const FEWEST_LINES = 4;
/** A column's lines have at least this many characters on average; those of tables have fewer. */
const SHORTEST_LINE = 16;
/** Narrowest gap between columns, in font heights. */
const NARROWEST = 0.8;
/** Share of the lines that may run across the gap: headlines, captions. */
const MOST_ACROSS = 0.2;
/** Steps in which the width of a page is searched. */
const STEPS = 400;

/**
 * The lines in reading order, in groups that belong to one column each. Where a gap runs plainly down the page the
 * left side is read before the right; what spans both is read where it stands.
 */
export function readingOrder(lines: readonly Line[], depth = 0): Line[][] {
  const gap = depth < DEEPEST ? columnGap(lines) : null;
  if (gap === null) return lines.length > 0 ? [joinRows(lines)] : [];
  const groups: Line[][] = [];
  let [left, right, across]: [Line[], Line[], Line[]] = [[], [], []];
  const flush = (): void => {
    groups.push(...readingOrder(left, depth + 1), ...readingOrder(right, depth + 1));
    [left, right] = [[], []];
  };
  for (const line of lines) {
    const side = line.right <= gap ? left : line.left >= gap ? right : null;
    if (side === null) {
      flush();
      across.push(line);
      continue;
    }
    if (across.length > 0) groups.push(joinRows(across));
    across = [];
    side.push(line);
  }
  if (across.length > 0) groups.push(joinRows(across));
  flush();
  return groups;
}

/** Where the widest gap between two columns lies, or null. */
function columnGap(lines: readonly Line[]): number | null {
  if (lines.length < 2 * FEWEST_LINES) return null;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) [from, to] = [Math.min(from, line.left), Math.max(to, line.right)];
  const step = (to - from) / STEPS;
  if (!(step > 0)) return null;
  const narrowest = NARROWEST * median(lines.map(({ size }) => size));
  const most = MOST_ACROSS * lines.length;
  const covered = coverage(lines, from, step);
  let best: { at: number; width: number } | null = null;
  for (let start = 0; start < STEPS; ) {
    let end = start;
    // A gap is as wide as its emptiest level reaches; a level of headlines across it is let pass.
    while (end < STEPS && covered[end]! <= most) end++;
    const width = (end - start) * step;
    const at = from + ((start + end) / 2) * step;
    if (start > 0 && end < STEPS && width >= narrowest && width > (best?.width ?? 0) && isBetween(lines, at)) {
      best = { at, width };
    }
    start = end + 1;
  }
  return best?.at ?? null;
}

/** How many lines cover each step of the width. */
function coverage(lines: readonly Line[], from: number, step: number): number[] {
  const changes = new Array<number>(STEPS + 2).fill(0);
  for (const { left, right } of lines) {
    const first = Math.max(0, Math.min(STEPS, Math.floor((left - from) / step)));
    const last = Math.max(first, Math.min(STEPS, Math.ceil((right - from) / step)));
    changes[first]!++;
    changes[last]!--;
  }
  let sum = 0;
  return changes.map((change) => (sum += change));
}

/** Whether text of columns stands side by side on both sides of `gap`. */
function isBetween(lines: readonly Line[], gap: number): boolean {
  const left = lines.filter((line) => line.right <= gap);
  const right = lines.filter((line) => line.left >= gap);
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return false;
  if (meanLength(left) < SHORTEST_LINE || meanLength(right) < SHORTEST_LINE) return false;
  const top = Math.max(left[0]!.y, right[0]!.y);
  const bottom = Math.min(left.at(-1)!.y, right.at(-1)!.y);
  const shorter = Math.min(left.at(-1)!.y - left[0]!.y, right.at(-1)!.y - right[0]!.y);
  return bottom - top >= shorter / 2;
}

function meanLength(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
}
