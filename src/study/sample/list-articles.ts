/** The articles of a corpus that a study counts, with their texts' places: what a sample is drawn from. */
import { readyArticle } from '../../batch/ready-article.ts';
import { isOffTopic } from '../../detect/gate.ts';
import { errorLine } from '../../errors.ts';
import { oneLine } from '../../reporters/escape.ts';
import type { ReadItem } from '../../source/item.ts';
import { articleOf } from '../../source/raw.ts';
import type { SheetRow } from './sheet.ts';

/** An article on the topic. */
export type Listing = Omit<SheetRow, 'weight'>;

export interface Listed {
  articles: Listing[];
  read: number;
  failed: number;
}

/** Reads all `items` and keeps those on the topic and in English, in their order; `say` hears of what cannot be read. */
export async function listArticles(items: AsyncIterable<ReadItem[]>, say: (line: string) => void): Promise<Listed> {
  const listed: Listed = { articles: [], read: 0, failed: 0 };
  for await (const batch of items) {
    for (const { item: given } of batch) {
      const item = given.kind === 'raw' ? await articleOf(given) : given;
      listed.read++;
      if (item.kind === 'error') {
        listed.failed++;
        say(oneLine(errorLine(item.error)));
      }
      if (item.kind !== 'article' || isOffTopic(item.article.text)) continue;
      const { article, english } = await readyArticle(item.article);
      if (!english) continue;
      const { id, outlet, publishedAt, title, text } = article;
      listed.articles.push({ id, outlet, publishedAt, title, text });
    }
  }
  return listed;
}
