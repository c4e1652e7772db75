/** The cells of one record to a row. */
import { ExtractError, type Place } from '../errors.ts';
import type { Field } from './table-columns.ts';
import type { Layout } from './table-layout.ts';
import type { Row, TableMeta } from './table-row.ts';
import { dateOf, given, httpUrl, languageOf, strokesOf, unsureDate } from './table-values.ts';

/**
 * The row that `cells` make; null when all of them are blank. Cells may be lacking at the end as long as none of
 * them is text, HTML or URL, and blank ones may be over.
 */
export function rowOf(
  cells: readonly string[],
  layout: Layout,
  place: Place & { line: number },
  fallbackId = `${place.file}:${place.line}`,
): Row | null {
  const { line } = place;
  if (!fits(cells, layout)) {
    if (cells.every((cell) => cell.trim() === '')) return null;
    return { line, error: malformed(widthFault(cells.length, layout.width), place) };
  }
  const value = (field: Field): string | null => {
    const index = layout.at.get(field);
    return index === undefined ? null : given(cells[index]);
  };
  const text = content(value, cells, layout, 'text');
  const html = text === null ? content(value, cells, layout, 'html') : null;
  const url = httpUrl(value('url'));
  const meta: TableMeta = {
    id: value('id') ?? fallbackId,
    url,
    title: value('title'),
    outlet: value('outlet'),
    ...dateFields(value('date'), cells, layout),
    language: languageOf(value('language')),
    country: value('country'),
    byline: value('byline'),
  };
  const strokes = strokesOf(value('date'));
  const more = { line, replaced: false, ...(strokes ? { strokes } : {}) };
  if (text !== null) return { ...more, article: { ...meta, text } };
  if (html !== null) return { ...more, article: { ...meta, html } };
  if (url !== null) {
    const id = value('id') ?? url;
    return { ...more, link: { url, id, meta: { ...meta, id } } };
  }
  if (cells.every((cell) => cell.trim() === '')) return null;
  const what = layout.at.has('url') && value('url') !== null ? 'has a URL that is none' : 'has no text and no URL';
  return { line, error: malformed(what, place) };
}

/** The date of a row; that of what others did with the article where it has none of its own. */
function dateFields(
  date: string | null,
  cells: readonly string[],
  { later }: Layout,
): Pick<TableMeta, 'publishedAt' | 'dateSource' | 'dateConfidence'> {
  const own = dateOf(date);
  if (own !== null || later.length === 0 || strokesOf(date) !== null) return { publishedAt: own };
  for (const { index, by } of later) {
    const value = dateOf(given(cells[index]));
    if (value !== null) return unsureDate(value, by);
  }
  return { publishedAt: null };
}

/** Whether a record has the cells that a row of its table needs, and no more that say something. */
export function fits(cells: readonly string[], { width, at }: Layout): boolean {
  if (cells.length > width) return cells.slice(width).every((cell) => cell.trim() === '');
  return (
    cells.length === width || (['text', 'html', 'url'] as const).every((field) => (at.get(field) ?? 0) < cells.length)
  );
}

/** A text just as it stands in its cell: positions point into it. */
function content(
  value: (field: Field) => string | null,
  cells: readonly string[],
  layout: Layout,
  field: 'text' | 'html',
): string | null {
  return value(field) === null ? null : cells[layout.at.get(field)!]!;
}

function widthFault(cells: number, width: number): string {
  return `has ${cells} ${cells === 1 ? 'cell' : 'cells'} where the first line has ${width}`;
}

/** A row of which no article can be made. */
export function malformed(what: string, place: Place): ExtractError {
  const hint = 'cells with a comma, a quote or a line end stand in quotes, and quotes inside are doubled';
  return new ExtractError('malformed', `row ${what}`, place, hint);
}
