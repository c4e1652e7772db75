import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAxis } from '../../../src/study/figures/count-layers.ts';
import { textWidth } from '../../../src/study/figures/metrics.ts';
import { SIZE } from '../../../src/study/figures/palette.ts';
import { MOST_PERIODS, poolPeriods } from '../../../src/study/figures/pooled-periods.ts';
import { differenceAxis, shareAxis } from '../../../src/study/figures/share-axis.ts';
import { timeAxis } from '../../../src/study/figures/time-axis.ts';
import { PERIOD_UNITS } from '../../../src/study/model.ts';
import { periodsOf } from '../report/draw.ts';

const units = fc.constantFrom(...PERIOD_UNITS);
const starts = fc.constantFrom('2014-01-01', '1999-12-27', '2020-02-01', '2019-09-30');
/** Labels are as wide as their formats have it. */
const WIDEST: Record<string, string> = { '%Y': '2000', '%b %Y': 'May 2000', '%b ’%y': 'May ’00', '%-d %b': '30 May' };

describe('the axis of time', () => {
  it('has labels that stay apart and within their panel’s reach, over any time', () => {
    fc.assert(
      fc.property(
        units,
        starts,
        fc.integer({ min: 1, max: 160 }),
        fc.integer({ min: 120, max: 700 }),
        (unit, start, count, width) => {
          const { domain, ticks, format } = timeAxis(periodsOf(unit, start, count), width);
          const scale = width / (domain[1] - domain[0]);
          const label = textWidth(WIDEST[format]!, SIZE.small);
          for (const [index, tick] of ticks.entries()) {
            expect(tick).toBeGreaterThanOrEqual(domain[0]);
            expect(tick).toBeLessThanOrEqual(domain[1]);
            if (index > 0) expect((tick - ticks[index - 1]!) * scale).toBeGreaterThan(label);
          }
        },
      ),
    );
  });

  it('names years at their middle, and months of a few years at their start', () => {
    const years = timeAxis(periodsOf('year', '2014-01-01', 11), 660);
    expect(years.ticks.map((tick) => new Date(tick).toISOString().slice(0, 7))).toEqual(
      Array.from({ length: 11 }, (_, index) => `${2014 + index}-07`),
    );
    const months = timeAxis(periodsOf('month', '2014-01-01', 132), 660);
    expect(months.ticks.every((tick) => new Date(tick).toISOString().endsWith('-01-01T00:00:00.000Z'))).toBe(true);
  });
});

describe('pooling', () => {
  it('leaves what can be shown, and makes coarser periods of the rest that hold every day once', () => {
    fc.assert(
      fc.property(units, starts, fc.integer({ min: 1, max: 1500 }), (unit, start, count) => {
        const periods = periodsOf(unit, start, count);
        const pooled = poolPeriods(unit, periods);
        if (count <= MOST_PERIODS) expect(pooled.periods).toEqual(periods);
        else if (pooled.unit !== 'year') expect(pooled.periods.length).toBeLessThanOrEqual(MOST_PERIODS);
        expect(new Set(pooled.periods.map(({ id }) => id)).size).toBe(pooled.periods.length);
        const days = (list: readonly { from: string; to: string }[]): number =>
          list.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);
        expect(days(pooled.periods)).toBe(days(periods));
        for (const { id, from } of periods) {
          const { from: first, to: last } = pooled.periods[pooled.indexOf.get(id)!]!;
          expect(from >= first && from <= last).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes months of days and quarters of many months', () => {
    expect(poolPeriods('day', periodsOf('day', '2014-01-01', 4018)).periods).toHaveLength(132);
    expect(poolPeriods('day', periodsOf('day', '2019-01-01', 300)).unit).toBe('week');
    expect(poolPeriods('month', periodsOf('month', '1990-01-01', 420)).periods[1]!.id).toBe('1990-Q2');
    expect(poolPeriods('week', []).periods).toEqual([]);
  });
});

describe('axes of values', () => {
  it('hold what they are for, with few round ticks', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (top) => {
        const { domain, ticks } = shareAxis(top);
        expect(domain[0]).toBe(0);
        expect(domain[1]).toBeGreaterThanOrEqual(top - 1e-9);
        expect(domain[1]).toBeLessThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.length).toBeGreaterThan(1);
      }),
    );
    expect(shareAxis(0).domain).toEqual([0, 0.06]);
  });

  it('differences have 0 among their ticks', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { domain, ticks } = differenceAxis(low, high);
        expect(domain[0]).toBeLessThanOrEqual(low + 1e-9);
        expect(domain[1]).toBeGreaterThanOrEqual(high - 1e-9);
        expect(ticks.map(Math.abs)).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('counts have at most three steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (most) => {
        const { domain, ticks } = countAxis(most);
        expect(domain[1]).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(4);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
