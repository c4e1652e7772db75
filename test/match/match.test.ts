import { describe, expect, it } from 'vitest';
import { matchFacts, nearFacts } from '../../src/match/match.ts';
import { concept } from '../detect/small.ts';
import { baseOf, candidatesOf, entry, LEXICON, matched, relation } from './small.ts';

const fee = { needs: ['ferry', 'fee'], means: 'clashes' } as const;
const reads = (rest: object) => ({ ...fee, needs: [...fee.needs], ...rest });

describe('requirements', () => {
  it.each([
    ['The ferry takes a fee.', 'contradicts'],
    ['A fare is taken on the ferry.', 'contradicts'],
    ['The ferry is old.', null],
    ['There is a toll on the bridge.', null],
  ])('all must be met in the clause: %s', (text, expected) => {
    expect(relation(text, reads({}))).toBe(expected);
  });

  it('any of several concepts will do', () => {
    const reading = reads({ needs: ['ferry|boat', 'fee'] });
    expect(relation('The vessel takes a fee.', reading)).toBe('contradicts');
    expect(relation('The ferry takes a fee.', reading)).toBe('contradicts');
    expect(relation('The bridge takes a fee.', reading)).toBeNull();
  });

  it.each([
    ['The ferry is old, but passengers are asked for a fee.', ['fee', 'ferry^'], 'contradicts'],
    ['The ferry is old. Passengers pay a fee.', ['fee', 'ferry^'], null],
    ['The ferry is old. Passengers pay a fee.', ['fee', 'ferry*'], 'contradicts'],
    ['The ferry is old, but passengers are asked for a fee.', ['fee', 'ferry'], null],
    ['The town is old. Passengers pay a fee.', ['fee', 'ferry*'], null],
  ])('a suffix widens where they may stand: %s %j', (text, needs, expected) => {
    const base = baseOf([entry('ferry-free', [{ needs, means: 'clashes' }])]);
    const last = candidatesOf(text, base).at(-1)!;
    expect(last.matches[0]?.relation ?? null).toBe(expected);
  });

  it('a passage goes back four sentences', () => {
    const base = baseOf([entry('ferry-free', [{ needs: ['fee', 'ferry*'], means: 'clashes' }])]);
    const sentencesOn = (n: number) =>
      candidatesOf(`The ferry is old. ${'It is in town. '.repeat(n)}Passengers pay a fee.`, base).at(-1)!.matches;
    expect(sentencesOn(3)).toHaveLength(1);
    expect(sentencesOn(4)).toHaveLength(0);
  });

  it.each([
    ['The ferry takes dogs for a fee.', ['dog'], null],
    ['The ferry takes a fee; dogs are free.', ['dog'], 'contradicts'],
    ['The ferry takes a fee; dogs are free.', ['dog^'], null],
    ['Dogs are free. The ferry takes a fee.', ['dog^'], 'contradicts'],
    ['Dogs are free. The ferry takes a fee.', ['dog*'], null],
  ])('what it bars keeps it from firing: %s %j', (text, unless, expected) => {
    const base = baseOf([entry('ferry-free', [reads({ unless })])]);
    const clause = candidatesOf(text, base).find((c) => c.proposition.clause.has('fee'))!;
    expect(clause.matches[0]?.relation ?? null).toBe(expected);
  });
});

