/** Which of a page's blocks are its story. */
import type { PageBlock, PageBlocks } from './html-blocks.ts';
import type { SourceText } from './html-clean.ts';
import { betterContainer } from './html-container.ts';
import { FEW_LINKS, homesOf, isProse, joinAlike, PROSE_LENGTH } from './html-homes.ts';
import { cutTail, isLabel, isStated } from './html-lines.ts';
import { type Measured, sizeOf } from './html-measure.ts';
import { withoutRepeats } from './html-repeats.ts';
import { correctedBy } from './html-stated-body.ts';
import type { DomNode } from './html-tree.ts';

/**
 * The story's blocks in the order of the page. `chosen` is what Readability found, perhaps nothing; what it left out in
 * the midst of it comes back, a container marked as the article wins where it holds far more, and `body`, the text that
 * the page states as its article's, is believed where the page shows it.
 */
export function storyBlocks(
  page: PageBlocks,
  chosen: ReadonlySet<SourceText>,
  measured: Measured,
  body: string | null = null,
): PageBlock[] {
  const { blocks } = page;
  let taken = blocks.map((block) => !block.out && isChosen(block, chosen));
  const homes = homesOf(blocks, taken);
  joinAlike(blocks, homes, measured);
  taken = blocks.map((block, index) => taken[index]! || (homes.has(block.home) && fits(block)));
  const container = betterContainer(page, taken);
  if (container) taken = blocks.map(({ out }, index) => index >= container[0] && index < container[1] && !out);
  taken = correctedBy(body, blocks, taken);
  return tidy(
    blocks.filter((_, index) => taken[index]),
    emptied(blocks, taken),
  );
}

function isChosen({ parts, length }: PageBlock, chosen: ReadonlySet<SourceText>): boolean {
  let found = 0;
  for (const part of parts) {
    if (part !== 'newline' && part.source && chosen.has(part.source)) found += sizeOf(part.data);
  }
  return found * 2 >= length;
}

/** Whether a block that stands with the story's paragraphs belongs to them. */
const fits = (block: PageBlock): boolean =>
  isProse(block) || (!block.out && block.kind !== 'paragraph' && block.linked < block.length * FEW_LINKS);

/** Elements that had more than headings, of which no more than headings was taken: boxes of something else. */
function emptied(blocks: readonly PageBlock[], taken: readonly boolean[]): Set<DomNode> {
  const found = new Set<DomNode>();
  for (const [index, { home, kind }] of blocks.entries()) if (kind !== 'heading' && !taken[index]) found.add(home);
  for (const [index, { home, kind }] of blocks.entries()) if (kind !== 'heading' && taken[index]) found.delete(home);
  return found;
}

/** Without lines of other kinds, headings of nothing, bylines before and after, and repeated paragraphs. */
function tidy(blocks: readonly PageBlock[], boxes: ReadonlySet<DomNode>): PageBlock[] {
  const isLeft = (block: PageBlock): boolean => !block.foreign && !(isShortHeading(block) && boxes.has(block.home));
  let story = cutTail(blocks.filter(isLeft));
  const isText = (block: PageBlock): boolean => block.kind !== 'heading' && isProse(block) && !isStated(block);
  const first = story.findIndex(isText);
  const last = story.findLastIndex(isText);
  story = story.filter((block, index) => {
    if (block.kind === 'heading') return (index < last || last < 0) && !isStated(block);
    if (index >= first && index <= last) return !isDated(block);
    return !isStated(block) && (last < 0 || !isLabel(block));
  });
  return withoutRepeats(story);
}

const isShortHeading = ({ kind, length }: PageBlock): boolean => kind === 'heading' && length < PROSE_LENGTH;

/** Inside a story only what is marked as byline or date goes: a line "By Monday all was over" is text. */
const isDated = ({ length, stated, kind }: PageBlock): boolean =>
  kind !== 'heading' && length < 2 * PROSE_LENGTH && stated >= length;
