/** The cells of one record to a row. */
import { ExtractError, type Place } from '../errors.ts';
import type { Field } from './table-columns.ts';
import type { Layout } from './table-layout.ts';
import type { Row, TableMeta } from './table-row.ts';
import { dateOf, given, httpUrl, languageOf } from './table-values.ts';

/**
 * The row that `cells` make; null when all of them are blank. Cells may be lacking at the end as long as none of
 * them is text, HTML or URL, and blank ones may be over.
 */
export function rowOf(cells: readonly string[], layout: Layout, place: Place & { line: number }): Row | null {
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
    id: value('id') ?? `${place.file}:${line}`,
    url,
    title: value('title'),
    outlet: value('outlet'),
    publishedAt: dateOf(value('date')),
    language: languageOf(value('language')),
    country: value('country'),
    byline: value('byline'),
  };
  if (text !== null) return { line, article: { ...meta, text }, replaced: false };
  if (html !== null) return { line, article: { ...meta, html }, replaced: false };
  if (url !== null) {
    const id = value('id') ?? url;
    return { line, link: { url, id, meta: { ...meta, id } }, replaced: false };
  }
  if (cells.every((cell) => cell.trim() === '')) return null;
  const what = layout.at.has('url') && value('url') !== null ? 'has a URL that is none' : 'has no text and no URL';
  return { line, error: malformed(what, place) };
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
