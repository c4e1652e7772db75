/** What every extractor takes and gives. */
import type { Article, ArticleMeta } from '../model.ts';
import { mergeDates } from './dates-found.ts';

/** An article, and what its reader should know of how it was made, a line each. */
export interface Extracted {
  article: Article;
  warnings: string[];
}

/** What is known of an article before its text is looked at. */
export type GivenMeta = Partial<ArticleMeta> & { id: string; sha256: string };

type Words = 'url' | 'title' | 'outlet' | 'language' | 'byline' | 'country';

/**
 * All fields of an article's meta: those given, else those the file itself states, else null. A date that is given
 * has the source `given` unless it comes with one; that the file states the same day makes it surer.
 */
export function mergeMeta(given: GivenMeta, stated: Partial<ArticleMeta>): ArticleMeta & { sha256: string } {
  const pick = (key: Words): string | null => given[key] ?? stated[key] ?? null;
  return {
    id: given.id,
    url: pick('url'),
    title: pick('title'),
    outlet: pick('outlet'),
    language: pick('language'),
    byline: pick('byline'),
    country: pick('country'),
    ...mergeDates(given, stated),
    sha256: given.sha256,
  };
}
