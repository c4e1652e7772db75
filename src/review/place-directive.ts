/** A directive where it stands: what it covers, and its lines. Pure. */
import { lineIndex } from '../article/position.ts';
import type { Span } from '../model.ts';
import { type Comment, isUnclosed } from './comment.ts';
import { blockAround, type Layout, nextProse, wholeLines } from './coverage.ts';
import type { Written } from './directive-syntax.ts';
import type { Directive, Notice } from './finding.ts';

/** The directive that a comment of a file is. */
export function placed(written: Written, comment: Comment, layout: Layout): Directive {
  const covers = covered(written.kind, comment, layout);
  const region = regionOf(layout, comment);
  const byLine = written.kind === 'line' || written.kind === 'next-line';
  const lastLine = byLine && covers.end > covers.start ? lineIndex(layout.lines, covers.end - 1) + 1 : 0;
  return { ...written, ...region, covers, enabled: [], lastLine: Math.max(lastLine, region.endLine) };
}

/** The directive that a comment in the margin of a document is: what it is anchored to takes the place of lines. */
export function inMargin(written: Written, { start, end }: Comment, layout: Layout): Directive {
  const region = regionOf(layout, { start, end });
  const rest = { ...written, ...region, enabled: [], lastLine: region.endLine };
  if (written.kind === 'file') return { ...rest, covers: { start: 0, end: layout.text.length } };
  return { ...rest, kind: 'line', covers: end > start ? { start, end } : blockAround(layout, start) };
}

function covered(kind: Directive['kind'], { start, end }: Comment, layout: Layout): Span {
  if (kind === 'file') return { start: 0, end: layout.text.length };
  if (kind === 'enable') return { start: end, end };
  if (kind === 'disable') return { start, end: layout.text.length };
  return kind === 'next-line' ? nextProse(layout, end) : wholeLines(layout, { start, end });
}

type Region = Pick<Directive, 'line' | 'column' | 'endLine' | 'endColumn'>;

function regionOf(layout: Layout, { start, end }: Span): Region {
  const first = layout.point(start);
  const last = layout.point(Math.max(start, end - 1));
  return { ...first, endLine: last.line, endColumn: last.column + (end > start ? 1 : 0) };
}

/** What is to be said of a comment that cannot work. */
export function notice(layout: Layout, comment: Comment, message: string): Notice {
  const unclosed = isUnclosed(comment);
  const { start } = comment;
  // One that does not end takes in all the rest; its first line shows it.
  const end = unclosed ? wholeLines(layout, { start, end: start + 1 }).end : comment.end;
  const region = regionOf(layout, { start, end: start + layout.text.slice(start, end).trimEnd().length });
  return { ...region, code: unclosed ? 'suppression-unclosed' : 'suppression-malformed', severity: 'warning', message };
}
