/** Judges one claim given as a text of its own. */
import { findCandidates, judge } from './check.ts';
import { type Candidate, worthFeatures, worthScore } from './detect/worth.ts';
import type { FactBase } from './facts/compile.ts';
import { SURE_WORTH } from './label.ts';
import type { Article, CheckedClaim } from './model.ts';

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
  const { candidates } = findCandidates(article, base, true, true);
  const best = candidates.find((c) => c.matches.length > 0) ?? candidates[0];
  if (!best) return null;
  const worth = worthScore(worthFeatures(candidates, candidates.indexOf(best)), base.worth);
  // Whoever asks about one claim vouches for its being one.
  return { claim: judge(article, { ...best, worth: Math.max(worth, SURE_WORTH) }, base), candidate: best, worth };
}
