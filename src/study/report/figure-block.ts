/** A figure on the page: the drawing, its caption, and its data as a table. */
import type { Context } from './context.ts';
import { type Html, html, trusted } from './html.ts';
import { foldedTable } from './table.ts';

/** The figure with its tables, or the reason why it is left out, which the tables follow all the same. */
export function figureBlock({ figures, leftOut }: Context, id: string, ...tables: Html[]): Html {
  const figure = figures.get(id);
  if (!figure) {
    const reason = leftOut.get(id)?.reason;
    return html`${reason && html`<p class="left-out">No figure: ${reason}</p>`}${foldedTable('Show the data as a table', ...tables)}`;
  }
  const { number, title, caption, svg } = figure;
  return html`<figure class="figure" id="${id}-figure">
<div class="scroll" role="region" tabindex="0" aria-label="Figure ${number}: ${title}">${trusted(svg)}</div>
<figcaption><strong>Figure ${number}. ${title}.</strong> ${caption}</figcaption>
${foldedTable(`Show the data of figure ${number} as a table`, ...tables)}
</figure>`;
}
