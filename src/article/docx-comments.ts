/** The comments of a DOCX document. */
import type { ArticleComment, Span } from '../model.ts';
import { textOf } from './docx-text.ts';
import type { DocxTree } from './docx-tree.ts';

/** Most comments kept, and longest text of one, in characters; a heavily edited book has some thousand short ones. */
const MOST = 10_000;
const LONGEST = 10_000;

/** The comments that are anchored to text, by their start; their paragraphs are lines. */
export function commentsOf(comments: DocxTree['comments'], anchors: ReadonlyMap<string, Span>): ArticleComment[] {
  const found: ArticleComment[] = [];
  for (const { id, body } of comments.slice(0, MOST)) {
    const anchor = anchors.get(id);
    if (!anchor) continue;
    const text = body.map(textOf).join('\n').trim().slice(0, LONGEST);
    if (text !== '') found.push({ text, ...anchor });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
