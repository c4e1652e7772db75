/** The program with a part of it left out, to see what each part is worth. */
import { checkArticle, findCandidates, judgeWorthy, scoreCandidates } from '../check.ts';
import type { FactBase } from '../facts/compile.ts';
import type { Article, Label } from '../model.ts';
import type { PredictedClaim } from './align.ts';
import { nearestClaims } from './nearest-claims.ts';

const FRAMES = new Set(['report']);
const REJECTIONS = new Set([
  'reject-before',
  'retract-before',
  'verdict-all',
  'verdict-false',
  'mock',
  'reject-after',
  'reject-head',
  'double-reject',
  'reply-false',
  'reply-true',
  'list-of-wrongs',
]);

type Check = (article: Article) => readonly PredictedClaim[];

/** Every way of checking that the table compares, by name. */
export function ablations(base: FactBase): Map<string, Check> {
  const unheard =
    (concepts: ReadonlySet<string>): Check =>
    (article) =>
      judgeWorthy(article, findCandidates(article, base, { unheard: concepts }).candidates, base);
  const nearest = nearestClaims();
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
        judgeWorthy(
          article,
          findCandidates(article, base).candidates.map((c) => ({ ...c, matches: [] })),
          base,
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
    [
      'without network',
      (article) => checkArticle(article, { ...base, scorer: { ...base.scorer, network: null } }).claims,
    ],
    [
      'without neighbours',
      (article) => checkArticle(article, { ...base, scorer: { ...base.scorer, rescore: null } }).claims,
    ],
    ['without attribution', unheard(FRAMES)],
    ['without rejection', unheard(REJECTIONS)],
    [
      'without anaphora',
      (article) => judgeWorthy(article, findCandidates(article, base, { alone: true }).candidates, base),
    ],
  ]);
}
