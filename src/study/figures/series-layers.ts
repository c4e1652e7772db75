/** A series in a panel: a ribbon for the interval, a line, and points that know what they stand for. */
import type { Estimate, Interval, Period, Point } from '../model.ts';
import type { Spec } from './figure.ts';
import { DASH, PALETTE, RIBBON } from './palette.ts';
import { middleOf } from './time-axis.ts';

export type SeriesStyle = 'first' | 'second';

export interface DrawnSeries {
  points: readonly Point[];
  style: SeriesStyle;
  /** What the line is of: the share as counted, or corrected. */
  value: 'raw' | 'corrected';
  /** The place of the measure in the study's list, for the marks' references. */
  measure: number;
}

/** Least distance of visible points, in pixels: their diameter and as much again. */
const APART = 9;

interface Row {
  time: number;
  share: number | null;
  low: number | null;
  high: number | null;
  /** What `tidy-svg.ts` makes a reference of: the mark's measure and period. */
  mark: string;
  /** Without neighbours in time, where neither a line nor a ribbon shows anything. */
  alone: boolean;
}

/** What a point shows, with its interval. */
export function shown(point: Point, value: DrawnSeries['value']): { share: number; interval: Interval } | null {
  if (value === 'raw')
    return point.share === null || !point.wilson ? null : { share: point.share, interval: point.wilson };
  const corrected: Estimate | null = point.corrected;
  return corrected && { share: corrected.value, interval: corrected };
}

/** What the layers of a panel are placed by. */
export interface Place {
  periods: readonly Period[];
  x: Spec;
  y: Spec;
  width: number;
  /** The end of the scale, at which intervals are cut. */
  top: number;
}

/** The layers of the series of one panel: all intervals lie behind all lines. */
export function seriesLayers(drawn: readonly DrawnSeries[], place: Place): Spec[] {
  const rows = drawn.map((series) => rowsOf(series, place.periods, place.top));
  return [
    ...drawn.flatMap((series, index) => intervalLayers(series, rows[index]!, place)),
    ...drawn.flatMap((series, index) => lineLayers(series, rows[index]!, place)),
  ];
}

function intervalLayers({ style }: DrawnSeries, rows: Row[], { x, y }: Place): Spec[] {
  const color = PALETTE[style];
  const encoding = { x: { ...x, field: 'time' }, y: { ...y, field: 'low' }, y2: { field: 'high' } };
  const alone = rows.filter((row) => row.alone);
  return [
    { data: { values: rows }, mark: { type: 'area', color, opacity: RIBBON[style] }, encoding },
    ...(alone.length > 0 ? [{ data: { values: alone }, mark: { type: 'rule', color, strokeWidth: 1 }, encoding }] : []),
  ];
}

function lineLayers({ style }: DrawnSeries, rows: Row[], { periods, x, y, width }: Place): Spec[] {
  const second = style === 'second';
  const mark = { type: 'line', color: PALETTE[style], strokeWidth: second ? 1.4 : 1.7 };
  const encoding = { x: { ...x, field: 'time' }, y: { ...y, field: 'share' } };
  return [
    { data: { values: rows }, mark: second ? { ...mark, strokeDash: DASH.second } : mark, encoding },
    ...pointLayers(rows, style, encoding, width / periods.length >= APART),
  ];
}

/** Points: seen where there is room for them or the line cannot show them, else there to be pointed at. */
function pointLayers(rows: readonly Row[], style: SeriesStyle, encoding: Spec, visible: boolean): Spec[] {
  const known = rows.filter((row) => row.share !== null);
  const fill = style === 'second' ? PALETTE.page : PALETTE[style];
  const common = { type: 'point', stroke: PALETTE[style], fill, strokeWidth: 1.3, opacity: 1, size: 22 };
  const layer = (values: Row[], own: Spec): Spec[] =>
    values.length === 0
      ? []
      : [{ data: { values }, mark: { ...common, ...own }, encoding: { ...encoding, description: { field: 'mark' } } }];
  if (visible) return layer(known, {});
  const inLine = known.filter((row) => !row.alone);
  const alone = known.filter((row) => row.alone);
  return [...layer(inLine, { opacity: 0, strokeWidth: 0 }), ...layer(alone, { size: 12, strokeWidth: 1 })];
}

function rowsOf({ points, value, measure }: DrawnSeries, periods: readonly Period[], top: number): Row[] {
  const known = points.map((point) => shown(point, value));
  return known.map((one, index) => ({
    time: middleOf(periods[index]!),
    share: one && Math.min(one.share, top),
    low: one && Math.min(one.interval.low, top),
    high: one && Math.min(one.interval.high, top),
    mark: `@${measure}.${index}`,
    alone: one !== null && !known[index - 1] && !known[index + 1],
  }));
}
