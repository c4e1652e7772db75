/** Holds a claim against the readings of the facts: what agrees, what clashes, on which facet. */

import { compatible } from '../detect/compare-quantity.ts';
import type { Hit } from '../detect/concepts.ts';
import { compareDate } from '../detect/dates.ts';
import type { CompiledReading, FactBase } from '../facts/compile.ts';
import type { Requirement } from '../facts/requirement.ts';
import { FACETS, type FacetComparison, type FacetName, type Fact, type Match } from '../model.ts';
import { isNegated } from './negation.ts';
import type { Proposition } from './proposition.ts';

/** A match with what it rests on, for the label to weigh. */
export interface WeighedMatch extends Match {
  /** Hits in the clause that met the requirements. */
  used: Hit[];
  /** Requirements met in the clause itself: more of them make a more specific reading. */
  specificity: number;
  whole: boolean;
}

/**
 * Every reading that fires on the proposition, most specific first, then in the order of the fact base. The
 * comparison that decides comes with each; `inFull`, those of the other facets too.
 */
export function matchFacts(p: Proposition, base: FactBase, inFull = false): WeighedMatch[] {
  const candidates = new Set<CompiledReading>();
  for (const concept of p.clause.keys()) {
    const readings = base.byConcept.get(concept);
    if (readings) for (const reading of readings) if (named(p.clause, reading.needs)) candidates.add(reading);
  }
  const matches: (WeighedMatch & { order: number })[] = [];
  for (const reading of candidates) {
    const match = fire(p, reading, base, inFull);
    if (match) matches.push({ ...match, order: reading.order });
  }
  return matches
    .sort((a, b) => b.specificity - a.specificity || a.order - b.order)
    .map(({ order: _, ...match }) => match);
}

/** The hits that meet a requirement in the clause; an empty list when it is met around it; null when it is not met. */
function meets(p: Proposition, requirement: Requirement): Hit[] | null {
  for (const concept of requirement.concepts) {
    const hits = p.clause.get(concept);
    if (hits) return hits;
  }
  if (requirement.reach === 'clause') return null;
  const around = requirement.reach === 'sentence' ? [p.sentence] : p.passage;
  return requirement.concepts.some((concept) => around.some((set) => set.has(concept))) ? [] : null;
}

/** The concepts of a clause. */
type Named = Pick<ReadonlySet<string>, 'has'>;

/** Whether some reading finds in a clause's concepts all that it asks of a clause: there is something to check. */
export function isChecked(clause: ReadonlySet<string>, base: FactBase): boolean {
  for (const concept of clause)
    if (base.byConcept.get(concept)?.some((reading) => named(clause, reading.needs))) return true;
  return false;
}

/** Whether each requirement of the clause itself is met: most readings end here, so nothing is made before. */
function named(clause: Named, needs: Requirement[]): boolean {
  for (const { concepts, reach } of needs) {
    if (reach !== 'clause') continue;
    let met = false;
    for (const concept of concepts) if (clause.has(concept)) met = true;
    if (!met) return false;
  }
  return true;
}

/** Facts that share words with the claim though no reading of theirs fires, nearest first: for `explain`. */
export function nearFacts(p: Proposition, base: FactBase, most: number): Match[] {
  const near = new Map<string, { match: Match; share: number }>();
  for (const readings of base.byConcept.values()) {
    for (const reading of readings) {
      const fact = base.facts[reading.fact]!;
      const met = reading.needs.filter((r) => (meets(p, r)?.length ?? 0) > 0).length;
      const share = met / reading.needs.length + met / 100;
      if (met === 0 || share <= (near.get(fact.id)?.share ?? 0)) continue;
      const comparisons = agreements(p, { ...reading, needs: [...reading.needs, reading.needs[0]!] }, base, fact);
      const locators = reading.locators ?? fact.locators;
      near.set(fact.id, {
        share,
        match: {
          factId: fact.id,
          reading: reading.id,
          relation: 'near',
          locators,
          comparisons,
          coverage: met / reading.needs.length,
        },
      });
    }
  }
  return [...near.values()]
    .sort((a, b) => b.share - a.share || (a.match.factId < b.match.factId ? -1 : 1))
    .slice(0, most)
    .map((n) => n.match);
}

