/** Cuts plain text into blocks: paragraphs at blank lines, list items, headings. Pure and linear. */
import type { Block, BlockKind } from '../model.ts';
import { isBlank, isLower, isUpper, skipBlank, trimBlank } from './sentences/chars.ts';

interface Line {
  start: number;
  end: number;
}

const BULLET = /^(?:[-*+•‣⁃▪●◦][ \t]|[•‣⁃▪●◦])/;
const NUMBERED = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})(?:\.\)|[.)])[ \t]/;
const DASHED = /^[–—][ \t]/;
const SPEAKER = /^(?:\p{Lu}[\p{Lu}\d.'’-]*(?: \p{Lu}[\p{Lu}\d.'’-]*){0,2}|Q|A|Myth|Fact):\s/u;
const ENDED = /[.!?…。！？:;]["'”’)\]*_]{0,3}$/;
/** Longest line that may be a heading without marks of its own. */
const LONGEST_HEADING = 100;
/** What of a line the tests look at. */
const LOOK = 48;

function headOf(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + LOOK));
}

function isEnded(text: string, line: Line): boolean {
  return ENDED.test(text.slice(Math.max(line.start, line.end - 5), line.end));
}

function isCapitals(text: string, line: Line): boolean {
  if (line.end - line.start > LONGEST_HEADING) return false;
  const s = text.slice(line.start, line.end);
  return /\p{Lu}{2}/u.test(s) && s === s.toUpperCase();
}

/** How a line opens a block of its own kind, or null when it may carry on the one before. */
function opening(text: string, line: Line, before: Line | null, inItem: boolean): BlockKind | null {
  const head = headOf(text, line);
  const first = text[line.start]!;
  if (first === '#' && /^#{1,6}\s/.test(head)) return 'heading';
  if (first === '>') return 'quote';
  if (BULLET.test(head)) return 'item';
  const free = before === null || inItem || isEnded(text, before);
  if (free && (NUMBERED.test(head) || DASHED.test(head))) return 'item';
  return isUpper(first) && SPEAKER.test(head) ? 'paragraph' : null;
}

/**
 * A line that stands over others as their heading: in capitals over lines that are not, or short, without a final
 * mark, and over a line half as long again that starts with a capital (wrapped lines are about equally long).
 */
function isHeading(text: string, line: Line, before: Line | null, after: Line | null): boolean {
  if (isEnded(text, line) || (before !== null && !isEnded(text, before))) return false;
  if (after === null) return false;
  if (isCapitals(text, line)) return !isCapitals(text, after);
  const length = line.end - line.start;
  const first = text[after.start]!;
  const capital = isUpper(first) || /["“‘'(\d•*-]/.test(first);
  return (
    length <= LONGEST_HEADING &&
    text[line.end - 1] !== ',' &&
    capital &&
    after.end - after.start >= 1.5 * length &&
    !isLower(text[line.start]!)
  );
}

/** Three or more short lines in small letters and without marks: a bare list. */
function isBareList(text: string, lines: Line[]): boolean {
  if (lines.length < 3 || lines.length > 50 || !isLower(text[lines[0]!.start]!)) return false;
  return lines.every((line) => line.end - line.start <= 40 && !/[.!?,;:]$/.test(text.slice(line.start, line.end)));
}

/** A paragraph of one short line without a final mark, with text below it. */
function standsAlone(text: string, lines: Line[], last: boolean): boolean {
  const line = lines[0]!;
  return (
    !last &&
    lines.length === 1 &&
    line.end - line.start <= LONGEST_HEADING &&
    !isEnded(text, line) &&
    !isLower(text[line.start]!)
  );
}

function addParagraph(text: string, lines: Line[], last: boolean, out: Block[]): void {
  if (isBareList(text, lines)) {
    for (const line of lines) out.push({ ...line, kind: 'item' });
    return;
  }
  let fresh = true;
  lines.forEach((line, i) => {
    const before = lines[i - 1] ?? null;
    const kind = opening(text, line, before, !fresh && out.at(-1)?.kind === 'item');
    const heading =
      kind === null && (standsAlone(text, lines, last) || isHeading(text, line, before, lines[i + 1] ?? null));
    const block = out.at(-1);
    const quoted = kind === 'quote' && block?.kind === 'quote' && !fresh;
    if (fresh || (kind !== null && !quoted) || heading) {
      out.push({ ...line, kind: kind ?? (heading ? 'heading' : 'paragraph') });
    } else if (block) block.end = line.end;
    fresh = heading || kind === 'heading';
  });
}

/** The blocks of `text`: in order, trimmed, without overlap, covering every character that is no white space. */
export function cutBlocks(text: string): Block[] {
  const out: Block[] = [];
  let lines: Line[] = [];
  let pos = 0;
  while (pos < text.length) {
    const newline = text.indexOf('\n', pos);
    const stop = newline < 0 ? text.length : newline;
    const start = skipBlank(text, pos, stop);
    if (start < stop) lines.push({ start, end: trimBlank(text, stop, start) });
    else if (lines.length > 0) {
      addParagraph(text, lines, isBlankFrom(text, stop), out);
      lines = [];
    }
    pos = stop + 1;
  }
  if (lines.length > 0) addParagraph(text, lines, true, out);
  return out;
}

/** Whether nothing follows; looks at no more than what the scan passes next. */
function isBlankFrom(text: string, pos: number): boolean {
  let i = pos;
  while (i < text.length && isBlank(text.charCodeAt(i))) i++;
  return i === text.length;
}
