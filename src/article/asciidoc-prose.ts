/** AsciiDoc's headings, items and paragraphs. */
import type { Span } from '../model.ts';
import {
  BLOCK_ATTRIBUTES,
  delimiterOf,
  isComment,
  itemMark,
  PREPROCESSOR,
  sectionMark,
  termOf,
} from './asciidoc-lines.ts';
import { isNoProse, isQuote } from './asciidoc-style.ts';
import { isUnderlined, kindNow, lineAt, reset, type Walk, write, writeTitle } from './asciidoc-walk.ts';

/** Headings, items, terms and paragraphs. */
export function readText(walk: Walk, line: string): void {
  const { start, end } = walk.lines[walk.at]!;
  const section = sectionMark(line);
  const item = itemMark(line);
  const term = section > 0 || item > 0 ? null : termOf(line);
  if (section > 0 || isUnderlined(walk)) {
    walk.at += section > 0 ? 1 : 2;
    const close = section > 0 ? (/ [=#]{1,6}$/.exec(line)?.[0].length ?? 0) : 0;
    write(walk, [{ start: start + section, end: end - close }], 'heading');
    reset(walk);
  } else if (item > 0) {
    writeTitle(walk);
    const lines = [{ start: start + item, end }];
    walk.at++;
    readItem(walk, lines);
  } else if (term) {
    writeTitle(walk);
    write(walk, [{ start, end: start + term.end }], 'item');
    walk.at++;
    const lines = [{ start: start + term.text, end }].filter((one) => one.end > one.start);
    // The text of a term may stand below it, even behind empty lines.
    let next = walk.at;
    while (lines.length === 0 && next < walk.lines.length && lineAt(walk, next) === '') next++;
    if (lines.length === 0 && !beginsBlock(walk, next) && !beginsItem(lineAt(walk, next))) walk.at = next;
    readItem(walk, lines);
  } else paragraph(walk, line);
}

/** Writes an item with the lines that go on with it. */
function readItem(walk: Walk, lines: Span[]): void {
  for (; walk.at < walk.lines.length; walk.at++) {
    const line = lineAt(walk, walk.at);
    if (line === '' || line === '+' || beginsItem(line) || beginsBlock(walk, walk.at)) break;
    if (!isComment(line) && !PREPROCESSOR.test(line)) lines.push(walk.lines[walk.at]!);
  }
  write(walk, lines, kindNow(walk) === 'quote' ? 'quote' : 'item', walk.style.breaksLines);
  reset(walk);
}

const beginsItem = (line: string): boolean => itemMark(line) > 0 || termOf(line) !== null;

/** Whether a line ends the paragraph before it. */
function beginsBlock(walk: Walk, at: number): boolean {
  const line = lineAt(walk, at);
  return BLOCK_ATTRIBUTES.test(line) || delimiterOf(line) !== null;
}

const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+/;

function paragraph(walk: Walk, first: string): void {
  const lines: Span[] = [];
  for (; walk.at < walk.lines.length; walk.at++) {
    const line = lineAt(walk, walk.at);
    if (line === '' || (lines.length > 0 && (beginsBlock(walk, walk.at) || (walk.attached && line === '+')))) break;
    if (!isComment(line) && !PREPROCESSOR.test(line)) lines.push(walk.lines[walk.at]!);
  }
  const { style } = walk;
  // An indented paragraph is code, as in Markdown.
  if ((/^[ \t]/.test(first) && style.name === '') || isNoProse(style)) {
    reset(walk);
    return;
  }
  writeTitle(walk);
  const label = ADMONITION.exec(first)?.[0].length ?? 0;
  lines[0] = { start: lines[0]!.start + label, end: lines[0]!.end };
  const quote = quotedLines(walk.file, lines);
  const isHeading = style.name === 'discrete' || style.name === 'float';
  const kind = quote || isQuote(style) ? 'quote' : isHeading ? 'heading' : walk.attached ? 'item' : kindNow(walk);
  write(walk, quote ?? lines, kind, style.breaksLines || style.name === 'verse');
  reset(walk);
}

/** The lines of a quotation in marks with its author below, or with angles before them as in Markdown; else null. */
function quotedLines(file: string, lines: readonly Span[]): Span[] | null {
  const text = ({ start, end }: Span): string => file.slice(start, end);
  const last = lines.at(-1)!;
  const before = lines.at(-2);
  if (before && text(last).startsWith('-- ') && file[lines[0]!.start] === '"' && file[before.end - 1] === '"') {
    const inner = lines.slice(0, -1);
    inner[0] = { start: inner[0]!.start + 1, end: inner[0]!.end };
    const end = inner.at(-1)!;
    inner[inner.length - 1] = { start: end.start, end: Math.max(end.start, end.end - 1) };
    return inner;
  }
  if (!lines.every((line) => file[line.start] === '>')) return null;
  const inner = lines.map(({ start, end }) => ({ start: start + 1 + (file[start + 1] === ' ' ? 1 : 0), end }));
  return inner
    .map(({ start, end }) => ({ start: Math.min(start, end), end }))
    .filter((line) => !text(line).startsWith('-- '));
}
