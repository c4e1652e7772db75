import { describe, expect, it } from 'vitest';
import { parseFactFile } from '../../src/facts/parse.ts';
import { problemLine } from '../../src/facts/problem.ts';
import type { FactSource } from '../../src/facts/schema.ts';
import type { SeedRecord } from '../../src/facts/seed.ts';
import { type Judge, validateFacts } from '../../src/facts/validate.ts';

const HASH = 'a'.repeat(64);
const SEED: SeedRecord = {
  id: 'oz-2001',
  title: null,
  author: null,
  date: '2001-02-03',
  language: 'en',
  revision: null,
  publisher: null,
  url: null,
  sha256: HASH,
  outline: [{ id: 'roads', heading: null, sentences: [2] }],
  locators: { 'roads.1.1': HASH, 'roads.1.2': HASH },
};
const entry = (id: string, locators = 'roads.1.2') => `- id: ${id}
  statement: Bridges in Oz are toll-free.
  locators: [${locators}]
  asOf: 2001-02-03
  source: oz-2001
  facets: {}
  clashes: Saying that one pays.
  readings: []
  examples:
    entailed: [Crossing is free.]
    contradicted: [Crossing costs a penny.]
    neither: [Crossing is slow.]
`;
function read(text: string): FactSource[] {
  const { facts, problems } = parseFactFile(text, 'roads.yml');
  expect(problems).toEqual([]);
  return facts;
}
const check = (text: string, judge?: Judge) =>
  validateFacts(read(text), [SEED], judge ? { judge } : {}).map(problemLine);

const verdicts: Record<string, ReturnType<Judge>> = {
  'Crossing is free.': { label: 'supported', evidence: [{ factId: 'tolls', locator: 'roads.1.2' }] },
  'Crossing costs a penny.': { label: 'contradicted', evidence: [{ factId: 'tolls', locator: 'roads.1.2' }] },
  'Crossing is slow.': { label: 'unverified', evidence: [] },
};

describe('validateFacts', () => {
  it('finds nothing wrong with a sound base', () => {
    expect(check(entry('tolls'), (text) => verdicts[text]!)).toEqual([]);
  });

  it('names a dead locator, with the nearest one that lives', () => {
    expect(check(entry('tolls', 'roads.1.2, road.1.1'))).toEqual([
      'roads.yml:3: fact tolls: dead locator road.1.1: oz-2001 has no such sentence (did you mean "roads.1.1"?)',
    ]);
  });

  it('names a locator given twice', () => {
    expect(check(entry('tolls', 'roads.1.2, roads.1.2'))[0]).toContain('roads.yml:3: fact tolls: locator roads.1.2');
  });

  it('names the second use of an id and the place of the first', () => {
    expect(check(entry('tolls') + entry('ferries') + entry('tolls'))).toEqual([
      'roads.yml:25: fact tolls: this id is in use already (first used at roads.yml:1)',
    ]);
  });

  it('names an unknown source and a date that is not the source’s', () => {
    expect(check(entry('tolls').replace('source: oz-2001', 'source: oz-2011'))[0]).toBe(
      'roads.yml:5: fact tolls: unknown source "oz-2011" (did you mean "oz-2001"?)',
    );
    expect(check(entry('tolls').replace('asOf: 2001-02-03', 'asOf: 2001-02-04'))[0]).toBe(
      'roads.yml:4: fact tolls: asOf is 2001-02-04, but oz-2001 is of 2001-02-03 (write 2001-02-03)',
    );
  });

  it('names missing and repeated examples', () => {
    expect(check(entry('tolls').replace('[Crossing is slow.]', '[]'))[0]).toContain(
      'roads.yml:12: fact tolls: 0 of at least 1 examples under neither',
    );
    expect(check(entry('tolls').replace('Crossing costs a penny.', 'Crossing is free.'))[0]).toContain(
      'roads.yml:11: fact tolls: "Crossing is free." stands under entailed already',
    );
  });

  it('reports an example that does not hold, what it got and why', () => {
    const judge: Judge = () => ({ label: 'contradicted', evidence: [{ factId: 'tolls', locator: 'roads.1.2' }] });
    expect(check(entry('tolls'), judge)).toEqual([
      'roads.yml:10: fact tolls: entailed example "Crossing is free." is judged contradicted by tolls (scscheck explain shows why)',
      'roads.yml:12: fact tolls: neither example "Crossing is slow." is judged contradicted by tolls (scscheck explain shows why)',
    ]);
  });

  it('wants the label from the fact or from one that rests on the same sentence', () => {
    const by =
      (factId: string, locator: string): Judge =>
      (text) => ({ ...verdicts[text]!, evidence: [{ factId, locator }] });
    expect(check(entry('tolls'), by('ferries', 'roads.1.2'))).toEqual([]);
    expect(check(entry('tolls'), by('ferries', 'roads.1.1'))).toHaveLength(2);
  });

  it('lets another fact decide an example of what this fact leaves alone', () => {
    const judge: Judge = (text) =>
      text === 'Crossing is slow.'
        ? { label: 'supported', evidence: [{ factId: 'speed', locator: 'roads.1.1' }] }
        : verdicts[text]!;
    expect(check(entry('tolls'), judge)).toEqual([]);
  });
});
