/** A page's pieces of text to lines. */
import type { PlacedText } from './pdf-placed.ts';

/** A stretch of text on one baseline. */
export interface Line {
  text: string;
  left: number;
  right: number;
  /** Baseline, in points from the top. */
  y: number;
  size: number;
}

/** Pieces whose baselines differ by less than this share of the font are one line: raised figures stay in theirs. */
const SAME_LINE = 0.5;
/** Gaps wider than this share of the font cut a line in two, for the time being: it may be that between columns. */
const WIDE_GAP = 0.9;
/** Gaps wider than this are spaces; letters set apart stay below. */
const SPACE = 0.17;

/** The lines of a page from top to bottom, cut where gaps are wide; those of one baseline from left to right. */
export function pageLines(pieces: readonly PlacedText[]): Line[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Line[] = [];
  for (let at = 0; at < sorted.length; ) {
    const row: PlacedText[] = [];
    let anchor = sorted[at]!;
    while (at < sorted.length && sorted[at]!.y - anchor.y <= SAME_LINE * Math.max(anchor.size, sorted[at]!.size)) {
      // The largest piece says where the line stands; a raised figure comes before it.
      if (sorted[at]!.size > anchor.size * 1.2 && row.length < 20) anchor = sorted[at]!;
      row.push(sorted[at++]!);
    }
    row.sort((a, b) => a.x - b.x);
    lines.push(...rowLines(row));
  }
  return lines;
}

/** A line and what it is put together from. */
interface OpenLine {
  line: Line;
  parts: string[];
}

function rowLines(row: readonly PlacedText[]): Line[] {
  const lines: OpenLine[] = [];
  let spaced = false;
  for (const piece of row) {
    const open = lines.at(-1);
    const right = piece.x + piece.width;
    const gap = open ? piece.x - open.line.right : Number.POSITIVE_INFINITY;
    const size = Math.max(piece.size, open?.line.size ?? 0);
    if (!open || gap > WIDE_GAP * size) {
      lines.push({ line: { text: '', left: piece.x, right, y: piece.y, size: piece.size }, parts: [piece.text] });
    } else if (!isShadow(open, piece, gap)) {
      if ((spaced || gap > SPACE * size) && !/\s$/.test(open.parts.at(-1)!.slice(-1))) open.parts.push(' ');
      open.parts.push(piece.text);
      open.line.right = Math.max(open.line.right, right);
      if (piece.size > open.line.size) [open.line.size, open.line.y] = [piece.size, piece.y];
    }
    spaced = piece.spaced;
  }
  return lines.map(({ line, parts }) => ({ ...line, text: parts.join('') }));
}

/** Bold made by setting the same words twice, a hair apart. */
function isShadow({ parts }: OpenLine, piece: PlacedText, gap: number): boolean {
  return gap < -0.8 * piece.width && parts.at(-1) === piece.text;
}

/** One line of several that stand on one baseline. */
export function joined(lines: readonly Line[]): Line {
  const first = lines[0]!;
  return {
    text: lines.map(({ text }) => text.trim()).join(' '),
    left: first.left,
    right: lines.reduce((most, { right }) => Math.max(most, right), first.right),
    y: first.y,
    size: lines.reduce((most, { size }) => Math.max(most, size), 0),
  };
}

/** Lines of one baseline put together, where they follow each other. */
export function joinRows(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - line.y) <= SAME_LINE * Math.min(row[0]!.size, line.size)) row.push(line);
    else rows.push([line]);
  }
  return rows.map(joined);
}

/** The middle one of `values` by size; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
