/** The comments of a page. Pure. */
import { type Comment, htmlComment } from './comment.ts';

/** A comment, or an element in which none counts: its content is no markup, or is shown as it is. */
const OPENS = /<!--|<(script|style|textarea|title|xmp|pre|iframe|noscript|template)(?=[\s>/])/gi;

/**
 * The comments of a page, in order, without those in scripts, styles, `<pre>` and the like. One pass over the file. It
 * does not know attributes: a comment in the value of one is taken for a comment.
 */
export function htmlComments(file: string): Comment[] {
  const comments: Comment[] = [];
  const opens = new RegExp(OPENS);
  for (let found = opens.exec(file); found !== null; found = opens.exec(file)) {
    if (found[1] === undefined) {
      const comment = htmlComment(file, found.index);
      comments.push(comment);
      opens.lastIndex = comment.end;
    } else {
      const closes = new RegExp(`</${found[1]}(?=[\\s>/])`, 'gi');
      closes.lastIndex = opens.lastIndex;
      if (closes.exec(file) === null) break;
      opens.lastIndex = closes.lastIndex;
    }
  }
  return comments;
}
