import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeFrame } from '../../src/detect/frame.ts';
import { viewOf, wordsOf } from './small.ts';

/** The content of a sentence, its source and its cue; null where nobody is said to say it. */
function framed(text: string): [content: string, source: string | null, cue: string | null] {
  const view = viewOf(text);
  const { from, to, attribution } = takeFrame(text, view.tokens, view.hits, 0, view.tokens.length);
  return [wordsOf(text, view, { start: from, end: to }), attribution?.source ?? null, attribution?.cue ?? null];
}

describe('a frame is taken off, and its source and cue recorded', () => {
  it.each([
    ['Critics say that everyone is scored.', 'Critics', 'say'],
    ['Critics say everyone is scored.', 'Critics', 'say'],
    ['Critics of the system in many towns say everyone is scored.', 'Critics of the system in many towns', 'say'],
    ['But critics say everyone is scored.', 'critics', 'say'],
    ['And so the lawyer claimed that everyone is scored.', 'the lawyer', 'claimed'],
    ['The lawyer said: “Everyone is scored.”', 'The lawyer', 'said'],
    ['She warned us that everyone is scored.', 'She', 'warned'],
    ['He told the old room that everyone is scored.', 'He', 'told'],
    ['He holds that everyone is scored.', 'He', 'holds'],
  ])('before the content: %s', (text, source, cue) => {
    const [content, ...by] = framed(text);
    expect(content.toLowerCase()).toBe('everyone is scored');
    expect(by).toEqual([source, cue]);
  });

  it.each([
    ['Everyone is scored, critics say.', 'critics', 'say'],
    ['Everyone is scored, she told us.', 'she', 'told'],
    ['Everyone is scored, says the lawyer.', 'the lawyer', 'says'],
    ['“Everyone is scored,” the lawyer said.', 'the lawyer', 'said'],
    ['“Everyone is scored,” said the lawyer.', 'the lawyer', 'said'],
    ['Everyone is scored, according to the bank.', 'the bank', 'according to'],
    ['Everyone is scored according to the bank.', 'the bank', 'according to'],
  ])('after it: %s', (text, source, cue) => {
    expect(framed(text)).toEqual(['Everyone is scored', source, cue]);
  });

  it.each([
    ['According to the bank, everyone is scored.', 'the bank', 'According to'],
    ['According to him everyone is scored.', 'him', 'according to'],
    ['Per the ministry, everyone is scored.', 'the ministry', 'Per'],
    ['In her telling, everyone is scored.', 'her telling', 'In'],
    ['By their own account, everyone is scored.', 'their own account', 'By'],
    ['In the eyes of the lawyer, everyone is scored.', 'the eyes of the lawyer', 'In'],
  ])('as a phrase: %s', (text, source, cue) => {
    expect(framed(text)).toEqual(['everyone is scored', source, cue]);
  });

  it('in the middle it is recorded and left where it stands', () => {
    expect(framed('The list, he noted, is public.')).toEqual(['The list, he noted, is public', 'he', 'noted']);
  });
});

describe('the first and second person are no source', () => {
  it.each(['I say that everyone is scored.', 'We believe everyone is scored.', 'You say everyone is scored.'])(
    '%s',
    (text) => {
      expect(framed(text)).toEqual(['everyone is scored', null, null]);
    },
  );

  it('nor at the end', () => {
    expect(framed('Everyone is scored, I say.')).toEqual(['Everyone is scored', null, null]);
  });
});

describe('what is no frame stays', () => {
  it.each([
    ['a noun', 'The claims are old.'],
    ['a verb with an object of its own', 'He holds a meeting.'],
    ['a passive', 'Everyone is told that they are scored.'],
    ['a place', 'In Riverton everyone is scored.'],
    ['a place and a comma', 'In Riverton, everyone is scored.'],
    ['a note on its own', 'They note it.'],
    [
      'a very long run of words before the verb',
      `${'the old list of the town '.repeat(4)} of which critics say it works.`,
    ],
  ])('%s', (_, text) => {
    expect(framed(text)).toEqual([text.slice(0, -1).trim(), null, null]);
  });

  it('a verb within other words is used as one only after a subject', () => {
    for (const before of ['to', 'of', 'is', 'been', 'not', 'the', 'his']) {
      const [, source] = framed(`there was nobody ${before} claim it works`);
      expect(source, before).toBeNull();
    }
  });
});

describe('any words', () => {
  const WORDS =
    'critics|say|that|everyone|is|scored|,|:|“|”|according to|the|bank|per|in her view|I|note|deny|and'.split('|');
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 40 }).map((w) => `${w.join(' ')} x`);

  it('content is a stretch of the words, source and cue are words of the text', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const view = viewOf(text);
        const { from, to, attribution } = takeFrame(text, view.tokens, view.hits, 0, view.tokens.length);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(view.tokens.length);
        // A frame around nothing leaves nothing.
        expect(to).toBeGreaterThanOrEqual(from);
        if (attribution === null) return;
        expect(text).toContain(attribution.source);
        expect(text.toLowerCase()).toContain(attribution.cue.toLowerCase());
      }),
      { numRuns: 400 },
    );
  });
});
