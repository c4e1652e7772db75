/** Shares over time as tables. */
import { periodName } from '../figures/names.ts';
import { percent, percentRange, whole } from '../figures/numbers.ts';
import type { View } from '../figures/view.ts';
import type { Estimate, Point } from '../model.ts';
import type { Html, Part } from './html.ts';
import { table } from './table.ts';

export interface Column {
  measure: string;
  name: string;
  value?: 'raw' | 'corrected';
}

/**
 * A row a period. Where all columns are of the same articles, n stands once and a cell holds k, share and interval; else
 * each cell has its own n. Periods without any article say so.
 */
export function seriesTable(view: View, caption: string, columns: readonly Column[]): Html {
  const known = columns.flatMap((column) => {
    const points = view.points(column.measure);
    return points ? [{ ...column, points }] : [];
  });
  if (known.length === 0 || view.periods.length === 0) return table({ caption, head: [], rows: [] });
  const shared = view.periods.every((_, index) =>
    known.every(({ points }) => points[index]!.n === known[0]!.points[index]!.n),
  );
  return table({
    caption,
    head: ['Period', ...(shared ? ['n'] : []), ...known.map(({ name }) => name)],
    rows: view.periods.map(({ id }, index): Part[] => [
      periodName(id),
      ...(shared ? [whole(known[0]!.points[index]!.n)] : []),
      ...known.map(({ points, value = 'raw' }) => cell(points[index]!, value, shared)),
    ]),
  });
}

function cell(point: Point, value: 'raw' | 'corrected', shared: boolean): string {
  if (value === 'corrected') return point.corrected ? estimateText(point.corrected) : '–';
  if (point.share === null) return shared ? '–' : '0 of 0';
  const count = shared ? whole(point.k) : `${whole(point.k)} of ${whole(point.n)}`;
  return `${count} · ${percent(point.share)}${point.wilson ? ` (${percentRange(point.wilson)})` : ''}`;
}

/** "12.3% (10.1 to 14.9)". */
export const estimateText = (estimate: Estimate): string => `${percent(estimate.value)} (${percentRange(estimate)})`;
