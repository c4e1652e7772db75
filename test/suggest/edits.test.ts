/** Numbers, dates and words put right within a claim, and where a clause may stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimArticle } from '../../src/judge-text.ts';
import { endsFreely } from '../../src/suggest/behind.ts';
import { casedLike, inCapitals } from '../../src/suggest/cased.ts';
import { withDate } from '../../src/suggest/dates.ts';
import { excerptOf } from '../../src/suggest/excerpt.ts';
import { inWords } from '../../src/suggest/number-words.ts';
import { withNumber } from '../../src/suggest/numbers.ts';
import { openingBehind } from '../../src/suggest/opening.ts';
import { surroundingsOf } from '../../src/suggest/surroundings.ts';
import { swapped } from '../../src/suggest/swaps.ts';
import { isWhole } from '../../src/suggest/whole.ts';

describe('withNumber', () => {
  it.each([
    ['Nine ferries sail', 'exact', 'Forty-four ferries sail'],
    ['Only 9 ferries sail', 'exact', '44 ferries sail'],
    ['A mere nine ferries sail', 'exact', 'Forty-four ferries sail'],
    ['Hundreds of ferries sail', 'exact', 'Forty-four ferries sail'],
    ['it is served by fewer than ten ferries', 'over', 'it is served by more than forty-four ferries'],
    ['A single ferry sails', 'exact', null],
    ['The nine ferries sail', 'exact', null],
    ['Nine ferries, no more, sail', 'exact', null],
    ['Not nine but ninety ferries sail', 'exact', null],
    ['Nine ferries and a raft sail', 'exact', null],
    ['Nine ferries carry 300 passengers', 'exact', null],
    ['44 ferries sail', 'exact', null],
  ] as const)('%s', (text, op, right) => {
    expect(withNumber(text, { value: 44, op })).toBe(right);
  });
});

describe('withDate', () => {
  const day = { year: 2022, month: 3, day: 29 };
  it.each([
    ['It came out on 12 May 2022', day, 'It came out on 29 March 2022'],
    ['It came out on May 3rd, 2021', day, 'It came out on March 29th, 2022'],
    ['It came out in April 2022', day, 'It came out in March 2022'],
    ['It is dated 03.05.2021', day, 'It is dated 29.03.2022'],
    ['It came out before 12 May 2022', day, null],
    ['It came out on 29 March 2022', day, null],
    ['It dates from 2016', { year: 2021 }, 'It dates from 2021'],
    ['It dates from 3 June 2016', { year: 2021 }, null],
    ['They were picked in 2014', { year: 2018, endYear: 2019 }, 'They were picked in 2018 and 2019'],
    ['They were picked in 2011 and 2012', { year: 2018, endYear: 2019 }, 'They were picked in 2018 and 2019'],
    ['They have been there since 2014', { year: 2018, endYear: 2019 }, null],
  ])('%s', (text, date, right) => {
    expect(withDate(text, date)).toBe(right);
  });
});

describe('swapped', () => {
  const swaps = (text: string, ...list: string[]): string[] => [...swapped(text, list)];
  it('changes the first place of whole words, in their case', () => {
    expect(swaps('The ferry is never late', 'is never -> is often')).toEqual(['The ferry is often late']);
    expect(swaps('A single boat sails', 'a single -> no single')).toEqual(['No single boat sails']);
    expect(swaps('It isn’t free', "isn't -> is")).toEqual(['It is free']);
    expect(swaps('The ferryman is here', 'ferry -> boat')).toEqual([]);
  });
  it('gives those that apply in their order', () => {
    expect(swaps('no ferry sails', 'some -> all', 'no ferry -> a ferry', 'sails -> stops')).toEqual([
      'a ferry sails',
      'no ferry stops',
    ]);
  });
  it('with ^, changes the head alone', () => {
    expect(swaps('One boat sails', '^one -> no single')).toEqual(['No single boat sails']);
    expect(swaps('By one boat', '^one -> no single')).toEqual([]);
  });
  it.each([
    ['It is not free but cheap', 'is not -> is'],
    ['It is not free for anyone', 'is not -> is'],
    ['It is not free, whatever they think', 'is not -> is'],
    ['One and the same fare applies', 'the same fare -> a different fare'],
    [`It is not free ${'for people '.repeat(9)}`, 'is not -> is'],
  ])('leaves alone what would not bear it: %s', (text, swap) => {
    expect(swaps(text, swap)).toEqual([]);
  });
});

describe('where a clause may stand', () => {
  it.each([
    ['', 'The ferry is free', 'capital'],
    ['', 'the ferry is free', 'small'],
    ['Fares are simple:', 'The ferry is free', 'capital'],
    ['Fares are simple:', 'Lyon has ferries', 'small'],
    ['Trams cost two pounds, and', 'the ferry is free', 'small'],
    ['Trams cost two pounds;', 'the ferry is free', 'small'],
    ['Trams are dear,', 'the ferry is free', 'small'],
    ['In fact,', 'the ferry is free', 'small'],
    ['If you ask nicely,', 'the ferry is free', null],
    ['It is a fact that', 'the ferry is free', 'small'],
    ['They hope that', 'the ferry is free', null],
    ['They call it “', 'the ferry is free', null],
    ['The town', 'has a free ferry', null],
    ['The town,', 'has a free ferry', null],
  ])('%s | %s', (before, claim, opening) => {
    expect(openingBehind(before, claim)).toBe(opening);
  });

  it.each([
    ['.', true],
    ['. It rained', true],
    [', and the trams are cheap.', true],
    ['?', false],
    [': ask anyone.', false],
    [' and has been for years.', false],
    [', which pleases tourists.', false],
    [', so nobody walks.', false],
    ['. Nor is the tram.', false],
  ])('The ferry is free | %s', (behind, free) => {
    const claim = 'The ferry is free';
    const excerpt = { text: claim + behind, start: 0, end: claim.length };
    expect(endsFreely(claim, surroundingsOf(excerpt))).toBe(free);
  });

  it.each([
    ['the ferry is free', true],
    ['the “ferry” is free', true],
    ['the “very old ferry” is free', false],
    ['ferry” is free', false],
    ['the ferry (is free', false],
    ['2. The ferry is free', false],
    ['is the ferry free?', false],
  ])('whole: %s', (claim, whole) => {
    expect(isWhole(claim)).toBe(whole);
  });
});

describe('excerptOf', () => {
  it('holds the claim, within its block, and no more than it needs', () => {
    const word = fc.constantFrom('ferry. ', 'free ', 'boat! ', 'ab', '\n\n', '1.5 ', '😀');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), fc.nat(), fc.nat({ max: 60 }), (words, at, length) => {
        const text = words.join('');
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + length);
        const excerpt = excerptOf(claimArticle(text), { start, end });
        expect(excerpt.text.slice(excerpt.start, excerpt.end)).toBe(text.slice(start, end));
        expect(excerpt.text.length).toBeLessThanOrEqual(end - start + 600);
      }),
    );
  });

  it('does not leave the block', () => {
    const text = 'A heading\nThe ferry is free. It rains.\nAnother';
    const blocks = [
      { start: 0, end: 9, kind: 'heading' as const },
      { start: 10, end: 36, kind: 'paragraph' as const },
      { start: 37, end: 44, kind: 'paragraph' as const },
    ];
    const excerpt = excerptOf({ ...claimArticle(text), blocks }, { start: 10, end: 27 });
    expect(excerpt).toEqual({ text: 'The ferry is free. It rains.'.slice(0, 26), start: 0, end: 17 });
  });
});

describe('words and case', () => {
  it('whole numbers up to 99 are words', () => {
    expect([0, 7, 13, 20, 28, 44, 99].map(inWords)).toEqual([
      'nought',
      'seven',
      'thirteen',
      'twenty',
      'twenty-eight',
      'forty-four',
      'ninety-nine',
    ]);
    expect([100, 2.5, -1].map(inWords)).toEqual(['100', '2.5', '-1']);
  });
  it('a capital is kept, and a shout is heard', () => {
    expect([casedLike('no boat', 'A boat'), casedLike('no boat', 'a boat'), casedLike('28', 'Nine')]).toEqual([
      'No boat',
      'no boat',
      '28',
    ]);
    expect(['FREE FERRY', 'NDRC', 'Free ferry', '44 12'].map(inCapitals)).toEqual([true, false, false, false]);
  });
});
