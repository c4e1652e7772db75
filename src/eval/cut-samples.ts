/** Places where clauses may part, with what the labels say of each, and models fitted on them. */
import { splitClauses } from '../detect/clauses.ts';
import { cutHits } from '../detect/cut-sides.ts';
import { type Cuts, cutFeatures } from '../detect/cuts.ts';
import { viewSentences } from '../detect/view.ts';
import type { FactBase } from '../facts/compile.ts';
import { answerOf, claimsAt, spansOf } from './cut-answers.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { GoldPassage } from './gold.ts';
import { numbered } from './logistic.ts';
import { passageArticle } from './sets.ts';

/** A place: what is seen there, what the rules say of it, and whether clauses part. */
export interface CutSample {
  file: string;
  rule: boolean;
  features: string[];
  parts: boolean;
}

/**
 * Features seen fewer times are left out. The penalty, on the sum of losses, was chosen on sets held out: from 10 to 33 their
 * log-loss differs by a hundredth of itself.
 */
const [MINIMUM, RIDGE, STEPS] = [3, 16, 400];
/** Weights smaller than this move no label. */
const LEAST_WEIGHT = 0.02;
/** The sets are cut in so many parts, each held out in turn. */
const CUT_FOLDS = 4;

/** The places of the passages of each file. */
export function cutSamples(base: FactBase, sets: ReadonlyMap<string, GoldPassage[]>): CutSample[] {
  const samples: CutSample[] = [];
  for (const [file, passages] of sets)
    for (const passage of passages) {
      const spans = spansOf(passage);
      for (const { tokens, hits } of viewSentences(passageArticle(passage), base.concepts)) {
        const claims = claimsAt(spans, tokens);
        splitClauses(tokens, 0, tokens.length, cutHits(hits, base.concepts), (place) => {
          const answer = answerOf(claims, place.left, place.at);
          if (answer === null) return place.rule;
          const features = new Set<string>();
          cutFeatures(place, (name) => features.add(name));
          samples.push({ file, rule: place.rule, features: [...features], parts: answer });
          return answer;
        });
      }
    }
  return samples;
}

/** The model of some places. Same places in the same order, same model, to the bit. */
export function fitCuts(samples: readonly CutSample[]): Cuts {
  const { names, rows: numbers } = numbered(samples, MINIMUM);
  const rows = numbers.map((places) => ({
    places: Int32Array.from(places),
    values: new Float64Array(places.length).fill(1),
  }));
  const labels = Uint8Array.from(samples, ({ parts }) => (parts ? 1 : 0));
  const { bias, weights } = fitLogistic(rows, labels, 1, names.length, { ridge: RIDGE, steps: STEPS });
  const kept = names.flatMap((name, i): [string, number][] =>
    Math.abs(weights[i]!) >= LEAST_WEIGHT ? [[name, Number(weights[i]!.toFixed(3))]] : [],
  );
  return { bias: Number(bias[0]!.toFixed(3)), weights: Object.fromEntries(kept) };
}

/** For each file a model of the places of others: with it clauses of the file part as those of a text never seen do. */
export function crossedCuts(samples: readonly CutSample[]): (file: string) => Cuts {
  const files = [...new Set(samples.map(({ file }) => file))];
  const foldOf = new Map(files.map((file, i) => [file, i % CUT_FOLDS]));
  const models = Array.from({ length: CUT_FOLDS }, (_, fold) =>
    fitCuts(samples.filter(({ file }) => foldOf.get(file) !== fold)),
  );
  return (file) => models[foldOf.get(file) ?? 0]!;
}

/** Log-odds that clauses part where these features are seen. */
export const oddsBy = ({ bias, weights }: Cuts, features: readonly string[]): number =>
  features.reduce((sum, name) => sum + (weights[name] ?? 0), bias);
