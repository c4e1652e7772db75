/** Outlets, countries and languages compared. */
import { cleanText } from '../../figures/clean.ts';
import { type GroupKind, groupRows } from '../../figures/groups.ts';
import { measureName } from '../../figures/names.ts';
import { percentRange, pointsOf, pointsRange, pValue, shareOf, signed, whole } from '../../figures/numbers.ts';
import type { Count } from '../../model.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { type Html, html } from '../html.ts';
import { foldedTable, table } from '../table.ts';

const HEADINGS: Record<GroupKind, string> = { outlet: 'Outlets', country: 'Countries', language: 'Languages' };
const FIGURES: Record<GroupKind, string> = { outlet: 'outlets', country: 'countries', language: 'languages' };

export function groupsSection(context: Context): Section {
  const kinds: GroupKind[] = ['outlet', 'country', 'language'];
  return {
    id: 'outlets',
    title: 'Outlets, countries and languages compared',
    body: html`<p>Here copies count once: a story counts for the outlet of its earliest article.</p>
<div id="groups-explorer" hidden></div>
${kinds.map((kind) => html`<h3>${HEADINGS[kind]}</h3>${figureBlock(context, FIGURES[kind], groupTable(context, kind))}`)}
${foldedTable('Show each outlet against all others as a table', outletTests(context))}`,
  };
}

/** All measures but those of single misreports and of stance, which are in the study's tables. */
function groupTable({ view }: Context, by: GroupKind): Html {
  const measures = view.result.measures.filter(
    ({ family, stance }) => family === 'article' || family === 'label' || (family === 'frame' && stance !== null),
  );
  const rows = groupRows(
    view,
    by,
    measures.map(({ id }) => id),
  );
  return table({
    caption: `${HEADINGS[by]}: articles n, and of each measure k, share in per cent (95% interval)`,
    head: [by.charAt(0).toUpperCase() + by.slice(1), 'n', ...measures.map(measureName)],
    rows: rows.map(({ name, n, counts }) => [name, whole(n), ...measures.map(({ id }) => cell(counts.get(id)))]),
  });
}

function cell(count: Count | undefined): string {
  const interval = count && wilson(count);
  return count && interval ? `${whole(count.k)} · ${shareOf(count)} (${percentRange(interval)})` : '–';
}

function outletTests({ view, result }: Context): Html {
  const rows = result.comparisons
    .filter(({ kind, measure, difference }) => kind === 'outlets' && difference && view.measures.has(measure))
    .sort((x, y) => (x.holm ?? 1) - (y.holm ?? 1) || (x.p ?? 1) - (y.p ?? 1))
    .map(({ measure, a, b, difference, h, p, holm, bh }) => [
      cleanText(b.name),
      cleanText(a.name),
      measureName(view.measures.get(measure)!),
      `${shareOf(b)} (${whole(b.k)} of ${whole(b.n)})`,
      `${shareOf(a)} (${whole(a.k)} of ${whole(a.n)})`,
      `${pointsOf(difference!.value)} (${pointsRange(difference!)})`,
      h === null ? '–' : signed(h, 2),
      ...[p, holm, bh].map((value) => (value === null ? '–' : pValue(value))),
    ]);
  return table({
    caption: 'Outlets against others, the clearest differences first; differences in percentage points (95% interval)',
    head: [
      'Outlet',
      'Against',
      'Measure',
      'Outlet',
      'Others',
      'Difference',
      'Cohen’s h',
      'p',
      'p (Holm)',
      'p (Benjamini-Hochberg)',
    ],
    words: 3,
    rows,
  });
}
