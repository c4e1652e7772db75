/** Finds the headline of a page, which extractors of main text tend to drop. */
import type { PageBlock, PageBlocks } from './html-blocks.ts';

/** Longest text taken for a headline, in characters. */
const LONGEST = 400;

/** Share of the title that a lower heading must be to be the headline; a title names the outlet too. */
const MOST_OF_TITLE = 0.5;

/**
 * The blocks of the headline: of the `h1` that the title holds or that holds the title, else of the only one, else of
 * the first heading that makes up most of the title; none without one.
 */
export function headline(page: PageBlocks, title: string | null): PageBlock[] {
  const wanted = letters(title ?? '');
  const tops: Heading[] = [];
  const others: Heading[] = [];
  for (const [element, [start, end]] of page.ranges) {
    if (!/^h[1-4]$/.test(element.localName ?? '')) continue;
    const blocks = page.blocks.slice(start, end);
    const text = blocks.map((block) => block.text).join(' ');
    if (text === '' || text.length > LONGEST) continue;
    (element.localName === 'h1' ? tops : others).push({ blocks, own: letters(text) });
  }
  const named = tops.find(({ own }) => own !== '' && wanted !== '' && (wanted.includes(own) || own.includes(wanted)));
  const lower = others.find(({ own }) => wanted.includes(own) && own.length > wanted.length * MOST_OF_TITLE);
  return (named ?? (tops.length === 1 ? tops[0] : lower))?.blocks ?? [];
}

interface Heading {
  blocks: PageBlock[];
  own: string;
}

/** What two spellings of a headline have in common: letters and digits in lower case. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
