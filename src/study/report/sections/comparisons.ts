/** Two stretches of time compared. */
import { periodComparisons } from '../../figures/comparisons.ts';
import { measureName, stretchName } from '../../figures/names.ts';
import { pointsOf, pointsRange, pValue, shareOf, signed, whole } from '../../figures/numbers.ts';
import type { Estimate } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { html } from '../html.ts';
import { table } from '../table.ts';

export function comparisonsSection(context: Context): Section {
  const { view } = context;
  const all = periodComparisons(view).filter(({ measure }) => view.measures.has(measure));
  const [a, b] = [stretchName(all[0]?.a.name ?? ''), stretchName(all[0]?.b.name ?? '')];
  const tests = table({
    caption: `All measures in ${a} and ${b}; differences in percentage points (95% interval); adjusted is p by outlet where there is one`,
    head: [
      'Measure',
      a,
      b,
      'Difference',
      'Cohen’s h',
      'p',
      'Difference by outlet',
      'p by outlet',
      'p (Holm)',
      'p (Benjamini-Hochberg)',
    ],
    rows: [...all]
      .sort((x, y) => (x.holm ?? 1) - (y.holm ?? 1) || (x.p ?? 1) - (y.p ?? 1))
      .map((one) => [
        measureName(view.measures.get(one.measure)!),
        `${shareOf(one.a)} (${whole(one.a.k)} of ${whole(one.a.n)})`,
        `${shareOf(one.b)} (${whole(one.b.k)} of ${whole(one.b.n)})`,
        differenceText(one.difference),
        one.h === null ? '–' : signed(one.h, 2),
        pText(one.p),
        differenceText(one.clustered ?? null),
        pText(one.clustered?.p ?? null),
        pText(one.holm),
        pText(one.bh),
      ]),
  });
  return {
    id: 'comparisons',
    title: 'Two stretches of time compared',
    body: html`${figureBlock(context, 'comparisons', tests)}`,
  };
}

const pText = (p: number | null): string => (p === null ? '–' : pValue(p));
const differenceText = (one: Estimate | null): string => (one ? `${pointsOf(one.value)} (${pointsRange(one)})` : '–');
