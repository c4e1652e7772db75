/** Which sentences are about the social credit system. */
import type { Article } from '../model.ts';
import type { SentenceView } from './view.ts';

/** How many sentences on either side of a mention are still taken to be about the system. */
const REACH = 5;
const STRONG = new Set(['social-credit']);
const CHINA = new Set(['china-named']);
const OFF_TOPIC = new Set(['off-topic']);
const WEAK = new Set(['blacklist', 'defaulter', 'docs']);
const SCORE = new Set(['score', 'low-score', 'people-number']);
const PEOPLE = new Set(['citizens']);

/** For each sentence, whether it stands where the system is being talked about. */
export function onTopic(views: SentenceView[], article: Article): boolean[] {
  const topical = new Array<boolean>(views.length).fill(false);
  const has = (view: SentenceView, concepts: ReadonlySet<string>): boolean =>
    view.hits.some((h) => concepts.has(h.concept));
  const anywhereChina = views.some((v) => has(v, CHINA)) || /chin(a|ese)|beijing/i.test(article.title ?? '');
  for (const view of views) {
    if (has(view, OFF_TOPIC) && !has(view, CHINA)) continue;
    // A score is China's where people and China stand beside it; "8 goals scored" is nobody's rating.
    const beside = views.slice(Math.max(0, view.index - 1), view.index + 2);
    const scored = has(view, SCORE) && has(view, PEOPLE) && beside.some((v) => has(v, CHINA));
    if (!(has(view, STRONG) || scored || (anywhereChina && has(view, WEAK)))) continue;
    for (let i = Math.max(0, view.index - REACH); i <= Math.min(views.length - 1, view.index + REACH); i++)
      topical[i] = true;
  }
  return topical;
}
