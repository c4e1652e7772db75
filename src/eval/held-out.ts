/**
 * Passages scored by models that were trained without them, read as the program reads; and the model of `recut.ts`, fitted on
 * them.
 */
import { candidateOf, scoredBy } from '../check.ts';
import { CUT_BOUNDS } from '../detect/cuts.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import { partsBy, type ReadClause, recut, recutFeatures } from '../recut.ts';
import type { Probabilities, RecutModel } from '../scorer/model.ts';
import { type Example, exampleOf, type Passage } from './clause-examples.ts';
import { answerOf, claimsAt, spansOf } from './cut-answers.ts';
import { fitScaled } from './fit-scaled.ts';

export interface HeldPassage {
  passage: Passage;
  scored: ScoredCandidate[];
  read: ReadClause;
}

/** A passage with its clauses scored; others of it are read and scored when asked for, each once. */
export function holdOut(passage: Passage, base: FactBase, score: (example: Example) => Probabilities): HeldPassage {
  const { file, article, candidates, verdicts, examples } = passage;
  const scored = candidates.map((c, i) => ({ ...c, verdict: verdicts[i]!, probabilities: score(examples[i]!) }));
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

/** The clauses of a passage as a model parts them; null: as they stand. */
export const clausesBy = ({ scored, read }: HeldPassage, model: RecutModel | null): ScoredCandidate[] =>
  model ? recut(scored, read, partsBy(model)) : scored;

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

/**
 * Bounds to choose from: at nought a parting is likelier than not, at that of the model of cuts one missed costs more than one
 * too many.
 */
export const RECUT_BOUNDS = [CUT_BOUNDS.rule, -1.5, CUT_BOUNDS.none, -0.5, 0] as const;
