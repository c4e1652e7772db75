import { expect, test } from 'vitest';
import { fromImage, toImage } from '../../src/detect/concept-image.ts';
import { compileConcepts, findConcepts } from '../../src/detect/concepts.ts';
import { viewSentences } from '../../src/detect/view.ts';
import { readBundle } from '../../src/facts/bundle.ts';
import { claimsFolder } from '../../src/facts/load.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { concept, STRUCTURE } from './small.ts';

const LEXICON = [
  ...STRUCTURE,
  concept('numbered', ['(a|the)? NUM ...2 <local>', '<may> _ (lose|win) =another? ... point'], {
    not: ['a NUM way <local>'],
  }),
];

test('an index made from its image finds the same concepts', () => {
  const index = compileConcepts(LEXICON);
  const copy = fromImage(toImage(index), LEXICON);
  const text =
    'It was a myth that nobody in Riverton may ever lose points. In 12 of one town it is not only so; ' +
    'residents can always, some say, win another point. No evidence that a company plans to shut 3 people out.';
  let hits = 0;
  for (const { tokens } of viewSentences(claimArticle(text), index)) {
    const found = findConcepts(tokens, index);
    hits += found.length;
    expect(findConcepts(tokens, copy)).toEqual(found);
  }
  expect(hits).toBeGreaterThan(10);
});

test('the image of an index made from an image is that image, for the bundled lexicons too', () => {
  const { lexicon } = readBundle(claimsFolder());
  const image = toImage(compileConcepts(lexicon));
  expect(toImage(fromImage(image, lexicon))).toEqual(image);
});
