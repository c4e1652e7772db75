/** The pipeline on one page: article → sentences → claims → matches → labels. Pure. */
import { type Draft, findDrafts } from './detect/claims.ts';
import { gateText } from './detect/gate.ts';
import type { FactBase } from './facts/compile.ts';
import { decide } from './label.ts';
import { facetsOf } from './match/facets.ts';
import { matchFacts } from './match/match.ts';
import { propositionOf } from './match/proposition.ts';
import type { Article, CheckedClaim, CheckResult } from './model.ts';

/**
 * Finds and labels the claims of an article. The same article and fact base give the same result; claims are
 * sorted by start; `claim.text === article.text.slice(claim.start, claim.end)`. Takes time linear in the text.
 */
export function checkArticle(article: Article, base: FactBase): CheckResult {
  if (!gateText(article.text)) return { article, sentences: [], claims: [] };
  const { views, drafts } = findDrafts(article, base.concepts);
  return { article, sentences: views.map((v) => v.sentence), claims: drafts.map((draft) => checkDraft(article, draft, base)) };
}

function checkDraft(article: Article, draft: Draft, base: FactBase): CheckedClaim {
  const proposition = propositionOf(article.text, draft);
  const matches = matchFacts(proposition, base);
  const verdict = decide(proposition, matches, base);
  const { start, end } = draft.span;
  return {
    ...verdict,
    id: `${article.id}#${start}-${end}`,
    start,
    end,
    text: article.text.slice(start, end),
    sentence: draft.sentence,
    attribution: draft.attribution,
    rejected: draft.rejected,
    facets: facetsOf(proposition, base),
    matches: matches.map(({ used: _u, specificity: _s, whole: _w, ...match }) => match),
  };
}
