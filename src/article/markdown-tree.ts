/** The parser of Markdown behind one file: a tree whose nodes know where they stand. */
import type { SyntaxNode } from '@lezer/common';
import {
  type BlockContext,
  type Line,
  type MarkdownConfig,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

/** A node by its name, from `from` to `to` (UTF-16 offsets), with its children in order. */
export type MarkdownNode = SyntaxNode;

/** `[^label]: ` at the beginning of a footnote; labels have no space and no bracket. */
const FOOTNOTE = /^\[\^[^\]\s]{1,200}\]:[ \t]{0,100}/;
/** Columns by which the further paragraphs of a footnote are indented. */
const INDENT = 4;

/** Footnotes as GitHub has them, which the parser does not know. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite: (_context: BlockContext, line: Line): boolean => {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + INDENT) return false;
        line.moveBaseColumn(line.baseIndent + INDENT);
        return true;
      },
    },
    'FootnoteMark',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const mark = FOOTNOTE.exec(line.text.slice(line.pos));
        if (!mark) return false;
        const from = context.lineStart + line.pos;
        context.startComposite('FootnoteDefinition', line.pos);
        context.addElement(context.elt('FootnoteMark', from, from + mark[0].length));
        line.moveBase(line.pos + mark[0].length);
        return null;
      },
      endLeaf: (_context, line) => FOOTNOTE.test(line.text.slice(line.pos)),
    },
  ],
};

const markdown = parser.configure([Table, Strikethrough, TaskList, footnotes]);

/** The tree of a Markdown text. Throws what the parser throws at hostile nesting. */
export function parseMarkdown(text: string): MarkdownNode {
  return markdown.parse(text).topNode;
}
