/** Explains one claim step by step: what was read, what it was held against, and what would turn the label. */

import type { FactBase } from './facts/compile.ts';
import { type Judged, judgeText } from './judge-text.ts';
import { uncovered } from './label.ts';
import { nearFacts } from './match/match.ts';
import type { CheckedClaim, Fact, Label, Match } from './model.ts';

/** One step on the way to the label. */
export interface ExplainStep {
  stage: string;
  text: string;
}

export interface Explanation {
  /** The claim and its verdict; null when the text holds no claim. */
  result: CheckedClaim | null;
  steps: ExplainStep[];
  /** The facts nearest to the claim, the nearest first. */
  nearest: { fact: Fact; match: Match }[];
  /** The smallest change that would turn the label. */
  turn: { to: Label; change: string; rewording: string } | null;
}

/** How many facts are shown beside the claim: enough to see the alternatives, few enough to read. */
const MOST_NEAREST = 3;

/**
 * Explains the claim that `text` makes. The topic is taken for granted, as somebody who asks about one claim
 * means the social credit system. Where the text makes several, the first that a fact decides is explained.
 */
export async function explainClaim(text: string, factBase: FactBase): Promise<Explanation> {
  const judged = judgeText(text, factBase);
  if (!judged) return { result: null, steps: [], nearest: [], turn: null };
  const { claim, candidate, worth } = judged;
  const seen = new Set<string>();
  const facts = [...claim.matches, ...nearFacts(candidate.proposition, factBase, MOST_NEAREST + claim.matches.length)];
  const nearest = facts
    .filter((match) => !seen.has(match.factId) && seen.add(match.factId))
    .slice(0, MOST_NEAREST)
    .map((match) => ({ fact: factBase.byId.get(match.factId)!, match }));
  return {
    result: claim,
    steps: stepsOf(judged, factBase, worth),
    nearest,
    turn: await turnOf(text, judged, factBase),
  };
}

function stepsOf({ claim, candidate }: Judged, base: FactBase, worth: number): ExplainStep[] {
  const { proposition: p, matches } = candidate;
  const steps: ExplainStep[] = [
    {
      stage: 'claim',
      text: `read “${claim.text}”; ${worth >= base.scorer.thresholds.worth ? 'worth checking' : 'in an article it would be passed over as no claim'}`,
    },
  ];
  if (claim.attribution)
    steps.push({ stage: 'attribution', text: `${claim.attribution.source} (${claim.attribution.cue})` });
  if (claim.rejected)
    steps.push({ stage: 'rejection', text: 'the text denies these words, so their opposite is checked' });
  const facets = claim.facets.filter((f) => f.span !== null).map((f) => `${f.name}: ${f.value}`);
  if (facets.length > 0) steps.push({ stage: 'facets', text: [...new Set(facets)].join('; ') });
  steps.push({
    stage: 'modality',
    text: { is: 'said to be so', may: 'said to be possible', plan: 'said to be planned' }[p.modality],
  });
  if (p.local) steps.push({ stage: 'place', text: 'confined to one place, firm or group' });
  if (p.negations.length > 0)
    steps.push({
      stage: 'negation',
      text: `${p.negations.length} word${p.negations.length > 1 ? 's' : ''} that deny or refuse`,
    });
  for (const m of matches)
    steps.push({
      stage: 'match',
      text: `${m.factId} (${m.reading}): ${m.relation}, resting on ${m.specificity} part${m.specificity === 1 ? '' : 's'} of the claim`,
    });
  if (matches.length === 0) steps.push({ stage: 'match', text: 'no fact speaks of this' });
  const open = uncovered(
    p,
    matches.filter((m) => m.relation === 'entails'),
    base,
  );
  if (open && matches.length > 0) steps.push({ stage: 'coverage', text: `no fact speaks of “${open.words}”` });
  steps.push({ stage: 'label', text: claim.label });
  return steps;
}

/** Tries small changes, the smallest first, and gives the first that turns the label when it is checked anew. */
async function turnOf(text: string, { claim, candidate }: Judged, base: FactBase): Promise<Explanation['turn']> {
  const { proposition: p, matches } = candidate;
  const edits: { change: string; rewording: string }[] = [];
  const cut = (from: number, to: number, by: string): string =>
    `${text.slice(0, from)}${by}${text.slice(to)}`.replace(/ {2,}/g, ' ').trim();
  const number = matches
    .flatMap((m) => m.comparisons)
    .find((c) => c.facet === 'quantity' && c.fact !== null && c.outcome !== 'silent');
  const quantity = p.quantities.find((q) => q.unit === 'count');
  if (number && quantity)
    edits.push({
      change: `“${text.slice(quantity.start, quantity.end)}” becomes “${number.fact}”`,
      rewording: cut(quantity.start, quantity.end, number.fact!),
    });
  const open = uncovered(
    p,
    matches.filter((m) => m.relation === 'entails'),
    base,
  );
  if (open) edits.push({ change: `“${open.words}” is left out`, rewording: cut(open.start, open.end, '') });
  const { affirm, negate } = await import('./detect/compromise.ts');
  const denied = negate(text);
  const affirmed = affirm(text);
  if (denied !== text) edits.push({ change: 'the claim is denied', rewording: denied });
  if (affirmed !== text) edits.push({ change: 'the denial is taken away', rewording: affirmed });
  if (p.local && p.draft.view.hits.includes(p.local)) {
    const hit = p.local;
    const [from, to] = [p.tokens[hit.start]?.start, p.tokens[hit.end - 1]?.end];
    if (from !== undefined && to !== undefined)
      edits.push({
        change: `“${text.slice(from, to)}” becomes all of China`,
        rewording: cut(from, to, 'across China'),
      });
  }
  for (const edit of edits) {
    const label = judgeText(edit.rewording, base)?.claim.label;
    if (label && label !== claim.label) return { to: label, ...edit };
  }
  return null;
}
