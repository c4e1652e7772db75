import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDate, type FactDate, findDates } from '../../src/detect/dates.ts';
import { HOSTILE, readsOn } from './counting-text.ts';

/** The dates of a text as `span = year-month-day(..endYear)`, `?` for what is not given. */
function read(text: string): string[] {
  return findDates(text).map(
    (d) =>
      `${text.slice(d.start, d.end)} = ${d.year ?? '?'}-${d.month ?? '?'}-${d.day ?? '?'}${d.endYear ? `..${d.endYear}` : ''}`,
  );
}

const TABLE: [string, string[]][] = [
  ['on 29 March 2022.', ['29 March 2022 = 2022-3-29']],
  ['On March 29, 2022, the office', ['March 29, 2022 = 2022-3-29']],
  ['MARCH 29 2022', ['MARCH 29 2022 = 2022-3-29']],
  ['on 29 march 2022', ['29 march 2022 = 2022-3-29']],
  ['dated 29/03/2022', ['29/03/2022 = 2022-3-29']],
  ['dated 3/29/2022', ['3/29/2022 = 2022-3-29']],
  ['dated 3/4/2022', ['3/4/2022 = 2022-4-3']],
  ['dated 29/3/22', ['29/3/22 = 2022-3-29']],
  ['dated 2022-03-29', ['2022-03-29 = 2022-3-29']],
  ['dated 29.3.2022.', ['29.3.2022 = 2022-3-29']],
  ['2022年3月29日', ['2022年3月29日 = 2022-3-29']],
  ['the 29th of March', ['29th of March = ?-3-29']],
  ['the twenty-ninth of March 2022', ['twenty-ninth of March 2022 = 2022-3-29']],
  ['the first of May', ['first of May = ?-5-1']],
  ['on Mar. 29', ['Mar. 29 = ?-3-29']],
  ['on March 29th', ['March 29th = ?-3-29']],
  ['12–14 May 2019', ['12–14 May 2019 = 2019-5-12']],
  ['in March 2022', ['March 2022 = 2022-3-?']],
  ['in March of 2022', ['March of 2022 = 2022-3-?']],
  ['03/2022', ['03/2022 = 2022-3-?']],
  ['late March, mid-April', ['March = ?-3-?', 'April = ?-4-?']],
  ['in May, they may march; May was', ['May = ?-5-?']],
  ['the March paper', ['March = ?-3-?']],
  ['In March 28 cities were picked', ['March = ?-3-?']],
  ['in 2021', ['2021 = 2021-?-?']],
  ['since 2014, by 2020', ['2014 = 2014-?-?', '2020 = 2020-?-?']],
  ['Ruiz (2021) and post-2018 work', ['2021 = 2021-?-?', '2018 = 2018-?-?']],
  ['2018-2019', ['2018-2019 = 2018-?-?..2019']],
  ['2018 to 2019', ['2018 to 2019 = 2018-?-?..2019']],
  ['2018-19', ['2018-19 = 2018-?-?..2019']],
  ['2018/19', ['2018/19 = 2018-?-?..2019']],
  ['between 2018 and 2019', ['2018 and 2019 = 2018-?-?..2019']],
  ['Between 2018 and 2019, he said', ['2018 and 2019 = 2018-?-?..2019']],
  ['between May and August', ['May = ?-5-?', 'August = ?-8-?']],
  ['in 2018 and 2019', ['2018 = 2018-?-?', '2019 = 2019-?-?']],
  ['the 2010s', ['2010s = 2010-?-?..2019']],
  ["back in '21, and ’19", ["'21 = 2021-?-?", '’19 = 2019-?-?']],
  ['in twenty twenty-two', ['twenty twenty-two = 2022-?-?']],
  ['Nineteen Eighty-Four', ['Nineteen Eighty-Four = 1984-?-?']],
  ['twenty-two cities', []],
  ['2000 yuan, more than 2000, 2,019, page 1999, 1950 points', []],
  ['19:04, 24/7, 1/9, 47 agencies, A-2019, 555-2019-11', []],
  ['June Smith may march on', ['June = ?-6-?']],
  ['30 February 2022, 32 March', ['February 2022 = 2022-2-?', 'March = ?-3-?']],
];

describe('findDates', () => {
  it.each(TABLE)('reads %j', (text, want) => {
    expect(read(text)).toEqual(want);
  });

  const piece = fc.constantFrom(
    'March',
    'may',
    ' ',
    ' ',
    '29',
    '2022',
    '/',
    '-',
    '–',
    '.',
    ',',
    "'21",
    'th',
    ' of ',
    'in ',
    'between ',
    ' and ',
    'Sept',
    '3',
    '\n',
    '年',
    'x',
    'twenty ',
    'first',
  );
  it('gives spans in order inside the stretch asked for, with months and days that exist', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(40), fc.nat(60), (pieces, from, length) => {
        const text = pieces.join('');
        const end = Math.min(text.length, from + length);
        const start = Math.min(from, end);
        const found = findDates(text, start, end);
        let last = start;
        for (const d of found) {
          expect(d.start).toBeGreaterThanOrEqual(last);
          expect(d.end).toBeGreaterThan(d.start);
          expect(d.end).toBeLessThanOrEqual(end);
          expect(d.year ?? d.month ?? d.day).not.toBeNull();
          if (d.month !== null) expect(d.month >= 1 && d.month <= 12).toBe(true);
          if (d.day !== null) expect(d.day >= 1 && d.day <= 31).toBe(true);
          last = d.end;
        }
        expect(findDates(text, start, end)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it.each(HOSTILE)('reads %j four times as long with about four times the work', (unit) => {
    const short = readsOn(unit, 20_000, findDates);
    const long = readsOn(unit, 80_000, findDates);
    expect(long).toBeLessThan(4.5 * short + 100);
    expect(long).toBeLessThan(60 * 80_000);
  });
});

describe('compareDate', () => {
  const document: FactDate = { year: 2022, month: 3, day: 29 };
  const cities: FactDate = { year: 2018, endYear: 2019 };
  const law: FactDate = { year: 2021 };
  const cases: [string, FactDate, string][] = [
    ['29 March 2022', document, 'agrees'],
    ['on 29 March', document, 'agrees'],
    ['March 2022', document, 'agrees'],
    ['the March paper', document, 'agrees'],
    ['in 2022', document, 'agrees'],
    ['29 May 2022', document, 'clashes'],
    ['on 19 March', document, 'clashes'],
    ['29 March 2021', document, 'clashes'],
    ['November 2020', document, 'clashes'],
    ['2018-19', cities, 'agrees'],
    ['between 2018 and 2019', cities, 'agrees'],
    ['in 2018', cities, 'agrees'],
    ['in the 2010s', cities, 'agrees'],
    ['in 2012', cities, 'clashes'],
    ['in 2020', cities, 'clashes'],
    ['from 2019 to 2020', cities, 'silent'],
    ['since 2021', law, 'agrees'],
    ['in 2017', law, 'clashes'],
    ['in August 2021', law, 'silent'],
    ['in August', law, 'silent'],
  ];
  it.each(cases)('%j against %j: %s', (text, fact, outcome) => {
    expect(compareDate(findDates(text)[0]!, fact)).toBe(outcome);
  });
});