describe('negation', () => {
  it.each([
    ['turns', 'The ferry takes a fee.', 'contradicts'],
    ['turns', 'The ferry takes no fee.', 'entails'],
    ['turns', 'The ferry never takes no fee.', 'contradicts'],
    ['turns', 'It is a myth that the ferry takes a fee.', 'entails'],
    ['turns', 'It is a myth that the ferry takes no fee.', 'contradicts'],
    ['turns', 'A fee there is for the ferry, never.', 'entails'],
    ['before', 'The ferry takes no fee.', 'entails'],
    ['before', 'The ferry takes a fee of no great size.', 'contradicts'],
    ['turns', 'The ferry takes a fee of no great size.', 'entails'],
    ['ignored', 'The ferry takes no fee.', 'contradicts'],
    ['ignored', 'It is a myth that the ferry takes a fee.', 'entails'],
    ['barred', 'The ferry takes a fee.', 'contradicts'],
    ['barred', 'The ferry takes no fee.', null],
    ['barred', 'It is a myth that the ferry takes a fee.', null],
    ['needed', 'The ferry takes a fee.', null],
    ['needed', 'The ferry takes no fee.', 'contradicts'],
    ['needed', 'It is a myth that the ferry takes a fee.', 'contradicts'],
    ['needed', 'It is a myth that the ferry takes no fee.', null],
  ])('%s: %s', (negation, text, expected) => {
    expect(relation(text, reads({ negation }))).toBe(expected);
  });

  it.each([
    ['The ferry is not old, it takes a fee.', 'It takes a fee, the ferry.'],
    ['Not only the ferry takes a fee.', 'Only the ferry takes a fee.'],
  ])('of something else is none: %s', (text) => {
    const base = baseOf([entry('ferry-free', [{ needs: ['fee'], means: 'clashes' }])]);
    const clause = candidatesOf(text, base).find((c) => c.proposition.clause.has('fee'))!;
    expect(clause.matches[0]?.relation).toBe('contradicts');
  });

  it.each([
    ['The ferry takes not a toll but a donation.', 'entails'],
    ['The ferry takes not a donation but a toll.', 'contradicts'],
    ['The ferry takes a toll, not a donation, from all.', 'contradicts'],
    ['The ferry takes a donation, not a toll, from all.', 'entails'],
  ])('"not X but Y" and "…, not X, …" deny X alone: %s', (text, expected) => {
    expect(relation(text, reads({}))).toBe(expected);
  });

  it('said twice in one stretch is taken back', () => {
    expect(relation('No ferry takes no fee.', reads({}))).toBe('contradicts');
  });

  it('within the words of a concept is that concept’s own', () => {
    const lexicon = [...LEXICON, concept('free', ['no fee'])];
    expect(relation('The ferry has no fee.', { needs: ['ferry', 'free'], means: 'agrees' }, lexicon)).toBe('entails');
    expect(relation('The ferry never has no fee.', { needs: ['ferry', 'free'], means: 'agrees' }, lexicon)).toBe(
      'contradicts',
    );
  });

  it('that a gap passed over is the clause’s', () => {
    const lexicon = [...LEXICON, concept('charges', ['take ... fee'])];
    const reading = { needs: ['ferry', 'charges'], means: 'clashes' } as const;
    expect(relation('The ferry takes no fee.', { ...reading, needs: [...reading.needs] }, lexicon)).toBe('entails');
    expect(relation('The ferry takes a fee.', { ...reading, needs: [...reading.needs] }, lexicon)).toBe('contradicts');
  });
});

describe('refusal', () => {
  const board = (rest: object) => ({ needs: ['passenger', 'board'], means: 'agrees' as const, ...rest });
  it.each([
    ['Passengers may board.', 'entails'],
    ['Passengers are barred from boarding.', 'contradicts'],
    ['No passengers are barred from boarding.', 'entails'],
    ['It is a myth that passengers are barred from boarding.', 'entails'],
    ['Passengers may not board.', 'contradicts'],
  ])('counts as a negation when the reading says so: %s', (text, expected) => {
    expect(relation(text, board({ refusal: true }))).toBe(expected);
  });

  it('else it does not', () => {
    expect(relation('Passengers are barred from boarding.', board({}))).toBe('entails');
  });
});

