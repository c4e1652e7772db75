import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateFacts } from '../../src/facts/validate.ts';
import { claimFiles, facts, parsed, seed } from './files.ts';

describe('the bundled fact base', () => {
  it('parses without a problem', () => {
    expect(seed.problems).toEqual([]);
    expect(parsed.flatMap((one) => one.problems)).toEqual([]);
    expect(facts.length).toBeGreaterThanOrEqual(60);
  });

  it('has live locators, unique ids and six, six and four examples a fact', () => {
    const minimum = { entailed: 6, contradicted: 6, neither: 4 };
    expect(validateFacts(facts, [seed.record!], { minimum })).toEqual([]);
  });

  it('covers every sentence of the source', () => {
    const used = new Set(facts.flatMap((fact) => fact.locators));
    expect(Object.keys(seed.record!.locators).filter((locator) => !used.has(locator))).toEqual([]);
  });

  it('gives no sentence as an example of opposite labels', () => {
    const entailed = new Set(facts.flatMap((fact) => fact.examples.entailed));
    expect(facts.flatMap((fact) => fact.examples.contradicted).filter((text) => entailed.has(text))).toEqual([]);
  });

  it('has phrasings for every fact and for nothing else, none on both sides', () => {
    const ids: string[] = [];
    for (const { file, text } of claimFiles('phrasings')) {
      const lists = parse(text) as Record<string, { agree: string[]; clash: string[] }>;
      for (const [id, { agree, clash, ...rest }] of Object.entries(lists)) {
        ids.push(id);
        expect(rest, `${file}: ${id}`).toEqual({});
        expect(agree.length, `${file}: ${id}`).toBeGreaterThanOrEqual(20);
        expect(clash.length, `${file}: ${id}`).toBeGreaterThanOrEqual(20);
        const both = agree.filter((phrase) => clash.includes(phrase));
        expect(both, `${file}: ${id}`).toEqual([]);
      }
    }
    expect(ids.sort()).toEqual(facts.map((fact) => fact.id).sort());
  });
});
