/** The tree of a cleaned page, with the way back from its text nodes to the file, and its main part. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { CleanPage, SourceText } from './html-clean.ts';

/** The little of the DOM that is used here. */
export interface DomNode {
  nodeType: number;
  localName?: string;
  data?: string;
  parentNode: DomNode | null;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  getAttribute?(name: string): string | null;
  appendChild(node: DomNode): DomNode;
  removeChild(node: DomNode): DomNode;
  cloneNode(deep: boolean): DomNode;
}

export const TEXT_NODE = 3;

/** A document, and where its text nodes come from. Nodes that a later stage made are not in `sources`. */
export interface PageTree {
  document: unknown;
  body: DomNode;
  sources: WeakMap<DomNode, SourceText>;
}

/** Builds the tree of a cleaned page. */
export function buildTree(page: CleanPage): PageTree {
  const { document } = parseHTML(page.html) as unknown as { document: { body: DomNode } };
  const sources = new WeakMap<DomNode, SourceText>();
  let index = 0;
  for (const node of textNodes(document.body)) {
    const source = page.texts[index++]!;
    node.data = source.data;
    sources.set(node, source);
  }
  return { document, body: document.body, sources };
}

/** The value of an attribute, empty where there is none. */
export function mark(node: DomNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

/** The text nodes below `root`, in order. */
export function* textNodes(root: DomNode): Generator<DomNode> {
  for (let node = nextNode(root, root); node !== null; node = nextNode(node, root)) {
    if (node.nodeType === TEXT_NODE) yield node;
  }
}

/** Takes `node` out of its tree. */
export function detach(node: DomNode): void {
  node.parentNode?.removeChild(node);
}

/** The node after `node` in the order of the document, below `root`. */
function nextNode(node: DomNode, root: DomNode): DomNode | null {
  if (node.firstChild !== null) return node.firstChild;
  for (let up: DomNode | null = node; up !== null && up !== root; up = up.parentNode) {
    if (up.nextSibling !== null) return up.nextSibling;
  }
  return null;
}

/** A deep copy of `node` whose text nodes have the same sources. */
export function cloneWithSources(node: DomNode, sources: PageTree['sources']): DomNode {
  const clone = node.cloneNode(true);
  const copies = textNodes(clone);
  for (const original of textNodes(node)) {
    const copy = copies.next().value as DomNode | undefined;
    const source = sources.get(original);
    if (copy && source) sources.set(copy, source);
  }
  return clone;
}

/**
 * The text that Readability takes for the main text, as the sources of its text nodes; empty when it finds none.
 * Takes the tree apart. Readability keeps a copy of the page as HTML for a second try; here that copy is a tree, so
 * that text nodes keep their sources.
 */
export function readableTexts(tree: PageTree): Set<SourceText> {
  const { body, sources } = tree;
  let kept: DomNode | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get() {
      kept = cloneWithSources(body, sources);
      return '';
    },
    set() {
      if (kept === null) return;
      while (body.firstChild !== null) body.removeChild(body.firstChild);
      const again = cloneWithSources(kept, sources);
      while (again.firstChild !== null) body.appendChild(again.firstChild);
    },
  });
  const reader = new Readability(tree.document as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomNode,
  });
  const chosen = new Set<SourceText>();
  const content = reader.parse()?.content;
  if (!content) return chosen;
  for (const node of textNodes(content)) {
    const source = sources.get(node);
    if (source) chosen.add(source);
  }
  return chosen;
}
