import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dispersion,
  longRunFactor,
  neighbourDispersion,
  residuals,
  segmentLevels,
} from '../../../src/study/statistics/dispersion.ts';
import { binomial } from '../../../src/study/statistics/draws.ts';
import { randomFor, uniform } from '../../../src/study/statistics/random.ts';
import { movingLevels, seasonalEffects, withoutSeason } from '../../../src/study/statistics/season.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  k: number[];
  n: number[];
  changes: number[];
  pearson: number | null;
  neighbours: number | null;
}

describe('dispersion', () => {
  it("is the greater of Pearson's and the neighbours', and 1 at the least", () => {
    for (const { k, n, changes, pearson, neighbours } of reference<Vector>('dispersion')) {
      const what = `${k} of ${n}`;
      if (neighbours !== null) expectClose(neighbourDispersion({ k, n }), neighbours, what);
      if (pearson === null) continue;
      expectClose(dispersion({ k, n }, changes), Math.max(1, pearson, neighbours ?? 0), what);
    }
  });

  it('is 1 where nothing can be said', () => {
    for (const [k, n] of [
      [[], []],
      [[3], [5]],
      [
        [0, 0],
        [4, 4],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ] as [number[], number[]][]) {
      expect(dispersion({ k, n }, [])).toBe(1);
      expect(neighbourDispersion({ k, n })).toBe(1);
    }
  });

  it('is never below 1, nor NaN', () => {
    fc.assert(
      fc.property(fc.array(anyCount(0, 20), { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (counts, seasons) => {
        const series = { k: counts.map(({ k }) => k), n: counts.map(({ n }) => n) };
        expect(dispersion(series, counts.length > 5 ? [2, 4] : [], seasons)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('sees shares that vary more than chance', () => {
    const random = randomFor(1, 'more');
    const n = Array.from({ length: 200 }, () => 100);
    const k = n.map((cases) => binomial(random, cases, 0.2 + 0.2 * uniform(random)));
    // 1 + 99 × (0.04 / 12) / (0.3 × 0.7) = 2.57
    expect(dispersion({ k, n }, [])).toBeGreaterThan(2);
    expect(dispersion({ k, n }, [])).toBeLessThan(3.2);
  });
});

describe('levels and residuals', () => {
  it('are pooled between changes, and standardised', () => {
    const series = { k: [1, 3, 0, 6, 9], n: [10, 10, 0, 10, 10] };
    const levels = segmentLevels(series, [3]);
    expect([...levels]).toEqual([0.2, 0.2, 0.2, 0.75, 0.75]);
    const scale = [Math.sqrt(10 * 0.16), Math.sqrt(10 * 0.1875)];
    expect(residuals(series, levels)).toEqual([-1 / scale[0]!, 1 / scale[0]!, -1.5 / scale[1]!, 1.5 / scale[1]!]);
  });
});

describe('correlation of neighbours', () => {
  const noise = (length: number, memory: number, name: string): number[] => {
    const random = randomFor(1, name);
    let last = 0;
    return Array.from({ length }, () => {
      last = memory * last + (uniform(random) - 0.5) * Math.sqrt(1 - memory ** 2);
      return last;
    });
  };

  it('multiplies the variance of long means', () => {
    // A first-order process: (1 + 0.6) / (1 - 0.6) = 4, of which six lags see less.
    const factors = [0, 1, 2, 3, 4].map((i) => longRunFactor(noise(600, 0.6, String(i))));
    for (const factor of factors) {
      expect(factor).toBeGreaterThan(2.2);
      expect(factor).toBeLessThan(5);
    }
  });

  it('is not seen where there is none, or too few periods', () => {
    const seen = Array.from({ length: 200 }, (_, i) => longRunFactor(noise(132, 0, `none ${i}`))).filter((f) => f > 1);
    expect(seen.length).toBeLessThan(30);
    expect(longRunFactor(noise(13, 0.9, 'short'))).toBe(1);
    expect(longRunFactor(Array(40).fill(0))).toBe(1);
  });

  it('is hardly moved by one change of level', () => {
    const stepped = noise(132, 0, 'step').map((z, i) => z + (i < 66 ? 0 : 0.15));
    expect(longRunFactor(stepped)).toBeLessThan(1.5);
  });
});

describe('the season', () => {
  const wave = [0.1, 0.05, -0.05, -0.1];
  const level = (t: number): number => (t < 10 ? 0.3 : 0.5);
  const n = Array.from({ length: 24 }, () => 1000);
  const k = n.map((cases, t) => cases * (level(t) + wave[t % 4]!));

  it('comes out whole when the levels are known', () => {
    const effects = seasonalEffects(
      { k, n },
      Float64Array.from(n, (_, t) => level(t)),
      4,
    );
    for (const [i, effect] of effects.entries()) expect(effect).toBeCloseTo(wave[i]!, 12);
    for (const [t, count] of Array.from(withoutSeason({ k, n }, effects).k).entries())
      expect(count).toBeCloseTo(1000 * level(t), 1);
  });

  it('leaves moving levels alone', () => {
    const flat = { k: n.map((cases, t) => cases * (0.4 + wave[t % 4]!)), n };
    for (const moving of movingLevels(flat, 4)) expect(moving).toBeCloseTo(0.4, 12);
  });

  it('is nothing for a season without cases', () => {
    const gaps = { k: [1, 0, 1, 0], n: [2, 0, 4, 0] };
    expect([...seasonalEffects(gaps, [0.25, 0, 0.25, 0], 2)]).toEqual([0.5 / 6, 0]);
    expect([...movingLevels({ k: [0, 0], n: [0, 0] }, 2)]).toEqual([0, 0]);
  });
});
