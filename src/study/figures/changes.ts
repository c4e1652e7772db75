/** Change points with their levels, p-values and the events of the time. */
import type { ChangePoint, Event } from '../model.ts';
import { annotations, eventStrip, LANE } from './change-layers.ts';
import type { Drawing, LeftOut, Spec } from './figure.ts';
import { KEY_HEIGHT, type KeyEntry, keyLayers } from './key.ts';
import { drawnSeries } from './multiples.ts';
import { measureName, spanName } from './names.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { channels, titleHeight, titleLayers } from './panel.ts';
import { seriesLayers, shown } from './series-layers.ts';
import { shareAxis } from './share-axis.ts';
import { foundChanges } from './significant.ts';
import { startOf, timeAxis } from './time-axis.ts';
import type { View } from './view.ts';
import { captionOf, changeWords, noTime } from './words.ts';

/** Rows of a page. */
const MOST_PANELS = 8;
const HEIGHT = 70;
const LEFT = 44;
const RIGHT = 16;
const PANEL_WIDTH = WIDTH - LEFT - RIGHT;

/** The events within the periods of the study, by date. */
export function eventsWithin(view: View): Event[] {
  const [first, last] = [view.periods[0], view.periods.at(-1)];
  if (!first || !last) return [];
  return view.result.events
    .filter(({ date }) => date >= first.from && date <= last.to)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** One panel a measure that changed, below a strip of events. */
export function changesFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['changes', 'Change points and events'];
  const absent = noTime(view, view.result.flow.studied > 0);
  if (absent) return { id, title, reason: absent };
  const changes = foundChanges(view).filter(({ measure }) => view.measures.has(measure));
  if (changes.length === 0)
    return { id, title, reason: 'No change of level was found at p ≤ 0.05 after Holm’s correction.' };
  const all = [...new Set(changes.map(({ measure }) => measure))];
  const measures = all.slice(0, MOST_PANELS);
  const events = eventsWithin(view);
  const strip = eventStrip(events, timeAxis(view.periods, PANEL_WIDTH), PANEL_WIDTH);
  const panels = measures.map((measure, index) =>
    changePanel(view, measure, changes, events, index === measures.length - 1),
  );
  const above = titleHeight(1) + Math.max(...panels.map(({ lanes }) => lanes)) * LANE;
  const key = keyLayers(
    KEY.filter(({ mark }) => mark !== 'event' || events.length > 0),
    PANEL_WIDTH,
    strip ? 10 : above + 6,
  );
  const specs = [...(strip ? [strip.spec] : []), ...panels.map(({ spec }) => spec)];
  const top = 8 + key.lines * KEY_HEIGHT + (strip ? 0 : above);
  const padding = { left: LEFT, right: RIGHT, top, bottom: 24 };
  const between = above + 12;
  const stripHeight = strip ? strip.height + between : 0;
  return {
    id,
    title,
    caption: captionOf(view, [
      `Measures whose level changed (PELT, permutation p ≤ 0.05 after Holm’s correction), by ${view.unit}, ${spanName(view.periods)}: ${all.length > MOST_PANELS ? `the first ${MOST_PANELS} of ${all.length}` : `${all.length}`}. Thick lines are the levels; dotted lines stand where a new level begins.`,
      strip && strip.left > 0 ? `${strip.left} events have no room for a label; the table has them.` : '',
    ]),
    alt: changes
      .map((change) => `${measureName(view.measures.get(change.measure)!)}: ${changeWords(change)}`)
      .join('; '),
    width: WIDTH,
    height: top + stripHeight + panels.length * HEIGHT + (panels.length - 1) * between + padding.bottom,
    padding,
    spec: {
      concat: specs.map((spec, index) =>
        index === 0 ? { ...spec, layer: [...(spec.layer as Spec[]), ...key.layers] } : spec,
      ),
      columns: 1,
      bounds: 'flush',
      spacing: between,
    },
  };
}

const KEY: KeyEntry[] = [
  { mark: 'first', words: 'share, 95% interval' },
  { mark: 'level', words: 'level' },
  { mark: 'change', words: 'change point' },
  { mark: 'event', words: 'event' },
];

function changePanel(
  view: View,
  measure: string,
  changes: readonly ChangePoint[],
  events: readonly Event[],
  last: boolean,
): { spec: Spec; lanes: number } {
  const own = changes.filter((change) => change.measure === measure);
  const series = drawnSeries(view, measure, 'first');
  const time = timeAxis(view.periods, PANEL_WIDTH);
  const highs = series.flatMap(({ points }) => points.flatMap((point) => shown(point, 'raw')?.interval.high ?? []));
  const values = shareAxis(Math.max(0, ...highs), 3);
  const starts = new Map(view.result.periods.map(({ id, from }) => [id, startOf(from)]));
  const { layers, lanes } = annotations(
    own.map((change) => ({ change, time: starts.get(change.period) ?? time.domain[0] })),
    time,
    PANEL_WIDTH,
    HEIGHT,
  );
  const frame = {
    width: PANEL_WIDTH,
    height: HEIGHT,
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
            encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, y2: { value: HEIGHT } },
          },
        ];
  return {
    lanes,
    spec: {
      width: PANEL_WIDTH,
      height: HEIGHT,
      layer: [
        ...marked(
          events.map(({ date }) => startOf(date)),
          { color: PALETTE.muted, strokeWidth: 0.8 },
        ),
        ...seriesLayers(series, { periods: view.periods, x, y, width: PANEL_WIDTH, top: values.domain[1] }),
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
