/** The bases that the tests of frames share, and the codes of a text. */
import { textArticle } from '../../src/article/text.ts';
import { readArticle } from '../../src/eval/read-coded.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { type CodeOptions, codeFrames } from '../../src/frames/code.ts';
import { loadFrames } from '../../src/frames/load.ts';
import type { Article, FrameCode } from '../../src/model.ts';

export const base = await loadFactBase();
export const frames = await loadFrames();

export const articleOf = (text: string): Article => textArticle(text, { id: 'text', sha256: '' });

/** The frames of a text. */
export function codesOf(text: string, options: CodeOptions = {}): FrameCode[] {
  const article = articleOf(text);
  return codeFrames(article, readArticle(article, base, options.assumeTopic), base, frames, options);
}

/** `score`, `score-` where it is rejected. */
export const shown = (text: string, options: CodeOptions = {}): string[] =>
  codesOf(text, options).map(({ frame, stance }) => (stance === 'rejected' ? `${frame}-` : frame));
