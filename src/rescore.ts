/**
 * A second look at how likely each label of a clause is, once that of the clauses next to it is known: a claim seldom stands
 * alone, and where a clause may be but the rest of the one before it, the two are hardly two claims. Pure.
 */
import type { ScoredCandidate } from './label.ts';
import type { Probabilities, RescoreModel } from './scorer/model.ts';
import { softmax } from './scorer/model.ts';

/** The clauses of an article, in order, each as likely as the model holds it among the others. */
export function rescore(clauses: readonly ScoredCandidate[], model: RescoreModel): ScoredCandidate[] {
  return clauses.map((clause, i) => {
    // Where no lexicon hears anything there is nothing to check, whatever stands beside it.
    if (clause.probabilities.none === 1) return clause;
    const sums = Float64Array.from(model.bias);
    rescoreFeatures(clauses, i).forEach((value, f) => {
      for (let k = 0; k < sums.length; k++) sums[k]! += value * model.weights[k]![f]!;
    });
    const [none, supported, contradicted, unverified] = softmax(sums) as unknown as [number, number, number, number];
    return { ...clause, probabilities: { none, supported, contradicted, unverified } };
  });
}

/** Nothing is less likely than this. */
const LEAST = 1e-4;
const logs = (p: readonly number[]): number[] => p.map((x) => Math.log(Math.max(x, LEAST)));

const listed = ({ none, supported, contradicted, unverified }: Probabilities): number[] => [
  none,
  supported,
  contradicted,
  unverified,
];
/** Where no clause stands. */
const NO_CLAUSE = [1, 0, 0, 0];

/** Log-odds of a cut, as the model of cuts knows them where it was in doubt; elsewhere it has hardly a doubt, or there is none. */
const [SURE_CUT, SENTENCE_EDGE, NO_DOUBT] = [2, 4, -4];

/** What is seen of clause `i`: its own probabilities, those on either side, and how sure it is that it begins and ends there. */
export function rescoreFeatures(clauses: readonly ScoredCandidate[], i: number): number[] {
  const { probabilities, proposition } = clauses[i]!;
  const { draft } = proposition;
  const own = listed(probabilities);
  const beside = [clauses[i - 1], clauses[i + 1]].map((clause) => ({
    is: clause !== undefined,
    inSentence: clause?.proposition.draft.sentence === draft.sentence,
    p: clause ? listed(clause.probabilities) : NO_CLAUSE,
  }));
  const oddsAt = (at: number, isEdge: boolean): number =>
    draft.doubts.find((doubt) => doubt.at === at)?.odds ?? (isEdge ? SENTENCE_EDGE : SURE_CUT);
  const edges = [oddsAt(draft.from, draft.from === 0), oddsAt(draft.to, draft.to >= draft.view.tokens.length)];
  const within = draft.doubts.filter(({ at }) => at > draft.from && at < draft.to).map(({ odds }) => odds);
  return [
    ...logs(own),
    ...beside.flatMap(({ is, inSentence, p }) => [
      is ? 1 : 0,
      ...logs(p),
      ...(inSentence ? [1, 1 - p[0]!, p[1]!, p[2]!, p[3]!] : [0, 0, 0, 0, 0]),
    ]),
    ...edges,
    Math.max(NO_DOUBT, ...within),
    // Beside a cut that is in doubt.
    ...beside.flatMap(({ is, p }, side) =>
      is && edges[side]! < SURE_CUT
        ? [1, 1 - p[0]!, own[1]! * p[1]!, own[2]! * p[2]!, own[3]! * p[3]!]
        : [0, 0, 0, 0, 0],
    ),
  ];
}
