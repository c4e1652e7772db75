/** Where a claim stands in its file, in every way that formats count. Pure. */
import { documentPlace, fileEnd, fileStart, lineIndex, linesOf } from '../article/position.ts';
import type { Article, Span } from '../model.ts';
import { type LineAt, lineCounter } from './count-line.ts';
import { documentPoints } from './document-points.ts';
import type { ClaimPlace } from './finding.ts';

/** Longest stretch of the file's lines kept with a claim, in characters: enough to show it, too few to fill a report. */
const MOST_LINES = 2000;
/** Characters of text kept on either side of a claim: a sentence or two. */
const AROUND = 200;

/**
 * The places of `spans` of the article's text, in their order. Points are those of the file; in a DOCX document lines
 * are paragraphs, and in a PDF document lines are those of its text. Takes time linear in the file and the length of the
 * spans, and n log n in their number.
 */
export function claimPlaces(article: Article, spans: readonly Span[]): ClaimPlace[] {
  if (spans.length === 0) return [];
  // Text that is no file's own has blocks but no way back: that of a document.
  const isText = article.origin !== null || article.blocks.length === 0;
  const text = article.origin?.fileText ?? article.text;
  const starts = linesOf(article);
  const files = spans.map((span) => inFile(article, span));
  const ends = files.map(({ start, end }) => lineIndex(starts, Math.max(start, end - 1)));
  const points = article.document?.length ? documentPoints(article, spans) : filePoints(text, starts, files, ends);
  return spans.map((span, index) => {
    const file = files[index]!;
    const first = lineIndex(starts, file.start);
    const from = starts[first]!;
    const to = Math.min(starts[ends[index]! + 1] ?? text.length, from + MOST_LINES);
    const place = documentPlace(article.document, span.start);
    return {
      ...points[index]!,
      file: isText ? file : null,
      written: isText ? text.slice(file.start, file.end) : null,
      lines: text.slice(from, to).replace(/[\r\n]{1,4}$/, ''),
      before: squeezed(article.text.slice(Math.max(0, span.start - AROUND), span.start)),
      after: squeezed(article.text.slice(span.end, span.end + AROUND)),
      document: place && { paragraph: place.paragraph, run: place.run },
    };
  });
}

/** The stretch of the file that the span comes from; its end is that of the last character, not of what follows. */
function inFile({ origin }: Article, { start, end }: Span): Span {
  if (!origin) return { start, end };
  const from = fileStart(origin.runs, start);
  return { start: from, end: end > start ? Math.max(from, fileEnd(origin.runs, end)) : from };
}

/** The points of stretches of the file; counted in the order of the file, as it may be one line with a thousand claims. */
function filePoints(
  text: string,
  starts: Uint32Array,
  files: readonly Span[],
  ends: readonly number[],
): Pick<ClaimPlace, 'start' | 'end'>[] {
  const order = files.map((_, index) => index).sort((a, b) => files[a]!.start - files[b]!.start);
  const points = new Array<Pick<ClaimPlace, 'start' | 'end'>>(files.length);
  const count = lineCounter(text);
  let before: LineAt | null = null;
  for (const index of order) {
    const { start, end } = files[index]!;
    const line = lineIndex(starts, start);
    const at: LineAt = count(line, starts[line]!, start, before);
    const last = ends[index]!;
    points[index] = { start: at.point, end: count(last, starts[last]!, end, at).point };
    before = at;
  }
  return points;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
