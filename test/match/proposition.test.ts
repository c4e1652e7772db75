import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../src/match/facets.ts';
import { wordsOf } from '../../src/match/match.ts';
import type { Proposition } from '../../src/match/proposition.ts';
import { baseOf, candidatesOf } from './small.ts';

const base = baseOf([]);
const propositions = (text: string): Proposition[] => candidatesOf(text, base).map((c) => c.proposition);
const first = (text: string): Proposition => propositions(text)[0]!;
const shown = (p: Proposition, range: { start: number; end: number }): string =>
  wordsOf(p, { ...range, concept: '', gaps: [] });

describe('a proposition', () => {
  it('holds the concepts of its clause, of its sentence and of the passage', () => {
    const [one, two, three] = propositions('Dogs are welcome. The ferry is cheap, and passengers are many.');
    expect([...one!.clause.keys()]).toEqual(['dog']);
    expect([...two!.clause.keys()]).toEqual(['ferry']);
    expect([...three!.clause.keys()]).toEqual(['passenger']);
    expect([...three!.sentence]).toEqual(['ferry', 'passenger']);
    expect(three!.passage.map((concepts) => [...concepts])).toEqual([['ferry', 'passenger'], ['dog']]);
  });

  it('leaves the frame and the rejection out of the clause', () => {
    const p = first('Passengers say that the ferry is cheap.');
    expect(p.clause.has('passenger')).toBe(false);
    expect(p.sentence.has('passenger')).toBe(true);
  });

  it.each([
    ['The ferry is cheap.', 'is'],
    ['The ferry may be cheap.', 'may'],
    ['The ferry will be cheap.', 'plan'],
    ['They plan to make the ferry cheap.', 'plan'],
    ['The ferry will be cheap, and may sink.', 'plan'],
  ])('is meant as fact, possibility or plan: %s', (text, modality) => {
    expect(first(text).modality).toBe(modality);
  });

  it('has its numbers and dates, a year in a date being no number', () => {
    const p = first('In March 2022 the ferry had 28 boats and 1,400 passengers.');
    expect(p.dates.map((d) => [d.year, d.month])).toEqual([[2022, 3]]);
    expect(p.quantities.map((q) => q.value)).toEqual([28, 1400]);
  });

  it('does not have those of the next clause', () => {
    const [one, two] = propositions('The ferry has 28 boats; the bridge has 44 arches.');
    expect([one!, two!].map((p) => p.quantities.map((q) => q.value))).toEqual([[28], [44]]);
  });
});

describe('negations', () => {
  const negations = (text: string): string[] => {
    const p = first(text);
    return p.negations.map((n) => `${shown(p, n)}${n.refusal ? ' (refusal)' : ''}`);
  };
  it.each([
    ['The ferry is cheap.', []],
    ['The ferry is not cheap.', ['not']],
    ['The ferry isn’t cheap.', ['n’t']],
    ['The ferry can no longer be had.', ['no longer']],
    ['Passengers are barred from the ferry.', ['barred (refusal)']],
    ['No passengers are barred from the ferry.', ['No', 'barred (refusal)']],
    ['Not only the ferry is cheap.', []],
  ])('%s', (text, expected) => {
    expect(negations(text)).toEqual(expected);
  });

  it('reach to the end of the clause, but of "not X but Y" to the "but"', () => {
    const plain = first('The ferry is not cheap in winter.');
    expect(shown(plain, { start: plain.negations[0]!.end, end: plain.negations[0]!.scopeEnd })).toBe('cheap in winter');
    const parted = first('The ferry is not cheap but dear.');
    expect(shown(parted, { start: parted.negations[0]!.end, end: parted.negations[0]!.scopeEnd })).toBe('cheap');
  });

  it('know which comma-parted stretch they stand in', () => {
    expect(first('The ferry, not cheap, is never full.').negations.map((n) => n.segment)).toEqual([1, 2]);
  });
});

describe('what confines a claim to one place', () => {
  const place = (text: string, at = 0): string | null => {
    const p = propositions(text)[at]!;
    return p.local ? shown(p, p.local) : null;
  };
  it.each([
    ['Riverton has a ferry.', 'Riverton'],
    ['One town has a ferry.', 'One town'],
    ['The ferry in Weinan is cheap.', 'in Weinan'],
    ['The ferry at Nantong is cheap.', 'at Nantong'],
    ['The ferry in China is cheap.', null],
    ['The ferry in March is cheap.', null],
    ['THE FERRY IN WEINAN IS CHEAP.', null],
    ['Riverton is one of many towns across the country with a ferry.', null],
    ['A company has a ferry.', 'A company'],
    ['All boats are of a company.', null],
    ['The ferry is cheap.', null],
  ])('%s', (text, expected) => {
    expect(place(text)).toBe(expected);
  });

  it('may stand before it in the sentence', () => {
    const [, second] = propositions('In Riverton there is a ferry, and passengers are many.');
    expect(second!.local).not.toBeNull();
  });

  it('or in a sentence before, until the country is named', () => {
    expect(propositions('Riverton is old. It has a ferry.')[1]!.local).not.toBeNull();
    expect(propositions('Riverton is old. Residents have a ferry.')[1]!.local).not.toBeNull();
    expect(propositions('Riverton is old. Ferries are nationwide. It has a ferry.')[2]!.local).toBeNull();
    expect(propositions('Ferries are old. It has a ferry.')[1]!.local).toBeNull();
  });
});

describe('facets', () => {
  const facets = (text: string) => {
    const p = first(text);
    return facetsOf(p, base).map((f) => [f.name, f.value, f.span && text.slice(f.span.start, f.span.end)]);
  };
  it('are what the lexicons say of the words, in their order, polarity last', () => {
    expect(facets('In 2019 the ferry took fees from 28 passengers.')).toEqual([
      ['time', '2019', '2019'],
      ['topic', 'the ferry', 'the ferry'],
      ['effect', 'a charge', 'fees'],
      ['quantity', '28', '28'],
      ['patient', 'passengers', 'passengers'],
      ['polarity', 'affirmed', null],
    ]);
  });

  it('say when the text denies the words', () => {
    expect(facets('It is a myth that the ferry is cheap.').at(-1)).toEqual(['polarity', 'denied', null]);
  });
});
