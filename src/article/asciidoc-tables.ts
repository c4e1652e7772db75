/** Cells of AsciiDoc tables. */

import type { Span } from '../model.ts';
import { trimmed } from './asciidoc-lines.ts';

/** A cell: its lines, empty ones too, and whether it may hold blocks. */
export interface Cell {
  lines: Span[];
  holdsBlocks: boolean;
}

/** What stands before a separator and says how the cell is shown: `2+`, `.3+^.>s`, `a`. */
const SPEC = /(?:^|[ \t])((?:\d{0,4}(?:\.\d{1,4})?[+*])?(?:[<^>]?(?:\.[<^>])?)?([a-z]?))$/;
const LONGEST_SPEC = 16;

/** The cells of a table whose rows are `lines`, cut at `separator`. Linear. */
export function cellsOf(file: string, lines: readonly Span[], separator: string): Cell[] {
  const cells: Cell[] = [];
  const add = (start: number, end: number): void => {
    const line = trimmed(file, start, end);
    cells.at(-1)?.lines.push(line);
  };
  for (const { start, end } of lines) {
    let from = start;
    for (let at = start; at < end; at++) {
      if (file[at] !== separator || file[at - 1] === '\\') continue;
      const before = file.slice(Math.max(from, at - LONGEST_SPEC), at);
      const spec = SPEC.exec(before);
      const style = spec && (spec[1] !== '' || from === at) ? (spec[2] ?? '') : '';
      add(from, at - (spec ? spec[1]!.length : 0));
      cells.push({ lines: [], holdsBlocks: style === 'a' });
      from = at + separator.length;
    }
    add(from, end);
  }
  return cells;
}

/** The cells of a table of values between commas, colons or the like; quoted values lose their marks. */
export function valuesOf(file: string, lines: readonly Span[], separator: string): Cell[] {
  const cells: Cell[] = [];
  for (const { start, end } of lines) {
    let from = start;
    let quoted = false;
    for (let at = start; at <= end; at++) {
      if (file[at] === '"' && at < end) quoted = !quoted;
      if (at < end && (quoted || file[at] !== separator)) continue;
      let cell = trimmed(file, from, at);
      const isQuoted = cell.end - cell.start > 1 && file[cell.start] === '"' && file[cell.end - 1] === '"';
      if (isQuoted) cell = { start: cell.start + 1, end: cell.end - 1 };
      cells.push({ lines: [cell], holdsBlocks: false });
      from = at + 1;
    }
  }
  return cells;
}
