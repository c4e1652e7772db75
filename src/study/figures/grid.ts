/** Small multiples: equal panels in rows. */
import type { Drawing, Spec } from './figure.ts';
import { WIDTH } from './palette.ts';

export const COLUMNS = 3;
const LEFT = 40;
const RIGHT = 12;
/** Between columns: labels of the values beside a panel of counts. */
const BETWEEN = 36;
/** Below the last row: labels of the axis of time. */
const BOTTOM = 24;

/** Width of a panel in `columns` columns. */
export const panelWidth = (columns: number = COLUMNS): number =>
  Math.floor((WIDTH - LEFT - RIGHT - BETWEEN * (columns - 1)) / columns);

/** Whether the panel at `index` of `count` has nothing below it, so that its axis of time needs labels. */
export const isLowest = (index: number, count: number, columns: number = COLUMNS): boolean => index + columns >= count;
/** Whether it begins a row, so that its axis of values needs labels. */
export const isFirst = (index: number, columns: number = COLUMNS): boolean => index % columns === 0;

export interface GridSize {
  columns?: number;
  panelHeight: number;
  /** Space for the panels' titles. */
  above: number;
  /** Space at the top of the figure: for the key. */
  header: number;
}

/** Lays `panels` (each with its width and height) out in rows. */
export function grid(panels: readonly Spec[], size: GridSize): Pick<Drawing, 'width' | 'height' | 'padding' | 'spec'> {
  const { columns = COLUMNS, panelHeight, above, header } = size;
  const rows = Math.ceil(panels.length / columns);
  // Between rows stand the titles of the lower one and a little air; the labels of a short last row hang into it.
  const between = above + 16;
  const padding = { left: LEFT, right: RIGHT, top: header + above, bottom: BOTTOM };
  return {
    width: WIDTH,
    height: padding.top + rows * panelHeight + (rows - 1) * between + BOTTOM,
    padding,
    spec: { concat: panels, columns, align: 'all', bounds: 'flush', spacing: { row: between, column: BETWEEN } },
  };
}
