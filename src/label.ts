/** Matches → label, evidence, confidence and reason. */
import type { Hit } from './detect/concepts.ts';
import type { Candidate } from './detect/worth.ts';
import type { CompiledReading, FactBase } from './facts/compile.ts';
import { type WeighedMatch, wordsOf } from './match/match.ts';
import type { Proposition } from './match/proposition.ts';
import type { Evidence, Label, Reason } from './model.ts';
import { calibrated, nominate, type Probabilities } from './scorer/model.ts';

export interface Verdict {
  label: Label;
  confidence: number;
  evidence: Evidence[];
  reason: Reason;
}

/** A candidate with what the readings make of it and how likely each label is. */
export interface ScoredCandidate extends Candidate {
  verdict: Verdict;
  probabilities: Probabilities;
  /** How likely it is contradicted once its neighbours are known (`rescore.ts`); default: as likely as before. */
  contradicted?: number;
}

const silent: Reason = { code: 'silent', factId: null, facet: null, claimValue: null, factValue: null, locator: null };

/**
 * What the readings alone make of a claim (codebook, section 2): contradicted beats unverified beats supported where
 * parts differ.
 */
export function decide(p: Proposition, matches: readonly WeighedMatch[], base: FactBase): Verdict {
  const clashes = matches.filter((m) => m.relation === 'contradicts');
  const entails = matches.filter((m) => m.relation === 'entails');
  const clash = clashes[0];
  const entail = entails[0];
  // A reading that asks for more of the claim's words understands it better than one that asks for fewer. Where
  // readings of the same sentences ask for as much and disagree, one of them is mistaken, and neither is believed.
  if (clash && entails.some((m) => m.specificity === clash.specificity && sameGround(m, clash))) {
    return unverified('unknown', clash.factId);
  }
  if (clash && (!entail || clash.specificity >= entail.specificity)) {
    return verdict('contradicted', clashes, 'clash', base, confidenceOf(clashes));
  }
  if (entail) {
    const open = uncovered(p, entails, base);
    if (open)
      return {
        ...unverified('partly', entail.factId),
        reason: { ...silent, code: 'partly', factId: entail.factId, claimValue: open.words },
      };
    return verdict('supported', entails, 'entailed', base, confidenceOf(entails));
  }
  if (p.modality === 'plan') return unverified('plan', null);
  if (p.local) return unverified('local', null);
  return unverified('silent', null);
}

/** How many facts are asked whether they speak on a claim that no reading decides. */
const NOMINATED = 3;
/** A label at least this likely stands against a reading that says the opposite: more than two to one. */
const SURE = 0.7;
/** A fact less likely than this, of seventy, is a guess and no ground. */
const LEAST_SHARE = 0.1;
/**
 * Of a fact at least this likely also what its readings need somewhere in the sentence or passage is ground, where the clause has
 * it: of fifteen contradictions on `tune` that have no other ground fourteen are right.
 */
const LIKELIEST = 0.5;
/** A second fact is cited beside the first when it is at least this likely, held against the first. */
const SECOND_SHARE = 0.4;

/**
 * The verdict on a claim, from what the readings make of it and how likely the scorer holds each label. Supported and
 * contradicted need grounds: a reading that says so, or a nominated fact with a reading that speaks on a facet of
 * the claim. Without grounds the claim is unverified: silence is never falsehood.
 */
export function settle(
  { proposition, matches, verdict: ruled, probabilities, contradicted = probabilities.contradicted }: ScoredCandidate,
  base: FactBase,
): Verdict {
  const { supported, unverified: open } = probabilities;
  const { contradicted: alone, agreed } = base.scorer.thresholds;
  const least = ruled.label === 'contradicted' ? agreed : alone;
  const label: Label =
    contradicted >= least && contradicted >= supported && contradicted >= open
      ? 'contradicted'
      : supported > open && supported > contradicted
        ? 'supported'
        : 'unverified';
  // Calibration was measured on what the scorer says, which its neighbours make righter still.
  const confidence = Math.round(100 * calibrated(probabilities[label], base.scorer)) / 100;
  if (label === ruled.label) return { ...ruled, confidence };
  // A reading that says the opposite is overruled where the scorer has hardly a doubt.
  const overrules =
    ruled.label === 'unverified' || (label === 'contradicted' ? contradicted : probabilities[label]) >= SURE;
  if (label !== 'unverified' && overrules) {
    const relation = label === 'supported' ? 'entails' : 'contradicts';
    const read = matches.filter((m) => m.relation === relation);
    if (read.length > 0) return verdict(label, read, label === 'supported' ? 'entailed' : 'clash', base, confidence);
    const found = grounded(label, { proposition, matches }, base, confidence);
    if (found) return found;
  }
  const code =
    proposition.modality === 'plan' ? 'plan' : proposition.local ? 'local' : matches.length > 0 ? 'unknown' : 'silent';
  const raw = calibrated(open, base.scorer);
  return { ...unverified(code, matches[0]?.factId ?? null), confidence: Math.round(100 * raw) / 100 };
}

