/** Containers that a page marks as its article. */
import type { PageBlocks } from './html-blocks.ts';
import { ENOUGH_PROSE, isProse } from './html-homes.ts';
import { type DomNode, mark } from './html-tree.ts';

/**
 * How many times the prose of what was chosen a container must hold to be taken in its place. What is marked as the
 * article's body need hold little more; `main` may hold other stories' summaries, so it is for plain misses only.
 */
const BETTER = { body: 1.25, article: 1.6, main: 2.5 };
/** Share of the chosen prose from which on a marked body is trusted to be all of it. */
const WHOLE = 0.75;

/** The blocks of a container to be taken in place of those that were, or null. */
export function betterContainer(page: PageBlocks, taken: readonly boolean[]): readonly [number, number] | null {
  const sums = [0];
  let chosen = 0;
  for (const [index, block] of page.blocks.entries()) {
    const length = block.kind !== 'heading' && isProse(block) ? block.length : 0;
    sums.push(sums.at(-1)! + length);
    if (taken[index]) chosen += length;
  }
  let best: { range: readonly [number, number]; gain: number } | null = null;
  for (const [element, range] of page.ranges) {
    const role = roleOf(element);
    if (role === null) continue;
    const prose = sums[range[1]]! - sums[range[0]]!;
    if (prose < ENOUGH_PROSE) continue;
    if (role === 'body' && prose >= chosen * WHOLE) return range;
    const gain = prose / (chosen + 1) / BETTER[role];
    if (gain >= 1 && (best === null || gain > best.gain)) best = { range, gain };
  }
  return best?.range ?? null;
}

function roleOf(element: DomNode): keyof typeof BETTER | null {
  if (/(?:^|\s)articleBody(?:\s|$)/.test(mark(element, 'itemprop'))) return 'body';
  if (element.localName === 'article') return 'article';
  return element.localName === 'main' || mark(element, 'role') === 'main' ? 'main' : null;
}
