import { describe, expect, it } from 'vitest';
import { FactBaseError } from '../../src/errors.ts';
import { parseLexicon } from '../../src/facts/lexicon.ts';

describe('parseLexicon', () => {
  it('gives the concepts of a file, in its order', () => {
    const text =
      'toll:\n  facet: effect\n  says: a charge\n  content: true\n  phrases: [fee]\n  not: [no fee]\nferry:\n  says: a boat\n  phrases:\n    - (the|a)? ferry\n';
    expect(parseLexicon(text, 'l.yml')).toEqual([
      { id: 'toll', facet: 'effect', says: 'a charge', content: true, phrases: ['fee'], not: ['no fee'] },
      { id: 'ferry', facet: null, says: 'a boat', content: false, phrases: ['(the|a)? ferry'], not: [] },
    ]);
  });

  it('a concept may be only a part of others', () => {
    const text = 'pier:\n  says: a pier\n  part: true\n  phrases: [pier]\n';
    expect(parseLexicon(text, 'l.yml')).toEqual([
      { id: 'pier', facet: null, says: 'a pier', content: false, part: true, phrases: ['pier'], not: [] },
    ]);
  });

  it.each(['', '# nothing yet\n'])('of an empty file there are none: %j', (text) => {
    expect(parseLexicon(text, 'l.yml')).toEqual([]);
  });

  it.each([
    ['toll:\n  says: a\n', 'concept "toll": phrases'],
    ['toll:\n  says: a\n  phrases: []\n', 'concept "toll": phrases'],
    ['toll:\n  phrases: [fee]\n', 'concept "toll": says'],
    ['toll:\n  says: a\n  phrases: [fee]\n  phrase: [x]\n', 'Unrecognized key: "phrase"'],
    ['toll:\n  says: a\n  phrases: [fee]\n  facet: colour\n', 'concept "toll": facet'],
    ['toll:\n  says: a\n  phrases: [28]\n', 'concept "toll": phrases.0'],
    ['toll:\n  says: a\n  phrases: [fee]\n  part: 1\n', 'concept "toll": part'],
    ['toll: fee\n', 'concept "toll"'],
    ['toll:\n  says: a\ntoll:\n  says: b\n', 'unique'],
    ['toll: [\n', ''],
  ])('names the file and the concept: %j', (text, message) => {
    let thrown: unknown;
    try {
      parseLexicon(text, 'claims/lexicons/l.yml');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FactBaseError);
    expect((thrown as FactBaseError).place).toMatchObject({ file: 'claims/lexicons/l.yml' });
    expect((thrown as FactBaseError).message).toContain(message);
  });
});
