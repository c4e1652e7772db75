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
/** As the tables count groups; the tests of outlets against others count each story once. */
const GROUPS_NOTE =
  'In figures and tables by outlet, country and language a story counts once for each that ran it, so that they add up to more than all stories. In the comparisons of each outlet with all others it counts once, for the outlet of its earliest article.';

const FIGURES: Record<GroupKind, string> = { outlet: 'outlets', country: 'countries', language: 'languages' };

export function groupsSection(context: Context): Section {
  const kinds: GroupKind[] = ['outlet', 'country', 'language'];
  return {
    id: 'outlets',
    title: 'Outlets, countries and languages compared',
    body: html`<p>${GROUPS_NOTE}</p>
<div id="groups-explorer" hidden></div>
${kinds.map((kind) => html`<h3>${HEADINGS[kind]}</h3>${figureBlock(context, FIGURES[kind], groupTable(context, kind))}${kind === 'outlet' && foldedTable('Show each outlet and all others as a table', outletTests(context))}`)}`,
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
  // One group is the whole corpus, which stands above.
  if (rows.length < 2) return html``;
  return table({
    caption: `${HEADINGS[by]}: articles n, and of each measure k (of claims k of n), share in per cent (95% interval)`,
    head: [by.charAt(0).toUpperCase() + by.slice(1), 'n', ...measures.map(measureName)],
    rows: rows.map(({ name, n, counts }) => [name, whole(n), ...measures.map(({ id }) => cell(counts.get(id), n))]),
  });
}

/** A count, with its n where that is not the number of articles. */
function cell(count: Count | undefined, articles: number): string {
  const interval = count && wilson(count);
  if (!count || !interval) return '–';
  const k = count.n === articles ? whole(count.k) : `${whole(count.k)} of ${whole(count.n)}`;
  return `${k} · ${shareOf(count)} (${percentRange(interval)})`;
}

/** More comparisons than a reader goes through; the others are the least clear. */
const MOST_TESTS = 60;

function outletTests({ view, result }: Context): Html {
  const rows = result.comparisons
    .filter(({ kind, measure, difference }) => kind === 'outlets' && difference && view.measures.has(measure))
    .sort((x, y) => (x.holm ?? 1) - (y.holm ?? 1) || (x.p ?? 1) - (y.p ?? 1))
    .map(({ measure, a, b, difference, h, p, holm, bh }) => [
      cleanText(b.name),
      measureName(view.measures.get(measure)!),
      `${shareOf(b)} (${whole(b.k)} of ${whole(b.n)})`,
      `${shareOf(a)} (${whole(a.k)} of ${whole(a.n)})`,
      `${pointsOf(difference!.value)} (${pointsRange(difference!)})`,
      h === null ? '–' : signed(h, 2),
      ...[p, holm, bh].map((value) => (value === null ? '–' : pValue(value))),
    ]);
  const left = rows.length - MOST_TESTS;
  return table({
    caption: `Each outlet and all others, the clearest differences first${left > 0 ? ` (${MOST_TESTS} of ${whole(rows.length)}; the table “comparisons” of the study has all)` : ''}; differences in percentage points (95% interval)`,
    head: [
      'Outlet',
      'Measure',
      'Share there',
      'All others',
      'Difference',
      'Cohen’s h',
      'p',
      'p (Holm)',
      'p (Benjamini-Hochberg)',
    ],
    words: 2,
    rows: rows.slice(0, MOST_TESTS),
  });
}
