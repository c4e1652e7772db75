import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pelt } from '../../../src/study/statistics/pelt.ts';
import { bicPenalty, type PenaltyStep, penaltySweep, stability } from '../../../src/study/statistics/penalties.ts';
import { anyCount } from './arbitrary.ts';
import { expectClose, reference } from './reference.ts';

interface Vector {
  k: number[];
  n: number[];
  from: number;
  to: number;
  steps: PenaltyStep[];
}

const anySeries = fc
  .array(anyCount(1, 40), { minLength: 1, maxLength: 40 })
  .map((counts) => ({ k: counts.map(({ k }) => k), n: counts.map(({ n }) => n) }));

describe('the sweep of penalties', () => {
  it('has the steps of the lower hull of costs', () => {
    for (const { k, n, from, to, steps } of reference<Vector>('penalty-sweep')) {
      const swept = penaltySweep({ k, n }, from, to);
      expect(
        swept.map(({ changes }) => changes.length),
        `${k} of ${n}`,
      ).toEqual(steps.map(({ changes }) => changes.length));
      for (const [i, step] of steps.entries()) expectClose(swept[i]!.penalty, step.penalty, `${k} of ${n}`);
    }
  });

  it('finds at every penalty as many changes as PELT there', () => {
    fc.assert(
      fc.property(anySeries, fc.double({ min: 0.51, max: 29.9, noNaN: true }), (series, penalty) => {
        const step = penaltySweep(series, 0.5, 30).findLast((one) => one.penalty <= penalty)!;
        const { changes, cost } = pelt(series, { penalty });
        const total = pelt(series, { penalty: step.penalty + 1e-9 });
        expect(cost + penalty * changes.length).toBeCloseTo(total.cost + penalty * step.changes.length, 5);
      }),
    );
  });

  it('needs a range', () => {
    for (const [from, to] of [
      [0, 1],
      [2, 1],
      [1, 1],
      [Number.NaN, 2],
    ] as const)
      expect(() => penaltySweep({ k: [1], n: [2] }, from, to)).toThrow(RangeError);
  });
});

describe('stability', () => {
  const steps = [
    { penalty: 1, changes: [3, 8] },
    { penalty: 2, changes: [9] },
    { penalty: 8, changes: [] },
  ];

  it('is the share of the logarithmic range at which a change is found there or next to it', () => {
    expect(stability(steps, 16, 8)).toBeCloseTo(3 / 4, 12);
    expect(stability(steps, 16, 3)).toBeCloseTo(1 / 4, 12);
    expect(stability(steps, 16, 2)).toBeCloseTo(1 / 4, 12);
    expect(stability(steps, 16, 5)).toBe(0);
  });
});

describe('the usual penalty', () => {
  it('grows with the logarithm of the periods', () => {
    expect(bicPenalty(132)).toBe(2 * Math.log(132));
    expect(bicPenalty(1)).toBe(2 * Math.log(2));
  });
});
