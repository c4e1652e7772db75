/** A panel of small multiples: its frame, axes and title. */
import type { Spec } from './figure.ts';
import { textWidth, wrap } from './metrics.ts';
import { DASH, PALETTE, SIZE } from './palette.ts';
import type { ShareAxis } from './share-axis.ts';
import type { TimeAxis } from './time-axis.ts';

export interface PanelFrame {
  width: number;
  height: number;
  title: string;
  /** Stands at the right of the title; left out where both do not fit. */
  note?: string;
  /** Lines the title may take: one unless said. */
  titleLines?: number;
  time: TimeAxis;
  values: Pick<ShareAxis, 'domain' | 'ticks' | 'format'>;
  /** Whether the axes carry labels. */
  labels: { x: boolean; y: boolean };
}

/** The channels of position that all layers of a panel share. */
export function channels({ time, values, labels }: PanelFrame): { x: Spec; y: Spec } {
  const axis = { title: null, labelColor: PALETTE.muted, labelFontSize: SIZE.small, domainColor: PALETTE.axis };
  const shown = { ticks: true, tickSize: 4, tickColor: PALETTE.axis };
  return {
    x: {
      type: 'temporal',
      scale: { type: 'utc', domain: time.domain, nice: false },
      axis: {
        ...axis,
        ...shown,
        grid: false,
        values: time.ticks,
        format: time.format,
        labels: labels.x,
        labelFlush: false,
        labelOverlap: false,
      },
    },
    y: {
      type: 'quantitative',
      scale: { domain: values.domain, nice: false, zero: true },
      axis: {
        ...axis,
        ticks: false,
        domain: false,
        grid: true,
        gridColor: PALETTE.grid,
        values: values.ticks,
        format: values.format,
        labels: labels.y,
        labelPadding: 4,
        labelOverlap: false,
      },
    },
  };
}

/** Space that a title of `lines` lines takes above its panel. */
export const titleHeight = (lines: number): number => 6 + lines * (SIZE.title + 2);

/** The title above the panel, `raised` by so many pixels, and, where there is room, the note at its right. */
export function titleLayers({ width, title, note, titleLines = 1 }: PanelFrame, raised = 0): Spec[] {
  const lines = wrap(title, width, SIZE.title, titleLines, true);
  const taken = textWidth(lines.at(-1)!, SIZE.title, true) + SIZE.title;
  const fits = note !== undefined && taken + textWidth(note, SIZE.small) <= width;
  return [
    ...lines.map((line, index) =>
      text(line, 0, -7 - raised - (lines.length - 1 - index) * (SIZE.title + 2), {
        fontSize: SIZE.title,
        fontWeight: 'bold',
      }),
    ),
    ...(fits ? [text(note, width, -7 - raised, { align: 'right', color: PALETTE.muted })] : []),
  ];
}

/** Text at a place in pixels from the panel's upper left corner; by its baseline. */
export function text(words: string, x: number, y: number, style: Spec = {}): Spec {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', color: PALETTE.ink, fontSize: SIZE.small, ...style },
    encoding: { x: { value: x }, y: { value: y }, text: { value: words } },
  };
}

/** Many texts in one style, as one layer: a layer a text takes long to compile. */
export function texts(values: readonly { words: string; x: number; y: number }[], style: Spec): Spec {
  const at = { type: 'quantitative', scale: null, axis: null };
  return {
    data: { values },
    mark: { type: 'text', align: 'right', baseline: 'alphabetic', color: PALETTE.ink, fontSize: SIZE.small, ...style },
    encoding: { x: { ...at, field: 'x' }, y: { ...at, field: 'y' }, text: { field: 'words' } },
  };
}

/** Upright dotted lines through the panel at these times. */
export function uprights(times: readonly number[], x: Spec, height: number): Spec[] {
  if (times.length === 0) return [];
  return [
    {
      data: { values: times.map((time) => ({ time })) },
      mark: { type: 'rule', color: PALETTE.ink, strokeWidth: 1, strokeDash: DASH.change },
      encoding: { x: { ...x, field: 'time' }, y: { value: 0 }, y2: { value: height } },
    },
  ];
}