/** A verdict on the grounds of nominated facts, where a reading of theirs speaks on a concept of the claim. */
function grounded(
  label: 'supported' | 'contradicted',
  candidate: Candidate,
  base: FactBase,
  confidence: number,
): Verdict | null {
  const { proposition: p } = candidate;
  const [first, ...others] = nominate(candidate, base.scorer, NOMINATED).flatMap(({ fact: id, share }) => {
    const fact = base.byId.get(id);
    const hit = fact ? spokenOn(p, base.readingsOf.get(id) ?? [], share >= LIKELIEST, base) : null;
    return fact && hit && share >= LEAST_SHARE ? [{ fact, share, hit }] : [];
  });
  if (!first) return null;
  const relation = label === 'supported' ? 'entails' : 'contradicts';
  const cited = [first, ...others.filter((o) => o.share >= SECOND_SHARE * first.share)];
  const evidence: Evidence[] = [];
  for (const { fact } of cited)
    for (const locator of fact.locators)
      if (!evidence.some((e) => e.locator === locator))
        evidence.push({ factId: fact.id, locator, relation, statement: fact.statement });
  const heard = base.concepts.concepts.get(first.hit.concept)?.facet ?? 'effect';
  // Numbers and dates that were not compared are no values to hold side by side.
  const facet = heard === 'quantity' || heard === 'time' ? 'effect' : heard;
  const words = wordsOf(p, first.hit);
  const reason: Reason = {
    code: label === 'supported' ? 'entailed' : 'clash',
    factId: first.fact.id,
    facet,
    claimValue: p.draft.rejected ? `not: ${words}` : words,
    factValue: first.fact.facets[facet] ?? first.fact.statement,
    locator: first.fact.locators[0]!,
  };
  return { label, confidence, evidence: evidence.slice(0, MOST_EVIDENCE), reason };
}

/**
 * The longest hit of the clause that gives a facet and that a reading asks for in it; where there is none and `anywhere`, that a
 * reading asks for in its sentence or passage.
 */
function spokenOn(p: Proposition, readings: readonly CompiledReading[], anywhere: boolean, base: FactBase): Hit | null {
  const longest = (within: boolean): Hit | null => {
    let best: Hit | null = null;
    for (const { needs } of readings)
      for (const { concepts, reach } of needs) {
        if (within && reach !== 'clause') continue;
        for (const concept of concepts) {
          const hit = base.concepts.concepts.get(concept)?.facet ? p.clause.get(concept)?.[0] : undefined;
          if (hit && (!best || hit.end - hit.start > best.end - best.start)) best = hit;
        }
      }
    return best;
  };
  return longest(true) ?? (anywhere ? longest(false) : null);
}

/** Whether two matches rest on a sentence of the source in common. */
function sameGround(a: WeighedMatch, b: WeighedMatch): boolean {
  return a.factId === b.factId || a.locators.some((locator) => b.locators.includes(locator));
}

const FACET_OF: Partial<Record<Reason['code'], Reason['facet']>> = { plan: 'modality', local: 'place' };
function unverified(code: Reason['code'], factId: string | null): Verdict {
  return {
    label: 'unverified',
    confidence: UNVERIFIED,
    evidence: [],
    reason: { ...silent, code, factId, facet: FACET_OF[code] ?? null },
  };
}

/** The share of unverified labels that were right on fresh passages. */
const UNVERIFIED = 0.75;

/**
 * The share of such labels that were right on the train sets and fresh passages: a label that several readings
 * agree on, or one that rests on many parts of the claim, is right more often.
 */
function confidenceOf(matches: WeighedMatch[]): number {
  const parts = matches[0]!.specificity;
  if (matches.length > 2 || parts > 3) return 0.95;
  if (matches.length > 1 || parts > 2) return 0.9;
  return parts > 1 ? 0.85 : 0.75;
}

/** More facts than this say nothing more to a reader. */
const MOST_EVIDENCE = 8;

function verdict(
  label: Label,
  matches: WeighedMatch[],
  code: Reason['code'],
  base: FactBase,
  confidence: number,
): Verdict {
  const evidence: Evidence[] = [];
  for (const match of matches.slice(0, MOST_EVIDENCE)) {
    const fact = base.byId.get(match.factId)!;
    const relation = label === 'supported' ? 'entails' : 'contradicts';
    for (const locator of match.locators) {
      if (!evidence.some((e) => e.locator === locator))
        evidence.push({ factId: fact.id, locator, relation, statement: fact.statement });
    }
  }
  const first = matches[0]!;
  const comparison = first.comparisons[0]!;
  return {
    label,
    confidence,
    evidence,
    reason: {
      code,
      factId: first.factId,
      facet: comparison.facet,
      claimValue: comparison.claim,
      factValue: comparison.fact,
      locator: first.locators[0] ?? null,
    },
  };
}

/** Checkable content that stands open: its words and where they stand. */
export interface Open {
  words: string;
  start: number;
  end: number;
}

/** Checkable content that no entailing reading speaks of: a penalty, a named place, a number. Null when there is none. */
export function uncovered(p: Proposition, entails: readonly WeighedMatch[], base: FactBase): Open | null {
  if (entails.some((m) => m.whole)) return null;
  const used = entails.flatMap((m) => m.used);
  for (const [concept, hits] of p.clause) {
    const entry = base.concepts.concepts.get(concept);
    if (!entry?.content) continue;
    for (const hit of hits) {
      if (!used.some((u) => hit.start >= u.start && hit.end <= u.end))
        return { words: wordsOf(p, hit), start: p.tokens[hit.start]!.start, end: p.tokens[hit.end - 1]!.end };
    }
  }
  const numbers = entails.some((m) => m.comparisons.some((c) => c.facet === 'quantity'));
  if (!numbers) {
    for (const q of p.quantities) {
      const inside = used.some((u) => p.tokens[u.start]!.start <= q.start && q.end <= p.tokens[u.end - 1]!.end);
      if (
        !inside &&
        (q.unit === 'count' || q.unit === 'percent' || q.unit === 'currency') &&
        (q.value === null || q.value > 2)
      )
        return { words: p.text.slice(q.start, q.end), start: q.start, end: q.end };
    }
  }
  return null;
}
