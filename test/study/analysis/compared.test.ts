import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { checkCompared, comparedStretches } from '../../../src/study/analysis/compared.ts';
import { halves, stretch } from '../../../src/study/analysis/comparisons.ts';
import { periodsBetween } from '../../../src/study/tables/periods.ts';
import { periodsArbitrary } from './arbitrary.ts';

const YEARS = periodsBetween('year', '2014-01-01', '2024-12-31');
const QUARTERS = periodsBetween('quarter', '2014-01-01', '2024-12-31');
const MONTHS = periodsBetween('month', '2014-01-01', '2024-12-31');
const WEEKS = periodsBetween('week', '2018-01-01', '2018-12-31');

describe('two stretches', () => {
  test.each([
    ['2014..2018,2019..2024', YEARS, ['2014 to 2018', '2019 to 2024']],
    ['2019..2024, 2014..2018', YEARS, ['2019 to 2024', '2014 to 2018']],
    ['2016,2020', YEARS, ['2016', '2020']],
    ['2014..2018,2019..2024', QUARTERS, ['2014-Q1 to 2018-Q4', '2019-Q1 to 2024-Q4']],
    ['2017-Q2..2017-Q4,2019-Q1', QUARTERS, ['2017-Q2 to 2017-Q4', '2019-Q1']],
    ['2017-03..2018-02,2019-Q1', MONTHS, ['2017-03 to 2018-02', '2019-01 to 2019-03']],
    ['2016-02-01..2016-02-29,2017-02-01..2017-02-28', MONTHS, ['2016-02', '2017-02']],
    ['2018-W07..2018-W09,2018-12', WEEKS, ['2018-W07 to 2018-W09', '2018-W49 to 2018-W52']],
    // Only whole periods count: March to May hold one quarter's part each, and none whole but for what is within.
    ['2017-02..2017-07,2018', QUARTERS, ['2017-Q2', '2018-Q1 to 2018-Q4']],
    // Further than the study reaches.
    ['1990..2015,2020..2100', YEARS, ['2014 to 2015', '2020 to 2024']],
  ])('%s', (spec, periods, names) => {
    expect(() => checkCompared(spec)).not.toThrow();
    expect(comparedStretches(spec, periods).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['2014', 'give two stretches'],
    ['2014,2015,2016', 'give two stretches'],
    ['', 'give two stretches'],
    [',', 'give two stretches'],
    ['2014..,2016', 'give two stretches'],
    ['..2014,2016', 'give two stretches'],
    ['2014..2015..2016,2017', 'give two stretches'],
    ['then,now', 'give two stretches'],
    ['2014-13,2016', 'give two stretches'],
    ['2014-00,2016', 'give two stretches'],
    ['2014-02-30,2016', 'give two stretches'],
    ['2014-Q5,2016', 'give two stretches'],
    ['1990..1999,2016', 'the study has 2014 to 2024'],
    ['2018..2016,2020', 'the study has 2014 to 2024'],
    // Less than a period.
    ['2014-03..2014-09,2016', 'the study has 2014 to 2024'],
    ['2014..2018,2018..2024', 'give two that do not overlap'],
    ['2016,2016', 'give two that do not overlap'],
    ['2014..2024,2016', 'give two that do not overlap'],
  ])('%s is refused', (spec, hint) => {
    const refused = (): unknown => comparedStretches(spec, YEARS);
    // What is wrong in any study is known before one is made.
    const check = (): void => checkCompared(spec);
    if (hint === 'give two stretches') expect(check).toThrow(expect.objectContaining({ code: 'compare' }));
    else expect(check).not.toThrow();
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(expect.objectContaining({ code: 'compare', hint: expect.stringContaining(hint) }));
  });

  test('are refused where there is no period', () => {
    expect(() => comparedStretches('2014,2015', [])).toThrow(
      expect.objectContaining({ hint: 'the study has no period' }),
    );
  });

  test('named by the ids of periods hold those from the first to the last', () => {
    const four = fc.tuple(periodsArbitrary, fc.nat(), fc.nat(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(four, ([periods, ...places]) => {
        const [a, b, c, d] = places.map((place) => place % periods.length).sort((x, y) => x - y) as [
          number,
          number,
          number,
          number,
        ];
        fc.pre(b < c);
        const ids = (from: number, to: number): string => `${periods[from]!.id}..${periods[to]!.id}`;
        const found = comparedStretches(`${ids(a, b)},${ids(c, d)}`, periods);
        expect(found).toEqual([stretch(periods, a, b + 1), stretch(periods, c, d + 1)]);
        const turned = comparedStretches(`${ids(c, d)},${ids(a, b)}`, periods);
        expect(turned).toEqual([found[1], found[0]]);
      }),
    );
  });

  test('of any text are two of the study, or a UsageError', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('..', ',', '2014', '2014-Q1', '2014-02-29', '2016-02-29', '2014-W60', '9999', '0000', '-1'),
      fc.stringMatching(/^\d{4}(-\d{2}){0,2}$/),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('', ',', '..'), (parts, between) => {
        let found: ReturnType<typeof comparedStretches>;
        try {
          found = comparedStretches(parts.join(between), MONTHS);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(UsageError);
          return;
        }
        for (const { first, end } of found) {
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(first);
          expect(end).toBeLessThanOrEqual(MONTHS.length);
        }
        const [a, b] = found;
        expect(a.end <= b.first || b.end <= a.first).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('halves', () => {
  test('share all periods out between them, the second with the odd one', () => {
    fc.assert(
      fc.property(periodsArbitrary, (periods) => {
        const found = halves(periods);
        if (periods.length < 2) {
          expect(found).toBeNull();
          return;
        }
        const [a, b] = found!;
        expect([a.first, a.end, b.end]).toEqual([0, b.first, periods.length]);
        expect(b.end - b.first - (a.end - a.first)).toBe(periods.length % 2);
        expect(a.name.startsWith(periods[0]!.id)).toBe(true);
        expect(b.name.endsWith(periods.at(-1)!.id)).toBe(true);
      }),
    );
  });

  test('of nothing are none', () => {
    expect(halves([])).toBeNull();
  });
});
