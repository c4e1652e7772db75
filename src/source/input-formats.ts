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
