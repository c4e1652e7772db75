/** The comments of a file that say which findings not to report. Pure. */
import type { Article } from '../model.ts';
import type { Comment } from './comment.ts';
import { htmlComments } from './comments-html.ts';
import { asciidocComments, textComments } from './comments-lines.ts';
import { markdownComments } from './comments-markdown.ts';
import { isProse, type Layout, layoutOf } from './coverage.ts';
import { type DirectiveFormat, isMeant, readDirective } from './directive-syntax.ts';
import type { Directive, Notice } from './finding.ts';
import { paired } from './paired.ts';
import { inMargin, notice, placed } from './place-directive.ts';

/** Most directives of a file that are heard; a file with more wants one for the file. */
const MOST = 300;

/**
 * The directives in the article's file, in order, and what is wrong with those that are malformed. `format` is that of
 * the file, null where it is not the author's own (a page fetched, an archive, a feed, a table): what others publish
 * must not choose what is reported of it, and there are none then, nor in PDF files. Takes time linear in the file.
 */
export function directivesIn(
  article: Article,
  format: DirectiveFormat | 'pdf' | null = null,
): { directives: Directive[]; notices: Notice[] } {
  const found: Found = { directives: [], notices: [] };
  if (format === null || format === 'pdf') return found;
  if (format === 'docx' ? !article.comments?.length : !(article.origin?.fileText ?? article.text).includes('scscheck'))
    return found;
  const layout = layoutOf(format === 'text' ? withoutDirectives(article) : article);
  const comments = commentsOf(article, format, layout).filter(({ content }) => isMeant(content));
  for (const comment of comments.slice(0, MOST)) add(comment, format, layout, found);
  const beyond = comments[MOST];
  if (beyond)
    found.notices.push(notice(layout, beyond, `more than ${MOST} suppressions in a file; the rest is not read`));
  for (const { directive, message } of paired(found.directives)) {
    const { line, column, endLine, endColumn } = directive;
    const where = { line, column, endLine, endColumn };
    found.notices.push({ ...where, code: 'suppression-malformed', severity: 'warning', message });
  }
  found.notices.sort((a, b) => a.line - b.line || a.column - b.column);
  return found;
}

interface Found {
  directives: Directive[];
  notices: Notice[];
}

/**
 * A plain text without its directives, which would be read as prose: spaces stand for them, so that every offset
 * stays, and the line of one that stands alone is made one with the next, so that no paragraph is parted. `origin` has the
 * file as it was. An article without directives, or with an origin of its own, comes back as it is.
 */
export function withoutDirectives(article: Article): Article {
  if (article.origin !== null || !article.text.includes('scscheck')) return article;
  const { text } = article;
  const comments = textComments(text);
  if (comments.length === 0) return article;
  let made = '';
  let at = 0;
  for (const { start, end } of comments) {
    const alone = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 100), start));
    const stop = alone ? end + (/^[ \t]{0,100}(?:\r\n|\r|\n)/.exec(text.slice(end, end + 102))?.[0].length ?? 0) : end;
    made += text.slice(at, start) + ' '.repeat(stop - start);
    at = stop;
  }
  const runs = [{ text: 0, file: 0, length: text.length }];
  return { ...article, text: made + text.slice(at), origin: { fileText: text, runs } };
}

function commentsOf(article: Article, format: DirectiveFormat, layout: Layout): Comment[] {
  if (format === 'docx') {
    return (article.comments ?? []).map(({ text, start, end }) => ({ content: text, start, end, problem: null }));
  }
  if (format === 'text') return textComments(layout.text);
  if (format === 'html') return htmlComments(layout.text);
  if (format === 'asciidoc') return asciidocComments(layout.text);
  return markdownComments(layout.text, article.origin ? (offset) => isProse(layout, offset) : () => false);
}

function add(comment: Comment, format: DirectiveFormat, layout: Layout, { directives, notices }: Found): void {
  const read = readDirective(comment.content);
  if (read === null) return;
  if (comment.problem !== null) notices.push(notice(layout, comment, comment.problem));
  else if ('problem' in read) notices.push(notice(layout, comment, read.problem));
  else if (format !== 'docx') directives.push(placed(read, comment, layout));
  else if (read.kind === 'enable') {
    const message = 'a comment in the margin covers what it is anchored to; there is nothing to enable';
    notices.push(notice(layout, comment, message));
  } else directives.push(inMargin(read, comment, layout));
}
