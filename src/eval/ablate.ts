/** The program with a part of it left out, to see what each part is worth. */
import { checkArticle, findCandidates, judge, scoreCandidates } from '../check.ts';
import type { Candidate } from '../detect/worth.ts';
import { worthy } from '../detect/worth.ts';
import type { FactBase } from '../facts/compile.ts';
import type { Article, Label } from '../model.ts';
import { worthOf } from '../scorer/model.ts';
import type { PredictedClaim } from './align.ts';
import { nearestClaims } from './nearest-claims.ts';

const FRAMES = new Set(['report']);
const REJECTIONS = new Set([
  'reject-before',
  'reject-after',
  'reject-head',
  'double-reject',
  'reply-false',
  'reply-true',
  'list-of-wrongs',
]);

type Check = (article: Article) => readonly PredictedClaim[];

/** Every way of checking that the table compares, by name. */
export async function ablations(base: FactBase): Promise<Map<string, Check>> {
  const scoredIn = (article: Article, candidates: readonly Candidate[]): PredictedClaim[] => {
    const scored = scoreCandidates(candidates, base);
    const { worth, anchor } = base.scorer.thresholds;
    const odds = scored.map((s) => worthOf(s.probabilities));
    return worthy(scored, odds, worth, anchor).map((c) => judge(article, c, base));
  };
  const unheard =
    (concepts: ReadonlySet<string>): Check =>
    (article) =>
      scoredIn(article, findCandidates(article, base, { unheard: concepts }).candidates);
  const nearest = await nearestClaims();
  return new Map<string, Check>([
    ['together', (article) => checkArticle(article, base).claims],
    [
      'readings alone',
      (article) => {
        const scored = scoreCandidates(findCandidates(article, base).candidates, base);
        return scored
          .filter((c) => c.matches.length > 0)
          .map(({ proposition: { draft }, verdict }) => ({
            ...draft.span,
            label: verdict.label,
            evidence: verdict.evidence,
            attribution: draft.attribution,
            confidence: verdict.confidence,
          }));
      },
    ],
    [
      'scorer alone',
      (article) =>
        scoredIn(
          article,
          findCandidates(article, base).candidates.map((c) => ({ ...c, matches: [] })),
        ),
    ],
    [
      'retrieval alone',
      (article) =>
        checkArticle(article, base).claims.map((claim) => {
          const { label, fact } = nearest(claim.text);
          const locators = base.byId.get(fact ?? '')?.locators ?? [];
          return { ...claim, label: label as Label, evidence: locators.map((locator) => ({ locator })) };
        }),
    ],
    ['without attribution', unheard(FRAMES)],
    ['without rejection', unheard(REJECTIONS)],
    ['without anaphora', (article) => scoredIn(article, findCandidates(article, base, { alone: true }).candidates)],
  ]);
}
