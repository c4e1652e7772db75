import { describe, expect, it } from 'vitest';
import { findDrafts } from '../../src/detect/claims.ts';
import { compileConcepts } from '../../src/detect/concepts.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { concept, STRUCTURE } from './small.ts';

const index = compileConcepts([
  ...STRUCTURE.filter(({ id }) => id !== 'reply-true'),
  concept('reply-true', ['(true|yes|right|correct)', '(that|it|they) (is|are)']),
  concept('scored', ['scored']),
  concept('listed', ['(listed|public)']),
  concept('verdict-all', ['(none|not a word) of (it|this|that) is true', 'wrong on every count']),
  concept('verdict-false', ['it is made up', 'i was wrong', 'the documents tell another story']),
  concept('mock', ['pigs fly', 'i am the emperor']),
  concept('account-open', ['the story goes', 'this is how']),
  concept('retract-before', ['i used to think that', 'an earlier version said that']),
]);
const draftsOf = (text: string) => findDrafts(claimArticle(text), index, true).drafts;

/** The drafts that the text takes back, and those that it lets stand, by the concept in them; others are left out. */
function told(text: string): string[] {
  return draftsOf(text).flatMap(({ view, from, to, rejected, attribution }) => {
    const named = view.hits.find((h) => ['scored', 'listed'].includes(h.concept) && h.start >= from && h.end <= to);
    return named ? [`${rejected ? 'not ' : ''}${named.concept}${attribution ? ` (${attribution.source})` : ''}`] : [];
  });
}

describe('a verdict on all that was told', () => {
  it.each([
    ['takes back its paragraph', 'Everyone is scored. Every town is listed. None of this is true.'],
    [
      'looks past sentences that say nothing',
      'Everyone is scored. Every town is listed. I told my aunt. None of it is true.',
    ],
    ['may stand in a paragraph of its own', 'Everyone is scored. Every town is listed.\n\nNot a word of it is true.'],
    [
      'may stand behind a remark',
      'Everyone is scored. Every town is listed. That was the tale, and it was wrong on every count.',
    ],
    ['may stand in the same sentence', 'Everyone is scored; every town is listed; none of that is true.'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual(['not scored', 'not listed']);
  });

  it('behind others in a sentence is on that sentence', () => {
    expect(told('Every town is listed. They say that everyone is scored; none of that is true.')).toEqual([
      'listed',
      'not scored',
    ]);
  });

  it('does not look past a paragraph that told something', () => {
    expect(told('Every town is listed.\n\nEveryone is scored. None of this is true.')).toEqual([
      'listed',
      'not scored',
    ]);
  });

  it('does not look past an earlier verdict', () => {
    expect(told('Everyone is scored. None of this is true. Every town is listed. None of it is true.')).toEqual([
      'not scored',
      'not listed',
    ]);
  });
});

describe('an account that was opened', () => {
  it('is taken back as a whole by an answer', () => {
    expect(told('Every town is listed. The story goes that everyone is scored. Every town is listed. Wrong.')).toEqual([
      'listed',
      'not scored',
      'not listed',
    ]);
  });

  it('stands where nothing is said of it', () => {
    expect(told('The story goes that everyone is scored. Every town is listed.')).toEqual(['scored', 'listed']);
  });
});

describe('what was said last', () => {
  it.each([
    ['in the sentence before', 'Every town is listed. Everyone is scored. It is made up.', ['listed', 'not scored']],
    ['behind "but"', 'Everyone is scored, but the documents tell another story.', ['not scored']],
    ['behind "yet"', 'Critics claim that everyone is scored, yet the documents tell another story.', ['not scored']],
    ['in mockery', 'Every town is listed. Sure, everyone is scored, and I am the emperor.', ['listed', 'not scored']],
    ['in mockery, in a sentence of its own', 'Everyone is scored. And pigs fly.', ['not scored']],
    ['in mockery of what is denied already', 'It is a myth that everyone is scored. And pigs fly.', ['not scored']],
    ['once, though it was no longer held', 'I used to think that everyone is scored. I was wrong.', ['not scored']],
    ['once, by a correction', 'An earlier version said that everyone is scored. That is wrong.', ['not scored']],
    [
      'though no longer held',
      'I used to think that everyone is scored. Every town is listed.',
      ['not scored', 'listed'],
    ],
    ['under a label that says the same', 'MYTH: Everyone is scored. That is wrong.', ['not scored']],
    ['not what was confirmed', 'Everyone is scored. Every town is listed. Correct. Wrong.', ['not scored', 'listed']],
    ['a denial, by what it denied', 'Officials say that nobody is scored. They are.', ['not scored']],
  ])('is taken back %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('by a source is its denial of what another source says, and does not touch what the text says', () => {
    expect(told('Critics say that everyone is scored. Nonsense, said the ministry.')).toEqual([
      'not scored (the ministry)',
    ]);
    expect(told('Everyone is scored. Nonsense, said the ministry.')).toEqual(['scored']);
  });

  it.each(['It is made up that everyone is scored.', 'Wrong to say that everyone is scored.'])(
    'is not meant by words that look ahead: %s',
    (text) => {
      expect(told(`Every town is listed. ${text}`)[0]).toBe('listed');
    },
  );
});

it('costs time linear in the text', () => {
  const many = 'Everyone is scored. None of this is true. '.repeat(2000);
  expect(draftsOf(many)).toHaveLength(2000);
});
