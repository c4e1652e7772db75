import { describe, expect, it } from 'vitest';
import { candidateOf, findCandidates, scoreCandidates } from '../src/check.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { claimArticle } from '../src/judge-text.ts';
import type { ScoredCandidate } from '../src/label.ts';
import { type BothWays, partsBy, type ReadClause, recut, recutFeatures } from '../src/recut.ts';

const base = await loadFactBase();
const TEXTS = [
  'China has no national credit score, and its blacklists are aimed at people who can pay a court debt and have not.',
  'Officials say the social credit system is run by dozens of bodies, as it was when it began, while papers abroad call it one machine.',
  'Because the rules differ from town to town, the blacklist in Ningbo lists firms that sell bad food and bars them from contracts, which few reports mention.',
  'It is a myth that the system scores everyone and bars the lowest from trains. The lists are kept by courts; they name defaulters, for the law asks for it.',
  'Social credit? No, and never. The 28 model cities set aims of their own, kept their own books and, a clerk said, compared none of them.',
];

/** The clauses of a text, and how others of it are read. */
function clausesOf(text: string): { scored: ScoredCandidate[]; read: ReadClause } {
  const article = claimArticle(text);
  const scored = scoreCandidates(findCandidates(article, base, { assumeTopic: true }).candidates, base);
  const read: ReadClause = (draft, before, behind) =>
    scoreCandidates([...before, candidateOf(article, draft, base), ...behind], base)[before.length]!;
  return { scored, read };
}
const waysOf = (text: string, answer: (ways: BothWays) => boolean) => {
  const { scored, read } = clausesOf(text);
  const ways: BothWays[] = [];
  const clauses = recut(scored, read, (both) => {
    ways.push(both);
    return answer(both);
  });
  return { scored, clauses, ways };
};
const wordsOf = ({ proposition: { draft } }: ScoredCandidate): [number, number, number] => [
  draft.sentence,
  draft.from,
  draft.to,
];

describe.each(TEXTS)('the clauses of “%s”', (text) => {
  it('stay as they are where nothing is to be parted otherwise', () => {
    const { scored, clauses } = waysOf(text, ({ isParted }) => isParted);
    expect(clauses).toEqual(scored);
  });

  it.each([true, false])('follow each other in order and overlap nowhere, whatever is parted: %s', (answer) => {
    const { clauses } = waysOf(text, () => answer);
    const places = clauses.map(wordsOf);
    places.slice(1).forEach(([sentence, from], i) => {
      const [before, , to] = places[i]!;
      expect(before < sentence || (before === sentence && to <= from)).toBe(true);
    });
    for (const [, from, to] of places) expect(to - from).toBeGreaterThanOrEqual(2);
  });

  it('are read whole and in parts of the same words', () => {
    const { ways } = waysOf(text, ({ isParted }) => isParted);
    for (const { whole, left, right, doubt } of ways) {
      const [w, l, r] = [whole, left, right].map((c) => c.proposition.draft);
      expect([l!.from, l!.to, r!.to]).toEqual([w!.from, doubt.at, w!.to]);
      expect(r!.from).toBeGreaterThanOrEqual(doubt.at);
      expect(recutFeatures({ doubt, isParted: true, whole, left, right }).every(Number.isFinite)).toBe(true);
      const { span } = w!;
      expect(text.slice(span.start, span.end)).toContain(text.slice(l!.span.start, l!.span.end));
    }
  });
});

it('some places are in doubt, and a model says whether they part', () => {
  const { ways } = waysOf(TEXTS.join('\n\n'), ({ isParted }) => isParted);
  expect(ways.length).toBeGreaterThan(2);
  const weights = recutFeatures(ways[0]!).map((_, i) => (i === 0 ? 1 : 0));
  const middle = ways.map(({ doubt }) => doubt.odds).sort((a, b) => a - b)[1]!;
  const parts = partsBy({ bias: 0, weights, least: middle });
  expect(ways.filter(parts)).toEqual(ways.filter(({ doubt }) => doubt.odds > middle));
});
