/** Where a text offset stands in the file its author sees. */
import type { Article } from '../model.ts';

/** Line and column, 1-based. */
export function lineColumn(article: Article, offset: number): { line: number; column: number } {
  const before = article.text.slice(0, offset);
  const last = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - last };
}
