/** Compiles facts, readings and lexicons into what matching needs. Pure. */
import { type Concept, type ConceptIndex, compileConcepts } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import type { Fact } from '../model.ts';
import type { Scorer } from '../scorer/model.ts';
import type { Reading } from './reading.ts';
import { parseRequirement, type Requirement } from './requirement.ts';
import type { Rewordings } from './suggestions.ts';

export interface CompiledReading extends Omit<Reading, 'needs' | 'unless'> {
  /** Index of the fact in `FactBase.facts`. */
  fact: number;
  order: number;
  needs: Requirement[];
  unless: Requirement[];
}

/** A fact as its file gives it. */
export interface FactEntry {
  fact: Fact;
  readings: Reading[];
  /** What may stand in place of a claim that the fact contradicts; none for most facts of users. */
  rewordings?: Rewordings;
}

/** The fact base, ready to match. */
export interface FactBase {
  facts: Fact[];
  byId: ReadonlyMap<string, Fact>;
  concepts: ConceptIndex;
  /** Readings by the concepts of their rarest requirement in the clause. */
  byConcept: Map<string, CompiledReading[]>;
  /** The readings of each fact, by its id. */
  readingsOf: ReadonlyMap<string, readonly CompiledReading[]>;
  /** Words to suggest, by the id of the fact that they agree with. */
  rewordings: ReadonlyMap<string, Rewordings>;
  /** Says how likely a clause is a claim, and each label of it. */
  scorer: Scorer;
  /** SHA-256 (hex) of the entries the base was compiled from. */
  sha256: string;
  /** The latest as-of date of its facts. */
  asOf: string;
}

/**
 * Compiles a fact base; `lexicon` may have been compiled already. Throws FactBaseError when a reading names a
 * concept that no lexicon has, or asks for nothing in the claim's own clause.
 */
export function compileFactBase(
  entries: FactEntry[],
  lexicon: Concept[] | ConceptIndex,
  scorer: Scorer,
  sha256: string,
): FactBase {
  const concepts = Array.isArray(lexicon) ? compileConcepts(lexicon) : lexicon;
  const byConcept = new Map<string, CompiledReading[]>();
  const readingsOf = new Map<string, CompiledReading[]>();
  const asking = new Map<string, number>();
  for (const { readings } of entries) {
    for (const reading of readings)
      for (const need of reading.needs)
        for (const name of parseRequirement(need).concepts) asking.set(name, (asking.get(name) ?? 0) + 1);
  }
  const commonness = (requirement: Requirement): number =>
    requirement.concepts.reduce((sum, name) => sum + asking.get(name)!, 0);
  let order = 0;
  entries.forEach(({ fact, readings }, index) => {
    for (const reading of readings) {
      const needs = reading.needs.map(parseRequirement);
      const unless = reading.unless.map(parseRequirement);
      for (const { concepts: names } of [...needs, ...unless]) {
        for (const name of names) {
          if (!concepts.concepts.has(name)) {
            throw new FactBaseError(
              'reading',
              `fact "${fact.id}", reading "${reading.id}": no concept "${name}"`,
              fact.place,
              'add it to claims/lexicons/',
            );
          }
        }
      }
      const [key] = needs.filter((r) => r.reach === 'clause').sort((a, b) => commonness(a) - commonness(b));
      if (!key) {
        throw new FactBaseError(
          'reading',
          `fact "${fact.id}", reading "${reading.id}" asks for nothing in the clause`,
          fact.place,
          'leave ^ and * off one requirement',
        );
      }
      const compiled: CompiledReading = { ...reading, needs, unless, fact: index, order: order++ };
      const own = readingsOf.get(fact.id);
      if (own) own.push(compiled);
      else readingsOf.set(fact.id, [compiled]);
      for (const name of key.concepts) {
        const list = byConcept.get(name);
        if (list) list.push(compiled);
        else byConcept.set(name, [compiled]);
      }
    }
  });
  const asOf = entries.reduce((latest, { fact }) => (fact.asOf > latest ? fact.asOf : latest), '');
  const facts = entries.map((e) => e.fact);
  return {
    facts,
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    concepts,
    byConcept,
    readingsOf,
    rewordings: new Map(entries.flatMap((e) => (e.rewordings ? [[e.fact.id, e.rewordings]] : []))),
    scorer,
    sha256,
    asOf,
  };
}
