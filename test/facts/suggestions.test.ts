/** The clauses and swaps that put contradicted claims right. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/check.ts';
import { FactBaseError } from '../../src/errors.ts';
import { extendBundle, readBundle } from '../../src/facts/bundle.ts';
import { claimsFolder, loadFactBase } from '../../src/facts/load.ts';
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

describe('a folder of facts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const FACT = `- id: ferry
  statement: The ferry is free.
  locators: [fares.1.1]
  asOf: 2001-02-03
  source: ferry-2001
  facets: {topic: ferry}
  clashes: Saying otherwise.
  readings: []
  examples: {entailed: [Yes.], contradicted: [No.], neither: [Perhaps.]}
`;
  const SUGGESTIONS =
    'ferry:\n  clauses: [the ferry is free]\n  examples:\n    - text: It costs.\n      becomes: It is free.\n';

  it('may have suggestions of its own, without which its facts have none', () => {
    const own = readBundle(claimsFolder());
    write('plain/facts/a.yml', FACT);
    write('laid/facts/a.yml', FACT);
    write('laid/suggestions/a.yml', SUGGESTIONS);
    const rewordingsIn = (name: string) =>
      extendBundle(own, [join(folder, name)]).entries.find(({ fact }) => fact.id === 'ferry')!.rewordings;
    expect(rewordingsIn('plain')).toBeUndefined();
    expect(rewordingsIn('laid')).toEqual({ clauses: ['the ferry is free'], swaps: [] });
    write('wrong/facts/a.yml', FACT);
    write('wrong/suggestions/a.yml', SUGGESTIONS.replace('ferry:', 'fery:'));
    expect(() => extendBundle(own, [join(folder, 'wrong')])).toThrow(/suggestions for "fery", which is no fact/);
  });
});
