/** Change points with their levels, p-values and the events of the time. */
import type { Event } from '../model.ts';
import { eventStrip, LANE } from './change-layers.ts';
import { changePanel } from './change-panel.ts';
import type { Drawing, LeftOut, Spec } from './figure.ts';
import { KEY_HEIGHT, type KeyEntry, keyLayers } from './key.ts';
import { measureName, spanName } from './names.ts';
import { WIDTH } from './palette.ts';
import { titleHeight } from './panel.ts';
import { foundChanges } from './significant.ts';
import { timeAxis } from './time-axis.ts';
import type { View } from './view.ts';
import { captionOf, changeWords, noTime } from './words.ts';

/** Rows of a page. */
const MOST_PANELS = 8;
const HEIGHT = 70;
const LEFT = 44;
const RIGHT = 16;
const PANEL_WIDTH = WIDTH - LEFT - RIGHT;

/** More events than these hide the figure behind their lines; the table has all. */
const MOST_EVENTS = 60;

/** The events within the periods of the study, by date, the first 60. */
export function eventsWithin(view: View): Event[] {
  const [first, last] = [view.periods[0], view.periods.at(-1)];
  if (!first || !last) return [];
  return view.result.events
    .filter(({ date }) => date >= first.from && date <= last.to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, MOST_EVENTS);
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
    changePanel(view, {
      measure,
      changes,
      events,
      last: index === measures.length - 1,
      width: PANEL_WIDTH,
      height: HEIGHT,
    }),
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
