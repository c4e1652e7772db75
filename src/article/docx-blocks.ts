/** A DOCX document's tree to blocks of text. */
import type { ArticleComment, BlockKind, DocumentPiece } from '../model.ts';
import { type BlockWriter, blockWriter, type Written } from './block-writer.ts';
import { commentsOf } from './docx-comments.ts';
import { marksIn } from './docx-marks.ts';
import { type DocxPlaces, docxPlaces } from './docx-places.ts';
import { textOf } from './docx-text.ts';
import type { DocxNode, DocxTree } from './docx-tree.ts';

/** Most paragraphs and characters kept; a book of 1,000 pages has some 10,000 paragraphs and 2 million characters. */
const MOST_PARAGRAPHS = 100_000;
const MOST_TEXT = 4_000_000;
/** The headline is looked for this far from the beginning, in paragraphs. */
const HEAD = 20;

/** A paragraph of the document. */
export interface Paragraph {
  node: DocxNode;
  kind: BlockKind;
}

/** Text and blocks; `title` is the text of the headline, `cut` says that a cap was reached. */
export interface DocxBlocks extends Omit<Written, 'runs'> {
  title: string | null;
  cut: boolean;
  document: DocumentPiece[];
  comments: ArticleComment[];
}

/**
 * The blocks of a document: its title first, wherever near the beginning it stands, then its paragraphs in order,
 * then the notes they refer to, each once. Tables of contents are left out.
 */
export function docxBlocks(tree: DocxTree, paragraphs = paragraphsOf(tree)): DocxBlocks {
  const head = paragraphs.slice(0, HEAD);
  const at = head.findIndex(({ node }) => /^title$/i.test(styleOf(node)) && textOf(node).trim() !== '');
  if (at > 0) paragraphs.unshift(...paragraphs.splice(at, 1));
  const heading = head.find(({ node, kind }) => kind === 'heading' && textOf(node).trim() !== '');
  const titled = at >= 0 ? paragraphs[0] : heading;
  const title = titled ? textOf(titled.node).replace(/\s+/g, ' ').trim().slice(0, 1000) : null;
  return { ...blocksOf(tree, paragraphs), title };
}

/** The paragraphs of a document in order, those of tables of contents left out. */
export function paragraphsOf(tree: DocxTree): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  gather(tree.body, 'paragraph', paragraphs);
  return paragraphs;
}

/** The blocks of some of a document's paragraphs, then of the notes they refer to. */
export function blocksOf(tree: DocxTree, paragraphs: readonly Paragraph[]): Omit<DocxBlocks, 'title'> {
  const writer = blockWriter();
  const state: Writing = { writer, places: docxPlaces(), length: 0, references: [] };
  for (const paragraph of paragraphs) writeParagraph(paragraph, state);
  const seen = new Set<string>();
  for (const { node: reference, place } of state.references) {
    const key = `${reference.noteType} ${reference.noteId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const notes: Paragraph[] = [];
    for (const node of tree.noteOf(reference)) gather(node, 'paragraph', notes);
    state.places.beginNote(place);
    for (const note of notes) writeParagraph(note, state);
  }
  const cut = tree.cut || paragraphs.length >= MOST_PARAGRAPHS || state.length >= MOST_TEXT;
  const { text, blocks, runs } = writer.written();
  const document = state.places.pieces(runs);
  return { text, blocks, cut, document, comments: commentsOf(tree.comments, state.places.anchors(runs)) };
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
  places: DocxPlaces;
  length: number;
  references: { node: DocxNode; place: ReturnType<DocxPlaces['here']> }[];
}

function writeParagraph({ node, kind }: Paragraph, state: Writing): void {
  if (state.length >= MOST_TEXT) return;
  state.places.beginParagraph();
  writeInline(node, state);
  state.places.endParagraph();
  state.writer.end(kind);
}

function writeInline(node: DocxNode, state: Writing): void {
  const { writer, places } = state;
  if (node.type === 'text') writeText(node.value ?? '', state);
  else if (node.type === 'tab') writer.write(' ', places.pass(1));
  else if (node.type === 'break') {
    if (node.breakType === 'line') writer.newline();
    else writer.write(' ', null);
    places.pass(1);
  } else if (node.type === 'noteReference') state.references.push({ node, place: places.here() });
  for (const child of node.children ?? []) writeInline(child, state);
}

/** Soft hyphens only say where a word may be broken: they are left out. */
function writeText(value: string, state: Writing): void {
  for (const part of marksIn(value)) {
    if ('mark' in part) {
      state.places.mark(part.mark);
      continue;
    }
    const kept = part.text.slice(0, MOST_TEXT - state.length);
    state.length += kept.length;
    let at = state.places.pass(part.text.length);
    for (const word of kept.split('\u00ad')) {
      if (word !== '') state.writer.write(word, at);
      at += word.length + 1;
    }
  }
}
