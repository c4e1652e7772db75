import { describe, expect, it } from 'vitest';
import { foldRejection } from '../../src/detect/rejection.ts';
import { viewOf, wordsOf } from './small.ts';

/** What is left of a clause when the words that reject were taken off, and whether they turn it. */
function folded(text: string) {
  const view = viewOf(text);
  const { from, to, ...rest } = foldRejection(view, { start: 0, end: view.tokens.length });
  return { content: wordsOf(text, view, { start: from, end: to }), ...rest };
}

describe('words that reject', () => {
  it.each([
    ['It is a myth that everyone is scored.', 'everyone is scored'],
    ['So it was a myth that everyone is scored.', 'everyone is scored'],
    ['No evidence that everyone is scored.', 'everyone is scored'],
    ['Contrary to reports that everyone is scored.', 'everyone is scored'],
    ['They supposedly score everyone there.', 'score everyone there'],
  ])('before the content turn it, and carry over: %s', (text, content) => {
    expect(folded(text)).toEqual({
      kind: 'claim',
      content,
      rejected: true,
      prefix: true,
      retracted: false,
      attribution: null,
    });
  });

  it.each([
    ['The idea that everyone is scored is a myth.', 'everyone is scored'],
    ['The old rumour that everyone is scored is pure nonsense, of course.', 'everyone is scored'],
    ['A score for everyone in town is nonsense.', 'A score for everyone in town'],
    ['A score for everyone does not exist.', 'A score for everyone'],
  ])('after it turn it, and do not: %s', (text, content) => {
    expect(folded(text)).toEqual({
      kind: 'claim',
      content,
      rejected: true,
      prefix: false,
      retracted: false,
      attribution: null,
    });
  });

  it('name whoever denies', () => {
    expect(folded('The old ministry denies that everyone is scored.')).toEqual({
      kind: 'claim',
      content: 'everyone is scored',
      rejected: true,
      prefix: true,
      retracted: false,
      attribution: { source: 'the old ministry', cue: 'denies' },
    });
    expect(folded('We deny that everyone is scored.').attribution).toBeNull();
  });
});

describe('twice is not at all', () => {
  it.each([
    ['It is a myth that it is a myth that everyone is scored.', 'everyone is scored'],
    ['It is a myth that the idea that everyone is scored is a myth.', 'everyone is scored'],
    ['Nobody doubts that everyone is scored.', 'everyone is scored'],
    ['Nobody denies that everyone is scored.', 'everyone is scored'],
  ])('%s', (text, content) => {
    expect(folded(text)).toMatchObject({ content, rejected: false });
  });

  it('a negation takes back the rejection behind the content', () => {
    expect(folded('A score for everyone is not nonsense.').rejected).toBe(false);
    expect(folded('A score for everyone is not a myth.').rejected).toBe(false);
    expect(folded('A score for everyone is not bunk.').rejected).toBe(false);
    expect(folded('A score for everyone is bunk.').rejected).toBe(true);
  });
});

describe('words that do not reject the clause', () => {
  it.each([
    ['none at all', 'Everyone is scored there.'],
    ['behind a dash', 'They met — it is a myth that everyone is scored.'],
    ['long before the end', 'A score is a myth to the many people who live in that small town.'],
  ])('%s', (_, text) => {
    expect(folded(text)).toMatchObject({ kind: 'claim', rejected: false, content: text.slice(0, -1) });
  });
});

describe('a clause that only rejects', () => {
  it.each(['That is a myth.', 'It is pure nonsense.'])('%s', (text) => {
    expect(folded(text)).toMatchObject({ kind: 'reply', rejected: true });
  });
});
