/** Imports nothing, so that `--help` can list them at no cost. */

/** Formats an input can be read as. */
export const INPUT_FORMATS = [
  'text',
  'markdown',
  'asciidoc',
  'html',
  'docx',
  'pdf',
  'jsonl',
  'json',
  'csv',
  'warc',
  'feed',
  'sitemap',
  'urls',
] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** Those that hold one article a file. */
const ONE_ARTICLE: ReadonlySet<InputFormat | null> = new Set(['text', 'markdown', 'asciidoc', 'html', 'docx', 'pdf']);

/** Whether a file in this format is one article; no for null, which is no format. */
export const isOneArticle = (format: InputFormat | null): boolean => ONE_ARTICLE.has(format);
