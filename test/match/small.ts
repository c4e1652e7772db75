/** A small fact base of the tests' own: a ferry, its fares, its hours, its crew. */

import { findCandidates } from '../../src/check.ts';
import type { Concept } from '../../src/detect/concepts.ts';
import type { Candidate } from '../../src/detect/worth.ts';
import { compileFactBase, type FactBase, type FactEntry } from '../../src/facts/compile.ts';
import { type Reading, readingSchema } from '../../src/facts/reading.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { type Fact, LABELS, type Label } from '../../src/model.ts';
import { ruleFeature } from '../../src/scorer/features.ts';
import { CLASSES, type Scorer, type Table } from '../../src/scorer/model.ts';
import { concept, STRUCTURE } from '../detect/small.ts';

/** A table in which some features speak for one class each, so strongly that nothing else counts. */
export function tableOf(bias: number[], votes: readonly [feature: number, forClass: number][]): Table {
  const [bits, classes] = [18, bias.length];
  const weights = new Int8Array(2 ** bits * classes);
  for (const [feature, forClass] of votes) weights[(feature & (2 ** bits - 1)) * classes + forClass] = 127;
  return { bits, classes, scale: 0.2, bias, weights };
}

/** Nominates facts in given proportions, whatever is said. */
export function nominatorOf(shares: Record<string, number>): Scorer['nominator'] {
  const bias = Object.values(shares).map(Math.log);
  return {
    bits: 0,
    classes: bias.length,
    scale: 1,
    bias,
    weights: new Int8Array(bias.length),
    facts: Object.keys(shares),
  };
}

/** Follows the verdict of the readings: the class it gives is the one that `give` makes of their label. Nominates none. */
export const scorerOf = (give: (label: Label) => (typeof CLASSES)[number]): Scorer => ({
  note: 'follows the readings',
  labels: tableOf(
    CLASSES.map((name) => (name === 'none' ? -20 : 0)),
    LABELS.map((label) => [ruleFeature(label), CLASSES.indexOf(give(label))]),
  ),
  network: null,
  nominator: nominatorOf({}),
  thresholds: { worth: 0, anchor: 0, contradicted: 0.5, agreed: 0.45 },
  recut: null,
  rescore: null,
  calibration: [
    [0, 0],
    [1, 1],
  ],
});

/** Takes every clause for a claim, with the label that the readings give. */
export const FOLLOWS_READINGS: Scorer = scorerOf((label) => label);

export const LEXICON: Concept[] = [
  ...STRUCTURE,
  concept('ferry', ['(the|a)? ferry'], { facet: 'topic', says: 'the ferry' }),
  concept('fee', ['(fee|toll|fare|pay)'], { facet: 'effect', says: 'a charge' }),
  concept('board', ['(board|cross)'], { facet: 'effect', says: 'boarding' }),
  concept('passenger', ['(passenger|people)'], { facet: 'patient', says: 'passengers' }),
  concept('dog', ['dog'], { facet: 'patient', says: 'dogs', content: true }),
  concept('boat', ['(boat|vessel)'], { facet: 'quantity', says: 'boats' }),
  concept('opened', ['(open|launch)'], { facet: 'time', says: 'the opening' }),
  concept('social-credit', ['social credit'], { facet: 'topic', says: 'social credit' }),
];

/** A fact about the ferry; what is left out is the same for all. */
export function fact(id: string, rest: Partial<Fact> = {}): Fact {
  return {
    id,
    statement: `statement of ${id}`,
    locators: [`${id}.1.1`, `${id}.1.2`],
    asOf: '2001-02-03',
    source: 'ferry-2001',
    topic: 'ferry',
    facets: { topic: 'the ferry', effect: 'costs nothing' },
    clashes: 'Saying otherwise.',
    examples: { entailed: [], contradicted: [], neither: [] },
    place: { file: 'ferry.yml', line: 1 },
    ...rest,
  };
}

type ReadingInput = Partial<Reading> & Pick<Reading, 'needs' | 'means'>;
/** A fact with readings; a reading without an id is called by its number. */
export function entry(id: string, readings: ReadingInput[], rest: Partial<Fact> = {}): FactEntry {
  return { fact: fact(id, rest), readings: readings.map((r, i) => readingSchema.parse({ id: `reading-${i}`, ...r })) };
}

export const baseOf = (entries: FactEntry[], lexicon = LEXICON): FactBase =>
  compileFactBase(entries, lexicon, FOLLOWS_READINGS, 'sha');

/** The candidates of a text, its topic taken for granted. */
export const candidatesOf = (text: string, base: FactBase): Candidate[] =>
  findCandidates(claimArticle(text), base, { assumeTopic: true }).candidates;

/** How the first clause of a text stands to the facts: `fact/reading: relation`, most specific first. */
export function matched(text: string, base: FactBase): string[] {
  const [first] = candidatesOf(text, base);
  return first?.matches.map((m) => `${m.factId}/${m.reading}: ${m.relation}`) ?? [];
}

/** How the one fact of a base stands to the first clause of a text: its relation, null when it is silent. */
export function relation(text: string, reading: ReadingInput, lexicon = LEXICON): string | null {
  const matches = candidatesOf(text, baseOf([entry('ferry-free', [reading])], lexicon))[0]?.matches ?? [];
  return matches[0]?.relation ?? null;
}
