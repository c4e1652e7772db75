/**
 * Passages scored by models that were trained without them, read as the program reads; and the models of `recut.ts` and
 * `rescore.ts`, fitted on them.
 */
import { candidateOf, scoredBy } from '../check.ts';
import { CUT_BOUNDS } from '../detect/cuts.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import { partsBy, type ReadClause, recut, recutFeatures } from '../recut.ts';
import { rescore, rescoreFeatures } from '../rescore.ts';
import { CLASSES, type Probabilities, type RecutModel, type RescoreModel } from '../scorer/model.ts';
import { align } from './align.ts';
import { type Example, exampleOf, type Passage } from './clause-examples.ts';
import { answerOf, claimsAt, spansOf } from './cut-answers.ts';
import { fitLogistic } from './fit-logistic.ts';

export interface HeldPassage {
  passage: Passage;
  scored: ScoredCandidate[];
  read: ReadClause;
}

/** A passage with its clauses scored; others of it are read and scored when asked for, each once. */
export function holdOut(passage: Passage, base: FactBase, score: (example: Example) => Probabilities): HeldPassage {
  const { file, article, candidates, examples } = passage;
  const scored = candidates.map((c, i) => scoredBy(c, base, () => score(examples[i]!)));
  const known = new Map<string, ScoredCandidate>();
  const read: ReadClause = (draft, before, behind) => {
    const key = `${draft.view.index} ${draft.from} ${draft.to} ${draft.rejected}`;
    let clause = known.get(key);
    if (!clause) {
      const candidate = candidateOf(article, draft, base);
      const among = [...before, candidate, ...behind];
      clause = scoredBy(candidate, base, (verdict) => score(exampleOf(file, among, before.length, verdict)));
      known.set(key, clause);
    }
    return clause;
  };
  return { passage, scored, read };
}

/** The clauses of a passage as the models part and then score them; null: as they stand. */
export function clausesBy(
  { scored, read }: HeldPassage,
  cuts: RecutModel | null,
  among: RescoreModel | null,
): ScoredCandidate[] {
  const parted = cuts ? recut(scored, read, partsBy(cuts)) : scored;
  return among ? rescore(parted, among) : parted;
}

/**
 * The model of where clauses part that are in doubt, from what the labels of the passages say; above nought it holds a parting
 * likelier than not. `ridge` is the penalty on weights of values that are brought to one scale.
 */
export function fitRecut(
  held: readonly HeldPassage[],
  { ridge = 1 } = {},
): Omit<RecutModel, 'least'> & { seen: number } {
  const rows: number[][] = [];
  const answers: number[] = [];
  for (const { passage, scored, read } of held) {
    const spans = spansOf(passage.passage);
    recut(scored, read, (ways) => {
      const { view, from } = ways.left.proposition.draft;
      const answer = answerOf(claimsAt(spans, view.tokens), from, ways.doubt.at);
      if (answer === null) return ways.isParted;
      rows.push(recutFeatures(ways));
      answers.push(answer ? 1 : 0);
      return answer;
    });
  }
  const { bias, weights } = fitScaled(rows, Uint8Array.from(answers), 1, { ridge });
  return { bias: bias[0]!, weights: weights[0]!, seen: rows.length };
}

/** The model of what a clause is among others, from what the labels of the passages say, where clauses part as `cuts` has it. */
export function fitRescore(held: readonly HeldPassage[], cuts: RecutModel | null, { ridge = 10 } = {}): RescoreModel {
  const rows: number[][] = [];
  const labels: number[] = [];
  for (const one of held) {
    const clauses = clausesBy(one, cuts, null);
    const spans = clauses.map(({ proposition: { draft } }) => ({
      ...draft.span,
      label: 'unverified' as const,
      evidence: [],
    }));
    const aligned = align(one.passage.passage, spans).rows;
    clauses.forEach((_, i) => {
      const gold = aligned.find((row) => row.predicted === spans[i])?.gold;
      rows.push(rescoreFeatures(clauses, i));
      for (const name of CLASSES) labels.push(name === (gold?.label ?? 'none') ? 1 : 0);
    });
  }
  return fitScaled(rows, Uint8Array.from(labels), CLASSES.length, { ridge, oneOf: true });
}

/** `fitLogistic` on values that are brought to one scale before, with weights for the values as they are. */
function fitScaled(
  rows: readonly (readonly number[])[],
  labels: Uint8Array,
  classes: number,
  how: { ridge: number; oneOf?: boolean },
): { bias: number[]; weights: number[][] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i]!));
  const means = columns.map((values) => values.reduce((sum, x) => sum + x, 0) / values.length);
  const spreads = columns.map((values, i) =>
    Math.sqrt(values.reduce((sum, x) => sum + (x - means[i]!) ** 2, 0) / values.length + 1e-6),
  );
  const places = Int32Array.from({ length: width }, (_, i) => i);
  const scaled = rows.map((row) => ({
    places,
    values: Float64Array.from(row, (x, i) => (x - means[i]!) / spreads[i]!),
  }));
  const fitted = fitLogistic(scaled, labels, classes, width, how);
  const weights = Array.from({ length: classes }, (_, k) =>
    means.map((_, i) => Number((fitted.weights[i * classes + k]! / spreads[i]!).toFixed(4))),
  );
  const bias = weights.map((row, k) => {
    const shift = row.reduce((sum, w, i) => sum + w * means[i]!, 0);
    return Number((fitted.bias[k]! - shift).toFixed(4));
  });
  return { bias, weights };
}

/**
 * Bounds to choose from: at nought a parting is likelier than not, at that of the model of cuts one missed costs more than one
 * too many.
 */
export const RECUT_BOUNDS = [CUT_BOUNDS.rule, -1.5, CUT_BOUNDS.none, -0.5, 0] as const;
