/** The pipeline on one page: article → sentences → claims → matches → labels. Pure. */
import { type Draft, findDrafts } from './detect/claims.ts';
import { isOffTopic } from './detect/gate.ts';
import { isQuoted } from './detect/quoted.ts';
import { hitsWithin, type SentenceView } from './detect/view.ts';
import { type Candidate, worthy } from './detect/worth.ts';
import type { FactBase } from './facts/compile.ts';
import type { ReadArticle } from './frames/code.ts';
import { decide, type ScoredCandidate, settle, type Verdict } from './label.ts';
import { facetsOf } from './match/facets.ts';
import { isChecked, matchFacts } from './match/match.ts';
import { propositionOf } from './match/proposition.ts';
import type { Article, CheckedClaim, CheckResult, FrameCode, Sentence } from './model.ts';
import { type ReadClause, recutBy } from './recut.ts';
import { rescore } from './rescore.ts';
import { scorerFeatures } from './scorer/features.ts';
import { type Probabilities, probabilitiesOf, type Thresholds, worthOf } from './scorer/model.ts';
import { networkInput } from './scorer/network-input.ts';

export interface CheckOptions {
  /** Take every sentence to be about the social credit system, whether the text says so or not; default false. */
  assumeTopic?: boolean;
  /** Keeps what is worked out from one version of a text to the next (`recheck.ts`); default: none. */
  memory?: Memory | undefined;
  /** Codes the frames of an article on the topic; default: they are not coded. */
  frames?: FrameCoder | null | undefined;
}

/** Codes the frames of an article as it was read; see `frames/code.ts`, which is loaded where frames are asked for. */
export type FrameCoder = (article: Article, read: ReadArticle) => FrameCode[];

/** What an earlier version of a text has shown: gives it where nothing that it depends on has changed, else makes it anew. */
export interface Memory {
  candidate(text: string, draft: Draft, make: () => Candidate): Candidate;
  scored(candidates: readonly Candidate[], i: number, make: () => ScoredCandidate): ScoredCandidate;
  settled(candidate: ScoredCandidate, make: () => Verdict): Verdict;
}

/**
 * Finds and labels the claims of an article. The same article and fact base give the same result; claims are
 * sorted by start; `claim.text === article.text.slice(claim.start, claim.end)`. Takes time linear in the text.
 */
export function checkArticle(article: Article, base: FactBase, options: CheckOptions = {}): CheckResult {
  const { assumeTopic = false, memory, frames: frameCoder } = options;
  if (!assumeTopic && isOffTopic(article.text)) return { article, onTopic: false, sentences: [], claims: [] };
  const { sentences, views, candidates, onTopic } = findCandidates(article, base, { assumeTopic, memory });
  const scored = scoreCandidates(candidates, base, memory);
  const claims = judgeScored(article, scored, base, memory);
  return {
    article,
    onTopic,
    sentences,
    claims,
    ...(frameCoder ? { frames: frameCoder(article, { views, candidates: scored }) } : {}),
  };
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
  /** What an earlier version of the text has shown, for `inFull` false and everything heard; default none. */
  memory?: Memory | undefined;
}

/** Every clause that may be a claim, matched, before its worth is judged. */
export function findCandidates(
  article: Article,
  base: FactBase,
  options: FindOptions = {},
): { sentences: Sentence[]; views: SentenceView[]; candidates: Candidate[]; onTopic: boolean } {
  const { assumeTopic = false, inFull = false, unheard, alone = false, memory } = options;
  const { views, drafts, onTopic } = findDrafts(article, base.concepts, assumeTopic, unheard, (view, from, to) =>
    isChecked(new Set(hitsWithin(view.hits, from, to).map((h) => h.concept)), base),
  );
  const candidates = drafts.map((draft) =>
    candidateOf(article, alone ? { ...draft, before: [], after: [] } : draft, base, memory, inFull),
  );
  return { sentences: views.map((v) => v.sentence), views, candidates, onTopic };
}

/** A draft, matched. */
export function candidateOf(
  { text }: Article,
  draft: Draft,
  base: FactBase,
  memory?: Memory,
  inFull = false,
): Candidate {
  const match = (): Candidate => {
    const proposition = propositionOf(text, draft, base.concepts);
    return { proposition, matches: matchFacts(proposition, base, inFull) };
  };
  return memory ? memory.candidate(text, draft, match) : match();
}

const NO_CLAIM = { none: 1, supported: 0, contradicted: 0, unverified: 0 };

/** Every candidate with the verdict of the readings and how likely each label is. */
export function scoreCandidates(candidates: readonly Candidate[], base: FactBase, memory?: Memory): ScoredCandidate[] {
  return candidates.map((_, i) => scoreOf(candidates, i, base, memory));
}

function scoreOf(candidates: readonly Candidate[], i: number, base: FactBase, memory?: Memory): ScoredCandidate {
  const candidate = candidates[i]!;
  const score = (): ScoredCandidate =>
    scoredBy(candidate, base, (verdict) =>
      probabilitiesOf(scorerFeatures(candidates, i, verdict), base.scorer, () => networkInput(candidate, verdict)),
    );
  return memory ? memory.scored(candidates, i, score) : score();
}

/** A candidate with the verdict of the readings, and how likely `likely` then holds each label. */
export function scoredBy(
  candidate: Candidate,
  base: FactBase,
  likely: (verdict: Verdict) => Probabilities,
): ScoredCandidate {
  const { proposition, matches } = candidate;
  const verdict = decide(proposition, matches, base);
  // Where no lexicon hears anything there is nothing to check.
  return { ...candidate, verdict, probabilities: proposition.clause.size === 0 ? NO_CLAIM : likely(verdict) };
}

/** The verdicts on the candidates that are worth checking, in order. */
export function judgeWorthy(
  article: Article,
  candidates: readonly Candidate[],
  base: FactBase,
  memory?: Memory,
): CheckedClaim[] {
  return judgeScored(article, scoreCandidates(candidates, base, memory), base, memory);
}

function judgeScored(
  article: Article,
  scored: readonly ScoredCandidate[],
  base: FactBase,
  memory?: Memory,
): CheckedClaim[] {
  const clauses = recutBy(scored, readerOf(article, base, memory), base.scorer.recut);
  const reported = rescore(reportedOf(clauses, base.scorer.thresholds), clauses, base.scorer.rescore);
  return reported.map((clause) => judge(article, clause, base, memory));
}

/** Reads and scores a clause of an article among others. */
export const readerOf =
  (article: Article, base: FactBase, memory?: Memory): ReadClause =>
  (draft, before, behind) =>
    scoreOf([...before, candidateOf(article, draft, base, memory), ...behind], before.length, base, memory);

/** The clauses that are worth checking, in order. */
export const reportedOf = (clauses: readonly ScoredCandidate[], { worth, anchor }: Thresholds): ScoredCandidate[] =>
  worthy(
    clauses,
    clauses.map(({ probabilities }) => worthOf(probabilities)),
    worth,
    anchor,
  );

/** Stable for the same article and span. */
const idOf = (article: Article, start: number, end: number): string => `${article.id}#${start}-${end}`;

/** The verdict on one candidate. */
export function judge(article: Article, candidate: ScoredCandidate, base: FactBase, memory?: Memory): CheckedClaim {
  const { proposition, matches } = candidate;
  const { draft } = proposition;
  const { start, end } = draft.span;
  const settled = (): Verdict => settle(candidate, base);
  const { label, confidence, evidence, reason } = memory ? memory.settled(candidate, settled) : settled();
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
