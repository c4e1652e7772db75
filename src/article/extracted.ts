/** What every extractor takes and gives. */
import type { Article, ArticleMeta } from '../model.ts';

/** An article, and what its reader should know of how it was made, a line each. */
export interface Extracted {
  article: Article;
  warnings: string[];
}

/** What is known of an article before its text is looked at. */
export type GivenMeta = Partial<ArticleMeta> & { id: string; sha256: string };

/** All fields of an article's meta: those given, else those the file itself states, else null. */
export function mergeMeta(given: GivenMeta, stated: Partial<ArticleMeta>): ArticleMeta & { sha256: string } {
  const pick = (key: keyof ArticleMeta): string | null => given[key] ?? stated[key] ?? null;
  return {
    id: given.id,
    url: pick('url'),
    title: pick('title'),
    outlet: pick('outlet'),
    publishedAt: pick('publishedAt'),
    language: pick('language'),
    sha256: given.sha256,
  };
}
