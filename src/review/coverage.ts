/** What a directive covers: a line of its file, or the prose that comes next. Pure. */
import { documentPlace, fileEnd, fileStart, lineIndex, lineTable } from '../article/position.ts';
import { cutBlocks } from '../detect/blocks.ts';
import type { Article, Block, OffsetRun, Span } from '../model.ts';

/** An article laid out for looking things up by place in its file; where the file is no text, by place in the text. */
export interface Layout {
  text: string;
  lines: Uint32Array;
  blocks: readonly Block[];
  /** In the order of the text, and in that of the file. */
  runs: OffsetRun[];
  byFile: OffsetRun[];
  /** Line (paragraph, in a document) and column of an offset, 1-based. */
  point(offset: number): { line: number; column: number };
}

/** The layout of an article. Linear, but for sorting what a page shows in another order than its file. */
export function layoutOf({ text, blocks, origin, document }: Article): Layout {
  const runs = origin?.runs ?? [{ text: 0, file: 0, length: text.length }];
  const lines = lineTable(origin?.fileText ?? text);
  return {
    text: origin?.fileText ?? text,
    lines,
    point(offset) {
      const place = documentPlace(document, offset);
      if (place) return { line: place.paragraph, column: place.column + 1 };
      const line = lineIndex(lines, offset);
      return { line: line + 1, column: offset - lines[line]! + 1 };
    },
    blocks: blocks.length > 0 ? blocks : cutBlocks(text),
    runs,
    byFile: [...runs].sort((a, b) => a.file - b.file),
  };
}

/** The index of the last entry that begins at or before `offset`; -1 if none does. */
function lastBefore<T>(entries: readonly T[], startOf: (entry: T) => number, offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(entries[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether the character of the file at `offset` is part of the article's text. */
export function isProse({ byFile }: Layout, offset: number): boolean {
  const run = byFile[lastBefore(byFile, ({ file }) => file, offset)];
  return run !== undefined && offset < run.file + run.length;
}

/** The lines that `span` touches, whole. */
export function wholeLines({ text, lines }: Layout, { start, end }: Span): Span {
  const last = lineIndex(lines, Math.max(start, end - 1));
  return { start: lines[lineIndex(lines, start)]!, end: lines[last + 1] ?? text.length };
}

/**
 * What a directive that ends at `from` means by the next line: from there to the end of the paragraph (item, heading,
 * cell) in which the next prose stands, however its lines are broken. A table's row cannot be parted by a comment:
 * of a table it is the first line. Empty where no prose comes.
 */
export function nextProse(layout: Layout, from: number): Span {
  const at = nextInText(layout, from);
  const index = lastBefore(layout.blocks, ({ start }) => start, at ?? -1);
  const block = layout.blocks[index];
  if (at === null || block === undefined || at >= block.end) return { start: from, end: from };
  let end = behind(layout, block);
  if (block.kind === 'cell') {
    const { end: line } = wholeLines(layout, { start: fileStart(layout.runs, block.start), end });
    for (let i = index + 1; layout.blocks[i]?.kind === 'cell'; i++) {
      if (fileStart(layout.runs, layout.blocks[i]!.start) >= line) break;
      end = Math.max(end, behind(layout, layout.blocks[i]!));
    }
  }
  return { start: from, end: Math.max(from, end) };
}

/** The whole block that holds the character of the text at `offset`, as places in the file. */
export function blockAround(layout: Layout, offset: number): Span {
  const block = layout.blocks[lastBefore(layout.blocks, ({ start }) => start, offset)];
  if (block === undefined) return { start: offset, end: offset };
  return { start: fileStart(layout.runs, block.start), end: behind(layout, block) };
}

const behind = ({ runs }: Layout, block: Block): number => fileEnd(runs, block.end);

/** The offset in the text of the first character at or behind `from` in the file that is no white space. */
function nextInText({ text, byFile }: Layout, from: number): number | null {
  for (
    let i = Math.max(
      0,
      lastBefore(byFile, ({ file }) => file, from),
    );
    i < byFile.length;
    i++
  ) {
    const run = byFile[i]!;
    const end = run.file + run.length;
    const at = Math.max(run.file, from);
    if (at >= end) continue;
    const seen = /\S/g;
    seen.lastIndex = at;
    const next = seen.exec(text)?.index ?? text.length;
    if (next < end) return run.text + next - run.file;
  }
  return null;
}
