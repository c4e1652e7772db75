/** A file's text to an article, by format. Parsers are loaded when the first file of their kind comes. */
import type { ArticleMeta } from '../model.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { textArticle } from './text.ts';

export type { Extracted, GivenMeta } from './extracted.ts';

/** Formats whose file is text. */
export type TextFormat = 'text' | 'markdown' | 'asciidoc' | 'html';
/** Formats that an article can be in. */
export type ArticleFormat = TextFormat | 'docx' | 'pdf';

/**
 * The article in `fileText`. For `text` the article's text is `fileText` itself, with no blocks and no origin;
 * for Markdown, AsciiDoc and HTML it is the prose, with blocks and a map to the file. Fields that `meta` gives win over what
 * the file states. `warnings` say, a line each, where the text is not quite what the file has.
 */
export async function extractArticle(format: TextFormat, fileText: string, meta: GivenMeta): Promise<Extracted> {
  if (format === 'html') return (await import('./html.ts')).extractHtml(fileText, meta);
  if (format === 'markdown') return (await import('./markdown.ts')).extractMarkdown(fileText, meta);
  if (format === 'asciidoc') return (await import('./asciidoc.ts')).extractAsciidoc(fileText, meta);
  return { article: textArticle(fileText, meta), warnings: [] };
}

/**
 * The article in the bytes of a DOCX or PDF document: its paragraphs as blocks, no origin.
 * @throws ExtractError when the document is broken, locked or holds no text.
 */
export async function extractDocument(format: 'docx' | 'pdf', bytes: Uint8Array, meta: GivenMeta): Promise<Extracted> {
  if (format === 'docx') return (await import('./docx.ts')).extractDocx(bytes, meta);
  return (await import('./pdf.ts')).extractPdf(bytes, meta);
}

/** The meta that `extractArticle` would give, without the work of finding the text. */
export async function statedMeta(
  format: TextFormat,
  fileText: string,
  meta: GivenMeta,
): Promise<ArticleMeta & { sha256: string }> {
  if (format === 'html') return mergeMeta(meta, (await import('./html-meta.ts')).htmlMeta(fileText, meta.url ?? null));
  if (format === 'markdown') return mergeMeta(meta, (await import('./front-matter.ts')).markdownMeta(fileText));
  if (format === 'asciidoc') return mergeMeta(meta, (await import('./asciidoc.ts')).asciidocMeta(fileText));
  return mergeMeta(meta, {});
}

/** Whether a text that may be anything is a page: it begins with a doctype or an html, head or body tag. */
export function looksLikeHtml(text: string): boolean {
  return /^\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,1000}-->\s{0,100})?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text.slice(0, 3000),
  );
}
