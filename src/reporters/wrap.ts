/** Wraps text to the width of a terminal, keeping track of a marked stretch. Pure. */
import stringWidth from 'string-width';
import type { Span } from '../model.ts';

/** A stretch of a wrapped line, marked or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

interface Cell extends Segment {
  width: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that `text` takes up in a terminal: 2 for wide East Asian characters and emoji, 0 for combining marks. */
export function width(text: string): number {
  return stringWidth(text);
}

/** Wraps `text`, which holds no control characters, at white space to lines of at most `columns`. */
export function wrap(text: string, columns: number): string[] {
  return wrapMarked(text, { start: 0, end: 0 }, columns).map((line) => line.map((part) => part.text).join(''));
}

/**
 * Wraps `text` at spaces to lines of at most `columns` (at least 2), each as a run of segments; what lies in
 * `mark` is marked. A word that is longer than a line is cut between graphemes; wide characters are words of
 * their own. Gives one empty line for an empty text.
 */
export function wrapMarked(text: string, mark: Span, columns: number): Segment[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let used = 0;
  const flush = (): void => {
    while (line.at(-1)?.text === ' ') line.pop();
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of words(text, mark)) {
    const size = word.reduce((sum, cell) => sum + cell.width, 0);
    const isSpace = word[0]?.text === ' ';
    if (isSpace && line.length === 0) continue;
    if (used > 0 && used + size > columns) {
      flush();
      if (isSpace) continue;
    }
    for (const cell of word) {
      if (used > 0 && used + cell.width > columns) flush();
      line.push(cell);
      used += cell.width;
    }
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines.map(joined);
}

/** Spaces, wide characters, and everything between them, as runs of graphemes. */
function* words(text: string, mark: Span): Generator<Cell[]> {
  let word: Cell[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const space = /^\s/.test(segment);
    const cell = { text: space ? ' ' : segment, marked: index >= mark.start && index < mark.end, width: 1 };
    // The width of ASCII is known; asking for it takes most of the time here.
    if (segment.length > 1 || segment > '~') cell.width = space ? 1 : width(segment);
    if (space || cell.width > 1) {
      if (word.length > 0) yield word;
      yield [cell];
      word = [];
    } else word.push(cell);
  }
  if (word.length > 0) yield word;
}

function joined(cells: Cell[]): Segment[] {
  const segments: Segment[] = [];
  for (const { text, marked } of cells) {
    const last = segments.at(-1);
    if (last?.marked === marked) last.text += text;
    else segments.push({ text, marked });
  }
  return segments;
}
