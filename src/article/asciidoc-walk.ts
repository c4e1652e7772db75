/** Where the reader of AsciiDoc's blocks is, and how it writes. */
import type { BlockKind, Span } from '../model.ts';
import type { Attributes } from './asciidoc-attributes.ts';
import { writeText } from './asciidoc-inline.ts';
import { isUnderline } from './asciidoc-lines.ts';
import { type BlockStyle, PLAIN } from './asciidoc-style.ts';
import type { BlockWriter } from './block-writer.ts';

export interface Walk {
  file: string;
  lines: readonly Span[];
  at: number;
  writer: BlockWriter;
  known: Attributes;
  /** Blocks that are open, each with its delimiter and what its paragraphs are. */
  open: { delimiter: string; kind: BlockKind }[];
  base: BlockKind;
  tables: number;
  style: BlockStyle;
  /** The title above the next block. */
  title: Span | null;
  /** Whether the next block belongs to a list item. */
  attached: boolean;
}

/** The line of index `at`, '' behind the last. */
export const lineAt = ({ file, lines }: Walk, at: number): string =>
  at < lines.length ? file.slice(lines[at]!.start, lines[at]!.end) : '';

/** What a paragraph is here. */
export const kindNow = (walk: Walk): BlockKind => walk.open.at(-1)?.kind ?? walk.base;

/** Forgets what was said of the block that has been read. */
export function reset(walk: Walk): void {
  walk.style = PLAIN;
  walk.title = null;
  walk.attached = false;
}

/** Whether the present line is the title above a line that underlines it. */
export function isUnderlined(walk: Walk): boolean {
  return isUnderline(lineAt(walk, walk.at + 1), lineAt(walk, walk.at));
}

/** Writes the title that stands above a block. */
export function writeTitle(walk: Walk): void {
  if (walk.title) write(walk, [walk.title], 'heading');
  walk.title = null;
}

/** Writes one block, and behind it the notes that stand in it: so no sentence is torn. Notes in notes are left out. */
export function write(walk: Walk, lines: readonly Span[], kind: BlockKind, breakLines = false): void {
  const { file, known, writer } = walk;
  const notes = writeText(file, lines, known, writer, breakLines || known.get('hardbreaks') !== undefined);
  writer.end(kind);
  for (const note of notes) {
    writeText(file, note, known, writer);
    writer.end('paragraph');
  }
}
