/** Clauses to learn from: those of the learning sets, and the claims of the example bank, plain and wrapped. */
import { findCandidates } from '../check.ts';
import { partingBy } from '../detect/cuts.ts';
import type { Candidate } from '../detect/worth.ts';
import type { FactBase } from '../facts/compile.ts';
import { claimArticle } from '../judge-text.ts';
import { decide, type Verdict } from '../label.ts';
import { type Features, nominationFeatures, scorerFeatures } from '../scorer/features.ts';
import { CLASSES } from '../scorer/model.ts';
import { type NetworkInput, networkInput } from '../scorer/network-input.ts';
import { goldOf } from './align.ts';
import { bankClaims } from './bank.ts';
import { crossedCuts, cutSamples } from './cut-samples.ts';
import type { GoldPassage } from './gold.ts';
import { LEARNING, readSets } from './learning-sets.ts';
import { passageArticle } from './sets.ts';
import { LET_STAND, TAKEN_BACK, wrap } from './wrappers.ts';

/** A clause: what the models see of it, and what it is. */
export interface Example extends Features {
  /** The file it comes from; `WRAPPED` for claims put into other words' frame. */
  file: string;
  /** Index of the class. */
  label: number;
  fact: string | null;
  evidence: readonly string[];
  nomination: number[];
  input: NetworkInput;
}
export const WRAPPED = 'wrapped';

/** What the models see of clause `i`. */
function exampleOf(file: string, candidates: Candidate[], i: number, verdict: Verdict): Example {
  const features = scorerFeatures(candidates, i, verdict);
  const nomination = nominationFeatures(candidates[i]!);
  const input = networkInput(candidates[i]!, verdict);
  return { file, label: 0, fact: null, evidence: [], ...features, nomination, input };
}

/** The clauses of the learning sets, parted as those of texts that the model of cuts has not seen are. */
export function clausesToLearn(base: FactBase): Example[] {
  const sets = readSets(LEARNING);
  const cuts = crossedCuts(cutSamples(base, sets));
  return [...sets].flatMap(([file, list]) =>
    partingBy(cuts(file), () => list.flatMap((passage) => examplesOf(file, passage, base))),
  );
}

function examplesOf(file: string, passage: GoldPassage, base: FactBase): Example[] {
  const { candidates } = findCandidates(passageArticle(passage), base, { assumeTopic: true });
  const claims = goldOf(
    passage,
    candidates.map(({ proposition }) => proposition.draft.span),
  );
  return candidates.map(({ proposition, matches }, i) => {
    const gold = claims[i];
    const example = exampleOf(file, candidates, i, decide(proposition, matches, base));
    return gold ? { ...example, label: CLASSES.indexOf(gold.label), evidence: gold.evidence } : example;
  });
}

const OPPOSITE = { supported: 'contradicted', contradicted: 'supported', unverified: 'unverified' } as const;

/**
 * The claims of the bank, and what the words around make of a claim: each once taken back and once let stand. One that is
 * cut in two is no good example of either half and is left out.
 */
export function bankToLearn(base: FactBase): { bank: Example[]; wrapped: Example[] } {
  const covered = (file: string, text: string, start: number, end: number): Example[] => {
    const { candidates } = findCandidates(claimArticle(text), base, { assumeTopic: true });
    const at = candidates.findIndex(({ proposition: { draft } }) => {
      const from = draft.view.tokens[draft.from]!.start;
      const to = draft.view.tokens[draft.to - 1]!.end;
      return Math.min(to, end) - Math.max(from, start) > 0.6 * (end - start);
    });
    if (at < 0) return [];
    const { proposition, matches } = candidates[at]!;
    return [exampleOf(file, candidates, at, decide(proposition, matches, base))];
  };
  const claims = bankClaims();
  return {
    bank: claims.flatMap(({ file, fact, label, text }) =>
      covered(file, text, 0, text.length).map((e) => ({ ...e, label: CLASSES.indexOf(label), fact })),
    ),
    wrapped: claims.flatMap(({ label, text }, i) =>
      (
        [
          [TAKEN_BACK, OPPOSITE[label]],
          [LET_STAND, label],
        ] as const
      ).flatMap(([wrappers, becomes]) => {
        const put = wrap(text, wrappers[i % wrappers.length]!);
        return covered(WRAPPED, put.text, put.start, put.end).map((e) => ({ ...e, label: CLASSES.indexOf(becomes) }));
      }),
    ),
  };
}
