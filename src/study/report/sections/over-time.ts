/** Labels and misreports over time. */

import { misreportsOf } from '../../figures/misreports.ts';
import { factName, measureName } from '../../figures/names.ts';
import { shareOf, whole } from '../../figures/numbers.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { html } from '../html.ts';
import { seriesTable } from '../series-table.ts';
import { table } from '../table.ts';

export function labelsSection(context: Context): Section {
  const { view } = context;
  const named = (families: readonly string[]) =>
    view.result.measures
      .filter(({ family }) => families.includes(family))
      .map((measure) => ({ measure: measure.id, name: measureName(measure) }));
  return {
    id: 'labels',
    title: 'Labels of claims over time',
    body: html`<p>A claim is <em>supported</em> where a fact of the fact base says the same, <em>contradicted</em> where one says otherwise, and <em>unverified</em> where the fact base is silent; silence is not falsehood.</p>
${figureBlock(
  context,
  'labels',
  seriesTable(
    view,
    'Claims by label and attribution: k, share in per cent (95% interval)',
    named(['label', 'attribution']),
  ),
  seriesTable(view, 'Articles with a contradicted claim: k, share in per cent (95% interval)', named(['article'])),
)}`,
  };
}

export function misreportsSection(context: Context): Section {
  const { view, result } = context;
  const all = misreportsOf(view);
  const { statements } = result;
  const list = table({
    caption: 'Misreports: articles with a claim that goes against each fact',
    head: ['Fact', ...(statements ? ['What the fact says'] : []), 'Articles', 'n', 'Share'],
    words: statements ? 2 : 1,
    rows: all.map(({ fact, k, n }) => [
      fact,
      ...(statements ? [statements[fact] ?? '–'] : []),
      whole(k),
      whole(n),
      shareOf({ k, n }),
    ]),
  });
  const series = seriesTable(
    view,
    'Articles with each misreport: k, share in per cent (95% interval)',
    all.slice(0, 8).map(({ id, fact }) => ({ measure: id, name: factName(fact) })),
  );
  return {
    id: 'misreports',
    title: 'Recurrent misreports',
    body: html`<p>A misreport is named after the fact that it goes against.</p>${all.length > 0 && list}${figureBlock(context, 'misreports', series)}`,
  };
}
