/** Plain text as an article. */
import type { Article } from '../model.ts';
import { type GivenMeta, mergeMeta } from './extracted.ts';

/** The article whose text is `text` itself; blocks are left to be cut at blank lines. */
export function textArticle(text: string, meta: GivenMeta): Article {
  return { ...mergeMeta(meta, {}), text, blocks: [], origin: null };
}
