/** Points in a DOCX document, whose lines are its paragraphs. Pure. */
import { lineColumn, lineColumnBehind } from '../article/position.ts';
import type { Article, Block, Span } from '../model.ts';
import { pairs } from './count-line.ts';
import type { ClaimPlace, Point } from './finding.ts';

/**
 * Where `spans` begin and end. Columns are the document's; characters and bytes are counted from them by the article's
 * text, in which white space of several characters has become one. Spans are best sorted: then each paragraph is
 * counted once.
 */
export function documentPoints(article: Article, spans: readonly Span[]): Pick<ClaimPlace, 'start' | 'end'>[] {
  const { text, blocks } = article;
  let index = 0;
  let at = 0;
  let sum = { characters: 0, bytes: 0 };
  /** By how much the counts of characters and bytes differ from that of units, from the beginning of the block. */
  const differences = (offset: number): typeof sum => {
    while (index > 0 && blocks[index]!.start > offset) index--;
    while ((blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= offset) index++;
    const from = Math.max(0, (blocks[index] as Block | undefined)?.start ?? 0);
    if (at < from || at > offset) [at, sum] = [Math.min(from, offset), { characters: 0, bytes: 0 }];
    const between = text.slice(at, offset);
    at = offset;
    sum = {
      characters: sum.characters - pairs(between),
      bytes: sum.bytes + Buffer.byteLength(between, 'utf8') - between.length,
    };
    return sum;
  };
  const point = ({ line, column }: { line: number; column: number }, { characters, bytes }: typeof sum): Point => ({
    line,
    column,
    character: Math.max(1, column + characters),
    byte: Math.max(1, column + bytes),
  });
  return spans.map(({ start, end }) => {
    const from = point(lineColumn(article, start), differences(start));
    const kept = [at, sum] as const;
    const to = point(lineColumnBehind(article, end), differences(end));
    [at, sum] = kept;
    return { start: from, end: to };
  });
}
