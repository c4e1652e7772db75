/** AsciiDoc as an article: the prose, block by block. */
import type { ArticleMeta } from '../model.ts';
import { writeBlocks } from './asciidoc-blocks.ts';
import { type AsciidocHeader, headerMeta, readHeader } from './asciidoc-header.ts';
import { writeText } from './asciidoc-inline.ts';
import { type BlockWriter, blockWriter } from './block-writer.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';

/**
 * The article in an AsciiDoc file. Text of links and cross references is kept, their addresses are not; code, formulas,
 * pictures, comments, and what directives would fetch are left out; what conditions enclose is kept. Footnotes stand
 * behind the block that they are in. Attributes that the header defines are put in their places; others stay as they
 * are written. `origin` maps the text back to the file. Never throws; work is linear in the length of the file.
 *
 * This reader is the project's own: the reference implementation, @asciidoctor/core, knows the lines of blocks but not
 * where in them the text within stands, makes HTML of it at once, and reads what the text includes.
 */
export function extractAsciidoc(fileText: string, given: GivenMeta): Extracted {
  const header = readHeader(fileText);
  const writer = blockWriter();
  writeTitle(fileText, header, writer);
  writeBlocks(fileText, header.lines, header.body, writer, header.attributes);
  const { text, blocks, runs } = writer.written();
  const article = { ...mergeMeta(given, stated(fileText, header)), text, blocks, origin: { fileText, runs } };
  return { article, warnings: [] };
}

/** What an AsciiDoc file states of itself in its header. Linear and cheap. */
export function asciidocMeta(fileText: string): Partial<ArticleMeta> {
  return stated(fileText, readHeader(fileText));
}

/** The title without its marks. */
function stated(fileText: string, header: AsciidocHeader): Partial<ArticleMeta> {
  const meta = headerMeta(fileText, header);
  if (header.title === null || meta.title !== fileText.slice(header.title.start, header.title.end)) return meta;
  const writer = blockWriter();
  writeTitle(fileText, header, writer);
  return { ...meta, title: writer.written().text || null };
}

function writeTitle(fileText: string, { title, attributes }: AsciidocHeader, writer: BlockWriter): void {
  if (title === null) return;
  writeText(fileText, [title], attributes, writer);
  writer.end('heading');
}
