import { describe, expect, it } from 'vitest';
import { checkArticle } from '../src/check.ts';
import { articleFromText } from '../src/library.ts';
import { joinRestated } from '../src/restated.ts';
import { baseOf, entry } from './match/small.ts';

const base = baseOf([
  entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }]),
  entry('ferry-fleet', [{ needs: ['ferry', 'boat'], means: 'clashes' }]),
]);
/** The claims of a text as found, and as joined. */
function claims(text: string): { start: number; end: number; text: string; id: string; label: string }[] {
  return checkArticle(articleFromText(text, { id: 'a' }), base, { assumeTopic: true }).claims;
}
const texts = (text: string): string[] => claims(text).map((c) => c.text);

describe('neighbouring clauses that say the same', () => {
  it.each([
    ['The ferry takes a fee, a ferry has its toll.', ['The ferry takes a fee, a ferry has its toll']],
    ['The ferry takes a fee – the ferry has a toll.', ['The ferry takes a fee – the ferry has a toll']],
    ['The ferry takes a fee: the ferry has a toll.', ['The ferry takes a fee: the ferry has a toll']],
  ])('are one claim: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ['another sentence', 'The ferry takes a fee. The ferry has a toll.'],
    ['a word between them', 'The ferry takes a fee, and the ferry has a toll.'],
    ['another label', 'The ferry takes a fee – the ferry has no toll.'],
    ['another fact', 'The ferry takes a fee – the ferry has a boat.'],
    ['nothing decided', 'The boats are old – the boats are wide.'],
  ])('but not with %s between them', (_, text) => {
    expect(texts(text)).toHaveLength(2);
  });

  it('the joined claim has a span, a text and an id of its own', () => {
    const text = 'The ferry takes a fee – the ferry has a toll.';
    const [claim] = claims(text);
    expect(claim).toMatchObject({
      start: 0,
      end: text.length - 1,
      id: `a#0-${text.length - 1}`,
      label: 'contradicted',
    });
    expect(claim!.text).toBe(text.slice(claim!.start, claim!.end));
  });

  it('three in a row are one', () => {
    expect(texts('The ferry takes a fee – the ferry has a toll – the ferry has a fare.')).toHaveLength(1);
  });

  it('what was given stays as it was', () => {
    const text = 'The ferry takes a fee. The ferry has a toll.';
    const found = checkArticle(articleFromText(text), base, { assumeTopic: true }).claims;
    const before = JSON.stringify(found);
    expect(joinRestated(text, found, (s, e) => `${s}-${e}`)).toEqual(found);
    expect(JSON.stringify(found)).toBe(before);
    expect(joinRestated('', [], String)).toEqual([]);
  });
});
