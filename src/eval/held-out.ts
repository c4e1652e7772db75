/** Passages that the scorer has not seen, read as the program reads them; and the model of `recut.ts`, fitted on them. */
import { findCandidates, readerOf, scoreCandidates } from '../check.ts';
import { CUT_BOUNDS } from '../detect/cuts.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import type { Article } from '../model.ts';
import { type ReadClause, recut, recutFeatures } from '../recut.ts';
import type { RecutModel } from '../scorer/model.ts';
import { answerOf, claimsAt, spansOf } from './cut-answers.ts';
import { fitScaled } from './fit-scaled.ts';
import type { GoldPassage } from './gold.ts';
import { passageArticle } from './sets.ts';

export interface HeldPassage {
  passage: GoldPassage;
  article: Article;
  scored: readonly ScoredCandidate[];
  read: ReadClause;
}

/** A passage with its clauses scored; others of it are read when asked for, each once. */
export function holdOut(passage: GoldPassage, base: FactBase): HeldPassage {
  const article = passageArticle(passage);
  const scored = scoreCandidates(findCandidates(article, base).candidates, base);
  const reader = readerOf(article, base);
  const known = new Map<string, ScoredCandidate>();
  const read: ReadClause = (draft, before, behind) => {
    const key = `${draft.view.index} ${draft.from} ${draft.to} ${draft.rejected}`;
    const clause = known.get(key) ?? reader(draft, before, behind);
    known.set(key, clause);
    return clause;
  };
  return { passage, article, scored, read };
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
    const spans = spansOf(passage);
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
export const RECUT_BOUNDS = [CUT_BOUNDS.rule, -1.5, -1, CUT_BOUNDS.none, 0] as const;
