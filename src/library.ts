/** Articles for users of the library, who have a text or a page but no file. */
import { createHash } from 'node:crypto';
import { type Extracted, extractArticle as extract, type TextFormat } from './article/extract.ts';
import { textArticle } from './article/text.ts';
import type { Article, ArticleMeta } from './model.ts';

/**
 * The article whose text is `text` itself. What `meta` leaves out is null; `id` defaults to the SHA-256 of the
 * text, so that claims of different texts have different ids.
 */
export function articleFromText(text: string, meta: Partial<ArticleMeta> = {}): Article {
  return textArticle(text, identified(text, meta));
}

/**
 * The article in the text of a page or file: the main text of `html`, the prose of `markdown`, `text` as it is.
 * `meta` wins over what the file states of itself; `warnings` say where the text is not quite what the file has.
 * Runs no script and makes no request. Throws ExtractError when there is no text in it.
 */
export function extractArticle(
  format: TextFormat,
  fileText: string,
  meta: Partial<ArticleMeta> = {},
): Promise<Extracted> {
  return extract(format, fileText, identified(fileText, meta));
}

function identified(text: string, meta: Partial<ArticleMeta>): Partial<ArticleMeta> & { id: string; sha256: string } {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return { ...meta, id: meta.id ?? sha256, sha256 };
}
