import { describe, expect, it } from 'vitest';
import type { FactEntry } from '../src/facts/compile.ts';
import { decide, uncovered } from '../src/label.ts';
import { concept } from './detect/small.ts';
import { baseOf, candidatesOf, entry, LEXICON } from './match/small.ts';

const FREE = entry('ferry-free', [
  { id: 'charged', needs: ['ferry', 'fee'], means: 'clashes', facet: 'effect', says: 'riders are charged' },
  { id: 'for-all', needs: ['ferry', 'passenger', 'board'], means: 'agrees' },
]);

/** What the readings alone make of a text's first clause. */
function verdict(text: string, ...entries: FactEntry[]) {
  const base = baseOf(entries.length > 0 ? entries : [FREE]);
  const { proposition, matches } = candidatesOf(text, base)[0]!;
  return decide(proposition, matches, base);
}

describe('contradicted', () => {
  it('by a clash, with every locator of the fact as evidence and the clash as reason', () => {
    expect(verdict('The ferry takes a fee.')).toEqual({
      label: 'contradicted',
      confidence: expect.any(Number),
      evidence: [1, 2].map((n) => ({
        factId: 'ferry-free',
        locator: `ferry-free.1.${n}`,
        relation: 'contradicts',
        statement: 'statement of ferry-free',
      })),
      reason: {
        code: 'clash',
        factId: 'ferry-free',
        facet: 'effect',
        claimValue: 'riders are charged',
        factValue: 'costs nothing',
        locator: 'ferry-free.1.1',
      },
    });
  });

  it('also where another sentence of the source agrees, no more specifically', () => {
    const other = entry('other', [{ needs: ['ferry', 'passenger'], means: 'agrees' }]);
    expect(verdict('Passengers pay a fee on the ferry.', other, FREE).label).toBe('contradicted');
  });

  it('also where a less specific reading agrees', () => {
    const broad = entry('broad', [{ needs: ['ferry'], means: 'agrees' }]);
    expect(verdict('The ferry takes a fee.', broad, FREE).label).toBe('contradicted');
  });

  it('not where a more specific one does', () => {
    const closer = entry('closer', [{ needs: ['ferry', 'fee', 'passenger'], means: 'agrees' }]);
    const { label, evidence } = verdict('Passengers pay a fee on the ferry.', FREE, closer);
    expect(label).toBe('supported');
    expect(new Set(evidence.map((e) => e.factId))).toEqual(new Set(['closer']));
  });

  it('whatever else the claim holds that no fact speaks of', () => {
    expect(verdict('Dogs and passengers pay a fee on the ferry.').label).toBe('contradicted');
  });
});

describe('supported', () => {
  it('when a fact entails it and covers its content', () => {
    expect(verdict('Passengers board the ferry.')).toMatchObject({ label: 'supported', reason: { code: 'entailed' } });
    expect(verdict('The ferry takes no fee.')).toMatchObject({
      label: 'supported',
      reason: { code: 'entailed', facet: 'effect', factValue: 'costs nothing' },
    });
  });

  it('the evidence names each locator once, facts that say the same included', () => {
    const twin = entry('twin', [{ needs: ['ferry', 'fee'], means: 'clashes' }], {
      locators: ['ferry-free.1.1', 'twin.1.1'],
    });
    expect(verdict('The ferry takes no fee.', FREE, twin).evidence.map((e) => [e.factId, e.locator])).toEqual([
      ['ferry-free', 'ferry-free.1.1'],
      ['ferry-free', 'ferry-free.1.2'],
      ['twin', 'twin.1.1'],
    ]);
  });

  it('the most specific reading stands first', () => {
    const broad = entry('broad', [{ needs: ['ferry'], means: 'agrees', negation: 'ignored' }]);
    const { evidence, reason } = verdict('The ferry takes no fee.', broad, FREE);
    expect([evidence[0]!.factId, reason.factId]).toEqual(['ferry-free', 'ferry-free']);
  });
});

