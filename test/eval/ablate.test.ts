import { beforeAll, describe, expect, test } from 'vitest';
import { checkArticle } from '../../src/check.ts';
import { ablations } from '../../src/eval/ablate.ts';
import type { PredictedClaim } from '../../src/eval/align.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import type { GoldPassage } from '../../src/eval/gold.ts';
import { renderAblations } from '../../src/eval/render.ts';
import { passageArticle } from '../../src/eval/sets.ts';
import { type FactBase, loadFactBase } from '../../src/facts/load.ts';
import type { Article } from '../../src/model.ts';

const WAYS = [
  'together',
  'readings alone',
  'scorer alone',
  'retrieval alone',
  'without network',
  'without neighbours',
  'without attribution',
  'without rejection',
  'without anaphora',
];
const SCORE = 'the social credit system gives every citizen in China a score';
const PASSAGES: GoldPassage[] = [
  {
    id: 'a',
    date: '2021-05-06',
    text: `Critics say that ${SCORE}. Lunch was fine.`,
    claims: [
      {
        quote: SCORE,
        label: 'contradicted',
        evidence: ['intro.1.1', 'intro.2.2', 'pilots.1.8'],
        attributed: true,
        why: 'universal score, r1',
      },
    ],
  },
  {
    id: 'b',
    date: null,
    text: `It is a myth that ${SCORE}. The rain stopped before noon.`,
    claims: [
      {
        quote: SCORE,
        label: 'supported',
        evidence: ['intro.1.1', 'intro.2.2', 'pilots.1.8'],
        attributed: false,
        why: 'universal score denied, r1',
      },
    ],
  },
];

let base: FactBase;
let ways: Map<string, (article: Article) => readonly PredictedClaim[]>;
beforeAll(async () => {
  base = await loadFactBase();
  ways = await ablations(base);
});
const found = (way: string, passage: GoldPassage) => ways.get(way)!(passageArticle(passage));

describe('two passages, checked every way', () => {
  test('all ways are there, the whole program first', () => {
    expect([...ways.keys()]).toEqual(WAYS);
  });

  test.each(WAYS)('%s: finds the claims of both, gives the same again, and claims that stand in the text', (way) => {
    for (const passage of PASSAGES) {
      const claims = found(way, passage);
      const start = passage.text.indexOf(SCORE);
      expect(claims.some((c) => c.start < start + SCORE.length && c.end > start)).toBe(true);
      for (const { start: from, end } of claims) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(from);
        expect(end).toBeLessThanOrEqual(passage.text.length);
      }
      expect(found(way, passage).map((c) => [c.start, c.end, c.label])).toEqual(
        claims.map((c) => [c.start, c.end, c.label]),
      );
    }
  });

  test('together is what the program says', () => {
    for (const passage of PASSAGES) {
      const { claims } = checkArticle(passageArticle(passage), base);
      expect(found('together', passage).map((c) => [c.start, c.end, c.label])).toEqual(
        claims.map((c) => [c.start, c.end, c.label]),
      );
    }
  });
});

describe('what is left out is gone', () => {
  const [attributed, rejected] = PASSAGES as [GoldPassage, GoldPassage];

  test('without attribution no source is named', () => {
    expect(found('together', attributed)[0]!.attribution?.source).toBe('Critics');
    expect(found('without attribution', attributed).map((c) => c.attribution?.source)).not.toContain('Critics');
  });

  test('without rejection a myth is taken at its word', () => {
    const isRejected = (way: string) => found(way, rejected).some((c) => (c as { rejected?: boolean }).rejected);
    expect(isRejected('together')).toBe(true);
    expect(isRejected('without rejection')).toBe(false);
  });

  test('the readings alone decide both, one each way', () => {
    expect(found('readings alone', attributed).map((c) => c.label)).toContain('contradicted');
    expect(found('readings alone', rejected).map((c) => c.label)).toContain('supported');
  });

  test('retrieval answers with evidence of the facts', () => {
    const known = new Set(base.facts.flatMap((fact) => fact.locators));
    for (const passage of PASSAGES)
      for (const { evidence } of found('retrieval alone', passage))
        expect(evidence.filter(({ locator }) => !known.has(locator))).toEqual([]);
  });
});

test('the table has a row a way, in percent', () => {
  const rows = [...ways].map(([name, check]) => ({
    name,
    scores: evaluate(PASSAGES, (passage) => check(passageArticle(passage))).scores,
  }));
  const [title, head, ...lines] = renderAblations(rows, 'mine').trimEnd().split('\n');
  expect(title).toBe('mine: what each part is worth, %');
  expect(head).toMatch(/^ +detection F1 +macro-F1 +contradiction precision +contradiction recall +strict +clean$/);
  expect(lines).toHaveLength(WAYS.length);
  lines.forEach((line, i) => {
    expect(line.startsWith(`${WAYS[i]} `)).toBe(true);
    expect(line.slice(WAYS[i]!.length)).toMatch(/^( +\d+\.\d){6}$/);
  });
});
