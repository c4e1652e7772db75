/** Figures of small multiples over time: the part that framing, labels and misreports share. */
import type { Count, Point } from '../model.ts';
import { countAxis, countLayers } from './count-layers.ts';
import type { Drawing, Spec } from './figure.ts';
import { COLUMNS, grid, isFirst, isLowest, panelWidth } from './grid.ts';
import { KEY_HEIGHT, type KeyEntry, keyLayers } from './key.ts';
import { WIDTH } from './palette.ts';
import { channels, type PanelFrame, titleHeight, titleLayers, uprights } from './panel.ts';
import { type DrawnSeries, type SeriesStyle, seriesLayers, shown } from './series-layers.ts';
import { shareAxis } from './share-axis.ts';
import { timeAxis } from './time-axis.ts';
import type { View } from './view.ts';

export interface SeriesPanel {
  title: string;
  note?: string;
  series: DrawnSeries[];
  /** Times of dotted uprights. */
  changes: number[];
}

export interface CountPanel {
  title: string;
  counts: readonly Count[];
}

export interface Multiples {
  panels: (SeriesPanel | CountPanel)[];
  key: KeyEntry[];
  columns?: number;
  panelHeight?: number;
  titleLines?: number;
}

/** Lays the panels out; those of shares in one row have one scale, so that they can be compared. */
export function multiples(
  view: View,
  { panels, key, columns = COLUMNS, panelHeight = 92, titleLines = 1 }: Multiples,
): Pick<Drawing, 'width' | 'height' | 'padding' | 'spec'> {
  const width = panelWidth(columns);
  const time = timeAxis(view.periods, width);
  const above = titleHeight(titleLines);
  const drawnKey = keyLayers(key, WIDTH - 60, above + 12);
  const specs = panels.map((panel, index) => {
    const labels = {
      x: isLowest(index, panels.length, columns),
      y: isFirst(index, columns) || 'counts' in panels[index - 1]!,
    };
    const frame = { width, height: panelHeight, titleLines, time, labels };
    const row = Math.floor(index / columns) * columns;
    const layers =
      'counts' in panel
        ? countPanel(panel, view, frame)
        : sharePanel(panel, view, frame, topOf(panels.slice(row, row + columns)));
    return { width, height: panelHeight, layer: index === 0 ? [...layers, ...drawnKey.layers] : layers };
  });
  return grid(specs, { columns, panelHeight, above, header: 10 + drawnKey.lines * KEY_HEIGHT });
}

type Frame = Omit<PanelFrame, 'title' | 'values'>;

function sharePanel(panel: SeriesPanel, view: View, base: Frame, top: number): Spec[] {
  const frame = {
    ...base,
    title: panel.title,
    ...(panel.note === undefined ? {} : { note: panel.note }),
    values: shareAxis(top),
  };
  const { x, y } = channels(frame);
  const end = frame.values.domain[1];
  return [
    ...uprights(panel.changes, x, frame.height),
    ...seriesLayers(panel.series, { periods: view.periods, x, y, width: frame.width, top: end }),
    ...titleLayers(frame),
  ];
}

/** Counts have a scale of their own, with labels wherever the panel stands. */
function countPanel({ title, counts }: CountPanel, view: View, base: Frame): Spec[] {
  const values = countAxis(Math.max(...counts.map(({ n }) => n)));
  const frame = { ...base, title, values, labels: { ...base.labels, y: true } };
  const { x, y } = channels(frame);
  return [...countLayers(counts, view.periods, x, y), ...titleLayers(frame)];
}

/**
 * The highest share of a row, and of its intervals the highest but for those of thin periods (less than a third of the
 * median n), which say little and would flatten the rest; they are cut at the scale's end.
 */
function topOf(row: readonly (SeriesPanel | CountPanel)[]): number {
  const known = row.flatMap((panel) =>
    'counts' in panel
      ? []
      : panel.series.flatMap(({ points, value }) =>
          points.flatMap((point) => {
            const one = shown(point, value);
            return one ? [{ n: point.n, share: one.share, high: one.interval.high }] : [];
          }),
        ),
  );
  const sizes = known.map(({ n }) => n).sort((a, b) => a - b);
  const thin = (sizes[Math.floor(sizes.length / 2)] ?? 0) / 3;
  return known.reduce((top, { n, share, high }) => Math.max(top, share, n < thin ? 0 : high), 0);
}

/** Whether anything is known of a series. */
export const hasPoints = (points: readonly Point[] | null): points is Point[] =>
  points?.some((point) => point.share !== null) ?? false;

/** A measure of the report's main series, as one line of a panel; none where the study has no such series. */
export function drawnSeries(
  view: View,
  id: string,
  style: SeriesStyle,
  value: DrawnSeries['value'] = 'raw',
): DrawnSeries[] {
  const points = view.points(id);
  const measure = view.result.measures.findIndex((one) => one.id === id);
  return points && measure >= 0 ? [{ points, style, value, measure }] : [];
}
