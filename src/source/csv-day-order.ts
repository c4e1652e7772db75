/**
 * Dates such as 05/06/2019, which Britons and Americans read as different days, by what other rows of the table tell: a column
 * that has 25/12/2018 has the day first. Without this a list would lose the first twelve days of each month.
 */
import type { Row } from './table-row.ts';
import { type DayOrder, unsureDate } from './table-values.ts';

/** Rows that wait for one that tells: of dates spread over the month each second row does. */
const MOST_ROWS = 5000;
/** Characters that may wait, so that rows with long texts do not fill the memory. */
const MOST_TEXT = 16_000_000;

/**
 * The rows of `batches`, dated as the first row that tells has it. Where none of those held back tells, or two
 * contradict each other, such dates stay unknown. What it gives does not depend on how rows are cut into batches.
 */
export async function* datedRows(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  let order: DayOrder | 'mixed' | null = null;
  let waiting: Row[] | null = null;
  let text = 0;
  for await (const batch of batches) {
    const ready: Row[] = [];
    for (const row of batch) {
      const strokes = 'error' in row ? undefined : row.strokes;
      if (strokes && 'tells' in strokes) order = order === null || order === strokes.tells ? strokes.tells : 'mixed';
      else if (strokes && order === null) waiting ??= [];
      if (waiting !== null) {
        waiting.push(row);
        text += lengthOf(row);
        if (order === null && waiting.length < MOST_ROWS && text < MOST_TEXT) continue;
        // From here on nothing waits: what is not told by now is not known.
        order ??= 'mixed';
        for (const one of waiting) ready.push(dated(one, order));
        waiting = null;
      } else ready.push(dated(row, order));
    }
    if (ready.length > 0) yield ready;
  }
  if (waiting !== null) yield waiting.map((row) => dated(row, null));
}

function dated(row: Row, order: DayOrder | 'mixed' | null): Row {
  if ('error' in row || row.strokes === undefined) return row;
  const { strokes, ...rest } = row;
  if (order === null || order === 'mixed' || 'tells' in strokes) return rest;
  const date = unsureDate(strokes.readings[order], 'told');
  if ('article' in rest) return { ...rest, article: { ...rest.article, ...date } };
  return { ...rest, link: { ...rest.link, meta: { ...rest.link.meta, ...date } } };
}

function lengthOf(row: Row): number {
  if (!('article' in row)) return 0;
  return 'text' in row.article ? row.article.text.length : row.article.html.length;
}
