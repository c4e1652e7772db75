/** Stories where texts are not at hand: from the links to originals that a finished run has found. Pure. */
import { dateKey } from './order.ts';
import type { StoryOf } from './stories.ts';

/** An article of a finished run. */
export interface LinkedArticle {
  id: string;
  publishedAt: string | null;
  /** The id of the article of the same run that it is a copy of; null for an original. */
  copyOf: string | null;
}

/**
 * The stories of one run's articles, in their order: an original and its copies, named after the earliest of them by date
 * and then by order. A link to an article that is not there counts as none.
 */
export function* linkedStories(articles: readonly LinkedArticle[]): Generator<StoryOf> {
  const known = new Set(articles.map(({ id }) => id));
  const original = ({ id, copyOf }: LinkedArticle): string => (copyOf !== null && known.has(copyOf) ? copyOf : id);
  const earliest = new Map<string, { id: string; key: string }>();
  for (const article of articles) {
    const key = dateKey(article.publishedAt);
    const found = earliest.get(original(article));
    if (found === undefined || key < found.key) earliest.set(original(article), { id: article.id, key });
  }
  for (const article of articles) yield { id: article.id, story: earliest.get(original(article))!.id };
}
