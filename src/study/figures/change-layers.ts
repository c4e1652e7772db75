/** The words beside change points and events. */
import type { ChangePoint, Event } from '../model.ts';
import { cleanText } from './clean.ts';
import type { Spec } from './figure.ts';
import { place } from './key.ts';
import { inLanes, type Placed } from './lanes.ts';
import { shorten, textWidth } from './metrics.ts';
import { DASH, PALETTE, SIZE } from './palette.ts';
import { text } from './panel.ts';
import { startOf, type TimeAxis } from './time-axis.ts';
import { changeWords } from './words.ts';

/** Height of a line of words. */
export const LANE = 13;
/** More lanes take more room than the panels below. */
const EVENT_LANES = 8;
const CHANGE_LANES = 4;
/** A label is shortened to this; the table has it whole. */
const LONGEST = 240;

const placeOf = (at: number, { domain }: TimeAxis, width: number): number =>
  ((at - domain[0]) / (domain[1] - domain[0])) * width;

const alignOf = ({ before }: Placed): Spec => ({ align: before ? 'right' : 'left' });

/** A strip with the labels of events, each at its date; null without events. `left` counts those without a label. */
export function eventStrip(
  events: readonly Event[],
  time: TimeAxis,
  width: number,
): { spec: Spec; height: number; left: number } | null {
  if (events.length === 0) return null;
  const labels = events.map(({ date, label }) => {
    const words = shorten(cleanText(label), LONGEST, SIZE.small);
    return { words, x: placeOf(startOf(date), time, width), width: textWidth(words, SIZE.small) };
  });
  const placed = inLanes(labels, width, EVENT_LANES);
  const lanes = 1 + Math.max(0, ...placed.map((one) => one?.lane ?? 0));
  const height = lanes * LANE;
  const layer = labels.flatMap(({ words, x }, index) => {
    const at = placed[index];
    if (!at) return [];
    const y = height - at.lane * LANE;
    return [
      place({ type: 'rule', color: PALETTE.muted, strokeWidth: 0.8 }, { x, y: y - LANE + 2, y2: height }),
      text(words, at.x, y - 3, alignOf(at)),
    ];
  });
  return { spec: { width, height, layer }, height, left: placed.filter((one) => one === null).length };
}

/** Dotted lines at change points, with their words above the panel; those that find no room are in the table. */
export function annotations(
  changes: readonly { change: ChangePoint; time: number }[],
  axis: TimeAxis,
  width: number,
  height: number,
): { layers: Spec[]; lanes: number } {
  const labels = changes.map(({ change, time }) => {
    const words = changeWords(change);
    return { words, x: placeOf(time, axis, width), width: textWidth(words, SIZE.small) };
  });
  const placed = inLanes(labels, width, CHANGE_LANES);
  const layers = labels.flatMap(({ words, x }, index) => {
    const at = placed[index];
    const top = at ? -at.lane * LANE - LANE : 0;
    const line = place(
      { type: 'rule', color: PALETTE.ink, strokeWidth: 1, strokeDash: DASH.change },
      { x, y: top, y2: height },
    );
    return at ? [line, text(words, at.x, -at.lane * LANE - 5, alignOf(at))] : [line];
  });
  return { layers, lanes: 1 + Math.max(0, ...placed.map((one) => one?.lane ?? 0)) };
}
