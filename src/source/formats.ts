/** Which format a file is in, by its name. */
import type { InputFormat } from './item.ts';

const BY_EXTENSION: Record<string, InputFormat> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** Extensions taken from folders. */
const IN_FOLDERS = new Set(['txt', 'md', 'markdown', 'html', 'htm', 'jsonl']);

/** Extensions of documents that hold articles and are not read; as plain text they would give nonsense. */
const NOT_READ = new Set([
  'csv',
  'docx',
  'doc',
  'epub',
  'gz',
  'json',
  'odt',
  'pdf',
  'rss',
  'rtf',
  'warc',
  'xml',
  'zip',
]);

/** The extension of a path or URL path in lower case without its dot, or ''. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The format of a file by its extension; null when that does not tell. */
export function formatOf(path: string): InputFormat | null {
  return BY_EXTENSION[extensionOf(path)] ?? null;
}

/** Whether a folder's file of that name is to be read. */
export function isTakenFromFolders(name: string): boolean {
  return IN_FOLDERS.has(extensionOf(name));
}

/** Whether a file of that name is known to be of a kind that is not read. */
export function isNotRead(path: string): boolean {
  return NOT_READ.has(extensionOf(path));
}

/** The format of a page by its content type, for plain text by its address; null when neither tells. */
export function formatOfPage(contentType: string | null, url: string): 'text' | 'markdown' | 'html' | null {
  const type = (contentType ?? '').split(';', 1).join('').trim().toLowerCase();
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/markdown' || type === 'text/x-markdown') return 'markdown';
  if (type !== 'text/plain') return null;
  return formatOf(new URL(url).pathname) === 'markdown' ? 'markdown' : 'text';
}
