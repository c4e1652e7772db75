/** Offsets to lines and columns, as the author of the file sees them. */
import type { Article, DocumentPiece, OffsetRun } from '../model.ts';

/** Offsets at which the lines of `text` begin, the first of them 0. Lines end with LF, CRLF or a lone CR. */
export function lineTable(text: string): Uint32Array {
  const starts = [0];
  const lone = text.includes('\r');
  if (!lone) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

/** Tables already made; an article's table is made at its first look-up and lives as long as the article. */
const tables = new WeakMap<Article, Uint32Array>();

/**
 * Line and column of `offset` (UTF-16, into `article.text`): 1-based, columns in UTF-16 units. Where the article
 * keeps a map into its file they are the file's; what the extractor made up takes the place of what stands
 * behind it. In a DOCX document the line is the number of the paragraph, and the column that within it. Offsets out
 * of range are moved to the nearest end. After the first look-up each takes O(log n).
 */
export function lineColumn(article: Article, offset: number): { line: number; column: number } {
  const place = documentPlace(article.document, offset);
  if (place) return { line: place.paragraph, column: place.column + 1 };
  const inText = Math.min(Math.max(offset, 0), article.text.length);
  return atLine(article, article.origin ? fileStart(article.origin.runs, inText) : inText);
}

/** As `lineColumn`, of the place behind the last character before `offset`: where a span that ends there ends in its file. */
export function lineColumnBehind(article: Article, offset: number): { line: number; column: number } {
  if (offset <= 0) return lineColumn(article, offset);
  if (article.origin && !article.document) {
    const behind = fileEnd(article.origin.runs, Math.min(offset, article.text.length));
    const { line, column } = atLine(article, Math.max(0, behind - 1));
    return { line, column: column + Math.min(1, behind) };
  }
  const { line, column } = lineColumn(article, offset - 1);
  return { line, column: column + 1 };
}

/** The lines of the article's file, of its text where it is none; the table is made once. */
export function linesOf(article: Article): Uint32Array {
  let starts = tables.get(article);
  if (starts === undefined) {
    starts = lineTable(article.origin?.fileText ?? article.text);
    tables.set(article, starts);
  }
  return starts;
}

/** Line and column of an offset of the file. */
function atLine(article: Article, at: number): { line: number; column: number } {
  const starts = linesOf(article);
  const line = lineIndex(starts, at);
  return { line: line + 1, column: at - starts[line]! + 1 };
}

/**
 * Where article offset `offset` stands in the document that `pieces` map to; between pieces, where the one before ends.
 * `column` is 0-based. Null without pieces.
 */
export function documentPlace(
  pieces: readonly DocumentPiece[] | undefined,
  offset: number,
): { paragraph: number; run: number; column: number } | null {
  if (!pieces || pieces.length === 0) return null;
  const piece = pieces[lastAtMost(pieces.length, (i) => pieces[i]!.text <= offset)]!;
  const { paragraph, run, column, length } = piece;
  return { paragraph, run, column: column + Math.min(Math.max(offset - piece.text, 0), length) };
}

/** The index of the line, in the table of `lineTable`, that holds `offset`. */
export function lineIndex(starts: Uint32Array, offset: number): number {
  return lastAtMost(starts.length, (i) => starts[i]! <= offset);
}

/** The file offset that article offset `offset` comes from; between runs, where the run before it ends. */
export function fileOffset(runs: readonly OffsetRun[], offset: number): number {
  const run = runs[runAt(runs, offset)];
  return run === undefined ? 0 : within(run, offset);
}

/** As `fileOffset`; between runs, where the run behind it begins: where a span that begins there begins in its file. */
export function fileStart(runs: readonly OffsetRun[], offset: number): number {
  const index = runAt(runs, offset);
  const run = runs[index];
  if (run === undefined) return 0;
  const next = runs[index + 1];
  return next && offset >= run.text + run.length ? next.file : within(run, offset);
}

/** The file offset behind the last character before `offset`: where a span that ends there ends in its file. */
export function fileEnd(runs: readonly OffsetRun[], offset: number): number {
  const run = runs[runAt(runs, offset - 1)];
  if (run === undefined) return 0;
  return run.fileLength === undefined || offset <= run.text ? within(run, offset) : run.file + run.fileLength;
}

const runAt = (runs: readonly OffsetRun[], offset: number): number =>
  lastAtMost(runs.length, (i) => runs[i]!.text <= offset);

/** What stands in the file in other characters is whole: within it there is only its beginning. */
function within(run: OffsetRun, offset: number): number {
  const inside = Math.min(Math.max(offset - run.text, 0), run.length);
  if (run.fileLength === undefined) return run.file + inside;
  return run.file + (inside < run.length ? 0 : run.fileLength);
}

/** The last index for which `holds`, given that it holds for all before it; 0 if it holds for none. */
function lastAtMost(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
