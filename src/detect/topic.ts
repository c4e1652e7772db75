/** Which sentences are about the social credit system. */
import model from '../../claims/models/topic.json' with { type: 'json' };
import type { Article } from '../model.ts';
import { PASSAGE_BYTES } from './gate-terms.ts';
import type { SentenceView } from './view.ts';

/** How many sentences on either side of a mention are still taken to be about the system. */
const REACH = 5;
const STRONG = new Set(['social-credit']);
const CHINA = new Set(['china-named']);
const OFF_TOPIC = new Set(['off-topic']);
const WEAK = new Set(['blacklist', 'defaulter', 'docs']);
const SCORE = new Set(['score', 'low-score', 'people-number']);
const PEOPLE = new Set(['citizens']);

/**
 * Log-odds from which a short passage that names nothing is taken to be about the system: twenty to one. On files held out
 * of training that takes in half of such passages with claims, and two in a hundred of those without.
 */
export const IMPLIED = 3;

const { bias, weights }: { bias: number; weights: Record<string, number> } = model;

/** The concepts heard in a text, each once, in the order they come. */
export const heardIn = (views: readonly SentenceView[]): string[] => [
  ...new Set(views.flatMap((view) => view.hits.map((hit) => hit.concept))),
];

/**
 * For each sentence, whether it stands where the system is being talked about. A short passage cut from its surroundings may
 * speak of it and never name it ("once listed they cannot fly"): there what is heard in all of it decides, by a linear model
 * trained by `src/eval/train-topic.ts`. A longer text that is about the system names it; length is counted in characters here.
 */
export function onTopic(views: readonly SentenceView[], article: Article): boolean[] {
  const topical = namedIn(views, article);
  if (topical.includes(true) || article.text.length > PASSAGE_BYTES) return topical;
  // Facts of users bring concepts of any name.
  const weightOf = (concept: string): number => (Object.hasOwn(weights, concept) ? weights[concept]! : 0);
  const odds = heardIn(views).reduce((sum, concept) => sum + weightOf(concept), bias);
  return odds >= IMPLIED ? topical.fill(true) : topical;
}

/**
 * For each sentence, whether it or one near it names the system, or China beside what the system is made of. Frames are coded
 * there alone: what a passage that names nothing is about is sure enough for its claims, but not for how it is told.
 */
export function namedIn(views: readonly SentenceView[], article: Article): boolean[] {
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
