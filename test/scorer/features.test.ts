import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/detect/words.ts';
import { decide } from '../../src/label.ts';
import { LABELS } from '../../src/model.ts';
import { type Features, nominationFeatures, ruleFeature, scorerFeatures } from '../../src/scorer/features.ts';
import { baseOf, candidatesOf, entry } from '../match/small.ts';

const base = baseOf([entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }])]);

/** The features of clause `i` of a text, with the verdict that the readings give. */
function features(text: string, i = 0): Features {
  const candidates = candidatesOf(text, base);
  const { proposition, matches } = candidates[i]!;
  return scorerFeatures(candidates, i, decide(proposition, matches, base));
}

/** How many features of the first text the second one lacks. */
function missing(one: string, other: string, which: keyof Features = 'own'): number {
  const there = new Set(features(other)[which]);
  return new Set(features(one)[which].filter((f) => !there.has(f))).size;
}

/** Clauses that differ in one thing each. */
const PAIRS: [what: string, one: string, other: string][] = [
  ['a word', 'The ferry is old.', 'The ferry is new.'],
  ['the order of words', 'Dogs board boats.', 'Boats board dogs.'],
  ['a negation', 'The ferry takes a fee.', 'The ferry takes no fee.'],
  ['a rejection', 'The ferry takes a fee.', 'It is a myth that the ferry takes a fee.'],
  ['a place', 'The ferry has boats.', 'Riverton has boats.'],
  ['a plan', 'The ferry takes a fee.', 'The ferry will take a fee.'],
  ['a number', 'The ferry has 28 boats.', 'The ferry has 29 boats.'],
  ['a year', 'The ferry opened in 2019.', 'The ferry opened in 2020.'],
  ['who says it', 'Critics say the ferry is old.', 'Officials say the ferry is old.'],
  ['the sentence behind', 'The ferry is old. That is so.', 'The ferry is old. Dogs are free.'],
];

describe('the features of a clause', () => {
  it('are 32-bit whole numbers', () => {
    for (const [, text] of PAIRS) {
      const { own, ruled } = features(text);
      expect([own.length, ruled.length].every((n) => n > 0)).toBe(true);
      for (const feature of [...own, ...ruled]) expect(feature | 0).toBe(feature);
    }
  });

  it.each(PAIRS)('are the same for the same text, and others for another in %s', (_, one, other) => {
    expect(features(one)).toEqual(features(one));
    expect(missing(one, other)).toBeGreaterThan(0);
    expect(missing(other, one)).toBeGreaterThan(0);
  });

  it('tell a word that is denied from the same word affirmed', () => {
    // One word more stands in the clause, and every other word stands denied.
    const denied = missing('No ferry takes a toll there.', 'The ferry takes a toll there.');
    const affirmed = missing('Old ferry takes a toll there.', 'The ferry takes a toll there.');
    expect(denied).toBeGreaterThan(affirmed);
    const local = missing('The ferry in Riverton takes a toll.', 'The ferry in Harbour takes a toll.');
    const elsewhere = missing('The ferry in Harbour takes a toll.', 'The ferry in Riverton takes a toll.');
    expect(local).toBeGreaterThan(elsewhere);
  });

  it('a second denial takes away what the first one put on every word', () => {
    const myth = (word: string) => `It is a myth that the ferry takes ${word} toll.`;
    expect(missing(myth('a'), myth('no'))).toBeGreaterThan(missing(myth('a'), myth('my')));
  });

  it('differ with the clause of the sentence', () => {
    const text = 'The ferry is old; the boat is new.';
    expect(features(text, 0)).not.toEqual(features(text, 1));
  });

  it('know what stands around: behind, before and the rest of the sentence', () => {
    const plain = features('The ferry is old.');
    for (const text of ['The ferry is old. Not so.', 'The ferry is old; dogs are free.']) {
      const { own } = features(text);
      expect(own).not.toEqual(plain.own);
      for (const word of nominationFeatures(candidatesOf('The ferry is old.', base)[0]!)) expect(own).toContain(word);
    }
    expect(features('Dogs are free. The ferry is old.', 1).own).not.toEqual(plain.own);
  });
});

describe('what the readings say', () => {
  it('stands apart from what the words say', () => {
    const candidates = candidatesOf('The ferry takes a fee.', base);
    const verdict = { label: 'contradicted', confidence: 0.85, reason: { code: 'clash' } } as const;
    const one = scorerFeatures(candidates, 0, verdict);
    const other = scorerFeatures(candidates, 0, { ...verdict, label: 'supported' });
    expect(other.own).toEqual(one.own);
    expect(other.ruled).not.toEqual(one.ruled);
    const unmatched = candidates.map((c) => ({ ...c, matches: [] }));
    expect(scorerFeatures(unmatched, 0, verdict).own).toEqual(one.own);
    expect(scorerFeatures(unmatched, 0, verdict).ruled).not.toEqual(one.ruled);
  });

  it('holds the label, and no other one', () => {
    expect(new Set(LABELS.map(ruleFeature)).size).toBe(LABELS.length);
    for (const [text, label] of [
      ['The ferry takes a fee.', 'contradicted'],
      ['The ferry takes no fee.', 'supported'],
      ['The bridge is old.', 'unverified'],
    ] as const) {
      const { own, ruled } = features(text);
      expect(LABELS.filter((l) => ruled.includes(ruleFeature(l)))).toEqual([label]);
      expect(LABELS.filter((l) => own.includes(ruleFeature(l)))).toEqual([]);
    }
  });
});

describe('what nominates facts', () => {
  const nominating = (text: string) => nominationFeatures(candidatesOf(text, base)[0]!);
  it('is words, pairs of them and concepts: neither place nor what stands around', () => {
    expect(nominating('The ferry is old. Dogs are free.')).toEqual(nominating('The ferry is old.'));
    expect(nominating('The ferry is old.')).not.toEqual(nominating('The boat is old.'));
    expect(nominating('Dogs board boats.')).not.toEqual(nominating('Boats board dogs.'));
  });
});

describe('hashes', () => {
  it('are 32-bit, the same each time, and differ for different words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hashOf(text)).toBe(hashOf(text));
        expect(hashOf(text) | 0).toBe(hashOf(text) >> 0);
      }),
    );
    const words = Array.from({ length: 5_000 }, (_, i) => `word${i}`);
    expect(new Set(words.map(hashOf)).size).toBe(words.length);
  });
});

describe('any clause', () => {
  const WORDS =
    'the a ferry fee boat dog passengers riverton board pay is are has not no nobody will may say it is a myth that 28 2019 , ; . and but social credit'.split(
      ' ',
    );
  const anyText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

  it('has the same features each time, all of them 32-bit numbers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const candidates = candidatesOf(text, base);
        candidates.forEach((_, i) => {
          const { own, ruled } = features(text, i);
          expect(features(text, i)).toEqual({ own, ruled });
          expect([...own, ...ruled].every((f) => (f | 0) === f)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has no more of them the longer a giant one grows', () => {
    const count = (text: string) => {
      const { own, ruled } = features(text);
      return own.length + ruled.length;
    };
    for (const filler of ['old ', 'ferry boats ', 'not ', 'dogs pay fees in riverton ', '28 ', 'in 2019 ']) {
      const [giant, twice] = [1600, 3200].map((n) => count(`The ferry has ${filler.repeat(n)}boats`));
      expect(giant!, filler).toBeLessThan(5_000);
      // A few more or fewer tell of the words next to it.
      expect(Math.abs(twice! - giant!), filler).toBeLessThan(10);
    }
  });
});