describe('modality and place', () => {
  it.each([
    ['The ferry takes a fee.', undefined, 'contradicts'],
    ['The ferry may take a fee.', undefined, 'contradicts'],
    ['The ferry will take a fee.', undefined, null],
    ['The ferry plans to take a fee.', ['plan'], 'contradicts'],
    ['The ferry takes a fee.', ['plan'], null],
    ['The ferry may take a fee.', ['is'], null],
  ])('%s with %j', (text, modality, expected) => {
    expect(relation(text, reads(modality ? { modality } : {}))).toBe(expected);
  });

  it.each([
    ['any', 'The ferry takes a fee in Riverton.', 'contradicts'],
    ['national', 'The ferry takes a fee.', 'contradicts'],
    ['national', 'The ferry takes a fee in Riverton.', null],
    ['national', 'The ferry takes a fee at Hillside.', null],
    ['national', 'The ferry takes a fee in March.', 'contradicts'],
    ['national', 'One town has a ferry with a fee.', null],
    ['national', 'A company takes a fee for the ferry.', null],
    ['national', 'Every ferry of a company takes a fee.', 'contradicts'],
    ['national', 'The ferry takes a fee nationwide, in Riverton too.', 'contradicts'],
  ])('a %s fact and %s', (scope, text, expected) => {
    expect(relation(text, reads({ scope }))).toBe(expected);
  });

  it('what follows on a place is of that place, until the country is named', () => {
    const base = baseOf([entry('ferry-free', [reads({ scope: 'national' })])]);
    const last = (text: string) => candidatesOf(text, base).at(-1)!.matches.length;
    expect(last('Riverton is old. There the ferry takes a fee.')).toBe(0);
    expect(last('Riverton is old. For residents the ferry takes a fee.')).toBe(0);
    expect(last('Lists are nationwide. The ferry takes a fee.')).toBe(1);
    expect(last('Riverton is old. Lists are nationwide. The ferry takes a fee.')).toBe(1);
  });
});

describe('numbers', () => {
  const boats = (op: 'exact' | 'over') => ({
    needs: ['ferry', 'boat'],
    means: 'agrees' as const,
    quantity: { value: 28, op },
  });
  it.each([
    ['exact', 'The ferry has 28 boats.', 'entails'],
    ['exact', 'The ferry has nearly 30 boats.', 'entails'],
    ['exact', 'The ferry has more than two dozen boats.', 'entails'],
    ['exact', 'The ferry has nine boats.', 'contradicts'],
    ['exact', 'The ferry has hundreds of boats.', 'contradicts'],
    ['exact', 'The ferry has boats.', null],
    ['over', 'The ferry has more than 20 boats.', 'entails'],
    ['over', 'The ferry has nine boats.', 'contradicts'],
    ['exact', 'The ferry does not have 28 boats.', 'contradicts'],
    ['exact', 'It is a myth that the ferry has 28 boats.', 'contradicts'],
    ['exact', 'It is a myth that the ferry has nine boats.', 'entails'],
    ['exact', 'The ferry has not nine but 28 boats.', 'entails'],
    ['exact', 'The ferry has not 28 but nine boats.', 'contradicts'],
    ['exact', 'The ferry has had 28 boats since 2019.', 'entails'],
    ['exact', 'The ferry gave 28 percent of its boats away.', null],
  ])('%s: %s', (op, text, expected) => {
    expect(relation(text, boats(op as 'exact' | 'over'))).toBe(expected);
  });

  it('are compared on the facet of quantity', () => {
    const base = baseOf([entry('fleet', [boats('exact')], { facets: { quantity: '28' } })]);
    const [match] = candidatesOf('The ferry has nine boats.', base)[0]!.matches;
    expect(match!.comparisons[0]).toEqual({ facet: 'quantity', claim: 'nine', fact: '28', outcome: 'clashes' });
  });
});

