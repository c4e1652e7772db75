/** AsciiDoc's blocks, line by line, to blocks of text. */
import type { BlockKind, Span } from '../model.ts';
import type { Attributes } from './asciidoc-attributes.ts';
import {
  ATTRIBUTE,
  BLOCK_ATTRIBUTES,
  BLOCK_MACRO,
  BREAK,
  delimiterOf,
  isComment,
  PREPROCESSOR,
} from './asciidoc-lines.ts';
import { readText } from './asciidoc-prose.ts';
import { isNoProse, isQuote, PLAIN, withAttributes } from './asciidoc-style.ts';
import { cellsOf, valuesOf } from './asciidoc-tables.ts';
import { isUnderlined, kindNow, lineAt, reset, type Walk, write, writeTitle } from './asciidoc-walk.ts';
import type { BlockWriter } from './block-writer.ts';

/** Deepest nesting of blocks and of tables with blocks in their cells; deeper delimiters only part the text. */
const DEEPEST = 50;
const DEEPEST_TABLES = 3;

/** Writes the blocks of `lines` from index `at` on. Linear in their length. */
export function writeBlocks(
  file: string,
  lines: readonly Span[],
  at: number,
  writer: BlockWriter,
  known: Attributes,
  base: BlockKind = 'paragraph',
  tables = 0,
): void {
  const walk: Walk = {
    file,
    lines,
    at,
    writer,
    known,
    open: [],
    base,
    tables,
    style: PLAIN,
    title: null,
    attached: false,
  };
  while (walk.at < lines.length) step(walk);
}

/** Reads what begins at the present line. */
function step(walk: Walk): void {
  const line = lineAt(walk, walk.at);
  if (line === '' || isComment(line)) {
    walk.at++;
    return;
  }
  const delimiter = delimiterOf(line);
  if (delimiter !== null && !isUnderlined(walk)) delimited(walk, delimiter);
  else if (readAside(walk, line)) walk.at++;
  else readText(walk, line);
}

/** Whether the line is one that says something of a block and has no text of its own. */
function readAside(walk: Walk, line: string): boolean {
  const { start, end } = walk.lines[walk.at]!;
  if (BLOCK_ATTRIBUTES.test(line)) {
    walk.style = withAttributes(walk.style, line);
    return true;
  }
  if (/^\.(?:\.?[^\s.])/.test(line)) {
    walk.title = { start: start + 1, end };
    return true;
  }
  if (line === '+') {
    walk.attached = true;
    return true;
  }
  if (ATTRIBUTE.test(line)) {
    while (/ [\\+]$/.test(lineAt(walk, walk.at)) && lineAt(walk, walk.at + 1) !== '') walk.at++;
    return true;
  }
  if (PREPROCESSOR.test(line)) return true;
  if (!BREAK.test(line) && !BLOCK_MACRO.test(line)) return false;
  reset(walk);
  return true;
}

/** Begins or ends a block of several lines, or passes over it. */
function delimited(walk: Walk, delimiter: string): void {
  const { style, open } = walk;
  const first = delimiter[0]!;
  const outer = open.findLastIndex((block) => block.delimiter === delimiter);
  if (outer >= 0) {
    open.length = outer;
    walk.at++;
    reset(walk);
  } else if (delimiter.endsWith('===') && '|,:!'.includes(first)) table(walk, delimiter);
  else if (
    delimiter === '```' ||
    (first !== '_' && first !== '=' && first !== '*' && delimiter !== '--') ||
    isNoProse(style)
  ) {
    closeOf(walk, delimiter);
    reset(walk);
  } else if (style.name === 'verse') {
    const from = walk.at + 1;
    const lines = walk.lines.slice(from, closeOf(walk, delimiter));
    writeTitle(walk);
    for (const part of paragraphs(lines)) write(walk, part, 'quote', true);
    reset(walk);
  } else {
    writeTitle(walk);
    const kind = first === '_' || isQuote(style) ? 'quote' : kindNow(walk);
    if (open.length < DEEPEST) open.push({ delimiter, kind });
    walk.at++;
    reset(walk);
  }
}

/** Goes behind the line that ends the block and gives that line's index; a block without an end runs to the end of the file. */
function closeOf(walk: Walk, delimiter: string): number {
  let close = walk.at + 1;
  while (close < walk.lines.length && lineAt(walk, close) !== delimiter) close++;
  walk.at = close + 1;
  return close;
}

function table(walk: Walk, delimiter: string): void {
  const { style } = walk;
  const from = walk.at + 1;
  const lines = walk.lines.slice(from, closeOf(walk, delimiter));
  writeTitle(walk);
  reset(walk);
  const first = delimiter[0]!;
  const isValues = /^(?:csv|tsv|dsv)$/.test(style.format) || first === ',' || first === ':';
  const usual = style.format === 'tsv' ? '\t' : style.format === 'csv' ? ',' : style.format === 'dsv' ? ':' : first;
  const separator = style.separator ?? usual;
  const rows = lines.filter(({ start, end }) => isValues === false || end > start);
  const cells = isValues ? valuesOf(walk.file, rows, separator) : cellsOf(walk.file, rows, separator);
  for (const cell of cells) {
    if ((cell.holdsBlocks || style.blockColumns) && walk.tables < DEEPEST_TABLES) {
      writeBlocks(walk.file, cell.lines, 0, walk.writer, walk.known, 'cell', walk.tables + 1);
    } else for (const part of paragraphs(cell.lines)) write(walk, part, 'cell');
  }
}

/** Runs of lines between empty ones. */
function paragraphs(lines: readonly Span[]): Span[][] {
  const found: Span[][] = [];
  let open: Span[] = [];
  for (const line of lines) {
    if (line.end > line.start) {
      if (open.length === 0) found.push(open);
      open.push(line);
    } else open = [];
  }
  return found;
}
