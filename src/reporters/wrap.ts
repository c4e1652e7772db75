/** Wraps text to the width of a terminal, keeping track of a marked stretch. Pure. */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Span } from '../model.ts';

/** A stretch of a wrapped line, marked or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** Text whose every UTF-16 unit is one grapheme of one column: Latin letters without the soft hyphen, quotes, dashes. */
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** Columns that `text` takes up in a terminal: 2 for wide East Asian characters and emoji, 0 for combining marks. */
export function width(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += graphemeWidth(segment);
  return columns;
}

function graphemesOf(text: string): Intl.Segments {
  return new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
}

/** A grapheme is as wide as its first character, and as an emoji when a selector says that it is one. */
function graphemeWidth(grapheme: string): number {
  if (PLAIN.test(grapheme)) return grapheme.length;
  if (/^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0)!);
}

/** Wraps `text`, one line without control characters, to lines of at most `columns`; as `wrapMarked`. */
export function wrap(text: string, columns: number): string[] {
  return lineSpans(text, columns).map(({ start, end }) => text.slice(start, end));
}

/**
 * Wraps `text`, one line without control characters, at spaces to lines of at most `columns` (at least 2), each as
 * a run of segments; what lies in `mark` is marked. A word that is longer than a line is cut between graphemes, and
 * a line may end before and after a wide character. Gives one empty line for an empty text.
 */
export function wrapMarked(text: string, mark: Span, columns: number): Segment[][] {
  return lineSpans(text, columns).map(({ start, end }) => {
    const from = Math.min(Math.max(mark.start, start), end);
    const to = Math.max(from, Math.min(mark.end, end));
    const parts = [
      { text: text.slice(start, from), marked: false },
      { text: text.slice(from, to), marked: true },
      { text: text.slice(to, end), marked: false },
    ];
    return parts.filter((part) => part.text !== '');
  });
}

/** Where the lines of `text` stand in it; the spaces between two lines belong to neither. */
function lineSpans(text: string, columns: number): Span[] {
  const spans = PLAIN.test(text) ? plainSpans(text, columns) : graphemeSpans(text, columns);
  return spans.length > 0 ? spans : [{ start: 0, end: 0 }];
}

function plainSpans(text: string, columns: number): Span[] {
  const spans: Span[] = [];
  for (let start = afterSpaces(text, 0); start < text.length; ) {
    const space = text.length - start <= columns ? text.length : text.lastIndexOf(' ', start + columns);
    const end = space > start ? space : start + columns;
    spans.push({ start, end: beforeSpaces(text, start, end) });
    start = afterSpaces(text, end);
  }
  return spans;
}

function graphemeSpans(text: string, columns: number): Span[] {
  const spans: Span[] = [];
  let start = afterSpaces(text, 0);
  let used = 0;
  // The last place at which the line may end.
  let end = -1;
  const next = (): void => {
    spans.push({ start, end: beforeSpaces(text, start, end) });
    start = afterSpaces(text, end);
    end = -1;
  };
  for (const { segment, index } of graphemesOf(text)) {
    if (index < start) continue;
    const size = graphemeWidth(segment);
    if (size > 1 || segment === ' ') end = index;
    if (used > 0 && used + size > columns) {
      if (end <= start) end = index;
      next();
      used = width(text.slice(start, Math.max(start, index)));
      if (index < start) continue;
    }
    used += size;
    if (size > 1) end = index + segment.length;
  }
  end = text.length;
  if (start < end) next();
  return spans;
}

function afterSpaces(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ') to++;
  return to;
}

function beforeSpaces(text: string, from: number, at: number): number {
  let to = at;
  while (to > from && text[to - 1] === ' ') to--;
  return to;
}
