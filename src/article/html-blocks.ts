/** A tree as blocks of text in the order of the page, each with what tells story from clutter. */
import type { BlockKind } from '../model.ts';
import type { SourceText } from './html-clean.ts';
import { isForeign } from './html-lines.ts';
import { isLink, type Measured, sizeOf } from './html-measure.ts';
import { BLOCKS, PROSE } from './html-tags.ts';
import { type DomNode, mark, type PageTree, TEXT_NODE } from './html-tree.ts';

/** A text node of a block, or a line break. */
export type Part = { data: string; source: SourceText | undefined } | 'newline';

export interface PageBlock {
  kind: BlockKind;
  parts: Part[];
  /** Its text with single spaces. */
  text: string;
  /** Characters in all, in links, and in bylines and dates; white space at the ends of text nodes apart. */
  length: number;
  linked: number;
  stated: number;
  /** The element the block is at home in: the nearest that is no part of prose itself. */
  home: DomNode;
  /** Whether it stands in an element that is left out of stories. */
  out: boolean;
  /** Whether it is a line of another kind: a pointer, a notice, a credit, nothing but links. */
  foreign: boolean;
}

export interface PageBlocks {
  blocks: PageBlock[];
  /** For each element that begins and ends blocks, the half-open range of its blocks. */
  ranges: Map<DomNode, readonly [number, number]>;
  /** The outermost elements that are left out. */
  outside: DomNode[];
}

interface Place {
  kind: BlockKind;
  home: DomNode;
  inLink: boolean;
  stated: boolean;
  out: boolean;
}

type Open = Pick<PageBlock, 'parts' | 'length' | 'linked' | 'stated'>;
const nothing = (): Open => ({ parts: [], length: 0, linked: 0, stated: 0 });

/** The blocks below `root`; blocks without text are none. Nothing is lost: what is left out is marked so. */
export function collectBlocks(root: DomNode, sources: PageTree['sources'], measured: Measured): PageBlocks {
  const page: PageBlocks = { blocks: [], ranges: new Map(), outside: [] };
  let open = nothing();
  /** Line breaks since the last text. */
  let breaks = 0;

  const end = ({ kind, home, out }: Place): void => {
    if (open.length > 0) {
      const block = { ...open, kind, text: textOf(open.parts) };
      page.blocks.push({ ...block, home, out, foreign: isForeign(block) });
    }
    open = nothing();
    breaks = 0;
  };
  const addText = (node: DomNode, place: Place): void => {
    const data = node.data ?? '';
    const length = sizeOf(data);
    open.parts.push({ data, source: sources.get(node) });
    if (length === 0) return;
    breaks = 0;
    open.length += length;
    if (place.stated) open.stated += length;
    if (place.inLink) open.linked += length;
  };
  const visit = (node: DomNode, place: Place): void => {
    if (node.nodeType === TEXT_NODE) {
      addText(node, place);
      return;
    }
    const name = node.localName ?? '';
    if (name === 'br') {
      // One break ends a line, two end a paragraph.
      if (breaks++ === 0) open.parts.push('newline');
      else end(place);
      return;
    }
    const isBlock = BLOCKS.has(name);
    const clutter = measured.clutter(node);
    const isOut = clutter === 'out' && !place.out;
    if (isBlock || isOut) end(place);
    const from = page.blocks.length;
    if (isOut) page.outside.push(node);
    const inner: Place = {
      kind: isBlock ? kindOf(name, place.kind) : place.kind,
      home: isBlock && !PROSE.has(name) ? node : place.home,
      inLink: place.inLink || (isLink(node, measured.of(node)) && !isAnchor(node, place.kind)),
      stated: place.stated || clutter === 'stated',
      out: place.out || isOut,
    };
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, inner);
    if (isBlock || isOut) end(inner);
    if (isBlock) page.ranges.set(node, [from, page.blocks.length]);
  };
  const place: Place = { kind: 'paragraph', home: root, inLink: false, stated: false, out: false };
  visit(root, place);
  end(place);
  return page;
}

/** A heading that links to itself is a heading still. */
const isAnchor = (node: DomNode, kind: BlockKind): boolean => kind === 'heading' && mark(node, 'href').startsWith('#');

function kindOf(name: string, kind: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
  if (name === 'td' || name === 'th') return 'cell';
  return name === 'blockquote' ? 'quote' : kind;
}

function textOf(parts: readonly Part[]): string {
  const text = parts.map((part) => (part === 'newline' ? '\n' : part.data)).join('');
  return text.replace(/\s+/g, ' ').trim();
}
