/** Periods and counts by chance. */
import fc from 'fast-check';
import type { Counts, OutletCounts } from '../../../src/study/analysis/counts.ts';
import type { Count, Period, PeriodUnit } from '../../../src/study/model.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';

export const UNITS: PeriodUnit[] = ['week', 'month', 'quarter', 'year'];

/** Between one period and some 40, in the order of time. */
export const periodsArbitrary: fc.Arbitrary<Period[]> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    year: fc.integer({ min: 1950, max: 2050 }),
    month: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ unit, year, month, length }) => {
    const from = `${year}-${String(month).padStart(2, '0')}-15`;
    return periodsBetween(unit, from, `${year + 41}-01-01`).slice(0, length);
  });

/** A count of at most 60 cases; none now and then. */
export const countArbitrary: fc.Arbitrary<Count> = fc
  .tuple(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ k: Math.round(share * n), n }));

/** For each measure and period, the counts of the outlets that have any; the same denominators for all measures. */
export function outletsArbitrary(measures: readonly string[], periods: number, outlets: number): fc.Arbitrary<Counts> {
  const cell = fc.tuple(fc.nat(40), ...measures.map(() => fc.double({ min: 0, max: 1, noNaN: true })));
  return fc
    .array(fc.array(cell, { minLength: outlets, maxLength: outlets }), { minLength: periods, maxLength: periods })
    .map((cells): Counts => {
      const of = (measure: string): OutletCounts[] =>
        cells.map((row) => {
          const filled = [...row.entries()].filter(([, [n]]) => n > 0);
          const share = measures.indexOf(measure) + 1;
          return {
            cluster: filled.map(([outlet]) => outlet),
            n: filled.map(([, [n]]) => n),
            k: filled.map(([, one]) => Math.round(one[0] * one[share]!)),
          };
        });
      const known = new Map(measures.map((measure) => [measure, of(measure)]));
      const names = Array.from({ length: outlets }, (_, i) => (i === 0 ? null : `Outlet ${i}`));
      return { rows: [], outlets: (measure) => known.get(measure)!, stories: () => null, names };
    });
}
