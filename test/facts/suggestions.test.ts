/** The clauses and swaps that put contradicted claims right. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/check.ts';
import { FactBaseError } from '../../src/errors.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { parseSuggestions } from '../../src/facts/suggestions.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { suggestionFor } from '../../src/suggest/suggest.ts';
import { claimFiles, facts } from './files.ts';

const base = await loadFactBase();
const files = claimFiles('suggestions').map(({ file, text }) => ({ file, entries: parseSuggestions(text, file) }));
const entries = files.flatMap(({ entries: all }) => [...all]);
const check = (text: string) => checkArticle(claimArticle(text), base, { assumeTopic: true }).claims;
const capital = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

describe('claims/suggestions', () => {
  it('has every fact once, beside the facts of its topic, and nothing else', () => {
    expect(entries.map(([id]) => id).sort()).toEqual(facts.map((fact) => fact.id).sort());
    const topics = new Map(facts.map((fact) => [fact.id, `claims/suggestions/${fact.topic}.yml`]));
    const elsewhere = files.flatMap(({ file, entries: all }) =>
      [...all.keys()].filter((id) => topics.get(id) !== file),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has no clause and, within a fact, no swap twice', () => {
    const clauses = entries.flatMap(([, entry]) => entry.clauses);
    expect(new Set(clauses).size).toBe(clauses.length);
    for (const [id, { swaps }] of entries) expect(new Set(swaps).size, id).toBe(swaps.length);
  });

  it('begins clauses with a small letter, but for names', () => {
    const NAMES = /^(?:China|Section|Sections|Shanghai|Ningbo|Western|Blacklisted)\b/;
    const upper = entries.flatMap(([, { clauses }]) => clauses.filter((c) => /^\p{Lu}/u.test(c) && !NAMES.test(c)));
    expect(upper).toEqual([]);
  });

  it.each([
    ['alone', (clause: string) => `${capital(clause)}.`],
    ['behind "and"', (clause: string) => `The shop is shut today, and ${clause}.`],
    ['behind a colon', (clause: string) => `A word on China's social credit: ${clause}.`],
    ['in a paragraph', (c: string) => `Much is written about China's social credit. ${capital(c)}. It rained.`],
  ])('every clause, %s, is supported by its fact', (_, put) => {
    const wrong = entries.flatMap(([id, { clauses }]) =>
      clauses.filter((clause) => {
        const text = put(clause);
        const start = text.toLowerCase().indexOf(clause.toLowerCase());
        const there = check(text).filter((c) => c.start < start + clause.length && c.end > start);
        const locators = base.byId.get(id)!.locators;
        const own = there.some((c) => c.evidence.some((e) => e.factId === id || locators.includes(e.locator)));
        return !own || there.some((c) => c.label !== 'supported' || c.rejected);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(entries.flatMap(([id, { examples }]) => examples.map((example) => ({ id, ...example }))))(
    '$id: “$text”',
    ({ id, text, becomes }) => {
      const article = claimArticle(text);
      const suggested = check(text).flatMap((claim) => {
        const words = suggestionFor(article, claim, base);
        const decides = claim.evidence.some((e) => e.factId === id);
        return words !== null && decides ? [text.slice(0, claim.start) + words + text.slice(claim.end)] : [];
      });
      expect(suggested).toContain(becomes);
    },
  );
});

describe('parseSuggestions', () => {
  const file = (more = ''): string =>
    `ferry:\n  clauses: [the ferry is free]\n${more}  examples:\n    - text: The ferry costs two pounds.\n      becomes: The ferry is free.\n`;
  const faultOf = (text: string): FactBaseError => {
    try {
      parseSuggestions(text, 's.yml');
    } catch (error) {
      expect(error).toBeInstanceOf(FactBaseError);
      return error as FactBaseError;
    }
    throw new Error('no fault');
  };

  it('gives what the file has, by fact', () => {
    const parsed = parseSuggestions(file('  swaps: [costs two pounds -> is free]\n'), 's.yml');
    expect([...parsed.keys()]).toEqual(['ferry']);
    expect(parsed.get('ferry')).toMatchObject({
      clauses: ['the ferry is free'],
      swaps: ['costs two pounds -> is free'],
    });
    expect(parseSuggestions(file(), 's.yml').get('ferry')!.swaps).toEqual([]);
    expect(parseSuggestions('# nothing yet\n', 's.yml').size).toBe(0);
  });

  it.each([
    ['no YAML', 'ferry: [', /./],
    ['an unknown key', file('  clause: [no]\n'), /clause/],
    ['a swap without an arrow', file('  swaps: [costs]\n'), /wrong words -> right words/],
    ['a swap that only leaves out', file('  swaps: ["never -> "]\n'), /wrong words -> right words/],
    ['a full stop', file().replace('is free]', 'is free.]'), /without a full stop/],
    ['two spaces', file().replace('ferry is', 'ferry  is'), /single spaces/],
    ['a paragraph', file().replace('the ferry', 'the ferry '.repeat(30).trim()), /at most 160/],
    ['no clause', file().replace('[the ferry is free]', '[]'), /clauses/],
    ['no example', 'ferry:\n  clauses: [the ferry is free]\n  examples: []\n', /examples/],
  ])('names the file of %s', (_, text, message) => {
    const fault = faultOf(text);
    expect(fault.place).toEqual({ file: 's.yml' });
    expect(fault.message).toMatch(message);
  });
});
