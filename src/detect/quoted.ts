/** Whether words stand in somebody's own speech. Pure. */
import type { Article, Span } from '../model.ts';

/** Whether `span` lies in quotation marks, or in a block quotation. */
export function isQuoted(_article: Article, _span: Span): boolean {
  return false;
}
