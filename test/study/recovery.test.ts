/** Fewer draws than `bench/recovery.ts` has, so that a change that breaks a method is seen at once. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../bench/recovery/assess.ts';
import { articlesOf, OUTLETS, simulate } from '../../bench/recovery/corpus.ts';
import { biasRemoved, correct } from '../../bench/recovery/correction.ts';
import { DESIGNS } from '../../bench/recovery/designs.ts';
import { randomFor } from '../../src/study/statistics/random.ts';

const DRAWS = 12;
const settings = { measures: 1, draws: 300 };
const outcomes = (name: string) => {
  const design = DESIGNS.find((one) => one.name.startsWith(name))!;
  return { design, all: Array.from({ length: DRAWS }, (_, draw) => assess(design, draw, settings)) };
};

describe('recovery', () => {
  it.each(['step up', 'step down'])('%s: a step of 10 points in 2,000 articles is found within a period', (name) => {
    const { design, all } = outcomes(name);
    const near = all.filter(({ found }) => found.some(({ at }) => Math.abs(at - design.steps[0]!) <= 1));
    expect(near.length).toBeGreaterThanOrEqual(11);
  });

  it.each(['none: 30', 'none, outlets', 'seasonal', 'syndicated', 'outlet mix', 'sparse'])(
    '%s: nothing is found where nothing shifts, and intervals hold the share',
    (name) => {
      const { design, all } = outcomes(name);
      // Of 12 with a chance of 0.05 each, more than 3 come once in a thousand.
      expect(all.filter(({ anyChange }) => anyChange).length).toBeLessThanOrEqual(3);
      for (const kind of design.valid) {
        const sum = (of: 'held' | 'all') => all.reduce((total, { covered }) => total + covered[kind][of], 0);
        expect(sum('held') / sum('all'), kind).toBeGreaterThan(0.92);
        expect(sum('held') / sum('all'), kind).toBeLessThan(0.98);
      }
    },
  );

  it('the correction removes the bias of a changed error rate', () => {
    const all = Array.from({ length: 100 }, (_, draw) => correct(draw));
    const second = (of: 'raw' | 'corrected') => all.map((one) => one[of][1]);
    expect(biasRemoved(second('raw'), second('corrected'), 0.3)).toBeGreaterThan(0.8);
    expect(biasRemoved(second('raw'), second('raw'), 0.3)).toBe(0);
  });
});

describe('a simulated corpus', () => {
  const model = { periods: 6, stories: 3000, share: (t: number) => (t < 3 ? 0.2 : 0.6), copies: () => 2 };
  const corpus = simulate(model, randomFor(1, 'corpus'));

  it('has its articles, stories and shares', () => {
    const { k, n } = articlesOf(corpus);
    expect(corpus.outlets).toHaveLength(OUTLETS);
    expect(n.reduce((a, b) => a + b, 0)).toBe(6000);
    expect(corpus.once.n.reduce((a, b) => a + b, 0)).toBe(3000);
    for (const [t, patterns] of corpus.stories.entries()) {
      expect(patterns.reduce((sum, { n, clusters }) => sum + n * clusters, 0)).toBe(n[t]);
      expect(patterns.reduce((sum, { k, clusters }) => sum + k * clusters, 0)).toBe(k[t]);
      expect(Math.abs(k[t]! / n[t]! - model.share(t))).toBeLessThan(0.1);
    }
  });

  it('is the same again from the same chance', () => {
    expect(simulate(model, randomFor(1, 'corpus'))).toEqual(corpus);
  });

  it('has what the program makes of it', () => {
    const blind = simulate({ ...model, sensitivity: () => 0 }, randomFor(1, 'corpus'));
    expect(articlesOf(blind).k).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
