/** The built library, as a user imports it, so that what is measured is what is shipped. */
import { createHash } from 'node:crypto';
import type { checkArticle } from '../src/check.ts';
import type { FactBase } from '../src/facts/compile.ts';
import type { loadFactBase } from '../src/facts/load.ts';
import type { Article, CheckedClaim } from '../src/model.ts';

interface Library {
  checkArticle: typeof checkArticle;
  loadFactBase: typeof loadFactBase;
}

const library = () => import(new URL('../dist/index.js', import.meta.url).href) as Promise<Library>;

/** The facts that come with the program, and those of the files in `extra`. */
export async function loadFacts(extra: string[]): Promise<FactBase> {
  return (await library()).loadFactBase(extra);
}

/** A function that checks a text, with the fact base that comes with the program unless another is given. */
export async function engine(): Promise<(text: string, base?: FactBase) => CheckedClaim[]> {
  const { checkArticle } = await library();
  const own = await loadFacts([]);
  return (text, base = own) => checkArticle(toArticle(text), base).claims;
}

function toArticle(text: string): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const unknown = { url: null, title: null, outlet: null, publishedAt: null, language: null };
  return { id: 'bench', text, sha256, blocks: [], origin: null, ...unknown };
}
