import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../src/facts/reading.ts';
import { parseRequirement } from '../../src/facts/requirement.ts';

const reading = (rest: object) => readingSchema.safeParse({ id: 'a', needs: ['x'], means: 'agrees', ...rest });

describe('a requirement', () => {
  it.each([
    ['score', ['score'], 'clause'],
    ['score|rank-2', ['score', 'rank-2'], 'clause'],
    ['score^', ['score'], 'sentence'],
    ['score|rank*', ['score', 'rank'], 'passage'],
  ])('%s', (source, concepts, reach) => {
    expect(parseRequirement(source)).toEqual({ concepts, reach });
  });
});

describe('a reading', () => {
  it('says little when it means what is usual', () => {
    expect(reading({}).data).toEqual({
      id: 'a',
      needs: ['x'],
      unless: [],
      means: 'agrees',
      negation: 'turns',
      refusal: false,
      modality: ['is', 'may'],
      scope: 'any',
      whole: false,
    });
  });

  it.each([
    ['an unknown key', { need: ['y'] }],
    ['an unknown meaning', { means: 'perhaps' }],
    ['an unknown negation', { negation: 'sometimes' }],
    ['an unknown modality', { modality: ['was'] }],
    ['an unknown scope', { scope: 'local' }],
    ['an id with capitals', { id: 'A' }],
    ['no requirement', { needs: [] }],
    ['a requirement with a space', { needs: ['x or y'] }],
    ['a requirement with both suffixes', { needs: ['x^*'] }],
    ['an empty requirement', { needs: [''] }],
    ['a number as words', { quantity: { value: 'many', op: 'exact' } }],
    ['a number without a comparison', { quantity: { value: 28 } }],
    ['an unknown part of a date', { date: { hour: 3 } }],
  ])('is refused with %s', (_, rest) => {
    expect(reading(rest).success).toBe(false);
  });
});
