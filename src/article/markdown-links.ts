/** Links of Markdown: which are links, and what of them is text. */
import type { Span } from '../model.ts';
import type { MarkdownNode } from './markdown-tree.ts';

/** What labels stand for, as far as it matters whether they stand for anything. */
export interface References {
  links: ReadonlySet<string>;
  footnotes: ReadonlySet<string>;
}

/** The labels that the document defines. */
export function referencesIn(root: MarkdownNode, fileText: string): References {
  const links = new Set<string>();
  const footnotes = new Set<string>();
  root.cursor().iterate(({ name, from, to, node }) => {
    if (name === 'LinkReference') {
      const label = node.getChild('LinkLabel');
      if (label) links.add(normal(fileText.slice(label.from + 1, label.to - 1)));
    } else if (name === 'FootnoteMark') {
      footnotes.add(normal(fileText.slice(from + 1, fileText.lastIndexOf(']', to))));
    }
  });
  return { links, footnotes };
}

/** Labels are compared without regard to case and white space. */
const normal = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * What of a link is text: what stands in its brackets; all of it when its label is defined nowhere, as then it is no link;
 * null for the mark of a footnote.
 */
export function linkText(node: MarkdownNode, fileText: string, { links, footnotes }: References): Span | null {
  const marks = node.getChildren('LinkMark');
  const [open, close] = marks;
  if (!open || !close) return { start: node.from, end: node.to };
  const text = { start: open.to, end: close.from };
  if (node.getChild('URL')) return text;
  const own = fileText.slice(text.start, text.end);
  if (own.startsWith('^') && footnotes.has(normal(own))) return null;
  const label = node.getChild('LinkLabel');
  const wanted = label && label.to - label.from > 2 ? fileText.slice(label.from + 1, label.to - 1) : own;
  return links.has(normal(wanted)) ? text : { start: node.from, end: node.to };
}
