/** Judges one claim given as a text of its own. */
import { findCandidates, judge, scoreCandidates } from './check.ts';
import type { Candidate } from './detect/worth.ts';
import type { FactBase } from './facts/compile.ts';
import type { Article, CheckedClaim } from './model.ts';
import { type Probabilities, worthOf } from './scorer/model.ts';

export interface Judged {
  claim: CheckedClaim;
  candidate: Candidate & { matches: Candidate['matches'] };
  /** Log-odds that it would be taken for a claim in an article. */
  worth: number;
}

/** An article that is one claim. */
export function claimArticle(text: string): Article {
  return {
    id: 'claim',
    url: null,
    title: null,
    outlet: null,
    publishedAt: null,
    language: null,
    text,
    sha256: '',
    blocks: [],
    origin: null,
  };
}

/** The verdict on the claim that `text` makes, its topic taken for granted; null when it holds no clause. */
export function judgeText(text: string, base: FactBase): Judged | null {
  const article = claimArticle(text);
  const { candidates } = findCandidates(article, base, { assumeTopic: true, inFull: true });
  const scored = scoreCandidates(candidates, base);
  const best = scored.find((c) => c.matches.length > 0) ?? scored[0];
  if (!best) return null;
  const worth = worthOf(best.probabilities);
  // Whoever asks about one claim vouches for its being one.
  return {
    claim: judge(article, { ...best, probabilities: claimed(best.probabilities) }, base),
    candidate: best,
    worth,
  };
}

/** The probabilities of the labels, given that there is a claim. */
function claimed({ none, supported, contradicted, unverified }: Probabilities): Probabilities {
  if (none === 1) return { none: 0, supported: 0, contradicted: 0, unverified: 1 };
  const share = Math.max(1e-9, 1 - none);
  return { none: 0, supported: supported / share, contradicted: contradicted / share, unverified: unverified / share };
}
