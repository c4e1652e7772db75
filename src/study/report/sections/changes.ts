/** Change points, trends and events. */
import { cleanText } from '../../figures/clean.ts';
import { measureName, periodName } from '../../figures/names.ts';
import { coefficient, percent, pointsOf, pointsRange, pValue, shareOf, whole } from '../../figures/numbers.ts';
import { COUNTING_WORDS, DATING_WORDS } from '../../figures/words.ts';
import type { Dating } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { type Html, html } from '../html.ts';
import { foldedTable, table } from '../table.ts';

export function changesSection(context: Context): Section {
  return {
    id: 'changes',
    title: 'Change points, trends and events',
    body: html`${figureBlock(context, 'changes', changesTable(context))}${foldedTable('Show all trends as a table', trendsTable(context))}${eventsTable(context)}`,
  };
}

/** Where all dates are sure, sure dates alone would say the same again. */
const isShown = ({ view, result: { flow, options } }: Context, one: { measure: string; dating: Dating }): boolean =>
  view.measures.has(one.measure) && (flow.sure < flow.studied || (one.dating === 'sure') === options.sureDates);

function changesTable(context: Context): Html {
  const { view, result } = context;
  const rows = result.changePoints
    .filter((change) => isShown(context, change))
    .sort((a, b) => a.holm - b.holm || a.p - b.p)
    .map((change) => [
      measureName(view.measures.get(change.measure)!),
      `${COUNTING_WORDS[change.counting]}, ${DATING_WORDS[change.dating]}`,
      periodName(change.period),
      `${shareOf(change.before)} (${whole(change.before.k)} of ${whole(change.before.n)})`,
      `${shareOf(change.after)} (${whole(change.after.k)} of ${whole(change.after.n)})`,
      pValue(change.p),
      pValue(change.holm),
      percent(change.stability),
      change.outlets ? pointsOf(change.outlets.within) : '–',
      change.outlets ? pointsOf(change.outlets.mix) : '–',
    ]);
  return table({
    caption:
      'All change points, also those that do not hold after correction for the number of tests; what of each is within outlets and what a change of their mix, in percentage points',
    head: [
      'Measure',
      'Counting',
      'From',
      'Before',
      'After',
      'p',
      'p (Holm)',
      'Stability',
      'Within outlets',
      'Their mix',
    ],
    words: 3,
    rows,
  });
}

function trendsTable(context: Context): Html {
  const { view, result } = context;
  const rows = result.trends
    .filter((trend) => isShown(context, trend))
    .sort((a, b) => a.holm - b.holm || a.p - b.p)
    .map((trend) => [
      measureName(view.measures.get(trend.measure)!),
      `${COUNTING_WORDS[trend.counting]}, ${DATING_WORDS[trend.dating]}`,
      whole(trend.periods),
      `${pointsOf(trend.slope)}${trend.slopeInterval ? ` (${pointsRange(trend.slopeInterval)})` : ''}`,
      coefficient(trend.tau),
      coefficient(trend.z),
      pValue(trend.p),
      pValue(trend.holm),
      pValue(trend.bh),
    ]);
  return table({
    caption: `Trends over all periods; slopes in percentage points a ${result.unit} (95% interval)`,
    head: ['Measure', 'Counting', 'Periods', 'Slope', 'Tau', 'z', 'p', 'p (Holm)', 'p (Benjamini-Hochberg)'],
    words: 2,
    rows,
  });
}

function eventsTable({ result }: Context): Html {
  if (result.events.length === 0) return html``;
  const sorted = [...result.events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return html`<h3>Events</h3>
<p>Events are put beside the figures to help read them. That a change follows an event does not make it the event’s doing.</p>
${table({ caption: 'Events, as they were given', head: ['Date', 'Event'], words: 2, rows: sorted.map(({ date, label }) => [cleanText(date), cleanText(label)]) })}`;
}
