import { describe, expect, it } from 'vitest';
import { CONTEXT_SENTENCES, findDrafts } from '../../src/detect/claims.ts';
import { compileConcepts } from '../../src/detect/concepts.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { concept, STRUCTURE } from './small.ts';

const index = compileConcepts([...STRUCTURE, concept('social-credit', ['social credit'])]);
const draftsOf = (text: string) => findDrafts(claimArticle(text), index, true).drafts;

/** Each draft as its span, with `not:` where the text rejects it and `(source)` where somebody says it. */
const drafts = (text: string): string[] =>
  draftsOf(text).map(({ span, rejected, attribution }) => {
    const by = attribution ? ` (${attribution.source})` : '';
    return `${rejected ? 'not: ' : ''}${text.slice(span.start, span.end)}${by}`;
  });
/** The words whose content is checked, for a draft whose span is not the content itself. */
const content = (text: string): string[] =>
  draftsOf(text).map(({ view, from, to }) => text.slice(view.tokens[from]!.start, view.tokens[to - 1]!.end));

describe('spans', () => {
  it('leave the frame, the rejection and link words out', () => {
    const text = 'But critics say that everyone in town is scored, and so every list in it is public.';
    expect(drafts(text)).toEqual(['everyone in town is scored (critics)', 'every list in it is public (critics)']);
  });

  it.each([
    ['1) Everyone in town is scored.', ['Everyone in town is scored']],
    ['Everyone in town is scored (so far).', ['Everyone in town is scored (so far']],
    ['Scored.', []],
    ['', []],
    ['…', []],
  ])('%s', (text, expected) => {
    expect(drafts(text)).toEqual(expected);
  });
});

describe('who says it', () => {
  it('carries over to a further thing said in the sentence, not to the next one', () => {
    expect(
      drafts('Critics in town say that everyone is scored and that every list is public. Every town has one.'),
    ).toEqual(['everyone is scored (Critics in town)', 'every list is public (Critics in town)', 'Every town has one']);
  });

  it('a speaker label holds for the paragraph', () => {
    expect(drafts('DR LI: Everyone in town is scored. Every list is public.\n\nEvery town has one.')).toEqual([
      'Everyone in town is scored (DR LI)',
      'Every list is public (DR LI)',
      'Every town has one',
    ]);
  });

  it('the text that overturns what a source says speaks in its own voice', () => {
    expect(drafts('Many of us believe that everyone in town is scored. That is wrong.')).toEqual([
      'not: everyone in town is scored',
    ]);
  });

  it('whoever denies is the source of the denial', () => {
    expect(drafts('The ministry denied that everyone is scored and that any list is public.')).toEqual([
      'not: everyone is scored (The ministry)',
      'not: any list is public (The ministry)',
    ]);
  });
});

describe('what the text rejects', () => {
  it.each([
    ['before it', 'It is a myth that everyone is scored.', ['not: everyone is scored']],
    ['behind it', 'The idea that everyone is scored is a myth.', ['not: everyone is scored']],
    [
      'behind a dash',
      'Social credit means that every citizen is scored – nonsense.',
      ['not: Social credit means that every citizen is scored'],
    ],
    ['in the next sentence', 'Everyone in town is scored. Not so.', ['not: Everyone in town is scored']],
    [
      'in the next sentence, of all that one source says',
      'Critics in town say that everyone is scored and that all lists are public. That is wrong.',
      ['not: everyone is scored', 'not: all lists are public'],
    ],
    [
      'with "and that"',
      'It is a myth that everyone is scored, and that all lists are public.',
      ['not: everyone is scored', 'not: all lists are public'],
    ],
    ['twice', 'It is a myth that everyone in town is scored. That is wrong.', ['everyone in town is scored']],
    ['confirmed', 'Everyone in town is scored. That is so.', ['Everyone in town is scored']],
    [
      'not what comes after another clause',
      'It is a myth that everyone is scored, but all lists are public.',
      ['not: everyone is scored', 'all lists are public'],
    ],
    [
      'not what stands three sentences before',
      'Everyone in town is scored. Riverton. Lakeside. Lakeside. Wrong.',
      ['Everyone in town is scored'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(drafts(text)).toEqual(expected);
  });

  it.each([
    ['MYTH: Everyone is scored. FACT: All lists are public.', ['not: Everyone is scored', 'All lists are public']],
    ['Myth: everyone in town is scored.', ['not: everyone in town is scored']],
    ['Reality: all lists in town are public.', ['all lists in town are public']],
    ['Myth: it is a myth that everyone in town is scored.', ['everyone in town is scored']],
  ])('by a label: %s', (text, expected) => {
    expect(drafts(text)).toEqual(expected);
  });
});

describe('questions', () => {
  it.each([
    'Is everyone in town scored?',
    'Everyone in town is scored?',
    'Is everyone scored? Are all lists public?',
    'Members asked whether everyone in town is scored.',
    'Q: everyone in town is scored',
  ])('claim nothing: %s', (text) => {
    expect(drafts(text)).toEqual([]);
  });

  it.each([
    ['Is everyone in town scored? No.', ['not: No']],
    ['Is everyone in town scored? Yes.', ['Yes']],
    ['Is everyone in town scored? Not so.', ['not: Not so']],
    ['Q: Is everyone in town scored? A: No.', ['not: No']],
    ['Members asked whether everyone in town is scored. It is not true.', ['not: It is not true']],
  ])('the answer is the span, the question the content: %s', (text, expected) => {
    expect(drafts(text)).toEqual(expected);
    expect(content(text)[0]).toMatch(/everyone in town (is )?scored/);
  });

  it('an answer in full is a claim of its own', () => {
    expect(drafts('Is everyone in town scored? The list is of debtors alone.')).toEqual([
      'The list is of debtors alone',
    ]);
  });

  it('what follows a "no" is a further claim', () => {
    expect(drafts('Is everyone in town scored? No; the list of the town is of debtors and nobody else.')).toEqual([
      'not: No',
      'the list of the town is of debtors and nobody else',
    ]);
  });

  it('one answer belongs to the last question alone', () => {
    expect(content('Is every list public? Is everyone in town scored? No.')).toEqual(['Is everyone in town scored']);
  });

  it('a question between a claim and a rejection takes the rejection', () => {
    expect(drafts('All lists here are public. Is everyone in town scored? No.')).toEqual([
      'All lists here are public',
      'not: No',
    ]);
  });
});

describe('context', () => {
  it(`is the ${CONTEXT_SENTENCES} sentences before, nearest first`, () => {
    const text = Array.from({ length: 7 }, (_, i) => `Town number ${i} has lists.`).join(' ');
    const last = draftsOf(text).at(-1)!;
    expect(last.before.map((view) => view.index)).toEqual([5, 4, 3, 2]);
  });

  it('without the topic there are no drafts, unless it is taken for granted', () => {
    const article = claimArticle('Everyone in town is scored.');
    expect(findDrafts(article, index).drafts).toEqual([]);
    expect(findDrafts(article, index, true).drafts).toHaveLength(1);
    expect(findDrafts(claimArticle('Under social credit everyone is scored.'), index).drafts).toHaveLength(1);
  });
});
