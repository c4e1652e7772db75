/** Lines of an AsciiDoc file, and what they are by themselves. */
import type { Span } from '../model.ts';

/** The lines of `file` from offset `from` on, without their ends and the white space before them. */
export function linesOf(file: string, from = 0): Span[] {
  const lines: Span[] = [];
  let start = from;
  for (let at = from; at <= file.length; at++) {
    const unit = at < file.length ? file.charCodeAt(at) : 10;
    if (unit !== 10 && unit !== 13) continue;
    lines.push(trimmedEnd(file, start, at));
    if (unit === 13 && file.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
  return lines;
}

/** The stretch without white space at its end. */
export function trimmedEnd(file: string, start: number, end: number): Span {
  let to = end;
  while (to > start && isBlankUnit(file.charCodeAt(to - 1))) to--;
  return { start, end: to };
}

/** The stretch without white space at either end. */
export function trimmed(file: string, start: number, end: number): Span {
  let from = start;
  while (from < end && isBlankUnit(file.charCodeAt(from))) from++;
  return trimmedEnd(file, from, end);
}

const isBlankUnit = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;

/** A comment of one line. */
export const isComment = (line: string): boolean => line.startsWith('//') && !line.startsWith('///');

/** Directives that choose or fetch what the file does not have; with text in their brackets that is part of the text. */
export const PREPROCESSOR = /^(?:include|ifdef|ifndef|ifeval|endif)::/;

/** `:name: value`, `:!name:`. */
export const ATTRIBUTE = /^:(!?)(\w[\w-]{0,80})(!?):(?:[ \t]+(.*))?$/;

/** A line of block attributes or an anchor. */
export const BLOCK_ATTRIBUTES = /^\[(?:|[\w.#%{,"' ].*|\[(?:|[\p{L}_:][\w:.-]*(?:, *.+)?)\])\]$/u;

/** Lines that begin and end blocks of several lines: four and more of one character, `--`, three backticks, tables. */
export function delimiterOf(line: string): string | null {
  const first = line[0]!;
  if (line === '--') return line;
  if (/^[|,:!]={3,}$/.test(line)) return line;
  if (line.startsWith('```') && !line.startsWith('````')) return /^```[\w+#-]{0,40}$/.test(line) ? '```' : null;
  if (line.length < 4 || !'-.+/_=*`~'.includes(first)) return null;
  for (let at = 1; at < line.length; at++) if (line[at] !== first) return null;
  return first === '`' || first === '~' ? null : line;
}

/** Rules and page breaks. */
export const BREAK = /^(?:'{3,}|<{3,}|---|- - -|\*\*\*|\* \* \*)$/;

/** A macro that is a block of its own: pictures, tables of contents. */
export const BLOCK_MACRO = /^\w[\w-]{0,40}::(?:\S|\S.*\S)?\[.*\]$/u;

/** The heading marks before a section's title; their length, or 0. */
export function sectionMark(line: string): number {
  const mark = /^(?:={1,6}|#{1,6})[ \t]+(?=\S)/.exec(line);
  return mark ? mark[0].length : 0;
}

/** What underlines a title of two lines. */
export function isUnderline(line: string, title: string): boolean {
  const first = line[0];
  if (first === undefined || line.length < 2 || !'=-~^+'.includes(first)) return false;
  if (Math.abs([...title.slice(0, 300)].length - line.length) > 1 || !/[\p{L}\p{N}]/u.test(title)) return false;
  return delimiterOf(line) === line || /^([=\-~^+])\1+$/.test(line);
}

/** The length of the mark of a list item, with white space and box, at the beginning of a line; 0 without one. */
export function itemMark(line: string): number {
  const mark =
    /^[ \t]*(?:-|\*{1,5}|•|\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,9}\)|<(?:\d{1,9}|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)/.exec(
      line,
    );
  return mark ? mark[0].length : 0;
}

/** Where the term of a description list ends and where its text begins; null where the line is none. */
export function termOf(line: string): { end: number; text: number } | null {
  const first = line.search(/\S/);
  if (first < 0) return null;
  for (let at = first + 1; at < line.length; ) {
    let found = at;
    while (found < line.length && (line[found] !== line[found + 1] || (line[found] !== ':' && line[found] !== ';')))
      found++;
    if (found >= line.length) return null;
    const mark = line[found]!;
    let end = found;
    while (line[end] === mark) end++;
    const isMark = end - found <= (mark === ':' ? 4 : 2);
    if (isMark && (end === line.length || line[end] === ' ' || line[end] === '\t')) {
      let text = end;
      while (text < line.length && (line[text] === ' ' || line[text] === '\t')) text++;
      return { end: found, text };
    }
    at = end;
  }
  return null;
}
