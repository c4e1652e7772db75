/** How many articles or claims the shares of a period are of, as bars. */
import type { Count, Period } from '../model.ts';
import type { Spec } from './figure.ts';
import { PALETTE } from './palette.ts';
import { endOf, startOf } from './time-axis.ts';

/** A bar a period, of its `n`, as wide as the period. */
export function countLayers(points: readonly Count[], periods: readonly Period[], x: Spec, y: Spec): Spec[] {
  const values = points.map(({ n }, index) => {
    const [from, to] = [startOf(periods[index]!.from), endOf(periods[index]!.to)];
    const gap = (to - from) * 0.08;
    return { from: from + gap, to: to - gap, n };
  });
  return [
    {
      data: { values: values.filter(({ n }) => n > 0) },
      mark: { type: 'bar', color: PALETTE.bar },
      encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: { ...y, field: 'n' }, y2: { datum: 0 } },
    },
  ];
}

/** A domain of counts from 0, with a round end and at most three steps. */
export function countAxis(most: number): { domain: [number, number]; ticks: number[]; format: string } {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const step = [0.5, 1, 2, 5, 10].map((one) => Math.max(1, one * power)).find((one) => Math.ceil(most / one) <= 3)!;
  const count = Math.max(1, Math.ceil(most / step));
  return {
    domain: [0, count * step],
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    format: step >= 1e6 ? '.2~s' : ',d',
  };
}
