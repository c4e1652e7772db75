/** Lines in reading order to paragraphs. */
import type { BlockKind } from '../model.ts';
import { type Line, median } from './pdf-lines.ts';

/** A paragraph of lines, not yet joined. */
export interface Paragraph {
  kind: BlockKind;
  lines: Line[];
}

/** Lines further apart than this, in usual distances between lines, belong to different paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** Fonts that differ by more than this do not share a paragraph. */
const OTHER_SIZE = 1.12;
/** Fonts larger than the body's by this are headings, up to a length. */
const HEADING = 1.15;
const LONGEST_HEADING = 300;
/** A first line is set in by at least this, in font heights. */
const INDENT = 0.8;
/** A line that ends a sentence this far before the right edge, in widths of the column, ends its paragraph. */
const SHORT = 0.2;
/** A line this near the edge is full: its sentence goes on in the next column. */
const FULL = 0.1;

const BULLET = /^(?:[•‣◦▪●■–—*-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/;
const ENDS = /[.!?:;…。！？]["”’»)\]]{0,3}\d{0,3}$/;

/** The paragraphs of a document, `groups` being its columns in reading order. */
export function paragraphs(groups: readonly Line[][]): Paragraph[] {
  const body = bodySize(groups);
  const found: Paragraph[] = [];
  let last: { line: Line; isFull: boolean } | null = null;
  for (const group of groups) {
    const column = columnOf(group);
    for (const [i, line] of group.entries()) {
      const before = group[i - 1];
      const isNew: boolean =
        last === null || (before ? startsAfter(before, line, column) : !goesOn(last.line, last.isFull, line));
      if (isNew) found.push({ kind: BULLET.test(line.text) ? 'item' : 'paragraph', lines: [line] });
      else found.at(-1)!.lines.push(line);
      // A line alone fills whatever it stands in.
      last = { line, isFull: group.length > 2 && line.right >= column.right - FULL * (column.right - column.left) };
    }
  }
  for (const paragraph of found) if (isHeading(paragraph, body)) paragraph.kind = 'heading';
  return found;
}

interface Column {
  left: number;
  right: number;
  /** Usual distance between baselines. */
  leading: number;
}

function columnOf(lines: readonly Line[]): Column {
  const [lefts, rights] = [lines.map(({ left }) => left), lines.map(({ right }) => right)];
  const steps = lines.slice(1).map((line, i) => line.y - lines[i]!.y);
  const usual = steps.filter((step) => step > 0);
  const size = median(lines.map((line) => line.size));
  return {
    // Most of the lines begin at the edge; a few hang out.
    left: [...lefts].sort((a, b) => a - b)[Math.floor(lefts.length / 10)]!,
    right: rights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    leading: usual.length >= 3 ? Math.max(median(usual), size) : size * 1.3,
  };
}

function startsAfter(before: Line, line: Line, { left, right, leading }: Column): boolean {
  const step = line.y - before.y;
  if (step < 0 || step > PARAGRAPH_GAP * Math.max(leading, 0.9 * line.size) || isOtherSize(before, line)) return true;
  if (BULLET.test(line.text) && (ENDS.test(before.text) || BULLET.test(before.text))) return true;
  if (!ENDS.test(before.text)) return false;
  const isIndented = line.left - left > INDENT * line.size && before.left - left <= INDENT * line.size;
  if (isIndented && !BULLET.test(before.text)) return true;
  return before.right < right - SHORT * (right - left);
}

/** Whether the paragraph that ends a column goes on with the first line of the next. */
function goesOn(before: Line, isFull: boolean, line: Line): boolean {
  if (isOtherSize(before, line) || BULLET.test(line.text) || ENDS.test(before.text)) return false;
  return /^[\p{Ll}(“"‘]/u.test(line.text) || isFull;
}

function isOtherSize(one: Line, other: Line): boolean {
  return Math.max(one.size, other.size) > OTHER_SIZE * Math.min(one.size, other.size);
}

function isHeading({ lines }: Paragraph, body: number): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_HEADING && lines.every(({ size }) => size >= HEADING * body);
}

/** The size most characters have. */
function bodySize(groups: readonly Line[][]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of groups.flat()) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
