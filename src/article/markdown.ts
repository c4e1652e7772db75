/** Markdown as an article: the prose, block by block. */
import { decodeHTMLStrict } from 'entities';
import type { BlockKind } from '../model.ts';
import { type BlockWriter, blockWriter } from './block-writer.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { frontMatterLength, markdownMeta } from './front-matter.ts';
import { tooCostly } from './markdown-cost.ts';
import { linkText, type References, referencesIn } from './markdown-links.ts';
import { type MarkdownNode, parseMarkdown } from './markdown-tree.ts';
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
  writeBlocks(root, 'paragraph', { writer, fileText, references: referencesIn(root, fileText) });
  const { text, blocks, runs } = writer.written();
  const article = { ...mergeMeta(given, stated), text, blocks, origin: { fileText, runs } };
  return { article, warnings: [] };
}

/** The tree, or null when the parser fails (it recurses, and hostile nesting exhausts its stack). */
function parse(fileText: string): MarkdownNode | null {
  const front = frontMatterLength(fileText);
  // Front matter is blanked out rather than cut off, so that positions stay those of the file.
  const text = fileText.slice(0, front).replace(/[^\r\n]/g, ' ') + fileText.slice(front);
  try {
    return parseMarkdown(text);
  } catch {
    return null;
  }
}

interface Context {
  writer: BlockWriter;
  fileText: string;
  references: References;
}

/** What holds no prose. */
const SKIPPED = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'HorizontalRule',
  'LinkReference',
  'TableDelimiter',
  'ListMark',
  'QuoteMark',
  'FootnoteMark',
  'TaskMarker',
]);
const HEADING = /^(?:ATX|Setext)Heading/;

function writeBlocks(node: MarkdownNode, kind: BlockKind, context: Context): void {
  const name = node.name;
  if (SKIPPED.has(name)) return;
  if (name === 'Paragraph' || name === 'Task') writeBlock(node, kind, context);
  else if (name === 'TableCell') writeBlock(node, 'cell', context);
  else if (HEADING.test(name)) writeBlock(node, 'heading', context);
  else {
    const inner = name === 'ListItem' ? 'item' : name === 'Blockquote' ? 'quote' : kind;
    for (let child = node.firstChild; child; child = child.nextSibling) writeBlocks(child, inner, context);
  }
}

function writeBlock(node: MarkdownNode, kind: BlockKind, context: Context): void {
  writeInline(node, node.from, node.to, context);
  context.writer.end(kind);
}

/** Marks and what else stands between the words. */
const MARKS = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Image',
]);

/** Writes what `node` has from `from` to `to`: its own characters, and those of its children but marks. */
function writeInline(node: MarkdownNode, from: number, to: number, context: Context): void {
  const { writer, fileText } = context;
  let at = from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.from < at) continue;
    if (child.from >= to) break;
    writer.write(fileText.slice(at, child.from), at);
    at = child.to;
    writeChild(child, context);
  }
  writer.write(fileText.slice(at, to), at);
}

function writeChild(node: MarkdownNode, context: Context): void {
  const { writer, fileText } = context;
  if (MARKS.has(node.name)) return;
  switch (node.name) {
    case 'Escape':
      writer.write(fileText.slice(node.from + 1, node.to), node.from + 1);
      return;
    case 'Entity':
      writeEntity(fileText.slice(node.from, node.to), node.from, writer);
      return;
    case 'HardBreak':
      writer.newline();
      return;
    case 'InlineCode': {
      const [open, close] = [node.firstChild, node.lastChild];
      if (open && close) writer.write(fileText.slice(open.to, close.from), open.to);
      return;
    }
    case 'Autolink':
      writer.write(fileText.slice(node.from + 1, node.to - 1), node.from + 1);
      return;
    case 'Link': {
      const inner = linkText(node, fileText, context.references);
      if (inner) writeInline(node, inner.start, inner.end, context);
      return;
    }
    default:
      writeInline(node, node.from, node.to, context);
  }
}

function writeEntity(written: string, from: number, writer: BlockWriter): void {
  const meant = decodeHTMLStrict(written);
  if (meant === written) writer.write(written, from);
  else writer.write(meant, from, written.length);
}
