/** What the build keeps of the frames' lexicon and model codes as the sources do. */
import { expect, it } from 'vitest';
import { readArticle } from '../../src/eval/read-coded.ts';
import { claimsFolder } from '../../src/facts/load.ts';
import { packFrames, unpackFrames } from '../../src/frames/built.ts';
import { codeFrames } from '../../src/frames/code.ts';
import { readFrames } from '../../src/frames/read.ts';
import { articleOf, base, codesOf, frames } from './base.ts';

it('codes the same after it was written and read', () => {
  const { model, ...source } = readFrames(claimsFolder());
  const { built, bytes } = packFrames({ ...source, model: model! });
  // A file's bytes may begin anywhere in memory.
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  const read = unpackFrames(JSON.parse(JSON.stringify(built)), shifted.subarray(1));
  expect(read.sha256).toBe(frames.sha256);
  const texts = source.entries.flatMap(({ examples }) => [...examples.match, ...examples.rejected, ...examples.not]);
  for (const text of texts) {
    const article = articleOf(text);
    expect(codeFrames(article, readArticle(article, base), base, read)).toEqual(codesOf(text));
  }
});
