/** Tells the lines of a Markdown file that are code from the others, going through it once. Pure. */

interface Fence {
  mark: string;
  length: number;
  /** How deep in quotes it stands, and the column at which the content of its list item begins. */
  quotes: number;
  item: number;
}

/** A line without the marks of what it stands in. Columns count from 0 and from the last quote mark. */
interface Lead {
  /** Offset and column of its first character that is no space. */
  at: number;
  column: number;
  quotes: number;
  blank: boolean;
}

const LIST_MARK = /^(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,100}\]:)(?=[ \t]|$)/;
const FENCE = /^(`{3,}|~{3,})/;
/** Most quotes and list items that a line opens, and list items inside one another. */
const DEEPEST = 100;

/**
 * A function to call with each line in turn, its end included; it says whether the line is code (fences among it),
 * and where its content begins. Takes time linear in the lines.
 */
export function markdownCode(): (file: string, start: number, end: number) => { code: boolean; content: number } {
  let fence: Fence | null = null;
  /** Columns at which the content of the open list items begins. */
  let items: number[] = [];
  let quotes = 0;
  let blankBefore = true;
  let indented = false;

  return (file, start, end) => {
    let lead = leadOf(file, start, end, 0);
    if (fence) {
      const left = lead.quotes < fence.quotes || (!lead.blank && lead.column < fence.item);
      if (!left) {
        if (closes(fence, file.slice(lead.at, end))) fence = null;
        blankBefore = false;
        return { code: true, content: lead.at };
      }
      fence = null;
    }
    if (lead.quotes !== quotes) {
      // A paragraph may go on without its quote mark; whether a list did so is not worth knowing.
      items = [];
      quotes = lead.quotes;
    }
    if (lead.blank) {
      blankBefore = true;
      return { code: indented, content: lead.at };
    }
    if (blankBefore) while (items.length > 0 && lead.column < items.at(-1)!) items.pop();
    indented = (blankBefore || indented) && lead.column >= (items.at(-1) ?? 0) + 4;
    blankBefore = false;
    if (indented) return { code: true, content: lead.at };
    for (let marks = 0; marks < DEEPEST; marks++) {
      const mark = LIST_MARK.exec(file.slice(lead.at, Math.min(end, lead.at + 110)))?.[0];
      if (mark === undefined) break;
      while (items.length > 0 && lead.column < items.at(-1)!) items.pop();
      const next = leadOf(file, lead.at + mark.length, end, lead.column + mark.length);
      // Content that stands far off is code in the item; of a footnote it begins at the fourth column.
      const far = next.blank || next.column - lead.column - mark.length > 4;
      const note = mark.startsWith('[');
      if (items.length < DEEPEST)
        items.push(note ? lead.column + 4 : far ? lead.column + mark.length + 1 : next.column);
      if (far && !note) {
        indented = !next.blank;
        return { code: indented, content: next.at };
      }
      lead = { ...next, quotes: lead.quotes };
    }
    const open = FENCE.exec(file.slice(lead.at, Math.min(end, lead.at + 1000)))?.[1];
    if (open === undefined || (open[0] === '`' && file.slice(lead.at + open.length, end).includes('`'))) {
      return { code: false, content: lead.at };
    }
    fence = { mark: open[0]!, length: open.length, quotes, item: items.at(-1) ?? 0 };
    return { code: true, content: lead.at };
  };
}

function closes({ mark, length }: Fence, line: string): boolean {
  let count = 0;
  while (line[count] === mark) count++;
  return count >= length && line.slice(count).trim() === '';
}

/** Passes spaces and quote marks from `from`, which stands at `column`. */
function leadOf(file: string, from: number, end: number, column: number): Lead {
  let quotes = 0;
  let col = column;
  let at = from;
  for (; at < end; at++) {
    const unit = file[at];
    if (unit === ' ') col++;
    else if (unit === '\t') col += 4 - (col % 4);
    else if (unit === '>' && col < column + 4 && quotes < DEEPEST) {
      quotes++;
      // The space behind the mark belongs to it.
      col = column + (file[at + 1] === ' ' ? -1 : 0);
    } else break;
  }
  return { at, column: col, quotes, blank: at >= end || file[at] === '\n' || file[at] === '\r' };
}
