/** What is found out about an article before it is checked: its date from its own words, and its language. */
import { datesWithText } from '../article/dates-in-text.ts';
import { languageOf } from '../article/language.ts';
import type { Article } from '../model.ts';

export interface ReadyArticle {
  article: Article;
  /** Whether it is in English, as far as can be told. */
  english: boolean;
}

/** The article with its date and language. What a source says of the language is often that of its site: words decide where they can. */
export async function readyArticle(given: Article): Promise<ReadyArticle> {
  const article = { ...given, ...datesWithText(given, given.text) };
  const found = await languageOf(article.text);
  const language = found?.sure ? found.language : (article.language ?? found?.language ?? null);
  return { article: { ...article, language }, english: !found?.sure || found.language === 'en' };
}
