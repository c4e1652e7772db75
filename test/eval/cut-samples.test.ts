import { expect, it } from 'vitest';
import { crossedCuts, cutSamples, fitCuts, oddsBy } from '../../src/eval/cut-samples.ts';
import type { GoldPassage } from '../../src/eval/gold.ts';
import { loadFactBase } from '../../src/facts/load.ts';

const base = await loadFactBase();

/** A passage with these claims, each a part of its text. */
const passage = (id: string, text: string, quotes: string[]): GoldPassage => ({
  id,
  date: null,
  text,
  claims: quotes.map((quote) => ({ quote, label: 'unverified', evidence: [], attributed: false, why: '' })),
});

const TWO = 'Social credit lists debtors and the courts publish their names.';
const ONE = 'Social credit lists shops and stalls that sell bad fish.';
const two = (id: string): GoldPassage =>
  passage(id, TWO, ['Social credit lists debtors', 'the courts publish their names']);
const one = (id: string): GoldPassage => passage(id, ONE, [ONE.slice(0, -1)]);

it('a place is between two claims or within one', () => {
  const samples = cutSamples(base, new Map([['a.jsonl', [two('a'), one('b')]]]));
  expect(samples.map(({ file, parts }) => [file, parts])).toEqual([
    ['a.jsonl', true],
    // Before "and" and before "that".
    ['a.jsonl', false],
    ['a.jsonl', false],
  ]);
});

it('a model tells the places it was fitted on apart, and is the same each time', () => {
  const many = Array.from({ length: 60 }, (_, i) => [two(`t${i}`), one(`o${i}`)]).flat();
  const samples = cutSamples(base, new Map([['a.jsonl', many]]));
  const model = fitCuts(samples);
  for (const { features, parts } of samples) expect(oddsBy(model, features) > 0).toBe(parts);
  expect(fitCuts(samples)).toEqual(model);
});

it('the model for a file has learnt nothing from it', () => {
  const file = (name: string, what: (id: string) => GoldPassage) =>
    [name, Array.from({ length: 40 }, (_, i) => what(`${name}${i}`))] as const;
  // Only the first file has clauses that part.
  const samples = cutSamples(
    base,
    new Map([file('a', two), file('b', one), file('c', one), file('d', one), file('e', one)]),
  );
  const cuts = crossedCuts(samples);
  const parting = samples.find(({ parts }) => parts)!;
  expect(oddsBy(cuts('a'), parting.features)).toBeLessThan(0);
  expect(oddsBy(cuts('b'), parting.features)).toBeGreaterThan(0);
});
