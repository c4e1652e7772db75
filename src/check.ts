/** The pipeline on one page: article → sentences → claims → matches → labels. Pure. */
import { type Draft, findDrafts } from './detect/claims.ts';
import { isOffTopic } from './detect/gate.ts';
import { isQuoted } from './detect/quoted.ts';
import { type Candidate, worthy } from './detect/worth.ts';
import type { FactBase } from './facts/compile.ts';
import { decide, type ScoredCandidate, settle } from './label.ts';
import { facetsOf } from './match/facets.ts';
import { matchFacts } from './match/match.ts';
import { propositionOf } from './match/proposition.ts';
import type { Article, CheckedClaim, CheckResult, Sentence } from './model.ts';
import { joinRestated } from './restated.ts';
import { scorerFeatures } from './scorer/features.ts';
import { probabilitiesOf, worthOf } from './scorer/model.ts';

export interface CheckOptions {
  /** Take every sentence to be about the social credit system, whether the text says so or not; default false. */
  assumeTopic?: boolean;
}

/**
 * Finds and labels the claims of an article. The same article and fact base give the same result; claims are
 * sorted by start; `claim.text === article.text.slice(claim.start, claim.end)`. Takes time linear in the text.
 */
export function checkArticle(article: Article, base: FactBase, options: CheckOptions = {}): CheckResult {
  const assumeTopic = options.assumeTopic ?? false;
  if (!assumeTopic && isOffTopic(article.text)) return { article, sentences: [], claims: [] };
  const { sentences, candidates } = findCandidates(article, base, { assumeTopic });
  const claims = judgeWorthy(article, candidates, base);
  return { article, sentences, claims: joinRestated(article.text, claims, (start, end) => idOf(article, start, end)) };
}

/** How clauses are looked for. */
export interface FindOptions {
  /** Take every sentence to be about the social credit system; default false. */
  assumeTopic?: boolean;
  /** Compare every facet, for those who explain; default false: the one that decides. */
  inFull?: boolean;
  /** Concepts not to hear, to see what they are worth; default none. */
  unheard?: ReadonlySet<string>;
  /** Read every sentence as if nothing stood around it, to see what that is worth; default false. */
  alone?: boolean;
}

/** Every clause that may be a claim, matched, before its worth is judged. */
export function findCandidates(
  article: Article,
  base: FactBase,
  options: FindOptions = {},
): { sentences: Sentence[]; candidates: Candidate[] } {
  const { assumeTopic = false, inFull = false, unheard, alone = false } = options;
  const { views, drafts } = findDrafts(article, base.concepts, assumeTopic, unheard);
  const candidates = drafts.map((draft: Draft): Candidate => {
    const proposition = propositionOf(article.text, alone ? { ...draft, before: [], after: [] } : draft, base.concepts);
    return { proposition, matches: matchFacts(proposition, base, inFull) };
  });
  return { sentences: views.map((v) => v.sentence), candidates };
}

const NO_CLAIM = { none: 1, supported: 0, contradicted: 0, unverified: 0 };

/** Every candidate with the verdict of the readings and how likely each label is. */
export function scoreCandidates(candidates: readonly Candidate[], base: FactBase): ScoredCandidate[] {
  const verdicts = candidates.map(({ proposition, matches }) => decide(proposition, matches, base));
  return candidates.map((candidate, i) => ({
    ...candidate,
    verdict: verdicts[i]!,
    // Where no lexicon hears anything there is nothing to check.
    probabilities:
      candidate.proposition.clause.size === 0
        ? NO_CLAIM
        : probabilitiesOf(scorerFeatures(candidates, i, verdicts[i]!), base.scorer),
  }));
}

/** The verdicts on the candidates that are worth checking, in order. */
export function judgeWorthy(article: Article, candidates: readonly Candidate[], base: FactBase): CheckedClaim[] {
  const scored = scoreCandidates(candidates, base);
  const { worth, anchor } = base.scorer.thresholds;
  const odds = scored.map(({ probabilities }) => worthOf(probabilities));
  return worthy(scored, odds, worth, anchor).map((candidate) => judge(article, candidate, base));
}

/** Stable for the same article and span. */
const idOf = (article: Article, start: number, end: number): string => `${article.id}#${start}-${end}`;

/** The verdict on one candidate. */
export function judge(article: Article, candidate: ScoredCandidate, base: FactBase): CheckedClaim {
  const { proposition, matches } = candidate;
  const { draft } = proposition;
  const { start, end } = draft.span;
  const { label, confidence, evidence, reason } = settle(candidate, base);
  return {
    id: idOf(article, start, end),
    start,
    end,
    text: article.text.slice(start, end),
    sentence: draft.sentence,
    label,
    confidence,
    attribution: draft.attribution,
    rejected: draft.rejected,
    quoted: isQuoted(article, { start, end }),
    evidence,
    reason,
    // Asked for by those who explain a claim, not by those who check a thousand.
    get facets() {
      return facetsOf(proposition, base);
    },
    get matches() {
      return matches.map(({ used: _u, specificity: _s, whole: _w, ...match }) => match);
    },
  };
}
