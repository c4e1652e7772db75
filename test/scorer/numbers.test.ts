import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/detect/dates.ts';
import { findQuantities } from '../../src/detect/quantities.ts';
import { partsOfDate, sizeOf } from '../../src/scorer/numbers.ts';

const sizeIn = (text: string): number => sizeOf(findQuantities(text)[0]!);
const dateIn = (text: string): number[] => partsOfDate(findDates(text)[0]!);

describe('the size of a number', () => {
  it.each([
    ['28 boats', 'twenty-eight boats'],
    ['28 boats', '28 dogs'],
    ['some 300 boats', 'about 350 boats'],
    ['14 boats', 'fifteen boats'],
  ])('is one for “%s” and “%s”', (one, other) => {
    expect(sizeIn(one)).toBe(sizeIn(other));
  });

  it.each([
    ['28 boats', '27 boats'],
    ['44 boats', '47 boats'],
    ['47 boats', 'over 47 boats'],
    ['12 boats', '12 percent'],
    ['at least 40 boats', 'at most 40 boats'],
  ])('is another for “%s” and for “%s”', (one, other) => {
    expect(sizeIn(one)).not.toBe(sizeIn(other));
  });
});

describe('the parts of a date', () => {
  it('are its years and its day, however they are written', () => {
    expect(dateIn('on 29 March 2022')).toEqual(dateIn('on March 29th, 2022'));
    expect(dateIn('in 2022')).toEqual([dateIn('on 29 March 2022')[0]]);
    expect(dateIn('on 29 March')).toEqual([dateIn('on 29 March 2022')[1]]);
  });

  it('differ with the day and with the year', () => {
    expect(dateIn('on 28 March 2022')[1]).not.toBe(dateIn('on 29 March 2022')[1]);
    expect(dateIn('in 2021')).not.toEqual(dateIn('in 2022'));
  });
});
