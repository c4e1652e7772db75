/** What a file of the frames' lexicon may hold, and what is said of one that is broken. */
import { describe, expect, it } from 'vitest';
import { FactBaseError } from '../../src/errors.ts';
import { compileFrames } from '../../src/frames/base.ts';
import { parseFrames } from '../../src/frames/parse.ts';

const SIGN = `
ferry-fares:
  kind: sign
  phrases: [ferry (fare|fares)]
  examples:
    match: [A ferry fare is due.]
    not: [The ferry is late.]
`;

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FactBaseError) return `${error.code} ${error.place?.file} ${error.message}`;
    throw error;
  }
  return '';
};

describe('a file', () => {
  it('gives its entries, of the frame it is named after', () => {
    expect(parseFrames(SIGN, 'claims/frames/score.yml')).toEqual([
      {
        id: 'ferry-fares',
        frame: 'score',
        kind: 'sign',
        phrases: ['ferry (fare|fares)'],
        not: [],
        concepts: [],
        needs: [],
        unless: [],
        denies: false,
        polarity: 'clause',
        examples: { match: ['A ferry fare is due.'], rejected: [], not: ['The ferry is late.'] },
      },
    ]);
  });

  it.each([
    ['a frame that is none', 'ferries.yml', SIGN, '"ferries" is no frame'],
    ['a key that is not known', 'score.yml', SIGN.replace('phrases', 'phrase'), 'Unrecognized key: "phrase"'],
    ['no words', 'score.yml', SIGN.replace('[ferry (fare|fares)]', '[]'), 'no phrases and no concepts'],
    ['no example', 'score.yml', SIGN.replace(/match.*\n/, '\n'), 'no example that must match'],
    ['no counter-example', 'score.yml', SIGN.replace(/not:.*\n/, '\n'), 'no example that must not match'],
    ['a lone half of a pair', 'score.yml', SIGN.replace('kind: sign', 'kind: pair'), 'a pair needs a second sign'],
    ['a sign of no frame', 'parts.yml', SIGN, 'only parts stand in parts.yml'],
    ['broken YAML', 'score.yml', 'a: [', 'yaml'],
  ])('is refused with %s', (_, name, text, part) => {
    const message = messageOf(() => parseFrames(text, `claims/frames/${name}`));
    expect(message).toContain(`claims/frames/${name}`);
    expect(message).toContain(part);
  });
});

describe('compiling', () => {
  const entriesOf = (text: string) => parseFrames(text, 'score.yml');
  const lexicon = [{ id: 'boat', facet: null, says: 'a boat', phrases: ['boat'], not: [], content: false }];

  it('borrows the concepts that phrases name, and gives no hits of theirs', () => {
    const { index, signs } = compileFrames(entriesOf(SIGN.replace('ferry (', '<boat> (')), lexicon, null, '');
    expect([...index.concepts.keys()].sort()).toEqual(['boat', 'ferry-fares', 'ferry-fares/1']);
    expect(index.concepts.get('boat')?.part).toBe(true);
    expect([...signs.keys()]).toEqual(['ferry-fares']);
  });

  it.each([
    ['an id that the fact base has', SIGN.replace('ferry-fares', 'boat'), 'this id is in use already'],
    ['a concept that is nowhere, in a phrase', SIGN.replace('ferry (', '<barge> ('), 'no concept "barge"'],
    ['a concept that is nowhere, needed', `${SIGN}  needs: [barge]\n`, 'no concept "barge"'],
    ['a concept that is nowhere, taken', `${SIGN}  concepts: [barge]\n`, 'no concept "barge"'],
  ])('refuses %s', (_, text, part) => {
    expect(messageOf(() => compileFrames(entriesOf(text), lexicon, null, ''))).toContain(part);
  });
});
