/** Finds the headline of a page, which extractors of main text tend to drop. */
import { cloneWithSources, type DomNode, elementsNamed, type PageTree, textNodes } from './html-tree.ts';

/** Longest text taken for a headline, in characters. */
const LONGEST = 400;

/**
 * A copy of the `h1` that is the headline: the one that the title holds or that holds the title, else the only
 * one; null without one.
 */
export function headline(tree: PageTree, title: string | null): DomNode | null {
  const candidates = [...elementsNamed(tree.body, 'h1')].filter((node) => {
    const text = plainText(node);
    return text !== '' && text.length <= LONGEST;
  });
  const wanted = letters(title ?? '');
  const named = candidates.find((node) => {
    const text = letters(plainText(node));
    return text !== '' && wanted !== '' && (wanted.includes(text) || text.includes(wanted));
  });
  const found = named ?? (candidates.length === 1 ? candidates[0] : undefined);
  return found ? cloneWithSources(found, tree.sources) : null;
}

/** The text of `node` with single spaces. */
export function plainText(node: DomNode): string {
  let text = '';
  for (const inner of textNodes(node)) text += inner.data;
  return text.replace(/\s+/g, ' ').trim();
}

/** What two spellings of a headline have in common: letters and digits in lower case. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
