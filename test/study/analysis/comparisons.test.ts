import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOutlets, compareStretches, halves } from '../../../src/study/analysis/comparisons.ts';
import { type Counts, totalOf } from '../../../src/study/analysis/counts.ts';
import { testedFamilies } from '../../../src/study/analysis/measures.ts';
import type { Comparison, Count, Measure } from '../../../src/study/model.ts';
import { measuresOf } from '../../../src/study/tables/measures.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';
import { outletsArbitrary } from './arbitrary.ts';

const FAMILY = ['frame:score', 'frame:trust', 'frame:spread'];
const YEARS = periodsBetween('year', '2014-01-01', '2021-12-31');

/** All cases of a measure, in the periods from `first` on, before `end`. */
function total(counts: Counts, measure: string, first = 0, end = YEARS.length): Count {
  const periods = counts.outlets(measure, 'story').slice(first, end);
  return totalOf(periods.flatMap(({ k, n }) => Array.from(n, (cases, i) => ({ k: k[i]!, n: cases }))));
}

/** What holds of every comparison. */
function expectSound(comparisons: readonly Comparison[]): void {
  for (const { a, b, difference, h, p, holm, bh, clustered } of comparisons) {
    expect(a.k).toBeLessThanOrEqual(a.n);
    expect(b.k).toBeLessThanOrEqual(b.n);
    if (a.n === 0 || b.n === 0) {
      expect([difference, h, p, holm, bh]).toEqual([null, null, null, null, null]);
      continue;
    }
    expect(difference!.value).toBeCloseTo(b.k / b.n - a.k / a.n, 12);
    expect(difference!.low).toBeLessThanOrEqual(difference!.value);
    expect(difference!.high).toBeGreaterThanOrEqual(difference!.value);
    expect(Math.sign(h!)).toBe(Math.sign(Math.round(difference!.value * 1e12)));
    const raw = clustered?.p ?? p!;
    for (const adjusted of [holm!, bh!]) {
      expect(adjusted).toBeGreaterThanOrEqual(raw - 1e-12);
      expect(adjusted).toBeLessThanOrEqual(1);
    }
    expect(bh!).toBeLessThanOrEqual(holm! + 1e-12);
    if (clustered) expect(clustered.value).toBeCloseTo(difference!.value, 9);
  }
}

describe('two stretches', () => {
  test('of all periods add up to the whole', () => {
    fc.assert(
      fc.property(outletsArbitrary(FAMILY, YEARS.length, 5), (counts) => {
        const found = compareStretches(counts, FAMILY, 'story', halves(YEARS)!);
        expect(found.map(({ measure, kind }) => [measure, kind])).toEqual(
          FAMILY.map((measure) => [measure, 'periods']),
        );
        for (const { measure, a, b } of found) expect({ k: a.k + b.k, n: a.n + b.n }).toEqual(total(counts, measure));
        expectSound(found);
      }),
    );
  });

  test('count their own periods alone', () => {
    const places = fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8)).map((each) => each.sort((x, y) => x - y));
    fc.assert(
      fc.property(outletsArbitrary(FAMILY, YEARS.length, 3), places, (counts, [from, to, since, until]) => {
        const [a, b] = [
          { name: 'a', first: from!, end: to! },
          { name: 'b', first: since!, end: until! },
        ];
        const found = compareStretches(counts, FAMILY, 'story', [a, b]);
        for (const { measure, a: left, b: right } of found) {
          expect(left).toEqual({ name: 'a', ...total(counts, measure, from, to) });
          expect(right).toEqual({ name: 'b', ...total(counts, measure, since, until) });
        }
        expectSound(found);
      }),
    );
  });
});

describe('outlets', () => {
  test('with all others add up to the whole; none without a name or of few articles is compared', () => {
    fc.assert(
      fc.property(outletsArbitrary(FAMILY, YEARS.length, 6), (counts) => {
        const found = compareOutlets(counts, FAMILY, 'story');
        for (const { measure, a, b, kind, clustered } of found) {
          expect([a.name, kind, clustered]).toEqual(['all others', 'outlets', undefined]);
          expect({ k: a.k + b.k, n: a.n + b.n }).toEqual(total(counts, measure));
          expect(b.n).toBeGreaterThanOrEqual(10);
          expect(counts.names).toContain(b.name);
        }
        const names = found.filter(({ measure }) => measure === FAMILY[0]).map(({ b }) => b.name);
        expect(names).toEqual([...names].sort());
        expect(found).toHaveLength(names.length * FAMILY.length);
        expectSound(found);
      }),
    );
  });

  test('are at most the forty largest', () => {
    const period = {
      cluster: [...Array(60).keys()],
      n: Array.from({ length: 60 }, (_, i) => 100 + i),
      k: Array(60).fill(50),
    };
    const names = Array.from({ length: 60 }, (_, i) => `Outlet ${String(i).padStart(2, '0')}`);
    const counts: Counts = { rows: [], outlets: () => [period], stories: () => null, names };
    const found = compareOutlets(counts, ['frame:score'], 'story');
    expect(found.map(({ b }) => b.name)).toEqual(names.slice(20));
  });

  test('that are pooled have no name, and one alone has nobody to be compared with', () => {
    const counts = (names: (string | null)[]): Counts => {
      const period = { cluster: [0, 1, 2], n: [90, 80, 70], k: [9, 8, 7] };
      return { rows: [], outlets: () => [period], stories: () => null, names };
    };
    expect(compareOutlets(counts(['One', 'Two']), ['frame:score'], 'story').map(({ b }) => b.name)).toEqual([
      'One',
      'Two',
    ]);
    expect(compareOutlets(counts(['One', null, null]), ['frame:score'], 'story')).toEqual([]);
  });
});

describe('the families of tested measures', () => {
  const facts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 30 });

  test('are the frames, and claims with the most frequent misreports', () => {
    fc.assert(
      fc.property(facts, fc.func(fc.nat(500)), (ids, articles) => {
        const measures: Measure[] = measuresOf(ids);
        const [frames, others, ...more] = testedFamilies(measures, articles);
        expect(more).toEqual([]);
        expect(frames).toHaveLength(14);
        expect(frames!.every((id) => /^frame:\w+$/.test(id))).toBe(true);
        const misreports = others!.filter((id) => id.startsWith('misreport:'));
        expect(others!.slice(0, 2)).toEqual(['article:contradicted', 'attribution:quoted']);
        expect(misreports).toHaveLength(Math.min(8, ids.length));
        const least = Math.min(...misreports.map((id) => articles(id)));
        const left = ids.map((id) => `misreport:${id}`).filter((id) => !misreports.includes(id));
        for (const id of left) expect(articles(id)).toBeLessThanOrEqual(least);
        // In what order measures come makes no difference.
        expect(testedFamilies([...measures].reverse(), articles)[1]).toEqual(others);
      }),
    );
  });
});
