import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactEntry } from '../src/facts/compile.ts';
import { decide, settle, uncovered } from '../src/label.ts';
import type { Evidence } from '../src/model.ts';
import type { Probabilities } from '../src/scorer/model.ts';
import { concept } from './detect/small.ts';
import { baseOf, candidatesOf, entry, LEXICON, nominatorOf } from './match/small.ts';

const FREE = entry('ferry-free', [
  { id: 'charged', needs: ['ferry', 'fee'], means: 'clashes', facet: 'effect', says: 'riders are charged' },
  { id: 'for-all', needs: ['ferry', 'passenger', 'board'], means: 'agrees' },
]);

/** Every locator of that fact, as evidence. */
const cited = (relation: Evidence['relation']): Evidence[] =>
  ['ferry-free.1.1', 'ferry-free.1.2'].map((locator) => ({
    factId: 'ferry-free',
    locator,
    relation,
    statement: 'statement of ferry-free',
  }));

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
      evidence: cited('contradicts'),
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

describe('settled with the scorer', () => {
  type Nominated = Record<string, number>;
  /** The verdict on a text's first clause, given how likely each label is and which facts are nominated. */
  function settled(text: string, shares: Partial<Probabilities>, nominated: Nominated = {}, entries = [FREE]) {
    const compiled = baseOf(entries);
    const base = { ...compiled, scorer: { ...compiled.scorer, nominator: nominatorOf(nominated) } };
    const candidate = candidatesOf(text, base)[0]!;
    const verdict = decide(candidate.proposition, candidate.matches, base);
    const probabilities = { none: 0, supported: 0, contradicted: 0, unverified: 0, ...shares };
    return settle({ ...candidate, verdict, probabilities }, base);
  }
  const SPEAKS = { 'ferry-free': 1 };
  const OPEN = { code: 'silent', factId: null };

  it.each([
    ['The ferry takes a fee.', 'contradicted'],
    ['The ferry takes no fee.', 'supported'],
    ['Passengers with dogs board the ferry.', 'unverified'],
  ] as const)('the verdict of the readings stands where the scorer agrees, with its confidence: %s', (text, label) => {
    const { confidence, ...rest } = settled(text, { [label]: 0.871, none: 0.129 });
    const { confidence: _, ...ruled } = verdict(text);
    expect(rest).toEqual(ruled);
    expect(confidence).toBe(0.87);
  });

  it.each(['supported', 'contradicted'] as const)('nothing is %s without a fact that speaks on it', (label) => {
    const sure = { [label]: 0.99, unverified: 0.01 };
    // No reading and no nomination; a nomination that speaks of other things; a fact without readings; an unknown one.
    expect(settled('The bridge is old.', sure)).toMatchObject({ label: 'unverified', evidence: [], reason: OPEN });
    expect(settled('The bridge is old.', sure, SPEAKS)).toMatchObject({ label: 'unverified', reason: OPEN });
    expect(settled('The ferry is old.', sure, { mute: 1 }, [FREE, entry('mute', [])]).label).toBe('unverified');
    expect(settled('The ferry is old.', sure, { unknown: 1 }).label).toBe('unverified');
  });

  it('what a reading asks for around the clause is ground where it stands in it and the fact is likelier than all others', () => {
    const around = entry('around', [{ needs: ['dog', 'ferry^', 'boat*'], means: 'clashes' }]);
    const entries = [around, entry('mute', [])];
    const labelled = (text: string, nominated: Nominated) =>
      settled(text, { contradicted: 0.99, unverified: 0.01 }, nominated, entries);
    const text = 'The ferry and its boats are old.';
    expect(labelled(text, { around: 1 })).toMatchObject({ label: 'contradicted', reason: { factId: 'around' } });
    expect(labelled(text, { around: 0.45, mute: 0.55 }).label).toBe('unverified');
    expect(labelled('The bridge is old.', { around: 1 }).label).toBe('unverified');
  });

  it.each([
    ['supported', 'entails', 'entailed'],
    ['contradicted', 'contradicts', 'clash'],
  ] as const)('%s on a nominated fact that speaks on a concept of the clause names it', (label, relation, code) => {
    expect(settled('The ferry is old.', { [label]: 0.9, unverified: 0.1 }, SPEAKS)).toEqual({
      label,
      confidence: 0.9,
      evidence: cited(relation),
      reason: {
        code,
        factId: 'ferry-free',
        facet: 'topic',
        claimValue: 'The ferry',
        factValue: 'the ferry',
        locator: 'ferry-free.1.1',
      },
    });
  });

  it('the reason says that the text denies the words', () => {
    const { reason } = settled('It is a myth that the ferry is old.', { contradicted: 1 }, SPEAKS);
    expect(reason.claimValue).toBe('not: the ferry');
  });

  it('a second fact is cited where it is nearly as likely, and never more than three or eight sentences', () => {
    const entries = ['a', 'b', 'c', 'd'].map((id) => entry(id, [{ needs: ['ferry', 'fee'], means: 'clashes' }]));
    const locatorsFor = (nominated: Record<string, number>, from = entries) =>
      settled('The ferry is old.', { contradicted: 1 }, nominated, from).evidence.map((e) => e.locator);
    expect(locatorsFor({ a: 0.6, b: 0.3 })).toEqual(['a.1.1', 'a.1.2', 'b.1.1', 'b.1.2']);
    expect(locatorsFor({ a: 0.6, b: 0.2 })).toEqual(['a.1.1', 'a.1.2']);
    expect(locatorsFor({ d: 0.3, a: 0.25, b: 0.25, c: 0.2 }).map((l) => l[0])).toEqual(['d', 'd', 'a', 'a', 'b', 'b']);
    const locators = Array.from({ length: 12 }, (_, i) => `long.1.${i}`);
    const long = entry('long', [{ needs: ['ferry'], means: 'agrees' }], { locators });
    expect(locatorsFor({ long: 1 }, [long])).toHaveLength(8);
  });

  it('a reading that says so is the ground, before any nomination', () => {
    const closer = entry('closer', [{ needs: ['ferry', 'fee', 'passenger'], means: 'agrees' }]);
    const text = 'Passengers pay a fee on the ferry.';
    expect(verdict(text, FREE, closer).label).toBe('supported');
    const { label, evidence, reason } = settled(text, { contradicted: 1 }, { closer: 1 }, [FREE, closer]);
    expect([label, reason.code, reason.factId]).toEqual(['contradicted', 'clash', 'ferry-free']);
    expect(evidence).toEqual(cited('contradicts'));
  });

  it.each([
    [{ contradicted: 0.5, none: 0.5 }, 'contradicted'],
    [{ contradicted: 0.49, none: 0.51 }, 'unverified'],
    [{ contradicted: 0.49, supported: 0.01, unverified: 0.01, none: 0.49 }, 'unverified'],
    [{ contradicted: 0.5, supported: 0.5 }, 'contradicted'],
    [{ contradicted: 0.3, supported: 0.4, unverified: 0.3 }, 'supported'],
    [{ contradicted: 0.4, supported: 0.3, unverified: 0.3 }, 'unverified'],
    [{ supported: 0.4, unverified: 0.4, contradicted: 0.2 }, 'unverified'],
  ])('contradicted needs half, "no claim" included, supported only the most: %j', (shares, label) => {
    expect(settled('The ferry is old.', shares, SPEAKS).label).toBe(label);
  });

  it('a contradiction that a reading finds too has a threshold of its own', () => {
    const shares = { contradicted: 0.46, unverified: 0.3, none: 0.24 };
    expect(settled('The ferry takes a fee.', shares).label).toBe('contradicted');
    expect(settled('The ferry is old.', shares, SPEAKS).label).toBe('unverified');
  });

  it('a doubtful contradiction of the readings is left open, with the fact it may be about', () => {
    const doubtful = settled('The ferry takes a fee.', { contradicted: 0.4, unverified: 0.35, none: 0.25 });
    expect(doubtful).toMatchObject({ label: 'unverified', confidence: 0.35, evidence: [] });
    expect(doubtful.reason).toMatchObject({ code: 'unknown', factId: 'ferry-free' });
  });

  it('any shares, nominations and words: a label but unverified rests on a fact that speaks, and cites it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const shares = fc.record({ none: share, supported: share, contradicted: share, unverified: share });
    const nominated = fc.dictionary(fc.constantFrom('ferry-free', 'dogs', 'mute', 'x'), fc.constantFrom(0.1, 0.5, 1));
    const word = fc.constantFrom(...'the ferry fee boat dogs passengers board no not is old bridge town'.split(' '));
    const said = { 'ferry-free': /ferry|fee|passenger|board/, dogs: /dog|boat/ } as Record<string, RegExp>;
    const entries = [FREE, entry('dogs', [{ needs: ['dog', 'boat*'], means: 'agrees' }]), entry('mute', [])];
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), shares, nominated, (words, weighed, facts) => {
        const text = `It is ${words.join(' ')} there.`;
        const { label, evidence } = settled(text, weighed, facts, entries);
        expect(evidence.length > 0).toBe(label !== 'unverified');
        for (const { factId } of evidence) expect(text).toMatch(said[factId] ?? /(?!)/);
      }),
      { numRuns: 300 },
    );
  });
});
