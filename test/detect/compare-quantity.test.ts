import { describe, expect, it } from 'vitest';
import { compatible, type FactNumber } from '../../src/detect/compare-quantity.ts';
import { findQuantities } from '../../src/detect/quantities.ts';

/** Outcomes of phrases against one fact: what agrees, clashes, and stays open. */
const CASES: { fact: FactNumber; agrees: string[]; clashes: string[]; silent: string[] }[] = [
  {
    fact: { value: 47, op: 'over' },
    agrees: [
      '47',
      'over 47',
      'more than 40',
      'dozens',
      'nearly 50',
      'some 50',
      'forty-plus',
      'close to fifty',
      'almost fifty',
      'upwards of forty-five',
      '47 and counting',
      'some four dozen',
      'at least 47',
      'forty-odd',
      '40 to 50',
      'more than a dozen',
      'forty-seven-odd',
      '47 or more',
      'up to 50',
    ],
    clashes: [
      'a dozen',
      'fewer than 40',
      'hundreds',
      'one',
      '44',
      '36',
      '100',
      'a single',
      'a handful',
      'several',
      'about 30',
      '6',
      'more than 100',
      'fewer than 47',
      'between 20 and 30',
      'twelve',
    ],
    silent: ['50', 'more than 50', '48', 'fewer than 100', '47 percent', 'Section 47', '47 yuan'],
  },
  {
    fact: { value: 28, op: 'exact' },
    agrees: [
      '28',
      'nearly 30',
      'about 30',
      'more than two dozen',
      'over 25',
      'a couple of dozen plus',
      'dozens',
      'at least 28',
      'twenty-eight',
      'fewer than 30',
      'between 20 and 30',
      'two dozen or more',
      'some 28',
      'about two dozen',
    ],
    clashes: [
      '12',
      '43',
      'thirty',
      '5',
      'hundreds',
      'more than 28',
      'a dozen',
      'about 20',
      'nearly 28 million',
      'scores of',
      'only one',
      'a hundred',
      'over 30',
    ],
    silent: ['28%', '28th', 'No. 28'],
  },
  {
    fact: { value: 44, op: 'exact' },
    agrees: [
      '44',
      'more than 40',
      'dozens',
      'over forty',
      'forty-odd',
      'forty-some',
      'nearly 45',
      'forty-four',
      'about 45',
      'some forty',
      'no fewer than 44',
      'up to 44',
    ],
    clashes: ['14', '47', 'over 47', '100-plus', 'more than 50', 'barely ten', '12', 'forty', 'fewer than 40'],
    silent: ['$44', '44 out of 60'],
  },
];

describe('compatible', () => {
  for (const { fact, ...outcomes } of CASES) {
    for (const outcome of ['agrees', 'clashes', 'silent'] as const) {
      it.each(outcomes[outcome])(`%j ${outcome} with ${fact.op} ${fact.value}`, (phrase) => {
        const found = findQuantities(`${phrase} `);
        expect(found).toHaveLength(1);
        expect(compatible(found[0]!, fact)).toBe(outcome);
      });
    }
  }
});
