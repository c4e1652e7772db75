/** The comments of a Markdown file. Pure. */
import { frontMatterLength } from '../article/front-matter.ts';
import { lineIndex, lineTable } from '../article/position.ts';
import { type Comment, htmlComment } from './comment.ts';
import { isMeant } from './directive-syntax.ts';
import { markdownCode } from './markdown-code.ts';

/** An element whose content is shown as it is, at the beginning of a line. */
const RAW = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;
/** `[//]: # (…)`: the definition of a link that nothing links to. */
const DEFINITION = /^\[(?:\/\/|comment)\]:[ \t]{0,9}(?:#|<#?>)[ \t]{1,9}(?=["'(])/i;
const CLOSES: Record<string, string> = { '(': ')', '"': '"', "'": "'" };
/** How far a line is looked at for a definition, in characters. */
const LONGEST = 3000;

/**
 * The comments of a Markdown file, in order: `<!-- … -->` and `[//]: # (…)`, without those in front matter, fenced or
 * indented code, `<pre>`, and (`isProse`, by offset in the file) inline code or text. One pass over the file. It knows
 * lists, quotes and footnotes as far as needed to tell their text from code; of a fence that opens in a list inside a
 * quote it may miss the end.
 */
export function markdownComments(file: string, isProse: (offset: number) => boolean): Comment[] {
  const comments: Comment[] = [];
  const starts = lineTable(file);
  const isCode = markdownCode();
  const front = frontMatterLength(file);
  for (let i = front > 0 ? lineIndex(starts, front) : 0; i < starts.length; ) {
    const [start, end] = [starts[i]!, starts[i + 1] ?? file.length];
    const { code, content } = isCode(file, start, end);
    let done = end;
    if (!code) {
      const raw = RAW.exec(file.slice(content, content + 12));
      if (raw) done = behindRaw(file, content, raw[1]!);
      else done = inLine(file, start, content, end, isProse, comments);
    }
    i = done <= end ? i + 1 : Math.max(i + 1, lineIndex(starts, Math.max(0, done - 1)) + 1);
  }
  return comments;
}

/** Adds the comments that begin in the line; returns where the last of them ends, or the line. */
function inLine(
  file: string,
  start: number,
  content: number,
  end: number,
  isProse: (offset: number) => boolean,
  to: Comment[],
): number {
  const defined = DEFINITION.exec(file.slice(content, Math.min(end, content + 60)));
  if (defined) {
    const line = file.slice(content, Math.min(end, content + LONGEST)).trimEnd();
    const inner = line.slice(defined[0].length + 1, -1);
    if (line.endsWith(CLOSES[line[defined[0].length]!]!) && isMeant(inner)) {
      const problem = isProse(content) ? 'this is no comment here: an empty line must stand before it' : null;
      to.push({ content: inner, start: content, end: content + line.length, problem });
      return end;
    }
  }
  let limit = end;
  for (let at = within(file, start, limit); at >= 0; ) {
    if (isProse(at)) at = within(file, at + 4, limit);
    else {
      const comment = htmlComment(file, at);
      to.push(comment);
      // A comment may end lines further down, and another begin behind it.
      if (comment.end > limit) limit = lineEnd(file, comment.end);
      at = within(file, comment.end, limit);
    }
  }
  return limit;
}

/** Where `<!--` begins in the stretch, or -1. Looks at the stretch alone, as most lines of most files have none. */
function within(file: string, from: number, to: number): number {
  if (from >= to) return -1;
  const at = file.slice(from, to).indexOf('<!--');
  return at < 0 ? -1 : from + at;
}

function lineEnd(file: string, from: number): number {
  const at = file.indexOf('\n', from - 1);
  return at < 0 ? file.length : at + 1;
}

/** Behind the line in which the element ends; the whole rest where it does not. */
function behindRaw(file: string, from: number, name: string): number {
  const closes = new RegExp(`</${name}>`, 'gi');
  closes.lastIndex = from;
  return closes.exec(file) === null ? file.length : lineEnd(file, closes.lastIndex);
}
