/** Where a DOCX article's text stands in its document: paragraph, run and column; and what its comments are about. */
import type { DocumentPiece, OffsetRun } from '../model.ts';

/** A place in the document; `column` is 0-based. */
interface Place {
  paragraph: number;
  run: number;
  column: number;
}

/** From `at` (a count of all characters in the order they are written) on, text stands at `place`. */
interface Boundary extends Place {
  at: number;
  /** Of notes: all their text is said to stand at their reference. */
  fixed: boolean;
}

/** What a comment is anchored to, counted as boundaries are. */
interface Anchor {
  start: number | null;
  end: number | null;
  /** Of the paragraph it was last met in. */
  paragraph: [number, number];
}

/** Follows the text as it is written. */
export interface DocxPlaces {
  /** Passes over `length` characters and gives the count before them. */
  pass(length: number): number;
  mark(mark: string): void;
  beginParagraph(): void;
  endParagraph(): void;
  /** Where it is now; null before the first text of a paragraph. */
  here(): Place | null;
  /** All that follows stands at `place`. */
  beginNote(place: Place | null): void;
  /** The map of the text written, given its runs by counts of characters. */
  pieces(runs: readonly OffsetRun[]): DocumentPiece[];
  /** For each comment that is anchored to text, the text it is about. */
  anchors(runs: readonly OffsetRun[]): Map<string, { start: number; end: number }>;
}

/** Nothing passed yet. Time and memory are linear in the text and the marks. */
export function docxPlaces(): DocxPlaces {
  const boundaries: Boundary[] = [];
  const anchors = new Map<string, Anchor>();
  let met: Anchor[] = [];
  let at = 0;
  let paragraphAt = 0;
  let current: { paragraph: number; run: number } | null = null;

  const anchor = (id: string): Anchor => {
    let found = anchors.get(id);
    if (!found) {
      found = { start: null, end: null, paragraph: [at, at] };
      anchors.set(id, found);
    }
    found.paragraph = [paragraphAt, at];
    met.push(found);
    return found;
  };
  return {
    pass(length) {
      at += length;
      return at - length;
    },
    mark(mark) {
      const id = mark.slice(1);
      if (mark[0] === 's') anchor(id).start = at;
      else if (mark[0] === 'e') anchor(id).end = at;
      else if (mark[0] === 'c') anchor(id);
      else {
        const [paragraph = 0, run = 0] = mark.split('.').map(Number);
        // Where the mark at a paragraph's end was deleted, the next goes on in the same block.
        if (current !== null && current.paragraph !== paragraph) paragraphAt = at;
        current = { paragraph, run };
        boundaries.push({ at, ...current, column: at - paragraphAt, fixed: false });
      }
    },
    beginParagraph() {
      paragraphAt = at;
      current = null;
    },
    endParagraph() {
      for (const one of met) one.paragraph[1] = at;
      met = [];
    },
    here: () => current && { ...current, column: at - paragraphAt },
    beginNote(place) {
      if (place) boundaries.push({ at, ...place, fixed: true });
    },
    pieces: (runs) => piecesOf(runs, boundaries),
    anchors(runs) {
      const found = new Map<string, { start: number; end: number }>();
      for (const [id, one] of anchors) {
        const known = one.start !== null && one.end !== null && one.end > one.start;
        const [from, to] = known ? [one.start!, one.end!] : one.paragraph;
        const start = textOffset(runs, from, false);
        found.set(id, { start, end: Math.max(start, textOffset(runs, to, true)) });
      }
      return found;
    },
  };
}

/** Cuts the runs of text at the boundaries. */
function piecesOf(runs: readonly OffsetRun[], boundaries: readonly Boundary[]): DocumentPiece[] {
  const pieces: DocumentPiece[] = [];
  let index = -1;
  for (const run of runs) {
    const end = run.file + run.length;
    for (let at = run.file; at < end; ) {
      while (index + 1 < boundaries.length && boundaries[index + 1]!.at <= at) index++;
      const next = Math.min(end, boundaries[index + 1]?.at ?? end);
      const from = boundaries[index];
      if (from) {
        const { paragraph, run: number, column, fixed } = from;
        const text = run.text + at - run.file;
        if (fixed) pieces.push({ text, length: 0, paragraph, run: number, column });
        else pieces.push({ text, length: next - at, paragraph, run: number, column: column + at - from.at });
      }
      at = next;
    }
  }
  return pieces;
}

/** The text offset of a count of characters: of the next text there is, or behind the last. */
function textOffset(runs: readonly OffsetRun[], at: number, behind: boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle]!;
    if (behind ? run.file < at : run.file + run.length <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[behind ? low - 1 : low];
  if (!run) return behind || runs.length === 0 ? 0 : runs.at(-1)!.text + runs.at(-1)!.length;
  return run.text + Math.min(Math.max(at - run.file, 0), run.length);
}
