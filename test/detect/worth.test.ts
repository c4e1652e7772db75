import { describe, expect, it } from 'vitest';
import { eachFeature, worthy } from '../../src/detect/worth.ts';
import { baseOf, candidatesOf, entry, LEXICON } from '../match/small.ts';
import { concept } from './small.ts';

const base = baseOf(
  [entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }])],
  [...LEXICON, concept('china', ['china'])],
);

/** The names of the features of a clause: `kind`, or `kind:value` where there is a value. */
function features(text: string, i = 0): string[] {
  const names: string[] = [];
  eachFeature(candidatesOf(text, base), i, (kind, value) => names.push(value === '' ? kind : `${kind}:${value}`));
  return names;
}

describe('features', () => {
  it.each([
    [
      'The ferry takes a fee.',
      ['match', 'match:contradicts', 'specific:2', 'domain:2', 'concept:ferry', 'concept:fee'],
    ],
    ['The ferry takes no fee.', ['match:entails', 'concept:neg', 'domain:2']],
    ['Social credit is new.', ['topic-alone', 'domain:0', 'no-match-near']],
    ['It is old.', ['pronoun', 'pronoun:it', 'verbs:1', 'words:some', 'present']],
    ['I think it is old.', ['first-person']],
    ['The ferry is mine.', ['personal']],
    ['If you ask, it is old.', ['second-person', 'bound', 'bound:if']],
    ['In town it is old.', ['preposition-first']],
    ['Is old, it is.', ['verb-first']],
    ['Sell the old ferry now.', ['imperative', 'verbs:0']],
    ['It was built of.', ['cut-short']],
    ['The ferry was built there.', ['past']],
    ['Critics say that the ferry is old.', ['attributed']],
    ['It is a myth that the ferry is old.', ['rejected']],
    ['It had 28 boats in 2019.', ['quantity', 'date']],
    ['Riverton has a ferry.', ['local', 'concept:local']],
    ['The ferry is old.', ['head:the', 'head:ferri', 'head:is']],
  ])('%s', (text, expected) => {
    expect(features(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [
      'The ferry is old.',
      ['match', 'attributed', 'rejected', 'quantity', 'date', 'local', 'personal', 'heading', 'past'],
    ],
    ['Critics say the ferry takes a toll.', ['head:critic', 'concept:report']],
  ])('not those of other words: %s', (text, absent) => {
    const found = features(text);
    expect(found.filter((f) => absent.includes(f))).toEqual([]);
  });

  it.each([
    ['Old boats.', 'few'],
    ['It is old.', 'some'],
    ['It is an old boat of the town.', 'middling'],
    [`It is ${'very '.repeat(10)}old.`, 'many'],
    [`It is ${'very '.repeat(40)}old.`, 'lots'],
  ])('the number of words: %s', (text, size) => {
    expect(features(text)).toContain(`words:${size}`);
  });

  it('know their neighbours', () => {
    const matchOf = (text: string, i: number) => features(text, i).includes('no-match-near');
    expect(matchOf(`${'It is old. '.repeat(6)}The ferry takes a fee.`, 0)).toBe(false);
    expect(matchOf(`${'It is old. '.repeat(7)}The ferry takes a fee.`, 0)).toBe(true);
    expect(features('The ferry is old; the boat is new.', 1)).toContain('same-sentence');
    expect(features('The ferry is old. The boat is new.', 1)).not.toContain('same-sentence');
    expect(features('Social credit is old. It is new.', 1)).toContain('topic-before');
  });

  it('are the same each time, none twice', () => {
    const text = 'Critics say that the ferry, the ferry, takes no fee of 28 in 2019.';
    expect(features(text)).toEqual(features(text));
    expect(new Set(features(text)).size).toBe(features(text).length);
  });

  it('of a very long clause are those of its first words', () => {
    const personal = (words: number) => features(`It is ${'old '.repeat(words)}my`).includes('personal');
    expect(personal(300)).toBe(true);
    expect(personal(450)).toBe(false);
  });
});

describe('two thresholds', () => {
  /** Surely a claim where a fact speaks on it, perhaps one where it names the ferry. */
  const kept = (text: string): string[] => {
    const candidates = candidatesOf(text, base);
    const odds = candidates.map((c) => (c.matches.length > 0 ? 2 : 0) + (c.proposition.clause.has('ferry') ? 0 : -1));
    return worthy(candidates, odds, 0, 2).map(({ proposition: { draft } }) =>
      text.slice(draft.span.start, draft.span.end),
    );
  };
  const ANCHOR = 'The ferry takes a fee. ';
  const LIKELY = 'The ferry is old. ';
  const filler = (n: number): string => 'The town is old. '.repeat(n);

  it('a clause that surely is a claim stands by itself, one that may be one does not', () => {
    expect(kept(ANCHOR)).toEqual(['The ferry takes a fee']);
    expect(kept(LIKELY)).toEqual([]);
    expect(kept(filler(2))).toEqual([]);
  });

  it('it draws in those within five sentences, before and after', () => {
    expect(kept(LIKELY + filler(4) + ANCHOR + filler(4) + LIKELY)).toEqual([
      'The ferry is old',
      'The ferry takes a fee',
      'The ferry is old',
    ]);
    expect(kept(LIKELY + filler(5) + ANCHOR + filler(5) + LIKELY)).toEqual(['The ferry takes a fee']);
  });

  it('what it draws in draws in nothing more', () => {
    expect(kept(ANCHOR + filler(4) + LIKELY + filler(4) + LIKELY)).toEqual([
      'The ferry takes a fee',
      'The ferry is old',
    ]);
  });

  it('never what lies below the lower one', () => {
    expect(kept(`${ANCHOR}The town is old. ${LIKELY}`)).toEqual(['The ferry takes a fee', 'The ferry is old']);
  });
});
