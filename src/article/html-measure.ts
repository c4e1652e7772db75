/** How much text each element of a page holds, and which elements are clutter. */
import { type Clutter, type ClutterReader, clutterReader } from './html-clutter.ts';
import { type DomNode, mark, TEXT_NODE } from './html-tree.ts';

/** A text node of that many characters outside links is prose; labels, names and teasers are shorter. */
const PROSE_LENGTH = 80;
/** Share of a page's prose from which on an element is the story, whatever its class says. */
const STORY_SHARE = 0.35;
/** Comments may be longer than the story, so they go as long as this much prose is left elsewhere, in characters. */
const ENOUGH = 250;
/** Longest text of an element that counts as clutter only while short, in characters. */
const SHORT = 400;
/** Longest byline or date, in characters. */
const LONGEST_STATED = 300;
/** Share of link text from which on an element is a list of links. */
const LINKS = 0.5;
/** Link text from which on a list of links is one, in characters; a story's lists may name a source or two. */
const LEAST_LINKS = 60;

/** Longest text of a link, in characters; cards that link as a whole have some hundred. */
const LONGEST_LINK = 1000;

const HAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const ALL_HAN = new RegExp(HAN, 'g');

/** Characters below an element. */
export interface Measure {
  text: number;
  linked: number;
  prose: number;
  /** Whether a headline or what is marked as an article's body stands below it. */
  anchor: boolean;
  /** Whether a table or listing stands below it: a figure of that kind is text. */
  table: boolean;
}

export interface Measured {
  of(node: DomNode): Measure;
  /** What to do with an element: leave it out, count it as byline or date, or neither. */
  clutter(node: DomNode): 'out' | 'stated' | null;
}

/** Measures the tree below `body` in one pass. */
export function measureTree(body: DomNode): Measured {
  const measures = new Map<DomNode, Measure>();
  const whole = measure(body, measures);
  const kindOf: ClutterReader = clutterReader();
  const of = (node: DomNode): Measure => measures.get(node) ?? whole;
  return {
    of,
    clutter(node) {
      const kind = kindOf(node);
      const size = of(node);
      if (kind === 'stated') return size.text <= LONGEST_STATED ? 'stated' : null;
      if (size.anchor || node === body || (node.localName === 'figure' && size.table)) return null;
      if (kind === null) return isLinkList(node, size) && size.prose === 0 ? 'out' : null;
      return isOut(kind, size, whole) ? 'out' : null;
    },
  };
}

function isOut(kind: Clutter, size: Measure, whole: Measure): boolean {
  if (kind === 'short') return size.text <= SHORT || size.linked > size.text * LINKS;
  if (kind === 'comments' && whole.prose - size.prose >= ENOUGH) return true;
  return size.prose <= whole.prose * STORY_SHARE;
}

function isLinkList(node: DomNode, size: Measure): boolean {
  const isList = node.localName === 'ul' || node.localName === 'ol';
  return isList && size.linked >= LEAST_LINKS && size.linked > size.text * LINKS;
}

function measure(node: DomNode, measures: Map<DomNode, Measure>): Measure {
  const isAnchor = node.localName === 'h1' || node.localName === 'main' || /articleBody/.test(mark(node, 'itemprop'));
  const isTable = node.localName === 'table' || node.localName === 'pre';
  const sum: Measure = { text: 0, linked: 0, prose: 0, anchor: isAnchor, table: isTable };
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) {
      const length = sizeOf(child.data ?? '');
      sum.text += length;
      if (length >= PROSE_LENGTH) sum.prose += length;
    } else {
      const inner = measure(child, measures);
      sum.text += inner.text;
      sum.linked += inner.linked;
      sum.prose += inner.prose;
      sum.anchor ||= inner.anchor;
      sum.table ||= inner.table;
    }
  }
  if (isLink(node, sum)) {
    sum.linked = sum.text;
    sum.prose = 0;
  }
  measures.set(node, sum);
  return sum;
}

/** Length of a text as a reader feels it, white space at its ends apart: a Chinese character says as much as three letters. */
export function sizeOf(text: string): number {
  const { length } = text.trim();
  return HAN.test(text) ? length + 2 * (text.match(ALL_HAN)?.length ?? 0) : length;
}

/** Whether an element is a link around text; one that is never closed holds the rest of the page and is none. */
export function isLink(node: DomNode, { text }: Measure): boolean {
  return node.localName === 'a' && text <= LONGEST_LINK && mark(node, 'href') !== '';
}
