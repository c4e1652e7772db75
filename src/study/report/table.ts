/** Tables of the report. */
import { type Html, html, type Part } from './html.ts';

export interface Table {
  /** Says what the table is of, for those who come to it out of order. */
  caption: string;
  head: readonly string[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly Part[])[];
  /** How many of the first columns are words and not numbers: 1 unless said. */
  words?: number;
}

/** More rows make a page that browsers scroll badly; the study's tables have all. */
const MOST_ROWS = 400;

/** A table that scrolls in its own region where it is wide; nothing without rows. */
export function table({ caption, head, rows, words = 1 }: Table): Html {
  if (rows.length === 0) return html``;
  const kind = (column: number): Html => (column < words ? html`` : html` class="n"`);
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}${left > 0 ? ` The first ${MOST_ROWS} rows of ${rows.length}; the tables of the study have all.` : ''}</caption>
<thead><tr>${head.map((name, column) => html`<th scope="col"${kind(column)}>${name}</th>`)}</tr></thead>
<tbody>${shown.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell, index) => html`<td${kind(index + 1)}>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;
}

/** A table behind a line that opens it. */
export const foldedTable = (summary: string, ...tables: Html[]): Html =>
  tables.every(({ markup }) => markup === '')
    ? html``
    : html`<details class="data"><summary>${summary}</summary>${tables}</details>`;
