/** Calendars: periods without gaps, and the unit that is chosen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_UNITS } from '../../../src/study/model.ts';
import { statedDate } from '../../../src/study/tables/dates.ts';
import {
  chooseUnit,
  fits,
  medianArticles,
  periodCount,
  periodStart,
  periodsBetween,
} from '../../../src/study/tables/periods.ts';
import { record, tablesOf } from './corpus.ts';
import { periodOf } from './recount.ts';

const DAY = 86_400_000;
const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2099, 11, 31) / DAY })
  .map((days) => iso(days * DAY));
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const anyUnit = fc.constantFrom(...PERIOD_UNITS);

describe('periods', () => {
  it('tile the days from the first to the last', () => {
    fc.assert(
      fc.property(anyUnit, anyDay, fc.integer({ min: 0, max: 900 }), (unit, first, days) => {
        const last = iso(Date.parse(first) + days * DAY);
        const periods = periodsBetween(unit, first, last);
        expect(periods).toHaveLength(periodCount(unit, first, last));
        expect(periods[0]!.from <= first && first <= periods[0]!.to).toBe(true);
        expect(periods.at(-1)!.from <= last && last <= periods.at(-1)!.to).toBe(true);
        for (const [i, period] of periods.entries()) {
          if (i > 0) expect(period.from).toBe(iso(Date.parse(periods[i - 1]!.to) + DAY));
          for (const day of [period.from, period.to]) {
            expect(periodOf(unit, day)).toBe(period.id);
            expect(periodStart(unit, day)).toBe(period.from);
          }
        }
      }),
    );
  });

  it.each([
    ['week', '2020-12-31', '2020-W53', '2020-12-28', '2021-01-03'],
    ['week', '2018-12-31', '2019-W01', '2018-12-31', '2019-01-06'],
    ['month', '2020-02-29', '2020-02', '2020-02-01', '2020-02-29'],
    ['quarter', '2019-06-30', '2019-Q2', '2019-04-01', '2019-06-30'],
    ['year', '1900-01-01', '1900', '1900-01-01', '1900-12-31'],
    ['day', '2019-05-14', '2019-05-14', '2019-05-14', '2019-05-14'],
  ] as const)('%s of %s is %s', (unit, day, id, from, to) => {
    expect(periodsBetween(unit, day, day)).toEqual([{ id, from, to }]);
  });

  it('number the articles of tables, also where some are empty', async () => {
    const days = ['2019-12-30', '2021-03-01', '2020-02-29', '2020-06-30'];
    for (const unit of PERIOD_UNITS) {
      const tables = await tablesOf(
        days.map((publishedAt, i) => record(`a${i}`, { publishedAt })),
        { unit },
      );
      expect(tables.periods).toEqual(periodsBetween(unit, '2019-12-30', '2021-03-01'));
      const rows = await tables.db.rows<{ period: number }>('SELECT period FROM placed ORDER BY "row"');
      expect(rows.map(({ period }) => tables.periods[period]!.id)).toEqual(days.map((day) => periodOf(unit, day)));
    }
  });

  it('are not too many', async () => {
    const far = [record('a', { publishedAt: '1950-01-01' }), record('b', { publishedAt: '2020-01-01' })];
    await expect(tablesOf(far, { unit: 'day' })).rejects.toMatchObject({ code: 'too-many-periods' });
    expect((await tablesOf(far, { unit: 'month' })).periods).toHaveLength(841);
  });
});

describe('the unit', () => {
  const monthly = (articles: readonly number[]) =>
    articles.map((count, i) => ({ from: iso(Date.UTC(2019, i, 15)), precision: 'day' as const, articles: count }));

  it.each([
    ['month', Array(24).fill(30)],
    ['quarter', Array(24).fill(29)],
    ['quarter', Array(24).fill(10)],
    ['year', Array(24).fill(9)],
    ['year', []],
    // Half of the months are empty: the median is that of two middle ones.
    ['month', Array.from({ length: 24 }, (_, i) => (i % 2 ? 0 : 60))],
    ['quarter', Array.from({ length: 24 }, (_, i) => (i % 3 ? 0 : 60))],
  ])('%s is the finest with enough articles', (unit, articles) => {
    const counts = monthly(articles);
    // Empty ones are told by nothing but the months around them.
    expect(chooseUnit([...counts.filter((count) => count.articles > 0), ...counts.slice(-1)])).toBe(unit);
  });

  it('goes by the articles that fall into one of its periods', () => {
    const counts = [
      { from: '2019-01-01', precision: 'year' as const, articles: 500 },
      { from: '2019-02-01', precision: 'month' as const, articles: 31 },
      { from: '2019-03-05', precision: 'day' as const, articles: 29 },
    ];
    expect(PERIOD_UNITS.map((unit) => medianArticles(unit, counts))).toEqual([29, 29, 30, 60, 560]);
    expect(fits('month', 'week')).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['2019-05-02', '2019-05-02', 'day'],
    ['2019-05-02T23:59:00-08:00', '2019-05-02', 'day'],
    ['2 May 2019', '2019-05-02', 'day'],
    ['2019-05', '2019-05-01', 'month'],
    [' May 2019 ', '2019-05-01', 'month'],
    ['2019-05-00', '2019-05-01', 'month'],
    ['2019', '2019-01-01', 'year'],
    ['2019-00-00', '2019-01-01', 'year'],
  ])('%s is read', (stated, from, precision) => {
    expect(statedDate(stated)).toEqual({ from, precision });
  });

  it.each(['', 'soon', '2019-13', '2019-02-30', '02/05/2019', '1970-01-01', '1850', '00-00-00', 'NaN'])(
    '%j is none',
    (stated) => {
      expect(statedDate(stated)).toBeNull();
    },
  );

  it('DuckDB reads are those that JavaScript reads', async () => {
    const anyStated = fc.oneof(
      fc
        .tuple(anyDay, fc.constantFrom('', 'T10:00:00Z', 'T', 'T99', ' 10:00', 'Z', '\n', 'T10:00\u0000'))
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
        .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
      fc.constantFrom(
        '1970-01-01',
        '1970-01-01T00:00:00Z',
        '2019-02-29',
        '2020-02-29',
        '2019-05',
        '２０１９-05-02',
        'x',
      ),
    );
    const stated = fc.sample(anyStated, 400);
    const tables = await tablesOf(stated.map((publishedAt, i) => record(`a${i}`, { publishedAt })));
    const rows = await tables.db.rows('SELECT from_day::VARCHAR AS "from", "precision" FROM records ORDER BY "row"');
    expect(rows).toEqual(stated.map((text) => statedDate(text) ?? { from: null, precision: null }));
  });
});
