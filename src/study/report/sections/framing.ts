/** Framing: over the whole corpus and over time. */
import { FRAMES } from '../../../model.ts';
import { FRAME_NAMES, FRAME_PHRASES } from '../../figures/names.ts';
import { shareOf, whole } from '../../figures/numbers.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { html } from '../html.ts';
import { seriesTable } from '../series-table.ts';
import { table } from '../table.ts';

export function framingSection(context: Context): Section {
  const { view } = context;
  const columns = (suffix: string) =>
    FRAMES.map((frame) => ({ measure: `frame:${frame}${suffix}`, name: FRAME_NAMES[frame] }));
  const totals = FRAMES.flatMap((frame) => {
    const [all, advanced, rejected] = ['', ':advanced', ':rejected'].map((suffix) =>
      view.total(`frame:${frame}${suffix}`),
    );
    return all && all.n > 0 ? [{ frame, all, advanced, rejected }] : [];
  }).sort((a, b) => b.all.k - a.all.k);
  const whole3 = table({
    caption: 'Frames over the whole corpus: articles that carry each, and how',
    head: ['Frame', 'The system as', 'n', 'Carry it', 'Advanced', 'Rejected'],
    words: 2,
    rows: totals.map(({ frame, all, advanced, rejected }) => [
      FRAME_NAMES[frame],
      FRAME_PHRASES[frame],
      whole(all.n),
      ...[all, advanced, rejected].map((count) => (count ? `${whole(count.k)} · ${shareOf(count)}` : '–')),
    ]),
  });
  return {
    id: 'framing',
    title: 'Framing over time',
    body: html`<p>A frame is <em>advanced</em> where an article presents the system that way, and <em>rejected</em> where it raises that way of seeing it in order to deny it.</p>
${figureBlock(context, 'frames', whole3)}
<div id="explorer" hidden></div>
${figureBlock(
  context,
  'framing',
  seriesTable(view, 'Articles that advance each frame: k, share in per cent (95% interval)', columns(':advanced')),
  seriesTable(view, 'Articles that reject each frame: k, share in per cent (95% interval)', columns(':rejected')),
)}`,
  };
}
