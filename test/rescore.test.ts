import { expect, it, test } from 'vitest';
import { findCandidates, scoreCandidates } from '../src/check.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { claimArticle } from '../src/judge-text.ts';
import type { ScoredCandidate } from '../src/label.ts';
import { recutFeatures } from '../src/recut.ts';
import { rescore, rescoreFeatures } from '../src/rescore.ts';

const base = await loadFactBase();
const scoredOf = (text: string): ScoredCandidate[] =>
  scoreCandidates(findCandidates(claimArticle(text), base, { assumeTopic: true }).candidates, base);

const TEXT =
  'China has no national credit score, and its blacklists are aimed at people who can pay a court debt. Some say it never slept. Forty-four departments restrict those who are listed, while the papers abroad call it one machine.';
const clauses = scoredOf(TEXT);
const width = rescoreFeatures(clauses, 0).length;
/** A model that holds each clause as likely contradicted as it was: the first four values are the logarithms of its classes. */
const AS_IS = {
  bias: [0, 0, 0, 0],
  weights: [0, 1, 2, 3].map((k) => Array.from({ length: width }, (_, f) => (f === k ? 1 : 0))),
};

it('has as many weights as things that are seen, and so has what parts clauses', () => {
  const { rescore: among, recut: cuts } = base.scorer;
  expect(among!.weights.map((row) => row.length)).toEqual([width, width, width, width]);
  expect(among!.bias).toHaveLength(4);
  const [whole] = clauses;
  const ways = { doubt: { at: 3, odds: 0, rule: true }, isParted: true, whole: whole!, left: whole!, right: whole! };
  expect(cuts!.weights).toHaveLength(recutFeatures(ways).length);
});

it('sees as many things of every clause, all of them numbers', () => {
  expect(clauses.length).toBeGreaterThan(3);
  clauses.forEach((_, i) => {
    const values = rescoreFeatures(clauses, i);
    expect(values).toHaveLength(width);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

it('keeps all of a clause, and says how likely it is contradicted', () => {
  const again = rescore(clauses, clauses, { bias: [0.5, -1, 2, 0], weights: AS_IS.weights });
  again.forEach(({ contradicted, ...rest }, i) => {
    expect(rest).toEqual(clauses[i]);
    if (rest.probabilities.none < 1) expect(contradicted).toBeGreaterThan(rest.probabilities.contradicted);
  });
});

it('leaves it as it is where the model says nothing else, and where there is no model', () => {
  expect(rescore(clauses, clauses, null)).toBe(clauses);
  for (const { contradicted, probabilities } of rescore(clauses, clauses, AS_IS))
    if (probabilities.none < 1) expect(contradicted).toBeCloseTo(probabilities.contradicted, 3);
});

it('weighs some of the clauses as it weighs all of them', () => {
  const all = rescore(clauses, clauses, AS_IS);
  const some = clauses.filter((_, i) => i % 2 === 1);
  expect(rescore(some, clauses, AS_IS)).toEqual(all.filter((_, i) => i % 2 === 1));
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

it('knows of a cut in doubt on either side of it, also where a word joins the clauses', () => {
  const list = scoredOf(
    'Because the rules differ from town to town, the blacklist in Ningbo lists firms that sell bad food and bars them from contracts, which few reports mention. It is a myth that the system scores everyone and bars the lowest from trains. The lists are kept by courts; they name defaulters, for the law asks for it. The 28 model cities set aims of their own, kept their own books and, a clerk said, compared none of them.',
  );
  const edges = (i: number): number[] => rescoreFeatures(list, i).slice(24, 26);
  list.slice(1).forEach((clause, k) => {
    if (clause.proposition.draft.sentence === list[k]!.proposition.draft.sentence)
      expect(edges(k)[1]).toBe(edges(k + 1)[0]);
  });
  const inDoubt = list.flatMap((_, i) => edges(i)).filter((odds) => odds < 2);
  expect(inDoubt.length).toBeGreaterThan(0);
});

test('what is surely no claim stays so', () => {
  const silent = { ...clauses[0]!, probabilities: { none: 1, supported: 0, contradicted: 0, unverified: 0 } };
  expect(rescore([silent], [silent], { bias: [-9, 9, 0, 0], weights: AS_IS.weights })[0]).toBe(silent);
});