describe('dates', () => {
  const opening = { needs: ['ferry', 'opened'], means: 'agrees' as const, date: { year: 2022, month: 3, day: 29 } };
  it.each([
    ['The ferry opened on 29 March 2022.', 'entails'],
    ['The ferry opened in March 2022.', 'entails'],
    ['The ferry opened in 2022.', 'entails'],
    ['The ferry opened in 2014.', 'contradicts'],
    ['The ferry opened on 14 March 2022.', 'contradicts'],
    ['The ferry opened in April.', 'contradicts'],
    ['The ferry opened.', null],
    ['It is a myth that the ferry opened in 2014.', 'entails'],
    ['The ferry did not open in 2022.', 'contradicts'],
  ])('%s', (text, expected) => {
    expect(relation(text, opening)).toBe(expected);
  });

  it('a span of years takes any within it', () => {
    const span = { ...opening, date: { year: 2018, endYear: 2019 } };
    expect(relation('The ferry opened in 2019.', span)).toBe('entails');
    expect(relation('The ferry opened in 2020.', span)).toBe('contradicts');
  });
});

describe('which readings fire', () => {
  const base = baseOf([
    entry('a', [
      { id: 'broad', needs: ['fee'], means: 'clashes' },
      { id: 'third', needs: ['fee', 'passenger', 'ferry'], means: 'agrees' },
    ]),
    entry('b', [{ id: 'narrow', needs: ['ferry', 'fee'], means: 'clashes' }]),
    entry('c', [{ id: 'around', needs: ['fee', 'ferry*'], means: 'agrees' }]),
  ]);

  it('come most specific first, then in the order of the fact base', () => {
    expect(matched('The ferry takes a fee.', base)).toEqual([
      'b/narrow: contradicts',
      'c/around: entails',
      'a/broad: contradicts',
    ]);
    expect(matched('The ferry takes a fee from passengers.', base)[0]).toBe('a/third: entails');
  });

  it('what is met around the clause does not make a reading more specific', () => {
    const [, second] = candidatesOf('The ferry is old. Passengers pay a fee.', base);
    expect(second!.matches.map((m) => [m.reading, m.specificity])).toEqual([
      ['broad', 1],
      ['around', 1],
    ]);
  });

  it('name the locators of the reading, else those of the fact', () => {
    const own = baseOf([entry('a', [reads({}), reads({ locators: ['own.1.1'] })])]);
    const [first, second] = candidatesOf('The ferry takes a fee.', own)[0]!.matches;
    expect([first!.locators, second!.locators]).toEqual([['a.1.1', 'a.1.2'], ['own.1.1']]);
  });

  it('compare the predicate first, then what agrees, then where the claim is silent', () => {
    const facets = { topic: 'the ferry', effect: 'costs nothing', time: 'always' };
    const own = baseOf([entry('a', [reads({ facet: 'effect', says: 'riders are charged' })], { facets })]);
    const { proposition, matches } = candidatesOf('The ferry takes a fee.', own)[0]!;
    expect(matches[0]!.comparisons).toHaveLength(1);
    const [match] = matchFacts(proposition, own, true);
    expect(match!.comparisons).toEqual([
      { facet: 'effect', claim: 'riders are charged', fact: 'costs nothing', outcome: 'clashes' },
      { facet: 'topic', claim: 'The ferry', fact: 'the ferry', outcome: 'agrees' },
      { facet: 'time', claim: null, fact: 'always', outcome: 'silent' },
    ]);
  });
});

describe('the nearest facts', () => {
  it('share words with the claim though no reading fires, nearest first, each once', () => {
    const base = baseOf([
      entry('far', [{ needs: ['dog', 'board', 'fee'], means: 'agrees' }]),
      entry('near', [
        { needs: ['ferry', 'fee', 'dog'], means: 'agrees' },
        { needs: ['ferry', 'boat'], means: 'agrees' },
      ]),
      entry('other', [{ needs: ['opened'], means: 'agrees' }]),
    ]);
    const [candidate] = candidatesOf('The ferry takes a fee.', base);
    expect(candidate!.matches).toEqual([]);
    expect(nearFacts(candidate!.proposition, base, 5).map((m) => [m.factId, m.relation])).toEqual([
      ['near', 'near'],
      ['far', 'near'],
    ]);
    expect(nearFacts(candidate!.proposition, base, 1)).toHaveLength(1);
  });
});
