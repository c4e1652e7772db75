/** Markdown as an article: the prose, block by block. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { BlockKind } from '../model.ts';
import { alignText } from './align.ts';
import { type BlockWriter, blockWriter } from './block-writer.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { frontMatterLength, markdownMeta } from './front-matter.ts';
import { tooCostly } from './markdown-cost.ts';
import { textArticle } from './text.ts';

/**
 * The article in a Markdown file (CommonMark and GitHub's tables, strikethrough, footnotes). Text of links is
 * kept, their addresses are not; code blocks, HTML, front matter and images are left out. `origin` maps the text
 * back to the file. A file that would take the parser out of all proportion is read as plain text, with a warning.
 */
export function extractMarkdown(fileText: string, given: GivenMeta): Extracted {
  const stated = markdownMeta(fileText);
  const cost = tooCostly(fileText);
  const root = cost === null ? parse(fileText) : null;
  if (root === null) {
    const article = { ...textArticle(fileText, given), ...mergeMeta(given, stated) };
    return { article, warnings: [`read as plain text, not as Markdown: ${cost ?? 'the parser gave up'}`] };
  }
  const writer = blockWriter();
  writeBlocks(root, 'paragraph', { writer, fileText });
  const { text, blocks, runs } = writer.written();
  const article = { ...mergeMeta(given, stated), text, blocks, origin: { fileText, runs } };
  return { article, warnings: [] };
}

/** The tree, or null when the parser fails (it recurses, and hostile nesting exhausts its stack). */
function parse(fileText: string): Root | null {
  const front = frontMatterLength(fileText);
  // Front matter is blanked out rather than cut off, so that positions stay those of the file.
  const text = fileText.slice(0, front).replace(/[^\r\n]/g, ' ') + fileText.slice(front);
  try {
    return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  } catch {
    return null;
  }
}

interface Context {
  writer: BlockWriter;
  fileText: string;
}

const SKIPPED = new Set(['code', 'html', 'yaml', 'definition', 'image', 'imageReference', 'footnoteReference']);

function writeBlocks(node: Nodes, kind: BlockKind, context: Context): void {
  if (SKIPPED.has(node.type)) return;
  if (node.type === 'heading') writeBlock(node, 'heading', context);
  else if (node.type === 'paragraph') writeBlock(node, kind, context);
  else if (node.type === 'tableCell') writeBlock(node, 'cell', context);
  else if ('children' in node) {
    const inner = node.type === 'listItem' ? 'item' : node.type === 'blockquote' ? 'quote' : kind;
    for (const child of node.children) writeBlocks(child, inner, context);
  }
}

function writeBlock(node: Nodes, kind: BlockKind, context: Context): void {
  writeInline(node, context);
  context.writer.end(kind);
}

function writeInline(node: Nodes, context: Context): void {
  if (SKIPPED.has(node.type)) return;
  if (node.type === 'break') context.writer.newline();
  else if (node.type === 'text' || node.type === 'inlineCode') {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    for (const { text, file } of alignText(node.value, context.fileText, from, to)) context.writer.write(text, file);
  } else if ('children' in node) {
    for (const child of node.children) writeInline(child, context);
  }
}