describe('unverified', () => {
  it.each([
    ['silence', 'The bridge is old.', 'silent'],
    ['content no fact speaks of', 'Passengers with dogs board the ferry.', 'partly'],
    ['a number no fact has', 'On the ferry 1,400 passengers board.', 'partly'],
    ['a share no fact has', 'On the ferry 30 percent of passengers board.', 'partly'],
    ['a plan', 'The ferry will take a fee.', 'plan'],
    ['a place', 'The bridge in Riverton is old.', 'local'],
  ])('for %s: %s', (_, text, code) => {
    expect(verdict(text)).toMatchObject({ label: 'unverified', evidence: [], reason: { code } });
  });

  it('the reason quotes the words that stand open', () => {
    expect(verdict('Passengers with Dogs board the ferry.').reason).toMatchObject({
      code: 'partly',
      factId: 'ferry-free',
      claimValue: 'Dogs',
    });
  });

  it('where readings of the same sentences ask for as much and disagree', () => {
    const other = entry('other', [{ needs: ['ferry', 'fee'], means: 'agrees' }], { locators: ['ferry-free.1.1'] });
    expect(verdict('The ferry takes a fee.', other, FREE)).toMatchObject({
      label: 'unverified',
      reason: { code: 'unknown' },
    });
  });

  it('a plan that a fact knows is supported', () => {
    const plan = entry('plan', [{ needs: ['ferry', 'fee'], means: 'agrees', modality: ['plan'] }]);
    expect(verdict('The ferry will take a fee.', plan).label).toBe('supported');
    expect(verdict('The ferry takes a fee.', plan).label).toBe('unverified');
  });
});

describe('confidence', () => {
  it('is a share, higher the more readings agree or the more a reading asks for', () => {
    const closer = entry('closer', [{ needs: ['ferry', 'fee', 'passenger'], means: 'clashes' }]);
    const twin = entry('twin', [{ needs: ['ferry', 'fee'], means: 'clashes' }]);
    const bare = entry('bare', [{ needs: ['fee'], means: 'clashes' }]);
    const text = 'Passengers pay a fee on the ferry.';
    const [one, two, three] = [bare, FREE, closer].map((e) => verdict(text, e).confidence);
    expect(one!).toBeLessThanOrEqual(two!);
    expect(two!).toBeLessThanOrEqual(three!);
    expect(one!).toBeLessThan(three!);
    expect(verdict(text, FREE, twin).confidence).toBeGreaterThan(two!);
    for (const value of [one!, two!, three!, verdict('The bridge is old.').confidence]) {
      expect(value).toBeGreaterThan(0.5);
      expect(value).toBeLessThan(1);
    }
  });
});

describe('what stands open', () => {
  const open = (text: string, reading: Parameters<typeof entry>[1][number]) => {
    const base = baseOf([entry('a', [reading])], [...LEXICON, concept('dog-fee', ['dog ... fee'])]);
    const { proposition, matches } = candidatesOf(text, base)[0]!;
    return uncovered(proposition, matches, base);
  };

  it('nothing that a reading asks for, alone or within a longer phrase', () => {
    expect(open('The ferry takes dogs.', { needs: ['ferry', 'dog'], means: 'agrees' })).toBeNull();
    expect(open('The ferry takes a dog for a fee.', { needs: ['ferry', 'dog-fee'], means: 'agrees' })).toBeNull();
    expect(open('The ferry takes dogs.', { needs: ['ferry'], means: 'agrees' })).toEqual({
      words: 'dogs',
      start: 16,
      end: 20,
    });
  });

  it('nothing where a reading covers the whole clause', () => {
    expect(open('The ferry takes 1,400 dogs.', { needs: ['ferry'], means: 'agrees', whole: true })).toBeNull();
  });

  it('no number that the fact compares, no small one, no year', () => {
    const boats = { needs: ['ferry', 'boat'], means: 'agrees' as const };
    expect(open('The ferry has 28 boats.', { ...boats, quantity: { value: 28, op: 'exact' } })).toBeNull();
    expect(open('The ferry has 28 boats.', boats)).toMatchObject({ words: '28' });
    expect(open('The ferry has two boats.', boats)).toBeNull();
    expect(open('The ferry has had boats since 2014.', boats)).toBeNull();
  });
});
