/** Where a claim stands in its file, in every way that formats count. Pure. */
import { fileOffset, lineIndex, lineTable } from '../article/position.ts';
import type { Article, Span } from '../model.ts';
import type { ClaimPlace, Point } from './finding.ts';

/** Longest stretch of the file's lines kept with a claim, in characters: enough to show it, too few to fill a report. */
const MOST_LINES = 2000;
/** Characters of text kept on either side of a claim: a sentence or two. */
const AROUND = 200;

/** The places of `spans` of the article's text, which are sorted by start. Takes time linear in the file and the spans. */
export function claimPlaces(article: Article, spans: readonly Span[]): ClaimPlace[] {
  if (spans.length === 0) return [];
  const text = article.origin?.fileText ?? article.text;
  const starts = lineTable(text);
  const counter = pointCounter(text, starts);
  return spans.map((span) => {
    const file = inFile(article, span);
    const [first, last] = [lineIndex(starts, file.start), lineIndex(starts, Math.max(file.start, file.end - 1))];
    const end = Math.min(starts[last + 1] ?? text.length, starts[first]! + MOST_LINES);
    return {
      start: counter(first, file.start),
      end: counter(last, file.end),
      file,
      written: text.slice(file.start, file.end),
      lines: text.slice(starts[first]!, end).replace(/[\r\n]{1,4}$/, ''),
      before: squeezed(article.text.slice(Math.max(0, span.start - AROUND), span.start)),
      after: squeezed(article.text.slice(span.end, span.end + AROUND)),
      document: null,
    };
  });
}

/** The stretch of the file that the span comes from; its end is that of the last character, not of what follows. */
function inFile({ origin }: Article, { start, end }: Span): Span {
  if (!origin) return { start, end };
  const from = fileOffset(origin.runs, start);
  return { start: from, end: end > start ? Math.max(from, fileOffset(origin.runs, end - 1) + 1) : from };
}

/** Points of offsets; goes on from the last one where it can, as a file may be one line with a thousand claims. */
function pointCounter(text: string, starts: Uint32Array): (line: number, offset: number) => Point {
  let at = { line: -1, offset: 0, characters: 0, bytes: 0 };
  return (line, offset) => {
    if (line !== at.line || offset < at.offset) at = { line, offset: starts[line]!, characters: 0, bytes: 0 };
    const between = text.slice(at.offset, offset);
    at = {
      line,
      offset,
      characters: at.characters + characters(between),
      bytes: at.bytes + Buffer.byteLength(between, 'utf8'),
    };
    return {
      line: line + 1,
      column: offset - starts[line]! + 1,
      character: at.characters + 1,
      byte: at.bytes + 1,
    };
  };
}

function characters(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
