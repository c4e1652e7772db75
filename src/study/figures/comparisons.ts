/** Two stretches of time compared: differences of shares with their intervals. */
import type { Comparison, Estimate } from '../model.ts';
import { type Dot, dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { measureName, stretchName } from './names.ts';
import { pointsOf, pointsRange, pValue, shareOf, signed, whole } from './numbers.ts';
import { differenceAxis } from './share-axis.ts';
import type { View } from './view.ts';

const MOST_ROWS = 45;

/** The comparisons of periods that have a difference, of the first pair that the study names. */
export function periodComparisons({ result }: View): Comparison[] {
  const known = result.comparisons.filter(
    (one) => one.kind === 'periods' && one.counting === 'story' && estimateOf(one) !== null,
  );
  const [first] = known;
  return first ? known.filter(({ a, b }) => a.name === first.a.name && b.name === first.b.name) : [];
}

/** The difference with the more cautious interval: by outlet where there is one. */
export const estimateOf = ({ difference, clustered }: Comparison): Estimate | null => clustered ?? difference;

/** A forest plot of later less earlier, sorted by the difference. */
export function comparisonsFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['comparisons', 'Two stretches of time compared'];
  const all = periodComparisons(view).filter(({ measure }) => view.measures.has(measure));
  if (all.length === 0) return { id, title, reason: 'There are no two stretches of time with articles in both.' };
  const kept = [...all].sort((x, y) => (x.holm ?? 1) - (y.holm ?? 1)).slice(0, MOST_ROWS);
  const rows = kept.sort((x, y) => estimateOf(y)!.value - estimateOf(x)!.value);
  const [a, b] = [stretchName(rows[0]!.a.name), stretchName(rows[0]!.b.name)];
  const nameOf = (row: Comparison): string => measureName(view.measures.get(row.measure)!);
  const dots = rows.map((row): Dot => {
    const { value, low, high } = estimateOf(row)!;
    return {
      value,
      interval: { low, high },
      words: `${nameOf(row)}: ${shareOf(row.a)} in ${a}, ${shareOf(row.b)} in ${b}, difference ${pointsOf(value)} points (95% interval ${pointsRange({ low, high })})`,
    };
  });
  const [low, high] = [
    Math.min(...dots.map((dot) => dot.interval!.low)),
    Math.max(...dots.map((dot) => dot.interval!.high)),
  ];
  return {
    id,
    title,
    caption: `Share in ${b} less share in ${a}, in percentage points, with 95% intervals${rows.some(({ clustered }) => clustered) ? ' that hold where articles are alike within outlets' : ''}; Cohen’s h and p-values after Holm’s correction. Copies are counted once. n is the number of articles, or of claims, in both.${all.length > rows.length ? ` Of ${all.length} measures those with the smallest p-values are shown.` : ''}`,
    alt: `Forest plot of ${rows.length} measures. Largest rise: ${dots[0]!.words}. Largest fall: ${dots.at(-1)!.words}.`,
    ...dotPlot({
      rows: rows.map((row) => ({ label: nameOf(row), note: `n = ${whole(row.a.n)}, ${whole(row.b.n)}` })),
      panels: [
        {
          title: '',
          axis: differenceAxis(low, high),
          series: [{ style: 'first', dots }],
          references: [0],
          axisTitle: `${b} less ${a}, percentage points`,
        },
      ],
      results: rows.map(({ h, holm }) =>
        [h === null ? null : `h = ${signed(h, 2)}`, holm === null ? null : pValue(holm)].filter(Boolean).join(', '),
      ),
    }),
  };
}
