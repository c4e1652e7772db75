/** Matches → label, evidence, confidence and reason. */
import type { FactBase } from './facts/compile.ts';
import { type WeighedMatch, wordsOf } from './match/match.ts';
import type { Proposition } from './match/proposition.ts';
import type { Evidence, Label, Reason } from './model.ts';

export interface Verdict {
  label: Label;
  confidence: number;
  evidence: Evidence[];
  reason: Reason;
}

const silent: Reason = { code: 'silent', factId: null, facet: null, claimValue: null, factValue: null, locator: null };

/** Decides a claim (codebook, section 2): contradicted beats unverified beats supported where parts differ. */
export function decide(p: Proposition, matches: WeighedMatch[], base: FactBase): Verdict {
  const clashes = matches.filter((m) => m.relation === 'contradicts');
  const entails = matches.filter((m) => m.relation === 'entails');
  const clash = clashes[0];
  const entail = entails[0];
  // A reading that asks for more of the claim's words understands it better than one that asks for fewer.
  if (clash && (!entail || clash.specificity >= entail.specificity)) {
    return verdict('contradicted', clashes, 'clash', base, 0.9);
  }
  if (entail) {
    const open = uncovered(p, entails, base);
    if (open) return { label: 'unverified', confidence: 0.7, evidence: [], reason: { ...silent, code: 'partly', factId: entail.factId, claimValue: open.words } };
    return verdict('supported', entails, 'entailed', base, 0.85);
  }
  if (p.modality === 'plan') return { label: 'unverified', confidence: 0.7, evidence: [], reason: { ...silent, code: 'plan', facet: 'modality' } };
  if (p.local) return { label: 'unverified', confidence: 0.7, evidence: [], reason: { ...silent, code: 'local', facet: 'place' } };
  return { label: 'unverified', confidence: 0.55, evidence: [], reason: silent };
}

function verdict(label: Label, matches: WeighedMatch[], code: Reason['code'], base: FactBase, confidence: number): Verdict {
  const evidence: Evidence[] = [];
  for (const match of matches) {
    const fact = base.facts.find((f) => f.id === match.factId)!;
    const relation = label === 'supported' ? 'entails' : 'contradicts';
    for (const locator of match.locators) {
      if (!evidence.some((e) => e.locator === locator)) evidence.push({ factId: fact.id, locator, relation, statement: fact.statement });
    }
  }
  const first = matches[0]!;
  const comparison = first.comparisons[0]!;
  return {
    label,
    confidence,
    evidence,
    reason: { code, factId: first.factId, facet: comparison.facet, claimValue: comparison.claim, factValue: comparison.fact, locator: first.locators[0] ?? null },
  };
}

/** Checkable content that stands open: its words and where they stand. */
export interface Open {
  words: string;
  start: number;
  end: number;
}

/** Checkable content that no entailing reading speaks of: a penalty, a named place, a number. Null when there is none. */
export function uncovered(p: Proposition, entails: WeighedMatch[], base: FactBase): Open | null {
  if (entails.some((m) => m.whole)) return null;
  const used = entails.flatMap((m) => m.used);
  for (const [concept, hits] of p.clause) {
    const entry = base.concepts.concepts.get(concept);
    if (!entry?.content) continue;
    for (const hit of hits) {
      if (!used.some((u) => hit.start >= u.start && hit.end <= u.end)) return { words: wordsOf(p, hit), start: p.tokens[hit.start]!.start, end: p.tokens[hit.end - 1]!.end };
    }
  }
  const numbers = entails.some((m) => m.comparisons.some((c) => c.facet === 'quantity'));
  if (!numbers) {
    for (const q of p.quantities) {
      const inside = used.some((u) => p.tokens[u.start]!.start <= q.start && q.end <= p.tokens[u.end - 1]!.end);
      if (!inside && (q.unit === 'count' || q.unit === 'percent' || q.unit === 'currency') && (q.value === null || q.value > 2)) return { words: p.text.slice(q.start, q.end), start: q.start, end: q.end };
    }
  }
  return null;
}
