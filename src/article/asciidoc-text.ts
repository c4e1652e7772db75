/** A paragraph's lines as one string, and the way back to the file. */
import type { Span } from '../model.ts';
import type { BlockWriter } from './block-writer.ts';

/** What stands instead of the string from `from` to `to`: other text, a line break, or nothing. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The string that `lines` make, a line feed between them. */
export interface Joined {
  text: string;
  /** Where each line begins in `text`. */
  starts: number[];
  lines: readonly Span[];
}

export function joined(file: string, lines: readonly Span[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of lines) {
    starts.push(length);
    length += end - start + 1;
  }
  return { text: lines.map(({ start, end }) => file.slice(start, end)).join('\n'), starts, lines };
}

/** The stretches of the file that a part of the string comes from. */
export function linesWithin({ starts, lines }: Joined, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let index = lineAt(starts, from); index < lines.length && starts[index]! < to; index++) {
    const { start, end } = lines[index]!;
    const first = start + Math.max(0, from - starts[index]!);
    const last = Math.min(end, start + to - starts[index]!);
    if (last > first) found.push({ start: first, end: last });
  }
  return found;
}

/** Writes the string with its edits, which may be in any order; of two that overlap the first counts. */
export function writeEdited(text: Joined, edits: Edit[], writer: BlockWriter, breakLines: boolean): void {
  edits.sort((a, b) => a.from - b.from || b.to - a.to);
  let at = 0;
  let line = 0;
  const { starts, lines } = text;
  const fileAt = (offset: number): number => {
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    return lines[line]!.start + offset - starts[line]!;
  };
  const keep = (to: number): void => {
    while (at < to) {
      const file = fileAt(at);
      const end = Math.min(to, starts[line]! + lines[line]!.end - lines[line]!.start);
      if (end > at) writer.write(text.text.slice(at, end), file);
      at = Math.max(at, end);
      if (at >= to) return;
      if (breakLines) writer.newline();
      else writer.write(' ', null);
      at++;
    }
  };
  for (const edit of edits) {
    if (edit.from < at) continue;
    keep(edit.from);
    if (edit.text === '\n') writer.newline();
    else if (edit.text !== '') writer.write(edit.text, fileAt(edit.from), edit.to - edit.from);
    at = edit.to;
  }
  keep(text.text.length);
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