function fire(p: Proposition, reading: CompiledReading, base: FactBase, inFull: boolean): WeighedMatch | null {
  if (!reading.modality.includes(p.modality)) return null;
  if (reading.scope === 'national' && p.local) return null;
  for (const bar of reading.unless) if (meets(p, bar)) return null;
  const used: Hit[] = [];
  const own: Hit[] = [];
  let specificity = 0;
  let predicate: Hit | null = null;
  for (const requirement of reading.needs) {
    const hits = meets(p, requirement);
    if (!hits) return null;
    const hit = hits.reduce<Hit | null>(
      (best, h) => (!best || h.end - h.start > best.end - best.start ? h : best),
      null,
    );
    if (!hit) continue;
    used.push(hit);
    own.push(...hits);
    specificity++;
    predicate = hit;
  }
  const negated = isNegated(p, own, predicate, reading, base);
  const comparisons: FacetComparison[] = [];
  const fact = base.facts[reading.fact]!;
  let agrees: boolean;
  const turned = negated !== p.draft.rejected;
  if (reading.quantity || reading.date) {
    const outcome = reading.quantity ? compareNumber(p, reading) : compareDates(p, reading);
    if (!outcome) return null;
    agrees = outcome.agrees !== p.draft.rejected;
    if (outcome.alone && negated && reading.negation !== 'ignored') agrees = !agrees;
    comparisons.push({
      facet: outcome.facet,
      claim: outcome.claim,
      fact: outcome.fact,
      outcome: agrees ? 'agrees' : 'clashes',
    });
    specificity++;
  } else {
    if (reading.negation === 'barred' && turned) return null;
    if (reading.negation === 'needed' && !turned) return null;
    const flips =
      reading.negation === 'turns' || reading.negation === 'before'
        ? turned
        : reading.negation === 'ignored'
          ? p.draft.rejected
          : false;
    agrees = (reading.means === 'agrees') !== flips;
    const facet = (reading.facet ?? 'effect') as FacetName;
    const words = predicate ? wordsOf(p, predicate) : reading.id;
    comparisons.push({
      facet: turned && !reading.facet ? 'polarity' : facet,
      claim: reading.says && !turned ? reading.says : words,
      fact: fact.facets[facet] ?? fact.statement,
      outcome: agrees ? 'agrees' : 'clashes',
    });
  }
  return {
    factId: fact.id,
    reading: reading.id,
    relation: agrees ? 'entails' : 'contradicts',
    locators: reading.locators ?? fact.locators,
    comparisons: inFull ? [...comparisons, ...agreements(p, reading, base, fact)] : comparisons,
    coverage: 1,
    used,
    specificity,
    whole: reading.whole,
  };
}

/** The words of a hit as the text has them. */
export function wordsOf(p: Proposition, hit: Hit): string {
  const { tokens } = p;
  const from = tokens[hit.start]!.start;
  return p.text.slice(from, tokens[hit.end - 1]!.end);
}

/** One row a requirement of the reading but the predicate, then the fact's facets on which the claim is silent. */
function agreements(p: Proposition, reading: CompiledReading, base: FactBase, fact: Fact): FacetComparison[] {
  const rows: FacetComparison[] = [];
  const seen = new Set<string>([reading.quantity ? 'quantity' : reading.date ? 'time' : (reading.facet ?? 'effect')]);
  for (const requirement of reading.needs.slice(0, -1)) {
    for (const concept of requirement.concepts) {
      const hit = p.clause.get(concept)?.[0];
      const facet = base.concepts.concepts.get(concept)?.facet;
      if (!hit || !facet || seen.has(facet)) continue;
      seen.add(facet);
      rows.push({
        facet,
        claim: wordsOf(p, hit),
        fact: fact.facets[facet] ?? base.concepts.concepts.get(concept)!.says,
        outcome: 'agrees',
      });
    }
  }
  for (const facet of FACETS) {
    const value = fact.facets[facet];
    if (value !== undefined && !seen.has(facet)) rows.push({ facet, claim: null, fact: value, outcome: 'silent' });
  }
  return rows;
}

interface Comparison {
  agrees: boolean;
  /** The value stands alone, so that a negation denies it ("not 28"); false for "not nine but 28". */
  alone: boolean;
  facet: FacetName;
  claim: string;
  fact: string;
}

function compareNumber(p: Proposition, reading: CompiledReading): Comparison | null {
  const counts = p.quantities.filter((q) => q.unit === 'count');
  const wanted = reading.quantity!;
  const outcomes = counts
    .filter((q) => !inNegatedPhrase(p, q.start))
    .map((q) => ({ q, outcome: compatible(q, wanted) }))
    .filter((o) => o.outcome !== 'silent');
  if (outcomes.length === 0) return null;
  const best = outcomes.find((o) => o.outcome === 'agrees') ?? outcomes[0]!;
  const text = p.draft.view.tokens
    .filter((t) => t.start >= best.q.start && t.end <= best.q.end)
    .map((t) => t.norm)
    .join(' ');
  return {
    agrees: best.outcome === 'agrees',
    alone: counts.length === outcomes.length,
    facet: 'quantity',
    claim: text || String(best.q.value),
    fact: `${wanted.op === 'over' ? 'over ' : ''}${wanted.value}`,
  };
}

function inNegatedPhrase(p: Proposition, offset: number): boolean {
  return p.negations.some(
    (n) => !n.refusal && n.bounded && p.tokens[n.start]!.start <= offset && offset < p.tokens[n.scopeEnd - 1]!.end,
  );
}

function compareDates(p: Proposition, reading: CompiledReading): Comparison | null {
  const wanted = reading.date!;
  const clear = {
    ...(wanted.year === undefined ? {} : { year: wanted.year }),
    ...(wanted.month === undefined ? {} : { month: wanted.month }),
    ...(wanted.day === undefined ? {} : { day: wanted.day }),
    ...(wanted.endYear === undefined ? {} : { endYear: wanted.endYear }),
  };
  const outcomes = p.dates.map((d) => ({ d, outcome: compareDate(d, clear) })).filter((o) => o.outcome !== 'silent');
  if (outcomes.length === 0) return null;
  const clash = outcomes.find((o) => o.outcome === 'clashes');
  const best = clash ?? outcomes[0]!;
  const { d } = best;
  return {
    agrees: !clash,
    alone: true,
    facet: 'time',
    claim: [d.day, d.month, d.year].filter((n) => n !== null).join('-'),
    fact: [wanted.day, wanted.month, wanted.year, wanted.endYear].filter((n) => n !== undefined).join('-'),
  };
}
