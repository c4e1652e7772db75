/** The comments of files in which a comment is a line of its own: plain text and AsciiDoc. Pure. */
import { lineTable } from '../article/position.ts';
import type { Comment } from './comment.ts';
import { isMeant } from './directive-syntax.ts';

/** How far a line is looked at, in characters. */
const LONGEST = 4000;
/** What may stand around a directive that is a line of its own in plain text. */
const WHOLE: readonly [open: string, close: string][] = [
  ['[', ']'],
  ['<!--', '-->'],
  ['//', ''],
  ['#', ''],
];

/** A line of a file without its end. */
interface Line {
  text: string;
  start: number;
}

/** The lines that hold `word`, and, for those who keep count of blocks, every line where `all`. */
function* linesOf(file: string, all: boolean): Generator<Line> {
  const starts = lineTable(file);
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    const text = file.slice(start, Math.min(starts[i + 1] ?? file.length, start + LONGEST)).replace(/[\r\n]{1,2}$/, '');
    if (all || text.includes('scscheck')) yield { text, start };
  }
}

/**
 * The directives of a plain text, in order. There are no comments in plain text, so nothing but what begins as a
 * directive of ours counts: a line of its own, `[scscheck-…]`, `# scscheck-…`, `// scscheck-…` or `<!-- scscheck-… -->`;
 * or, in brackets or as such a comment, what ends a line.
 */
export function textComments(file: string): Comment[] {
  return [...linesOf(file, false)].flatMap((line) => whole(line) ?? trailing(line) ?? []);
}

function whole({ text, start }: Line): Comment | null {
  const indent = text.length - text.trimStart().length;
  const body = text.trim();
  for (const [open, close] of WHOLE) {
    if (!body.startsWith(open) || !body.endsWith(close)) continue;
    const content = body.slice(open.length, body.length - close.length);
    if (isMeant(content)) return { content, start: start + indent, end: start + indent + body.length, problem: null };
  }
  return null;
}

function trailing({ text, start }: Line): Comment | null {
  const body = text.trimEnd();
  for (const [open, close] of [WHOLE[0]!, WHOLE[1]!]) {
    const at = body.lastIndexOf(open);
    if (at < 1 || !body.endsWith(close) || !/\s/.test(body[at - 1]!)) continue;
    const content = body.slice(at + open.length, body.length - close.length);
    if (isMeant(content)) return { content, start: start + at, end: start + body.length, problem: null };
  }
  return null;
}

/** Lines that open and close what AsciiDoc shows or leaves out as it is: listings, literals, pass-throughs, comments. */
const DELIMITER = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})/;

/** The line comments (`// …`) of an AsciiDoc file, in order, without those in listings and other blocks shown as they are. */
export function asciidocComments(file: string): Comment[] {
  const comments: Comment[] = [];
  let block: string | null = null;
  for (const { text, start } of linesOf(file, true)) {
    const line = text.trimEnd();
    const mark = DELIMITER.exec(line)?.[0];
    if (block !== null) {
      if (line === block) block = null;
    } else if (mark !== undefined && (mark === line || mark === '```')) block = mark;
    else if (line.startsWith('//') && line[2] !== '/') {
      comments.push({ content: line.slice(2), start, end: start + line.length, problem: null });
    }
  }
  return comments;
}
