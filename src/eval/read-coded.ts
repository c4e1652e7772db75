/** Coded passages as the frames' coder and its training see them. */
import { findCandidates, scoreCandidates } from '../check.ts';
import { namedIn } from '../detect/topic.ts';
import { viewSentences } from '../detect/view.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ReadArticle } from '../frames/code.ts';
import type { Article } from '../model.ts';
import type { CodedPassage } from './coded.ts';
import { passageArticle } from './sets.ts';

/** The article of a coded passage. */
export const codedArticle = ({ id, text, date }: CodedPassage): Article =>
  passageArticle({ id, text, date, claims: [] });

/** An article as `check` reads it, and whether any of it is on the topic. */
export function readArticle(
  article: Article,
  base: FactBase,
  assumeTopic = false,
): ReadArticle & { about: ReadArticle['views']; topical: boolean } {
  const views = viewSentences(article, base.concepts);
  const topical = namedIn(views, article);
  const { candidates } = findCandidates(article, base, { assumeTopic });
  return {
    views,
    candidates: scoreCandidates(candidates, base),
    about: assumeTopic ? views : views.filter(({ index }) => topical[index]),
    topical: topical.some(Boolean),
  };
}
