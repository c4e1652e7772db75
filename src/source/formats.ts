/** Which format a file is in, by its name. */
import type { InputFormat } from './item.ts';

const BY_EXTENSION: Record<string, InputFormat> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'csv',
  warc: 'warc',
  rss: 'feed',
  atom: 'feed',
  // A feed or a sitemap: what it holds tells.
  xml: 'feed',
  urls: 'urls',
};
/** Before `.gz`; other files with that ending are not read. */
const GZIPPED: Record<string, InputFormat> = { warc: 'warc', xml: 'sitemap' };

/** Extensions taken from folders: those that hold articles, not those that list addresses to fetch. */
const IN_FOLDERS = new Set<InputFormat>([
  'text',
  'markdown',
  'asciidoc',
  'html',
  'docx',
  'pdf',
  'jsonl',
  'csv',
  'warc',
]);

/** Extensions of documents that hold articles and are not read; as plain text they would give nonsense. */
const NOT_READ = new Set(['doc', 'epub', 'gz', 'odt', 'rtf', 'zip', 'xls', 'xlsx', 'bz2', 'xz', 'zst', '7z']);

/** The extension of a path or URL path in lower case without its dot, or ''. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The format of a file by its extension; null when that does not tell. */
export function formatOf(path: string): InputFormat | null {
  const extension = extensionOf(path);
  if (extension === 'gz') return GZIPPED[extensionOf(path.slice(0, -3))] ?? null;
  return BY_EXTENSION[extension] ?? null;
}

/** Whether a folder's file of that name is to be read. */
export function isTakenFromFolders(name: string): boolean {
  const format = formatOf(name);
  return format !== null && IN_FOLDERS.has(format);
}

/** Whether a file of that name is known to be of a kind that is not read. */
export function isNotRead(path: string): boolean {
  return NOT_READ.has(extensionOf(path)) && formatOf(path) === null;
}

const PAGE_TYPES: Record<string, InputFormat> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
  'application/gzip': 'sitemap',
  'application/x-gzip': 'sitemap',
  'application/json': 'json',
};

/** The format of a page by its content type, for plain text and unnamed bytes by its address; null when neither tells. */
export function formatOfPage(contentType: string | null, url: string): InputFormat | null {
  const type = (contentType ?? '').split(';', 1).join('').trim().toLowerCase();
  const named = PAGE_TYPES[type];
  if (named) return named;
  const byName = formatOf(new URL(url).pathname);
  if (type === 'text/plain') return byName === 'markdown' || byName === 'urls' ? byName : 'text';
  return type === '' || type === 'application/octet-stream' || type === 'binary/octet-stream' ? byName : null;
}
