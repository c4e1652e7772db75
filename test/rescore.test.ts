import { expect, it, test } from 'vitest';
import { findCandidates, scoreCandidates } from '../src/check.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { claimArticle } from '../src/judge-text.ts';
import type { ScoredCandidate } from '../src/label.ts';
import { rescore, rescoreFeatures } from '../src/rescore.ts';

const base = await loadFactBase();
const scoredOf = (text: string): ScoredCandidate[] =>
  scoreCandidates(findCandidates(claimArticle(text), base, { assumeTopic: true }).candidates, base);

const TEXT =
  'China has no national credit score, and its blacklists are aimed at people who can pay a court debt. Some say it never slept. Forty-four departments restrict those who are listed, while the papers abroad call it one machine.';
const clauses = scoredOf(TEXT);
const width = rescoreFeatures(clauses, 0).length;
/** A model that leaves the probabilities as they are: the first four values are their logarithms. */
const AS_IS = {
  bias: [0, 0, 0, 0],
  weights: [0, 1, 2, 3].map((k) => Array.from({ length: width }, (_, f) => (f === k ? 1 : 0))),
};

it('sees as many things of every clause, all of them numbers', () => {
  expect(clauses.length).toBeGreaterThan(3);
  clauses.forEach((_, i) => {
    const values = rescoreFeatures(clauses, i);
    expect(values).toHaveLength(width);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

it('keeps all but the probabilities, which add up to one', () => {
  const again = rescore(clauses, { bias: [0.5, -1, 2, 0], weights: AS_IS.weights });
  again.forEach(({ probabilities, ...rest }, i) => {
    const { probabilities: was, ...kept } = clauses[i]!;
    expect(rest).toEqual(kept);
    const { none, supported, contradicted, unverified } = probabilities;
    expect(none + supported + contradicted + unverified).toBeCloseTo(1);
    if (was.none < 1) expect(contradicted / supported).toBeGreaterThan(was.contradicted / was.supported);
  });
});

it('leaves them as they are where the model says nothing else', () => {
  rescore(clauses, AS_IS).forEach(({ probabilities }, i) => {
    for (const [name, p] of Object.entries(probabilities))
      expect(p).toBeCloseTo(clauses[i]!.probabilities[name as keyof typeof probabilities], 3);
  });
});

it('knows what stands beside a clause, and whether in its sentence', () => {
  const [alone] = scoredOf('China has no national credit score.');
  const [first] = clauses;
  // Own probabilities, then for the clause before and the one behind: whether there is one, its own, whether in the sentence.
  const seen = (of: number[]): number[] => [of[4]!, of[9]!, of[14]!, of[19]!];
  expect(seen(rescoreFeatures([alone!], 0))).toEqual([0, 0, 0, 0]);
  expect(seen(rescoreFeatures(clauses, 0))).toEqual([0, 0, 1, 1]);
  expect(seen(rescoreFeatures([first!, alone!], 1))).toEqual([1, 1, 0, 0]);
  expect(seen(rescoreFeatures(clauses, 2)).slice(0, 2)).toEqual([1, 0]);
});

test('what is surely no claim stays so', () => {
  const silent = { ...clauses[0]!, probabilities: { none: 1, supported: 0, contradicted: 0, unverified: 0 } };
  expect(rescore([silent], { bias: [-9, 9, 0, 0], weights: AS_IS.weights })[0]).toBe(silent);
});
