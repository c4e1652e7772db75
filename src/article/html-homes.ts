/** The elements in which a story's paragraphs are at home. */
import type { PageBlock } from './html-blocks.ts';
import type { Measured } from './html-measure.ts';
import { type DomNode, mark } from './html-tree.ts';

/** A block of so many characters, hardly in links, is prose. Shorter ones count where prose is around them. */
export const PROSE_LENGTH = 40;
export const FEW_LINKS = 0.3;
/** Prose that an element needs to be a home of the story by itself, in characters: two short paragraphs. */
export const ENOUGH_PROSE = 140;

/** Whether a block reads like a paragraph of a story. */
export const isProse = ({ out, foreign, length, linked }: PageBlock): boolean =>
  !out && !foreign && length >= PROSE_LENGTH && linked < length * FEW_LINKS;

/** The elements where the prose that was taken is at home; where none was, the one with most prose of its own. */
export function homesOf(blocks: readonly PageBlock[], taken: readonly boolean[]): Set<DomNode> {
  const homes = new Set(blocks.filter((block, index) => taken[index] && isProse(block)).map(({ home }) => home));
  const densest = homes.size === 0 ? densestHome(blocks) : null;
  if (densest) homes.add(densest);
  return homes;
}

/**
 * Adds to `homes` the elements of the same name and class within the same story: pages cut a story into parts, live
 * blogs into posts. What has a headline of its own is another story.
 */
export function joinAlike(blocks: readonly PageBlock[], homes: Set<DomNode>, measured: Measured): void {
  const looks = (home: DomNode): string => `${home.localName} ${mark(home, 'class')}`;
  const known = new Set([...homes].map(looks));
  const siblings = new Map([...homes].map((home) => [home.parentNode, looks(home)]));
  const stories = new Set([...homes].map(storyOf));
  for (const [home, length] of proseByHome(blocks)) {
    if (homes.has(home) || length < ENOUGH_PROSE) continue;
    const isSibling = siblings.get(home.parentNode) === looks(home);
    const isAlike = mark(home, 'class') !== '' && known.has(looks(home));
    const story = storyOf(home);
    const isOther = story !== null && !stories.has(story) && measured.of(story).anchor;
    if ((isSibling || isAlike) && !isOther) homes.add(home);
  }
}

/** The characters of prose at home in each element. */
function proseByHome(blocks: readonly PageBlock[]): Map<DomNode, number> {
  const prose = new Map<DomNode, number>();
  for (const block of blocks) {
    if (isProse(block)) prose.set(block.home, (prose.get(block.home) ?? 0) + block.length);
  }
  return prose;
}

function densestHome(blocks: readonly PageBlock[]): DomNode | null {
  let best: readonly [DomNode | null, number] = [null, ENOUGH_PROSE];
  for (const entry of proseByHome(blocks)) if (entry[1] > best[1]) best = entry;
  return best[0];
}

/** The `article` element around `node`. */
function storyOf(node: DomNode): DomNode | null {
  let up: DomNode | null = node;
  while (up !== null && up.localName !== 'article') up = up.parentNode;
  return up;
}
