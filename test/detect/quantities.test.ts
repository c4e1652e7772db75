import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/detect/quantities.ts';
import { HOSTILE, readsOn } from './counting-text.ts';
import { numberPhrases } from './number-generator.ts';

/** The quantities of a text as `span kind unit value min max`, short enough to read in a table. */
function read(text: string): string[] {
  return findQuantities(text).map(
    (q) => `${text.slice(q.start, q.end)} | ${q.kind} ${q.unit} ${q.value} ${q.min}..${q.max}`,
  );
}

describe('findQuantities', () => {
  it('reads 5,000 phrases of known value', () => {
    const wrong: unknown[] = [];
    for (const { phrase, ...want } of numberPhrases(5000, 20220508)) {
      for (const text of [phrase, `Officials counted ${phrase} there, in all.`]) {
        const start = text.indexOf(phrase);
        const want1 = { start, end: start + phrase.length, ...want };
        const got = findQuantities(text);
        const near = (a: number | null, b: number | null) =>
          a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9 * Math.abs(b));
        const q = got[0];
        const right =
          got.length === 1 &&
          q &&
          q.start === want1.start &&
          q.end === want1.end &&
          q.kind === want.kind &&
          q.unit === want.unit &&
          near(q.value, want.value) &&
          near(q.min, want.min) &&
          near(q.max, want.max);
        if (!right) wrong.push({ text, want: want1, got });
      }
    }
    expect(wrong).toEqual([]);
  });

  const table: [string, string[]][] = [
    ['over 47 bodies', ['over 47 | over count 47 48..null']],
    ['upwards of forty bodies', ['upwards of forty | over count 40 40..null']],
    ['47 institutions and then some', ['47 | over count 47 47..null']],
    ['47 and counting', ['47 and counting | over count 47 47..null']],
    ['47+ of them', ['47+ | over count 47 47..null']],
    ['in well over forty', ['well over forty | over count 40 41..null']],
    ['just over forty', ['just over forty | about count 40 41..45']],
    ['nearly 30 cities', ['nearly 30 | about count 30 25..30']],
    ['close to fifty', ['close to fifty | about count 50 45..55']],
    ['some forty-five other bodies', ['some forty-five | about count 45 40.5..49.5']],
    ['forty-odd agencies', ['forty-odd | about count 40 40..49']],
    ['forty-some agencies', ['forty-some | about count 40 40..49']],
    ['fortyish agencies', ['fortyish | about count 40 35..45']],
    ['40 agencies or so', ['40 | about count 40 35..45']],
    ['~50 bodies', ['~50 | about count 50 45..55']],
    ['>50 bodies', ['>50 | over count 50 51..null']],
    ['a dozen agencies', ['a dozen | exact count 12 12..12']],
    ['half a dozen agencies', ['half a dozen | exact count 6 6..6']],
    ['more than two dozen', ['more than two dozen | over count 24 25..null']],
    ['a couple of dozen plus', ['a couple of dozen plus | over count 24 24..null']],
    ['dozens of bodies', ['dozens | dozens count null 24..99']],
    ['dozens upon dozens', ['dozens upon dozens | dozens count null 24..99']],
    ['hundreds of thousands of people', ['hundreds of thousands | dozens count null 200000..999000']],
    ['scores of agencies', ['scores | dozens count null 40..199']],
    ['the scores of citizens', []],
    [
      'several agencies and a handful of towns',
      ['several | range count null 3..9', 'a handful | range count null 2..7'],
    ],
    ['a couple of towns, a pair of courts', ['a couple | about count 2 2..3', 'a pair | exact count 2 2..2']],
    ['a single ministry, a lone regulator', ['a single | exact count 1 1..1', 'a lone | exact count 1 1..1']],
    [
      'half a million people, a million and a half',
      [
        'half a million | exact count 500000 500000..500000',
        'a million and a half | exact count 1500000 1500000..1500000',
      ],
    ],
    ['two and a half million', ['two and a half million | exact count 2500000 2500000..2500000']],
    ['one point four billion', ['one point four billion | exact count 1400000000 1400000000..1400000000']],
    ['17 millions of persons', ['17 millions | exact count 17000000 17000000..17000000']],
    ['1 400 000 people', ['1 400 000 | exact count 1400000 1400000..1400000']],
    [
      'from one hundred and two hundred',
      ['one hundred | exact count 100 100..100', 'two hundred | exact count 200 200..200'],
    ],
    ['two or three cities', ['two or three | range count null 2..3']],
    ['from 350 to 950 points', ['350 to 950 | range count null 350..950']],
    ['rose from 12 to 47', ['12 | exact count 12 12..12', '47 | exact count 47 47..47']],
    ['$2-3 billion', ['$2-3 billion | range currency null 2000000000..3000000000']],
    ['40-50%', ['40-50% | range percent null 40..50']],
    ['40-odd percent', ['40-odd percent | about percent 40 40..49']],
    [
      'a third of firms, half of them',
      [
        'a third | exact percent 33.333333333333336 33.333333333333336..33.333333333333336',
        'half | exact percent 50 50..50',
      ],
    ],
    [
      'one in five, three quarters',
      ['one in five | exact percent 20 20..20', 'three quarters | exact percent 75 75..75'],
    ],
    [
      'Section 19, sections 19 and 23, No. 3',
      [
        '19 | exact ordinal 19 19..19',
        '19 | exact ordinal 19 19..19',
        '23 | exact ordinal 23 23..23',
        '3 | exact ordinal 3 3..3',
      ],
    ],
    ['1. First\n2) Next', ['1 | exact ordinal 1 1..1', 'First | exact ordinal 1 1..1', '2 | exact ordinal 2 2..2']],
    ['in a second, a second list', ['second | exact ordinal 2 2..2']],
    ['On 29 March 2022, 44 departments', ['29 March 2022 | exact year 2022 2022..2022', '44 | exact count 44 44..44']],
    [
      '28 cities in 2018 and 2019',
      ['28 | exact count 28 28..28', '2018 | exact year 2018 2018..2018', '2019 | exact year 2019 2019..2019'],
    ],
    ['28 between 2018 and 2019', ['28 | exact count 28 28..28', '2018 and 2019 | range year null 2018..2019']],
    [
      'more than 2000 agencies, 2000 yuan',
      ['more than 2000 | over count 2000 2001..null', '2000 yuan | exact currency 2000 2000..2000'],
    ],
    ['four residents in five', ['four residents in five | exact percent 80 80..80']],
    ['two firms in five towns', ['two | exact count 2 2..2', 'five | exact count 5 5..5']],
    ['Forty-seven. That is how many', ['Forty-seven | exact count 47 47..47']],
    ['(2) Plan; part two', ['2 | exact ordinal 2 2..2', 'two | exact ordinal 2 2..2']],
    ['under one roof, about one thing', []],
    ['up to 2020', ['2020 | exact year 2020 2020..2020']],
    ['-400 points', ['-400 | exact count -400 -400..-400']],
    [
      "at 19:04, 9 a.m., 24/7, 5G, A4, COVID-19, ep. 88's, the 1980s",
      ['the 1980s'].map(() => '1980s | range year null 1980..1989'),
    ],
    ['zero, no agencies', []],
    ['no more than 28', ['no more than 28 | under count 28 null..28']],
    ['as many as 47', ['as many as 47 | under count 47 null..47']],
  ];
  it.each(table)('reads %j', (text, want) => {
    expect(read(text)).toEqual(want);
  });

  it.each([
    'One might object.',
    'no one knows',
    'they fear one another',
    'that is the one',
    'one never knows',
    'one of the agencies',
    'a new one.',
    'one day',
    'One wonders why',
    "one's record",
    'every one of them',
    'a one-party state',
    'one that works',
  ])('takes "one" in %j for a pronoun or an idiom', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(['one', 'one agency runs it', 'ONE AGENCY HOLDS THE KEY', 'there is only one.', 'just one body'])(
    'takes "one" in %j for a number',
    (text) => {
      expect(findQuantities(text).map((q) => [q.kind, q.value])).toEqual([['exact', 1]]);
    },
  );

  const piece = fc.constantFrom(
    'forty',
    '-',
    'seven',
    ' ',
    ' ',
    ' and ',
    '47',
    ',',
    '.',
    '1,400',
    ' million',
    ' to ',
    'between ',
    'over ',
    '%',
    '$',
    'March ',
    '2019',
    'a ',
    'dozen',
    'dozens',
    ' of ',
    'one',
    ' out of ',
    '’',
    '\n',
    'Section ',
    '½',
    '文',
    'x',
    'nearly ',
    '-odd',
    ' or more',
  );
  it('gives spans in order that lie in the stretch asked for, and the same ones each time', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), fc.nat(60), (pieces, from, length) => {
        const text = pieces.join('');
        const end = Math.min(text.length, from + length);
        const start = Math.min(from, end);
        const found = findQuantities(text, start, end);
        let last = start;
        for (const q of found) {
          expect(q.start).toBeGreaterThanOrEqual(last);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(end);
          if (q.min !== null && q.max !== null) expect(q.min).toBeLessThanOrEqual(q.max);
          last = q.end;
        }
        expect(findQuantities(text, start, end)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it.each(HOSTILE)('reads %j four times as long with about four times the work', (unit) => {
    const short = readsOn(unit, 20_000, findQuantities);
    const long = readsOn(unit, 80_000, findQuantities);
    expect(long).toBeLessThan(4.5 * short + 100);
    expect(long).toBeLessThan(60 * 80_000);
  });
});
