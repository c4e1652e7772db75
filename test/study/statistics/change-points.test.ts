import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsFor, findChanges } from '../../../src/study/statistics/change-points.ts';
import { binomial } from '../../../src/study/statistics/draws.ts';
import type { CountSeries } from '../../../src/study/statistics/pelt.ts';
import { randomFor, uniform } from '../../../src/study/statistics/random.ts';
import { anyCount } from './arbitrary.ts';

const options = { seed: 1, names: ['a series'], draws: 500 };

function drawn(name: string, length: number, cases: number, share: (t: number) => number): CountSeries {
  const random = randomFor(1, name);
  const n = Array.from({ length }, () => cases);
  return { k: n.map((of, t) => binomial(random, of, share(t))), n };
}

describe('changes of a series', () => {
  it('are found where they are, with what was counted on either side', () => {
    const series = drawn('two', 60, 100, (t) => (t < 20 ? 0.1 : t < 40 ? 0.3 : 0.15));
    const { changes, candidates, p, block, fit } = findChanges(series, options)!;
    expect(changes.map(({ at }) => at)).toEqual([20, 40]);
    expect(candidates).toEqual([20, 40]);
    expect(p).toBe(1 / 501);
    for (const { at, earliest, latest, p: own, stability } of changes) {
      expect(earliest).toBeLessThanOrEqual(at);
      expect(latest).toBeGreaterThanOrEqual(at);
      expect(own).toBeLessThanOrEqual(0.05);
      expect(stability).toBeGreaterThan(0.3);
    }
    expect(changes[0]!.before.n).toBe(2000);
    expect(changes[0]!.after).toEqual(changes[1]!.before);
    expect(block).toBe(1);
    expect(fit.seasonal).toBe(null);
  });

  it('are none in a series that varies by chance alone', () => {
    const found = Array.from({ length: 40 }, (_, i) =>
      findChanges(
        drawn(`none ${i}`, 40, 60, () => 0.2),
        { ...options, draws: 199 },
      ),
    );
    expect(found.filter((one) => one!.p <= 0.05 && one!.changes.length > 0).length).toBeLessThanOrEqual(5);
  });

  it('are none in a season, and those that are there stand out from it', () => {
    const wave = (t: number) => (t % 12 < 6 ? 0.1 : -0.1);
    const seasonal = drawn('seasonal', 84, 400, (t) => 0.3 + wave(t));
    expect(findChanges(seasonal, options)!.candidates.length).toBeGreaterThan(0);
    const found = findChanges(seasonal, { ...options, season: 12 })!;
    expect(found.changes).toEqual([]);
    for (const [t, effect] of found.fit.seasonal!.entries()) expect(effect).toBeCloseTo(wave(t), 1);
    const stepped = drawn('seasonal step', 84, 400, (t) => (t < 40 ? 0.3 : 0.4) + wave(t));
    expect(findChanges(stepped, { ...options, season: 12 })!.changes.map(({ at }) => at)).toEqual([40]);
  });

  it('are bursts and many levels too, and not the slow noise that neighbours share', () => {
    const bursts = Array.from({ length: 10 }, (_, i) => {
      const burst = drawn(`burst ${i}`, 132, 30, (t) => (t >= 60 && t < 66 ? 0.4 : 0.1));
      return findChanges(burst, { ...options, season: 12 })!.changes.map(({ at }) => at);
    });
    const found = bursts.filter(([from, to]) => Math.abs(from! - 60) <= 1 && Math.abs(to! - 66) <= 1);
    expect(found.length).toBeGreaterThanOrEqual(9);
    const levels = drawn('levels', 120, 60, (t) => [0.15, 0.35, 0.15, 0.35, 0.2][Math.floor(t / 24)]!);
    const many = findChanges(levels, { ...options, season: 12 })!;
    expect(many.p).toBeLessThan(0.01);
    expect(many.changes).toHaveLength(4);
    const random = randomFor(1, 'memory');
    const slow = Array.from({ length: 20 }, (_, i) => {
      let last = 0;
      return findChanges(
        drawn(`memory ${i}`, 132, 100, () => {
          last = 0.5 * last + (uniform(random) - 0.5) * 0.12;
          return 0.3 + last;
        }),
        { ...options, draws: 199 },
      )!;
    });
    expect(slow.filter(({ p, changes }) => p <= 0.05 && changes.length > 0).length).toBeLessThanOrEqual(6);
  });

  it('are found where they are large, though neighbours seem alike by chance and a season is taken out', () => {
    const missed = Array.from({ length: 120 }, (_, i) => {
      const series = drawn(`large ${i}`, 44, 30, (t) => (t < 20 ? 0.58 : 0.22));
      return findChanges(series, { ...options, draws: 199, season: 4 })!.changes.some(({ p }) => p <= 0.05);
    }).filter((found) => !found);
    // Seven, where levels are widened like noise in other orders.
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('are looked for without a season where there are fewer than three years', () => {
    const series = drawn('short', 35, 50, () => 0.3);
    expect(findChanges(series, { ...options, season: 12 })!.fit.seasonal).toBe(null);
    expect(
      findChanges(
        drawn('long', 36, 50, () => 0.3),
        { ...options, season: 12 },
      )!.fit.seasonal,
    ).toHaveLength(12);
  });

  it('are found by the day in series too long to search by the day', () => {
    const series = drawn('days', 1500, 6, (t) => (t < 700 ? 0.1 : 0.4));
    const { changes } = findChanges(series, options)!;
    expect(changes).toHaveLength(1);
    expect(Math.abs(changes[0]!.at - 700)).toBeLessThanOrEqual(6);
    expect(changes[0]!.earliest).toBeLessThanOrEqual(700);
    expect(changes[0]!.latest).toBeGreaterThanOrEqual(700);
    expect(changes[0]!.before.n).toBe(6 * changes[0]!.at);
  });

  it('do not depend on other series, and not on empty periods around', () => {
    const series = drawn('same', 40, 80, (t) => (t < 22 ? 0.1 : 0.25));
    expect(findChanges(series, options)).toEqual(findChanges(series, options));
    const padded = { k: [0, 0, ...Array.from(series.k), 0], n: [0, 0, ...Array.from(series.n), 0] };
    const [plain, shifted] = [findChanges(series, options)!, findChanges(padded, options)!];
    expect(shifted.changes.map(({ at }) => at - 2)).toEqual(plain.changes.map(({ at }) => at));
    expect(shifted.p).toBe(plain.p);
  });

  it('have no p-value without cases in four periods', () => {
    for (const series of [
      { k: [], n: [] },
      { k: [1, 2, 3], n: [5, 5, 5] },
      { k: [1, 0, 2, 0, 3], n: [5, 0, 5, 0, 5] },
    ])
      expect(findChanges(series, options)).toBe(null);
  });

  it('are none where nothing varies', () => {
    for (const k of [0, 5]) {
      const found = findChanges({ k: Array(12).fill(k), n: Array(12).fill(5) }, options)!;
      expect(found).toMatchObject({ p: 1, changes: [], candidates: [] });
    }
  });

  it('are sound on any series', () => {
    const anySeries = fc
      .array(fc.oneof(anyCount(0, 0), anyCount(1, 50)), { maxLength: 50 })
      .map((counts) => ({ k: counts.map(({ k }) => k), n: counts.map(({ n }) => n) }));
    fc.assert(
      fc.property(anySeries, fc.constantFrom(null, 4, 12), (series, season) => {
        const found = findChanges(series, { ...options, draws: 50, season });
        if (found === null) return;
        expect(found.p > 0 && found.p <= 1).toBe(true);
        expect(found.fit.dispersion).toBeGreaterThanOrEqual(1);
        for (const change of found.changes) {
          expect(series.n[change.at]).toBeGreaterThan(0);
          expect(change.p >= found.p && change.p <= 1).toBe(true);
          expect(change.earliest <= change.at && change.at <= change.latest).toBe(true);
          expect(change.stability >= 0 && change.stability <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ask for counts', () => {
    for (const series of [
      { k: [1], n: [] },
      { k: [1, Number.NaN], n: [2, 2] },
      { k: [1, 1], n: [2, -1] },
      { k: [1, 1], n: [2, Infinity] },
    ])
      expect(() => findChanges(series, options)).toThrow(RangeError);
  });
});

describe('draws', () => {
  it('are enough for the adjustment', () => {
    expect(drawsFor(10)).toBe(1000);
    // The least p-value, times the tests, is half of 0.05.
    expect(200 / (drawsFor(200) + 1)).toBeLessThan(0.0251);
  });
});
