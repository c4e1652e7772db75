/** The text around a claim, as much as it takes to read it again. */
import type { Article, Span } from '../model.ts';

/**
 * Characters kept before and behind a claim: two or three sentences, in which "it" and "the list" find what they stand
 * for, and one or two that may take back what it says. More would make every check of a rewording dearer.
 */
const BEFORE = 400;
const BEHIND = 200;

/** A stretch of the article's text that does not leave the claim's block; `start` and `end` are the claim's in it. */
export interface Excerpt extends Span {
  text: string;
}

/**
 * The claim with what stands before and behind it in its block (without blocks, its paragraph), cut where a sentence
 * begins and ends if it is cut at all. Takes time in the logarithm of the blocks and in the length of the claim.
 */
export function excerptOf({ text, blocks }: Article, span: Span): Excerpt {
  const block = blocks[lastBefore(blocks, span.start)];
  const inBlock = block !== undefined && span.start < block.end;
  let from = Math.max(inBlock ? block.start : 0, span.start - BEFORE);
  let to = Math.min(inBlock ? Math.max(block.end, span.end) : text.length, span.end + BEHIND);
  const [head, tail] = [text.slice(from, span.start), text.slice(span.end, to)];
  if (from > (inBlock ? block.start : 0)) from += firstStart(head);
  if (to < (inBlock ? block.end : text.length)) to -= tail.length - lastEnd(tail);
  if (!inBlock) {
    const gap = head.lastIndexOf('\n\n');
    if (gap >= 0) from = Math.max(from, span.start - head.length + gap + 2);
    const next = tail.indexOf('\n\n');
    if (next >= 0) to = Math.min(to, span.end + next);
  }
  return { text: text.slice(from, to), start: span.start - from, end: span.end - from };
}

/** Index of the last block that begins at or before `offset`; -1 without one. */
function lastBefore(blocks: readonly Span[], offset: number): number {
  let [low, high] = [-1, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const ENDED = /[.!?…]["'”’)\]]*\s/;

/** Where the first sentence begins that does so within `head`; 0 without one. */
function firstStart(head: string): number {
  const found = ENDED.exec(head);
  return found ? found.index + found[0].length : 0;
}

/** Where the last sentence ends that does so within `tail`; its length without one. */
function lastEnd(tail: string): number {
  for (let i = tail.length - 1; i >= 0; i--) if ('.!?…\n'.includes(tail[i]!)) return i + 1;
  return tail.length;
}
