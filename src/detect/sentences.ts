/**
 * Cuts text into sentences by one forward scan. Pure; every decision looks at a bounded number of characters around
 * a mark (white space and runs of marks are passed once), so that time is linear whatever the text.
 */
import type { Block, Sentence } from '../model.ts';
import { cutBlocks } from './blocks.ts';
import { scanBlock } from './sentences/scan.ts';

/**
 * The sentences of `text`: trimmed, in order, without overlap, none across a block, together covering every
 * character of the blocks that is no white space. `block` is the index into `blocks`; when `blocks` is empty, into
 * `cutBlocks(text)`. A sentence of more than 2,000 characters is cut at the last clause mark or space before that.
 */
export function splitSentences(text: string, blocks: Block[]): Sentence[] {
  const out: Sentence[] = [];
  (blocks.length > 0 ? blocks : cutBlocks(text)).forEach((block, index) => {
    scanBlock(text, block, index, out);
  });
  return out;
}
