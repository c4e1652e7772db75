/** The marks of one panel of a dot plot. */
import type { DotPanel } from './dot-plot.ts';
import type { Spec } from './figure.ts';
import { DASH, PALETTE, SIZE } from './palette.ts';

/** Told apart by shape and fill, not by colour alone. */
export const DOTS = {
  first: { shape: 'circle', color: PALETTE.first, fill: PALETTE.first },
  second: { shape: 'circle', color: PALETTE.second, fill: PALETTE.page },
  third: { shape: 'diamond', color: PALETTE.muted, fill: PALETTE.page },
} as const;
export type DotStyle = keyof typeof DOTS;

/** Percentage points with a sign, as an expression of Vega. */
const POINTS = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(round(datum.value * 1000) / 10)";

/** How far the values of one row stand apart, in pixels. */
const DODGE = 5.2;

/** Rows from the top; a light line leads from each label to its values. */
export function dotLayers(panel: DotPanel, rows: number, width: number, height: number): Spec[] {
  const { axis, series, references = [], axisTitle } = panel;
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: {
      title: axisTitle ?? null,
      values: axis.ticks,
      ...(axis.format ? { format: axis.format } : { labelExpr: POINTS }),
      grid: true,
      gridColor: PALETTE.grid,
      labelColor: PALETTE.muted,
      labelFontSize: SIZE.small,
      domain: false,
      tickColor: PALETTE.axis,
      tickSize: 4,
      labelOverlap: false,
      labelFlush: false,
      titlePadding: 6,
    },
  };
  const y = { type: 'quantitative', scale: { domain: [rows - 0.5, -0.5], nice: false, zero: false }, axis: null };
  return [
    rule(
      {
        data: { values: Array.from({ length: rows }, (_, row) => ({ row })) },
        encoding: { x: { value: 0 }, x2: { value: width }, y: { ...y, field: 'row' } },
      },
      { color: PALETTE.grid, strokeDash: [1, 2] },
    ),
    ...references.map((at) =>
      rule(
        { data: { values: [{ at }] }, encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, y2: { value: height } } },
        { color: PALETTE.ink, strokeDash: DASH.change },
      ),
    ),
    ...series.flatMap(({ style, dots }, index) => {
      const offset = (index - (series.length - 1) / 2) * ((DODGE * rows) / height);
      const values = dots.flatMap((dot, row) =>
        dot
          ? [
              {
                row: row + offset,
                value: dot.value,
                low: dot.interval?.low ?? dot.value,
                high: dot.interval?.high ?? dot.value,
                mark: `=${dot.words}`,
              },
            ]
          : [],
      );
      return values.length === 0 ? [] : dotsOf(style, values, x, y);
    }),
  ];
}

function dotsOf(style: DotStyle, values: object[], x: Spec, y: Spec): Spec[] {
  const { shape, color, fill } = DOTS[style];
  const data = { values };
  const row = { ...y, field: 'row' };
  return [
    rule({ data, encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: row } }, { color, strokeWidth: 1.4 }),
    {
      data,
      mark: {
        type: 'point',
        shape,
        stroke: color,
        fill,
        strokeWidth: 1.3,
        opacity: 1,
        size: shape === 'diamond' ? 34 : 26,
      },
      encoding: { x: { ...x, field: 'value' }, y: row, description: { field: 'mark' } },
    },
  ];
}

const rule = (layer: Spec, style: Spec): Spec => ({ ...layer, mark: { type: 'rule', strokeWidth: 1, ...style } });
