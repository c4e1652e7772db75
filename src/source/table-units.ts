/** The rows of a table as units: articles where they have a text, else addresses to fetch. */

import type { Unit } from './expand.ts';
import { errorItem } from './failures.ts';
import { statedItem } from './stated-article.ts';
import { parseColumns } from './table-columns.ts';
import type { Row } from './table-row.ts';

/** How tables are read. */
export interface TableOptions {
  /** Which column holds what, as `--columns` takes it. */
  columns: string | undefined;
  /** Whether articles off the topic are skipped. */
  gate: boolean;
  /** Most bytes of a row. */
  longest: number;
}

/**
 * The rows of a CSV file as units, in order.
 * @throws ExtractError when its header fits no layout; UsageError for `columns` that name no known field.
 */
export async function* tableUnits(
  file: string,
  chunks: AsyncIterable<Buffer>,
  { columns, gate, longest }: TableOptions,
): AsyncGenerator<Unit> {
  const { readCsv } = await import('./csv-read.ts');
  const rows = readCsv(file, chunks, { longest, columns: columns === undefined ? null : parseColumns(columns) });
  for await (const batch of rows) for (const row of batch) yield rowUnit(file, row, gate);
}

/** What a row stands for. */
export function rowUnit(file: string, row: Row, gate: boolean): Unit {
  const place = { file, line: row.line };
  if ('error' in row) return { kind: 'made', item: errorItem(`${file}:${row.line}`, place, row.error) };
  if ('link' in row) {
    const { url, id, meta } = row.link;
    return { kind: 'url', url, link: { ...meta, id: id ?? url, to: 'article' } };
  }
  const { text, html, ...given } = { text: undefined, html: undefined, ...row.article };
  return { kind: 'made', item: statedItem(given, { text, html }, { replaced: row.replaced, gate }) };
}
