/** HTML as an article: its main text, headline first. */
import type { ArticleMeta } from '../model.ts';
import { blockWriter, type Written } from './block-writer.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { collectBlocks, type PageBlock } from './html-blocks.ts';
import { type CleanPage, cleanHtml } from './html-clean.ts';
import { headline, letters } from './html-headline.ts';
import { measureTree } from './html-measure.ts';
import { headMeta } from './html-meta.ts';
import { plainBody } from './html-plain.ts';
import { storyBlocks } from './html-select.ts';
import { statedBody } from './html-stated-body.ts';
import { buildTree, detach, readableTexts } from './html-tree.ts';
import { writeBlocks } from './html-write.ts';

/** Main text shorter than this, in characters, is taken for a miss. */
const TOO_SHORT = 200;
/**
 * Most elements that Readability is asked to weigh, and the most their depths may sum up to: it takes about 40
 * microseconds an element and 3 for each of its ancestors. Long real pages stay below half of either.
 */
const MOST_ELEMENTS = 40_000;
const MOST_DEPTHS = 400_000;

/**
 * The article in a page: its headline and main text, block by block, without captions, asides, link lists and
 * pointers to other articles; meta from what the page states, where `given` does not have it. No script runs and
 * nothing is fetched. `origin` maps the text back to the file. Where no main text of 200 characters is found the
 * article is all of the page's text but navigation, and a warning says so. Work and memory are linear in the
 * length of the file and capped: 4,000,000 characters of text, 60,000 elements.
 */
export function extractHtml(fileText: string, given: GivenMeta): Extracted {
  const page = cleanHtml(fileText);
  const stated = headMeta(page.head, given.url ?? null);
  const warnings: string[] = page.cut ? ['the page is too large; its text was cut off at 4,000,000 characters'] : [];
  let written: Written;
  if (page.hopeless) {
    written = plainBody(fileText).written();
    warnings.push('the page is nested too deeply; all text between its tags was taken');
  } else {
    let found = textOf(page, stated);
    if (found.isWhole && page.hidden > found.written.text.length) {
      // Scripts show some pages' text only when all has loaded, or cover it with a notice.
      const shown = textOf(cleanHtml(fileText, true), stated);
      if (!shown.isWhole) found = shown;
    }
    written = found.written;
    if (found.isWhole) warnings.push('no main text was found; all text of the page was taken');
  }
  const article = {
    ...mergeMeta(given, stated),
    text: written.text,
    blocks: written.blocks,
    origin: { fileText, runs: written.runs },
  };
  return { article, warnings };
}

function textOf(page: CleanPage, stated: Partial<ArticleMeta>): { written: Written; isWhole: boolean } {
  const tree = buildTree(page);
  const measured = measureTree(tree.body);
  const content = collectBlocks(tree.body, tree.sources, measured);
  content.outside.forEach(detach);
  const chosen = isTooMuch(page) ? new Set<never>() : readableTexts(tree);
  const story = storyBlocks(content, chosen, measured, statedBody(page.head.jsonLd));
  const isWhole = story.reduce((sum, { text }) => sum + text.length + 2, -2) < TOO_SHORT;
  const title = headline(content, stated.title ?? null);
  const body = isWhole ? inSight(content.blocks) : withHeadline(story, title);
  const writer = blockWriter();
  writeBlocks(body, writer);
  return { written: writer.written(), isWhole };
}

const isTooMuch = ({ elements, depths }: CleanPage): boolean => elements > MOST_ELEMENTS || depths > MOST_DEPTHS;

/** The blocks that are not left out, or all where nothing else is there. */
function inSight(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const kept = blocks.filter(({ out }) => !out);
  return kept.length > 0 ? kept : blocks;
}

/** The story with the headline before it, once. */
function withHeadline(story: readonly PageBlock[], title: readonly PageBlock[]): PageBlock[] {
  const name = letters(title.map(({ text }) => text).join(' '));
  return [
    ...title,
    ...story.filter((block) => !title.includes(block) && (name === '' || letters(block.text) !== name)),
  ];
}
