/** A DOCX document's tree to blocks of text. */
import type { BlockKind } from '../model.ts';
import { type BlockWriter, blockWriter, type Written } from './block-writer.ts';
import type { DocxNode, DocxTree } from './docx-tree.ts';

/** Most paragraphs and characters kept; a book of 1,000 pages has some 10,000 paragraphs and 2 million characters. */
const MOST_PARAGRAPHS = 100_000;
const MOST_TEXT = 4_000_000;
/** The headline is looked for this far from the beginning, in paragraphs. */
const HEAD = 20;

/** A paragraph of the document. */
interface Paragraph {
  node: DocxNode;
  kind: BlockKind;
}

/** Text and blocks; `title` is the text of the headline, `cut` says that a cap was reached. */
export interface DocxBlocks extends Written {
  title: string | null;
  cut: boolean;
}

/**
 * The blocks of a document: its title first, wherever near the beginning it stands, then its paragraphs in order,
 * then the notes they refer to, each once. Tables of contents are left out.
 */
export function docxBlocks(tree: DocxTree): DocxBlocks {
  const paragraphs: Paragraph[] = [];
  gather(tree.body, 'paragraph', paragraphs);
  const head = paragraphs.slice(0, HEAD);
  const at = head.findIndex(({ node }) => /^title$/i.test(styleOf(node)) && textOf(node).trim() !== '');
  if (at > 0) paragraphs.unshift(...paragraphs.splice(at, 1));
  const heading = head.find(({ node, kind }) => kind === 'heading' && textOf(node).trim() !== '');
  const titled = at >= 0 ? paragraphs[0] : heading;
  const writer = blockWriter();
  const state: Writing = { writer, length: 0, references: [] };
  for (const paragraph of paragraphs) writeParagraph(paragraph, state);
  const seen = new Set<string>();
  for (const reference of state.references) {
    const key = `${reference.noteType} ${reference.noteId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const notes: Paragraph[] = [];
    for (const node of tree.noteOf(reference)) gather(node, 'paragraph', notes);
    for (const note of notes) writeParagraph(note, state);
  }
  const title = titled ? textOf(titled.node).replace(/\s+/g, ' ').trim().slice(0, 1000) : null;
  const cut = tree.cut || paragraphs.length >= MOST_PARAGRAPHS || state.length >= MOST_TEXT;
  return { ...writer.written(), title, cut };
}

/** Adds the paragraphs below `node`. Deeper nesting than the stack holds has already failed in the parser. */
function gather(node: DocxNode, kind: BlockKind, to: Paragraph[]): void {
  if (to.length >= MOST_PARAGRAPHS) return;
  if (node.type === 'paragraph') {
    if (!/^(?:toc|table of figures)\b/i.test(styleOf(node))) to.push({ node, kind: kindOf(node, kind) });
    return;
  }
  // A table of one cell is a frame around ordinary text.
  const isFrame = node.type === 'table' && node.children?.length === 1 && node.children[0]?.children?.length === 1;
  const inner = node.type === 'table' && !isFrame ? 'cell' : kind;
  for (const child of node.children ?? []) gather(child, inner, to);
}

/** By style, then by numbering; styles have their English names in files of every language. */
function kindOf(node: DocxNode, around: BlockKind): BlockKind {
  if (around === 'cell') return 'cell';
  const style = styleOf(node);
  if (/^(?:heading ?\d?|title|subtitle)$/i.test(style)) return 'heading';
  if (/quot/i.test(style)) return 'quote';
  return node.numbering || /^list\b(?! (?:continue|table))/i.test(style) ? 'item' : around;
}

function styleOf(node: DocxNode): string {
  return node.styleName ?? node.styleId ?? '';
}

interface Writing {
  writer: BlockWriter;
  length: number;
  references: DocxNode[];
}

function writeParagraph({ node, kind }: Paragraph, state: Writing): void {
  if (state.length >= MOST_TEXT) return;
  writeInline(node, state);
  state.writer.end(kind);
}

function writeInline(node: DocxNode, state: Writing): void {
  if (node.type === 'text') {
    const text = (node.value ?? '').slice(0, MOST_TEXT - state.length).replaceAll('\u00ad', '');
    state.length += text.length;
    state.writer.write(text, null);
  } else if (node.type === 'tab') state.writer.write(' ', null);
  else if (node.type === 'break' && node.breakType === 'line') state.writer.newline();
  else if (node.type === 'break') state.writer.write(' ', null);
  else if (node.type === 'noteReference') state.references.push(node);
  for (const child of node.children ?? []) writeInline(child, state);
}

function textOf(node: DocxNode): string {
  if (node.type === 'text') return node.value ?? '';
  return node.type === 'tab' || node.type === 'break' ? ' ' : (node.children ?? []).map(textOf).join('');
}
