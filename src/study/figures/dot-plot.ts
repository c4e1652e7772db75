/** Dot plots: rows of values with their intervals, in one panel or several side by side. */
import type { Interval } from '../model.ts';
import { type DotStyle, dotLayers } from './dot-layers.ts';
import type { Drawing, Spec } from './figure.ts';
import { KEY_HEIGHT, type KeyEntry, keyLayers } from './key.ts';
import { shorten, textWidth } from './metrics.ts';
import { PALETTE, SIZE, WIDTH } from './palette.ts';
import { text, texts } from './panel.ts';
import type { ShareAxis } from './share-axis.ts';

export interface Dot {
  value: number;
  interval: Interval | null;
  /** What a reader is told who points at it. */
  words: string;
}

export interface DotPanel {
  title: string;
  /** A second line below the title. */
  subtitle?: string;
  axis: ShareAxis;
  /** One value a row; null where there is none. */
  series: { style: DotStyle; dots: (Dot | null)[] }[];
  /** Upright lines that values are held against. */
  references?: number[];
  /** Below the axis. */
  axisTitle?: string;
}

export interface DotPlot {
  /** What the rows are called, and what stands behind it: mostly n. */
  rows: { label: string; note: string }[];
  panels: DotPanel[];
  /** A column of text at the right, one entry a row. */
  results?: string[];
  key?: KeyEntry[];
}

/** Height of a row, by how many values stand in it. */
const ROWS = [17, 18, 22];
const GAP = 8;
/** Between panels: half a label of either axis, and air. */
const BETWEEN = 30;
/** Names of rows are shortened to this: a third of the figure. */
const LONGEST_LABEL = 220;
/** A line of a panel's title. */
const LINE = 14;
/** Below the panels: the axis. */
const BELOW = 20;

/** Lays a dot plot out. At least one row and one panel; notes and results are not shortened. */
export function dotPlot({
  rows,
  panels,
  results = [],
  key = [],
}: DotPlot): Pick<Drawing, 'width' | 'height' | 'padding' | 'spec'> {
  const labels = rows.map(({ label }) => shorten(label, LONGEST_LABEL, SIZE.label));
  const noteWidth = widest(
    rows.map(({ note }) => note),
    SIZE.small,
  );
  const left = Math.ceil(widest(labels, SIZE.label) + GAP + noteWidth + GAP + 4);
  const right = Math.ceil(results.length > 0 ? widest(results, SIZE.small) + GAP + 8 : 18);
  const width = Math.floor((WIDTH - left - right - BETWEEN * (panels.length - 1)) / panels.length);
  const row = ROWS[Math.max(...panels.map(({ series }) => series.length)) - 1] ?? 24;
  const baseline = (index: number): number => index * row + row / 2 + 3.5;
  const height = rows.length * row;
  const above = 8 + Math.max(0, ...panels.map(({ title, subtitle }) => (subtitle ? 2 : title ? 1 : 0))) * LINE;
  const drawnKey = keyLayers(key, WIDTH - 20, above + 8, 10 - left);
  const below = BELOW + (panels.some(({ axisTitle }) => axisTitle) ? 16 : 0);
  const padding = { left, right, top: 4 + above + (key.length > 0 ? drawnKey.lines * KEY_HEIGHT : 0), bottom: below };
  const atLeft = [
    texts(
      labels.map((words, row) => ({ words, x: -(noteWidth + 2 * GAP), y: baseline(row) })),
      { fontSize: SIZE.label },
    ),
    texts(
      rows.map(({ note }, row) => ({ words: note, x: -GAP, y: baseline(row) })),
      { color: PALETTE.muted },
    ),
  ];
  const atRight = [
    texts(
      results.map((words, index) => ({ words, x: width + GAP, y: baseline(index) })),
      { align: 'left' },
    ),
  ];
  const specs = panels.map((panel, index) => ({
    width,
    height,
    layer: [
      ...dotLayers(panel, rows.length, width, height),
      ...titles(panel, width),
      ...(index === 0 ? [...atLeft, ...(key.length > 0 ? drawnKey.layers : [])] : []),
      ...(index === panels.length - 1 && results.length > 0 ? atRight : []),
    ],
  }));
  return {
    width: WIDTH,
    height: padding.top + height + padding.bottom,
    padding,
    spec: { concat: specs, columns: panels.length, align: 'all', bounds: 'flush', spacing: BETWEEN },
  };
}

const widest = (words: readonly string[], size: number): number =>
  Math.max(0, ...words.map((one) => textWidth(one, size)));

function titles({ title, subtitle }: DotPanel, width: number): Spec[] {
  const line = (words: string, y: number, style: Spec, bold: boolean): Spec =>
    text(shorten(words, width + BETWEEN - 4, SIZE.label, bold), 0, y, { fontSize: SIZE.label, ...style });
  return [
    ...(title ? [line(title, subtitle ? -8 - LINE : -8, { fontWeight: 'bold' }, true)] : []),
    ...(subtitle ? [line(subtitle, -8, { color: PALETTE.muted }, false)] : []),
  ];
}
