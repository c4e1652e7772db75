/** A panel of a measure that changed: its series, its levels, and where they change. */
import type { ChangePoint, Event } from '../model.ts';
import { annotations, LANE } from './change-layers.ts';
import type { Spec } from './figure.ts';
import { drawnSeries } from './multiples.ts';
import { measureName } from './names.ts';
import { PALETTE } from './palette.ts';
import { channels, titleLayers } from './panel.ts';
import { seriesLayers, shown } from './series-layers.ts';
import { shareAxis } from './share-axis.ts';
import { startOf, timeAxis } from './time-axis.ts';
import type { View } from './view.ts';

export interface ChangePanel {
  measure: string;
  /** Of this and other measures. */
  changes: readonly ChangePoint[];
  events: readonly Event[];
  /** Whether nothing stands below it, so that the axis of time needs labels. */
  last: boolean;
  width: number;
  height: number;
}

/** The panel, and how many lanes of words stand above it. */
export function changePanel(view: View, panel: ChangePanel): { spec: Spec; lanes: number } {
  const { measure, changes, events, last, width, height } = panel;
  const own = changes.filter((change) => change.measure === measure);
  const series = drawnSeries(view, measure, 'first');
  const time = timeAxis(view.periods, width);
  const highs = series.flatMap(({ points }) => points.flatMap((point) => shown(point, 'raw')?.interval.high ?? []));
  const values = shareAxis(Math.max(0, ...highs), 3);
  const starts = new Map(view.result.periods.map(({ id, from }) => [id, startOf(from)]));
  const { layers, lanes } = annotations(
    own.map((change) => ({ change, time: starts.get(change.period) ?? time.domain[0] })),
    time,
    width,
    height,
  );
  const frame = {
    width,
    height,
    title: measureName(view.measures.get(measure)!),
    time,
    values,
    labels: { x: last, y: true },
  };
  const { x, y } = channels(frame);
  const marked = (times: number[], style: Spec): Spec[] =>
    times.length === 0
      ? []
      : [
          {
            data: { values: times.map((at) => ({ at })) },
            mark: { type: 'rule', strokeWidth: 1, ...style },
            encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, y2: { value: height } },
          },
        ];
  return {
    lanes,
    spec: {
      width,
      height,
      layer: [
        ...marked(
          events.map(({ date }) => startOf(date)),
          { color: PALETTE.muted, strokeWidth: 0.8 },
        ),
        ...seriesLayers(series, { periods: view.periods, x, y, width, top: values.domain[1] }),
        ...levels(own, starts, time.domain, x, y),
        ...layers,
        ...titleLayers(frame, lanes * LANE),
      ],
    },
  };
}

/** The level of each stretch between changes, which follow each other in time. */
function levels(
  changes: readonly ChangePoint[],
  starts: Map<string, number>,
  domain: [number, number],
  x: Spec,
  y: Spec,
): Spec[] {
  const at = changes.map(({ period }) => starts.get(period) ?? domain[0]);
  const values = [changes[0]!.before, ...changes.map(({ after }) => after)].flatMap((count, index) =>
    count.n === 0 ? [] : [{ from: at[index - 1] ?? domain[0], to: at[index] ?? domain[1], share: count.k / count.n }],
  );
  const encoding = { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: { ...y, field: 'share' } };
  return [{ data: { values }, mark: { type: 'rule', color: PALETTE.ink, strokeWidth: 2 }, encoding }];
}
