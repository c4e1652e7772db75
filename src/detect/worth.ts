/**
 * Whether a clause is worth checking: does it assert something about the system? A small linear model over what
 * the lexicons and readings found, trained by `src/eval/train-worth.ts` on the train sets (never on dev).
 */
import type { WeighedMatch } from '../match/match.ts';
import type { Proposition } from '../match/proposition.ts';
import { finiteVerbs, isPreposition, SUBJECT_PRONOUNS } from './verbs.ts';
import { isOfClass } from './words.ts';

/** A linear model over named binary features. */
export interface WorthModel {
  /** Where it came from: sets, folds, date-free. */
  note: string;
  bias: number;
  weights: Record<string, number>;
  /** Log-odds at and above which a clause is worth checking, where an anchor stands near. */
  threshold: number;
  /** Log-odds of a clause so surely a claim that those near it are taken for claims at `threshold`. */
  anchor: number;
}

/** What is known of a clause when its worth is judged. */
export interface Candidate {
  proposition: Proposition;
  matches: WeighedMatch[];
}

/** A candidate with the log-odds that it is a claim. */
export interface JudgedCandidate extends Candidate {
  worth: number;
}

/** Concepts of form rather than content: they say how, not what. */
const FORM = new Set([
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
  'report',
]);
const TOPIC = new Set([
  'scs',
  'social-credit',
  'china',
  'government',
  'citizens',
  'company',
  'local',
  'national',
  'meta',
  'off-topic',
]);
const WH = new Set([
  'what',
  'who',
  'which',
  'where',
  'when',
  'why',
  'how',
  'whether',
  'if',
  'because',
  'that',
  'as',
  'while',
  'although',
  'though',
  'since',
  'once',
  'until',
  'for',
]);
const PERSONAL = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'mine']);
const MAX_WORDS = 400;

/** The features of candidate `i` among the candidates of its article; names are stable, order is not. */
export function worthFeatures(candidates: Candidate[], i: number): string[] {
  const { proposition: p, matches } = candidates[i]!;
  const { draft } = p;
  const tokens = draft.view.tokens.slice(draft.from, Math.min(draft.to, draft.from + MAX_WORDS));
  const out: string[] = [];
  const domain = [...p.clause.keys()].filter((c) => !FORM.has(c) && !TOPIC.has(c));
  if (matches.length > 0)
    out.push('match', `match:${matches[0]!.relation}`, `specific:${Math.min(3, matches[0]!.specificity)}`);
  out.push(`domain:${Math.min(4, domain.length)}`);
  for (const concept of p.clause.keys()) out.push(`concept:${concept}`);
  if (domain.length === 0 && p.clause.has('social-credit')) out.push('topic-alone');
  const finite = finiteVerbs(draft.view.tokens).slice(draft.from, draft.from + tokens.length);
  const verbs = finite.filter(Boolean).length;
  out.push(
    `verbs:${Math.min(3, verbs)}`,
    `words:${tokens.length < 3 ? 'few' : tokens.length < 5 ? 'some' : tokens.length < 9 ? 'middling' : tokens.length < 25 ? 'many' : 'lots'}`,
  );
  const first = tokens[0]?.norm ?? '';
  const last = tokens.at(-1)?.norm ?? '';
  if (PERSONAL.has(first)) out.push('first-person');
  else if (tokens.some((t) => PERSONAL.has(t.norm))) out.push('personal');
  if (tokens.some((t) => t.norm === 'you' || t.norm === 'your')) out.push('second-person');
  if (SUBJECT_PRONOUNS.has(first)) out.push('pronoun', `pronoun:${first}`);
  if (WH.has(first)) out.push('bound', `bound:${first}`);
  if (isPreposition(first)) out.push('preposition-first');
  if (finite[0]) out.push('verb-first');
  if (isPreposition(last) || WH.has(last) || last === 'and' || last === 'the') out.push('cut-short');
  if (verbs === 0 && isOfClass(first, 'base')) out.push('imperative');
  tokens.forEach((t, k) => {
    if (finite[k] && isOfClass(t.norm, 'past') && !isOfClass(t.norm, 'base')) out.push('past');
    if (
      finite[k] &&
      (isOfClass(t.norm, 'present') || ['is', 'are', "'s", 'has', 'have', 'can', 'may'].includes(t.norm))
    )
      out.push('present');
  });
  if (draft.attribution) out.push('attributed');
  if (draft.rejected) out.push('rejected');
  if (draft.view.heading) out.push('heading');
  if (draft.view.question) out.push('question');
  if (p.quantities.length > 0) out.push('quantity');
  if (p.dates.length > 0) out.push('date');
  if (p.local) out.push('local');
  const near = (from: number, to: number): boolean =>
    candidates.slice(Math.max(0, from), to).some((c) => c.matches.length > 0);
  // Not whether a match stands before or after: that is a habit of short passages, and misleads elsewhere.
  if (!near(i - 6, i + 7)) out.push('no-match-near');
  const previous = candidates[i - 1];
  if (previous && previous.proposition.draft.sentence === draft.sentence) out.push('same-sentence');
  if (previous?.proposition.clause.has('social-credit')) out.push('topic-before');
  for (const t of tokens.slice(0, 3)) out.push(`head:${t.stem}`);
  return [...new Set(out)];
}

/** The log-odds that a clause with these features is a claim. */
export function worthScore(features: string[], model: WorthModel): number {
  let sum = model.bias;
  for (const f of features) sum += model.weights[f] ?? 0;
  return sum;
}

/**
 * A clause that names the system and says of it what a fact affirms or denies, on two grounds or more, is a claim
 * however short it is.
 */
function decided({ proposition: p, matches }: Candidate): boolean {
  return p.clause.has('social-credit') && (matches[0]?.specificity ?? 0) >= 2 && !p.draft.view.question;
}

/** How far an anchor reaches, in sentences: as far as a short paragraph and its neighbours. */
const ANCHOR_REACH = 5;

/**
 * The candidates worth checking, in order. Passing mentions hold many clauses that might be claims and none that
 * surely is, so a clause counts only near one that does: two thresholds keep more claims, and leave more
 * claim-free text clean, than one can.
 */
export function worthy(candidates: Candidate[], model: WorthModel): JudgedCandidate[] {
  const scores = candidates.map((_, i) => worthScore(worthFeatures(candidates, i), model));
  const anchors = candidates.flatMap((c, i) =>
    scores[i]! >= model.anchor || decided(c) ? [c.proposition.draft.sentence] : [],
  );
  let next = 0;
  return candidates.flatMap((c, i) => {
    if (scores[i]! < model.threshold && !decided(c)) return [];
    const { sentence } = c.proposition.draft;
    // Candidates and anchors are both in the order of the text.
    while (next < anchors.length && anchors[next]! < sentence - ANCHOR_REACH) next++;
    return next < anchors.length && anchors[next]! <= sentence + ANCHOR_REACH ? [{ ...c, worth: scores[i]! }] : [];
  });
}
