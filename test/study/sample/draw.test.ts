import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../src/study/sample/allocate.ts';
import { drawSample } from '../../../src/study/sample/draw.ts';
import { type Listed, strataOf } from '../../../src/study/sample/strata.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** `count` articles a year of each outlet. */
function corpus(outlets: Record<string, number>, years: readonly number[]): Listed[] {
  return years.flatMap((year) =>
    Object.entries(outlets).flatMap(([outlet, count]) =>
      Array.from({ length: count }, (_, i) => ({
        id: `${outlet}-${year}-${i}`,
        outlet,
        publishedAt: `${year}-0${1 + (i % 9)}-11`,
      })),
    ),
  );
}

describe('shares of strata', () => {
  test('are in proportion, at least one each, all where there are few', () => {
    expect(allocate([100, 100, 200], 40)).toEqual([10, 10, 20]);
    expect(allocate([1, 1, 998], 10)).toEqual([1, 1, 8]);
    expect(allocate([3, 2], 10)).toEqual([3, 2]);
    expect(allocate([], 5)).toEqual([]);
    expect(allocate([0, 7, 0, 3], 2)).toEqual([0, 1, 0, 1]);
    // One that is forced up takes from the large ones and may bring another below one.
    expect(allocate([1, 1, 9, 10], 4)).toEqual([1, 1, 1, 1]);
    expect(() => allocate([1, 1, 1], 2)).toThrow(RangeError);
  });

  test('add up, never pass what is there, and are no further than one from the proportion where none is forced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.nat(600),
        (members, more) => {
          const size = members.length + more;
          const shares = allocate(members, size);
          const total = sum(members);
          expect(sum(shares)).toBe(Math.min(size, total));
          for (const [i, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(1);
            expect(share).toBeLessThanOrEqual(members[i]!);
          }
          if (members.every((one) => one * size >= total) && size < total)
            for (const [i, share] of shares.entries())
              expect(Math.abs(share - (members[i]! * size) / total)).toBeLessThan(1);
        },
      ),
    );
  });
});

describe('strata', () => {
  const listed = (publishedAt: string | null, outlet: string | null = 'O'): Listed => ({
    id: `${publishedAt}`,
    outlet,
    publishedAt,
  });

  test('are periods by outlets; what has no date that falls into one is by itself', () => {
    const articles = [
      listed('2019-05-02'),
      listed('2019-11-30T10:00:00Z'),
      listed('2019'),
      listed(null),
      listed('2020-01-01', null),
      listed('soon'),
    ];
    const of = (unit: 'year' | 'quarter') =>
      strataOf(articles, unit, 100).map(({ period, outlet, articles: own }) => [period, outlet, own]);
    expect(of('year')).toEqual([
      ['2019', 'O', [0, 1, 2]],
      ['2020', null, [4]],
      [null, 'O', [3, 5]],
    ]);
    expect(of('quarter')).toEqual([
      ['2019-Q2', 'O', [0]],
      ['2019-Q4', 'O', [1]],
      ['2020-Q1', null, [4]],
      [null, 'O', [2, 3, 5]],
    ]);
  });

  test('are pooled as far as the size asks for: small outlets, then outlets, then all', () => {
    const many = Object.fromEntries([
      ['Big', 50],
      ...Array.from({ length: 30 }, (_, i): [string, number] => [`small ${i}`, 1]),
    ]);
    const articles = corpus(many, [2019, 2020]);
    expect(strataOf(articles, 'year', 62)).toHaveLength(62);
    expect(strataOf(articles, 'year', 40).map(({ period, outlet, pooled }) => [period, outlet, pooled])).toEqual([
      ['2019', 'Big', false],
      ['2019', null, true],
      ['2020', 'Big', false],
      ['2020', null, true],
    ]);
    expect(strataOf(articles, 'year', 3).map(({ period, pooled }) => [period, pooled])).toEqual([
      ['2019', true],
      ['2020', true],
    ]);
    expect(strataOf(articles, 'year', 1)).toMatchObject([{ period: null, pooled: true }]);
  });
});

describe('a sample', () => {
  const articles = corpus({ A: 40, B: 8, C: 1 }, [2017, 2018, 2019]);
  const ids = (list: readonly Listed[], seed = 1, size = 30) =>
    drawSample(list, { size, seed, unit: 'year' }).drawn.map(({ number }) => list[number]!.id);

  test('has its size, no article twice, and one of each stratum', () => {
    const { drawn, strata } = drawSample(articles, { size: 30, seed: 1, unit: 'year' });
    expect(new Set(drawn.map(({ number }) => number)).size).toBe(30);
    expect(strata).toHaveLength(9);
    expect(sum(strata.map((one) => one.drawn))).toBe(30);
    for (const { articles: all, drawn: own, outlet } of strata) {
      expect(own).toBeGreaterThanOrEqual(1);
      if (outlet === 'C') expect([all, own]).toEqual([1, 1]);
    }
  });

  test('says how probable each article was: weights add up to the corpus, stratum by stratum', () => {
    const { drawn } = drawSample(articles, { size: 30, seed: 1, unit: 'year' });
    expect(sum(drawn.map(({ weight }) => weight))).toBeCloseTo(articles.length, 9);
    for (const { probability, weight } of drawn) expect(probability * weight).toBeCloseTo(1, 12);
  });

  test('is the same for the same seed, however the corpus is ordered, and another for another seed', () => {
    expect(ids(articles)).toEqual(ids(articles));
    expect(ids([...articles].reverse())).toEqual(ids(articles));
    expect(ids(articles, 2)).not.toEqual(ids(articles));
  });

  test('is not in the order of outlets and years', () => {
    expect(ids(articles)).not.toEqual([...ids(articles)].sort());
  });

  test('of more than there is, is all; of nothing, nothing', () => {
    expect(ids(articles, 1, 1000).sort()).toEqual(articles.map(({ id }) => id).sort());
    expect(drawSample([], { size: 5, seed: 1, unit: 'year' })).toEqual({ drawn: [], strata: [] });
  });

  test('draws each article of a stratum about as often as it says', () => {
    const drawn = new Map<number, number>();
    const draws = 2000;
    let probability = 0;
    for (let seed = 0; seed < draws; seed++) {
      for (const one of drawSample(articles, { size: 30, seed, unit: 'year' }).drawn) {
        drawn.set(one.number, (drawn.get(one.number) ?? 0) + 1);
        if (one.number === 0) probability = one.probability;
      }
    }
    // Of the 40 of A in 2017 each is drawn by chance `probability`: five standard deviations.
    const spread = 5 * Math.sqrt(draws * probability * (1 - probability));
    for (let number = 0; number < 40; number++)
      expect(Math.abs((drawn.get(number) ?? 0) - draws * probability)).toBeLessThan(spread);
  });
});
