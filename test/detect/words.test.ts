import { describe, expect, it } from 'vitest';
import { isOfClass, stem } from '../../src/detect/words.ts';

describe('stems', () => {
  it.each([
    [['score', 'scores', 'scored', 'scoring'], 'score'],
    [['citizen', 'citizens'], 'citizen'],
    [['keep', 'keeps', 'kept', 'keeping'], 'keep'],
    [['build', 'built'], 'build'],
    [['lose', 'lost', 'losing'], 'lose'],
  ])('%j are one', (words, expected) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });

  it.each(['one', 'his', 'us', 'on', 'as', 'ant'])('of a short word it is the word: %s', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('of what is too long to be a word it is the word', () => {
    expect(stem('scores'.repeat(10))).toBe('scores'.repeat(10));
  });

  it.each(['信用', "o'brien", '1,400', 'naïveté', ''])('come through %j', (word) => {
    expect(typeof stem(word)).toBe('string');
    expect(stem(word)).toBe(stem(word));
  });
});

describe('classes', () => {
  it.each([
    ['rated', 'past'],
    ['ranks', 'present'],
    ['rank', 'base'],
    ['often', 'adverb'],
    ['big', 'adjective'],
    ['shanghai', 'city'],
    ['china', 'country'],
  ] as const)('%s can be %s', (word, name) => {
    expect(isOfClass(word, name)).toBe(true);
  });

  it('a word can be of several, an unknown one is of none', () => {
    expect([isOfClass('ranks', 'present'), isOfClass('ranks', 'past')]).toEqual([true, false]);
    expect(isOfClass('qwertyish', 'adjective')).toBe(false);
    expect(isOfClass('Rank', 'base')).toBe(false);
  });
});
