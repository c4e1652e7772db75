/** Which sentences are about the social credit system, and which of their clauses are worth checking. */
import type { Article } from '../model.ts';
import type { Draft } from './claims.ts';
import { finiteVerbs } from './verbs.ts';
import { hitsWithin, type SentenceView } from './view.ts';
import { isOfClass } from './words.ts';

/** How many sentences on either side of a mention are still taken to be about the system. */
const REACH = 5;
const STRONG = new Set(['scs', 'social-credit']);
const STRUCTURE = new Set([
  'neg',
  'not-but',
  'bar',
  'reject-before',
  'double-reject',
  'reject-after',
  'reply-false',
  'reply-true',
  'plan',
  'may',
  'only',
  'mostly',
  'all',
  'question-word',
  'report',
  'question',
  'china',
  'government',
  'off-topic',
  'meta',
]);
const ANAPHORA = new Set([
  'it',
  'they',
  'them',
  'its',
  'their',
  'this',
  'that',
  'these',
  'those',
  'he',
  'she',
  'each',
  'both',
  'none',
  'neither',
]);

/** For each sentence, whether it stands where the system is being talked about. */
export function onTopic(views: SentenceView[], article: Article): boolean[] {
  const topical = new Array<boolean>(views.length).fill(false);
  const has = (view: SentenceView, concepts: ReadonlySet<string>): boolean =>
    view.hits.some((h) => concepts.has(h.concept));
  const china = new Set(['china']);
  const off = new Set(['off-topic']);
  const weak = new Set(['score', 'blacklist', 'defaulter', 'docs', 'pipl', 'ant', 'trust-score', 'sesame']);
  const anywhereChina = views.some((v) => has(v, china)) || /chin(a|ese)|beijing/i.test(article.title ?? '');
  for (const view of views) {
    if (has(view, off) && !has(view, china)) continue;
    if (!(has(view, STRONG) || (anywhereChina && has(view, weak)))) continue;
    for (let i = Math.max(0, view.index - REACH); i <= Math.min(views.length - 1, view.index + REACH); i++)
      topical[i] = true;
  }
  return topical;
}

/** Whether a draft asserts something that can be checked. `after` tells that a claim of the sentence went before. */
export function worthChecking(draft: Draft, after: boolean): boolean {
  const { view, from, to } = draft;
  const tokens = view.tokens.slice(from, to);
  if (tokens.length < 2) return false;
  const hits = hitsWithin(view.hits, from, to).filter((h) => !STRUCTURE.has(h.concept));
  if (hitsWithin(view.hits, from, to).some((h) => h.concept === 'meta')) return false;
  const first = tokens[0]!.norm;
  const finite = finiteVerbs(tokens);
  const verbs = finite.filter(Boolean).length;
  if ((first === 'i' || first === 'my' || first === 'we' || first === 'our') && hits.length < 2) return false;
  const imperative = isOfClass(first, 'base') && !isOfClass(first, 'noun') && !finite[0] && verbs === 0;
  if (imperative) return false;
  if (verbs === 0 && hits.length < 2 && !draft.rejected) return false;
  if (hits.length === 0) {
    const anaphoric = tokens.slice(0, 3).some((t) => ANAPHORA.has(t.norm));
    return verbs > 0 && (anaphoric || after) && tokens.length >= 4;
  }
  return true;
}
