/**
 * A second look at how likely a clause is contradicted, once the clauses next to it are known: a contradiction seldom stands
 * alone, and where a clause may be but the rest of the one before it, the two are hardly two of them. Whether it is a claim, and
 * its other labels, stay as they were. Fitted by `src/eval/train-weighing.ts` on passages that the scorer has not seen. Pure.
 */
import type { Draft } from './detect/claims.ts';
import type { ScoredCandidate } from './label.ts';
import { CLASSES, LEAST_LIKELY, type Probabilities, type RescoreModel, softmax } from './scorer/model.ts';

const CONTRADICTED = CLASSES.indexOf('contradicted');

/**
 * Some of the clauses of an article, in order, each with how likely it is contradicted: the geometric mean of how likely by itself
 * and how likely the model holds it among all the `clauses`, so that neither alone speaks for it or against it. Without a model:
 * as they are. Takes time linear in the clauses.
 */
export function rescore(
  some: readonly ScoredCandidate[],
  clauses: readonly ScoredCandidate[],
  model: RescoreModel | null,
): readonly ScoredCandidate[] {
  if (!model) return some;
  let i = -1;
  return some.map((clause) => {
    i = clauses.indexOf(clause, i + 1);
    // Where no lexicon hears anything there is nothing to check, whatever stands beside it.
    if (clause.probabilities.none === 1) return clause;
    const seen = rescoreFeatures(clauses, i);
    const sums = Float64Array.from(model.bias, (bias, k) =>
      seen.reduce((sum, value, f) => sum + value * model.weights[k]![f]!, bias),
    );
    const among = softmax(sums)[CONTRADICTED]!;
    return { ...clause, contradicted: Math.sqrt(among * clause.probabilities.contradicted) };
  });
}

const logs = (p: readonly number[]): number[] => p.map((x) => Math.log(Math.max(x, LEAST_LIKELY)));
const listed = (p: Probabilities): number[] => CLASSES.map((name) => p[name]);
/** Where no clause stands. */
const NO_CLAUSE = [1, 0, 0, 0];

/** What stands for log-odds of a cut where the model of cuts has no doubt: just beyond those of `DOUBTFUL` in `detect/cuts.ts`. */
const [SURE_CUT, SENTENCE_EDGE, NO_CUT] = [2, 4, -4];

/** Log-odds of the cut between two clauses; an opening ("and", "that") may stand between them. */
function cutOdds(left: Draft | undefined, right: Draft | undefined): number {
  if (!left || !right || left.view !== right.view) return SENTENCE_EDGE;
  return left.doubts.find(({ at }) => left.to <= at && at <= right.from)?.odds ?? SURE_CUT;
}

/** What is seen of clause `i`: its own probabilities, those on either side, and how sure it is that it begins and ends there. */
export function rescoreFeatures(clauses: readonly ScoredCandidate[], i: number): number[] {
  const own = listed(clauses[i]!.probabilities);
  const [before, draft, behind] = [i - 1, i, i + 1].map((k) => clauses[k]?.proposition.draft);
  const { from, to, sentence, doubts } = draft!;
  const edges = [cutOdds(before, draft), cutOdds(draft, behind)];
  const within = doubts.filter(({ at }) => at > from && at < to).map(({ odds }) => odds);
  const beside = [clauses[i - 1], clauses[i + 1]].map((clause) => ({
    is: clause !== undefined,
    inSentence: clause?.proposition.draft.sentence === sentence,
    p: clause ? listed(clause.probabilities) : NO_CLAUSE,
  }));
  return [
    ...logs(own),
    ...beside.flatMap(({ is, inSentence, p }) => [
      is ? 1 : 0,
      ...logs(p),
      ...(inSentence ? [1, 1 - p[0]!, p[1]!, p[2]!, p[3]!] : [0, 0, 0, 0, 0]),
    ]),
    ...edges,
    Math.max(NO_CUT, ...within),
    // Beside a cut that is in doubt.
    ...beside.flatMap(({ p }, side) =>
      edges[side]! < SURE_CUT ? [1, 1 - p[0]!, own[1]! * p[1]!, own[2]! * p[2]!, own[3]! * p[3]!] : [0, 0, 0, 0, 0],
    ),
  ];
}
