/** Articles as the crawler news-please writes them: an object each, alone in a file, in a list, or a line of JSONL. */
import { ExtractError } from '../errors.ts';
import type { Row, TableMeta } from './table-row.ts';
import { dateOf, given, httpUrl } from './table-values.ts';

/** Fields that no other format has together; one beside `maintext` tells. */
const TELLING = ['date_publish', 'date_download', 'source_domain', 'localpath', 'title_page', 'image_url'];

/** Where an article stands: the file, the line where known, and what names an article there that has no URL. */
export interface JsonPlace {
  file: string;
  line: number;
  id: string;
}

/** The row of an article by news-please; null when `value` is none. */
export function newsPlease(value: unknown, place: JsonPlace): Row | null {
  if (!isObject(value) || !('maintext' in value) || !TELLING.some((name) => name in value)) return null;
  const field = (name: string): string | null => (typeof value[name] === 'string' ? given(value[name]) : null);
  const url = httpUrl(field('url'));
  const meta: TableMeta = {
    id: url ?? place.id,
    url,
    title: field('title'),
    outlet: field('source_domain'),
    publishedAt: dateOf(field('date_publish')),
    language: field('language'),
    country: null,
    byline: bylineOf(value.authors),
  };
  const { line } = place;
  if (field('maintext') !== null) {
    return { line, article: { ...meta, text: value.maintext as string }, replaced: false };
  }
  if (url !== null) return { line, link: { url, id: meta.id, meta }, replaced: false };
  const at = { file: place.file, line };
  return {
    line,
    error: new ExtractError('malformed', 'article has no "maintext" and no "url"', at, 'give one of them'),
  };
}

/**
 * The rows of a file whose `value` is one article by news-please or a list of them; null when it is neither. What
 * is no article in a list is an error row. Rows of a list have the line 1, and ids such as `file#3` without a URL.
 */
export function readNewsPlease(file: string, value: unknown): Row[] | null {
  if (!Array.isArray(value)) {
    const row = newsPlease(value, { file, line: 1, id: file });
    return row && [row];
  }
  const rows = value.map((member, i) => newsPlease(member, { file, line: 1, id: `${file}#${i + 1}` }));
  if (rows.every((row) => row === null)) return null;
  const hint = 'each member of the list is an object with "maintext"';
  return rows.map(
    (row, i) =>
      row ?? { line: 1, error: new ExtractError('malformed', `member ${i + 1} is no article`, { file }, hint) },
  );
}

function bylineOf(authors: unknown): string | null {
  const names = Array.isArray(authors) ? authors : [authors];
  const known = names.flatMap((name) => (typeof name === 'string' ? (given(name) ?? []) : []));
  return known.length > 0 ? known.join(', ') : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
