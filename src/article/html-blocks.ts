/** A tree to text, block by block, without what is no part of the story. */
import type { BlockKind } from '../model.ts';
import type { BlockWriter } from './block-writer.ts';
import { ASIDES, BLOCKS } from './html-tags.ts';
import { type DomNode, type PageTree, TEXT_NODE } from './html-tree.ts';

/** Lines that point elsewhere; they carry other articles' headlines, which are not claims of this one. */
const POINTERS =
  /^(?:related(?: (?:stories|articles|coverage|topics))?|read (?:more|also|next)|see also|more (?:on this|from|stories)|recommended|most (?:read|popular)|advertisement|sponsored|share this|follow us|sign up|subscribe)(?:$|\s{0,3}[:|–—-])/i;
/** A pointer is short; a sentence that begins like one and goes on is text. */
const LONGEST_POINTER = 200;
/** Share of a block's characters in links from which on the block is a link and nothing more. */
const ALL_LINK = 0.9;

interface Walk {
  writer: BlockWriter;
  sources: PageTree['sources'];
  /** Elements to leave out. */
  without: Set<string>;
  /** Characters of the open block, in all and in links. */
  length: number;
  linked: number;
  /** Line breaks since the last text. */
  breaks: number;
}

/** Writes the text below `root` to `writer`. */
export function writeTree(root: DomNode, writer: BlockWriter, sources: PageTree['sources'], without = ASIDES): void {
  const walk: Walk = { writer, sources, without, length: 0, linked: 0, breaks: 0 };
  writeNode(root, 'paragraph', false, walk);
  endBlock('paragraph', walk);
}

function writeNode(node: DomNode, kind: BlockKind, inLink: boolean, walk: Walk): void {
  if (node.nodeType === TEXT_NODE) {
    writeText(node, inLink, walk);
    return;
  }
  const name = node.localName ?? '';
  if (walk.without.has(name)) return;
  if (name === 'br') {
    // One break ends a line, two end a paragraph.
    if (walk.breaks++ === 0) walk.writer.newline();
    else endBlock(kind, walk);
    return;
  }
  const isBlock = BLOCKS.has(name);
  if (isBlock) endBlock(kind, walk);
  const inner = isBlock ? kindOf(name, kind) : kind;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    writeNode(child, inner, inLink || name === 'a', walk);
  }
  if (isBlock) endBlock(inner, walk);
}

function kindOf(name: string, kind: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
  if (name === 'td' || name === 'th') return 'cell';
  return name === 'blockquote' ? 'quote' : kind;
}

function writeText(node: DomNode, inLink: boolean, walk: Walk): void {
  const data = node.data ?? '';
  const length = data.trim().length;
  if (length > 0) walk.breaks = 0;
  walk.length += length;
  if (inLink) walk.linked += length;
  let done = 0;
  for (const place of walk.sources.get(node)?.places ?? []) {
    writeStretch(data.slice(done, place.at), null, walk);
    done = place.at + place.length;
    writeStretch(data.slice(place.at, done), place.file, walk);
  }
  writeStretch(data.slice(done), null, walk);
}

/** Soft hyphens only say where a word may be broken: they are left out. */
function writeStretch(text: string, file: number | null, walk: Walk): void {
  let at = 0;
  for (const part of text.split('\u00ad')) {
    if (part !== '') walk.writer.write(part, file === null ? null : file + at);
    at += part.length + 1;
  }
}

function endBlock(kind: BlockKind, walk: Walk): void {
  const isLink = kind !== 'heading' && walk.linked >= walk.length * ALL_LINK;
  walk.writer.end(kind, (text) => !isLink && !(text.length <= LONGEST_POINTER && POINTERS.test(text)));
  walk.length = 0;
  walk.linked = 0;
  walk.breaks = 0;
}
