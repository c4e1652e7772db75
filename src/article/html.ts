/** HTML as an article: its main text, headline first. */
import type { ArticleMeta } from '../model.ts';
import { blockWriter, type Written } from './block-writer.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { writeTree } from './html-blocks.ts';
import { type CleanPage, cleanHtml } from './html-clean.ts';
import { headline, letters, plainText } from './html-headline.ts';
import { headMeta } from './html-meta.ts';
import { plainBody } from './html-plain.ts';
import { buildTree, mainPart } from './html-tree.ts';

/** Main text shorter than this, in characters, is taken for a miss. */
const TOO_SHORT = 200;
/** Most elements that the search for main text is asked to weigh; it takes about 60 microseconds an element. */
const MOST_ELEMENTS = 50_000;
/** What is left out of a page taken whole. */
const CHROME = new Set(['nav', 'footer', 'aside', 'form', 'menu']);

/**
 * The article in a page: its headline and main text, block by block, without captions, asides, link lists and
 * pointers to other articles; meta from what the page states, where `given` does not have it. No script runs and
 * nothing is fetched. `origin` maps the text back to the file. Where no main text of 200 characters is found the
 * article is all of the page's text but navigation, and a warning says so. Work and memory are linear in the
 * length of the file and capped: 4,000,000 characters of text, 200,000 elements.
 */
export function extractHtml(fileText: string, given: GivenMeta): Extracted {
  const page = cleanHtml(fileText);
  const stated = headMeta(page.head, given.url ?? null);
  const warnings: string[] = page.cut ? ['the page is too large; its text was cut off at 4,000,000 characters'] : [];
  let written = page.hopeless || page.elements > MOST_ELEMENTS ? null : mainText(page, stated);
  if (written === null && page.hopeless) {
    written = plainBody(fileText).written();
    warnings.push('the page is nested too deeply; all text between its tags was taken');
  } else if (written === null) {
    written = wholeText(page);
    warnings.push('no main text was found; all text of the page was taken');
  }
  const article = {
    ...mergeMeta(given, stated),
    text: written.text,
    blocks: written.blocks,
    origin: { fileText, runs: written.runs },
  };
  return { article, warnings };
}

/** Headline and main text, or null when there is too little of it. */
function mainText(page: CleanPage, stated: Partial<ArticleMeta>): Written | null {
  const tree = buildTree(page);
  const title = headline(tree, stated.title ?? null);
  const main = mainPart(tree);
  if (main === null) return null;
  const body = blockWriter();
  writeTree(main, body, tree.sources);
  const written = body.written();
  if (written.text.length < TOO_SHORT) return null;
  if (title === null || startsWith(written, letters(plainText(title)))) return written;
  const whole = blockWriter();
  writeTree(title, whole, tree.sources);
  writeTree(main, whole, tree.sources);
  return whole.written();
}

/** Whether one of the first three blocks is the headline already. */
function startsWith(written: Written, title: string): boolean {
  return written.blocks.slice(0, 3).some(({ start, end }) => letters(written.text.slice(start, end)) === title);
}

function wholeText(page: CleanPage): Written {
  const tree = buildTree(page);
  const writer = blockWriter();
  writeTree(tree.body, writer, tree.sources, CHROME);
  return writer.written();
}
