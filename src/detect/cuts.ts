/**
 * Where a sentence's clauses may part, and what is seen there: a small linear model, trained by
 * `src/eval/train-cuts.ts` on labelled passages, says whether two things are said that could be true separately.
 */
import model from '../../claims/models/cuts.json' with { type: 'json' };
import { type CutPlace, eachFeature } from './cut-features.ts';
import { HEARD, MOST_VALUES, NOTHING, nameOf, type Take, WORD_ABOUTS, type WordAbout } from './cut-names.ts';
import { MAX_CACHED, MAX_REMEMBERED } from './words.ts';

export { type CutPlace, mayPart } from './cut-features.ts';

/** A linear model over named binary features: the clauses part where the sum is above nought. */
export interface CutModel {
  note: string;
  bias: number;
  weights: Record<string, number>;
}

/** What a model has learnt. */
export type Cuts = Omit<CutModel, 'note'>;

/** Gives the names of the features of a place. */
export function cutFeatures(place: CutPlace, take: (name: string) => void): void {
  eachFeature(place, {
    values: (about, a, b = NOTHING, c = NOTHING) => take(nameOf(about, [a, b, c])),
    word: (about, word) => take(`${about}=${word}`),
    heard: (side, _, concept) => take(`${HEARD[side]}=${concept}`),
  });
}

/**
 * Log-odds above which clauses part, where the rules see a clause's end and where they see none. Below nought, as a cut
 * that is missed always costs a claim, and one too many only where both halves are taken for claims: on `tune`, of which the
 * model has not learnt, 87 of 100 parting places are found, and 86 of 100 that are found are right. With the latter at -1 the
 * same labels of `dev` are right, and one in a thousand fewer of the rounds.
 */
export const CUT_BOUNDS = { rule: -2, none: -0.5 } as const;

let { bias, weights }: Cuts = model;

/** Weights that were asked for: by number of the feature and its values, and by word. Names take longer to make than all else. */
const byValues = new Map<number, number>();
const byWord = Object.fromEntries(WORD_ABOUTS.map((what) => [what, new Map<string, number>()])) as Record<
  WordAbout,
  Map<string, number>
>;

function weightOf(about: number, a: number, b: number, c: number): number {
  const key = ((about * MOST_VALUES + a) * MOST_VALUES + b) * MOST_VALUES + c;
  let weight = byValues.get(key);
  if (weight === undefined) {
    weight = weights[nameOf(about, [a, b, c])] ?? 0;
    byValues.set(key, weight);
  }
  return weight;
}

function weightOfWord(about: WordAbout, word: string): number {
  const known = byWord[about].get(word);
  if (known !== undefined) return known;
  const weight = weights[`${about}=${word}`] ?? 0;
  if (word.length <= MAX_REMEMBERED && byWord[about].size < MAX_CACHED) byWord[about].set(word, weight);
  return weight;
}

/** Weights by number of the concept, for each side; NaN until one is asked for. */
const byConcept = HEARD.map(() => new Float64Array(0));

function weightOfConcept(side: 0 | 1 | 2, number: number, concept: string): number {
  let table = byConcept[side]!;
  if (number >= table.length) {
    table = new Float64Array(2 * number + 64).fill(Number.NaN);
    table.set(byConcept[side]!);
    byConcept[side] = table;
  }
  let weight = table[number]!;
  if (Number.isNaN(weight)) {
    weight = weights[`${HEARD[side]}=${concept}`] ?? 0;
    table[number] = weight;
  }
  return weight;
}

/** What `run` gives where clauses part by another model: for those that train, on texts that the model has not seen. */
export function partingBy<T>(other: Cuts, run: () => T): T {
  const known = { bias, weights };
  hear(other);
  try {
    return run();
  } finally {
    hear(known);
  }
}

function hear(heard: Cuts): void {
  ({ bias, weights } = heard);
  byValues.clear();
  for (const what of WORD_ABOUTS) byWord[what].clear();
  for (let side = 0; side < HEARD.length; side++) byConcept[side] = new Float64Array(0);
}

let sum = 0;
const adds: Take = {
  values(about, a, b = NOTHING, c = NOTHING) {
    sum += weightOf(about, a, b, c);
  },
  word(about, word) {
    sum += weightOfWord(about, word);
  },
  heard(side, number, concept) {
    sum += weightOfConcept(side, number, concept);
  },
};

/** Log-odds that the clauses part at a place. */
function cutOdds(place: CutPlace): number {
  sum = bias;
  eachFeature(place, adds);
  return sum;
}

/** Whether log-odds part clauses. */
export const isCut = (odds: number, rule: boolean): boolean => odds > (rule ? CUT_BOUNDS.rule : CUT_BOUNDS.none);

/** Whether the clauses part at a place. */
export const partsAt = (place: CutPlace): boolean => isCut(cutOdds(place), place.rule);

/** A place where it is not sure whether clauses part: `recut.ts` looks at it again. */
export interface CutDoubt {
  /** The first word of the clause that may begin here. */
  at: number;
  /** Log-odds that one does. */
  odds: number;
  /** What the rules say. */
  rule: boolean;
}

/** Log-odds between which a place is in doubt: a window twice as wide changes no label of `dev`, and hardly one of the rounds. */
const DOUBTFUL = { from: -2.5, to: 1 } as const;

/** Whether the clauses part at a place, and where that is in doubt, a note of it. */
export function partsOrDoubts(place: CutPlace, doubts: CutDoubt[]): boolean {
  const { at, rule } = place;
  const odds = cutOdds(place);
  if (odds > DOUBTFUL.from && odds < DOUBTFUL.to) doubts.push({ at, odds, rule });
  return isCut(odds, rule);
}
