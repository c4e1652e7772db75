/** The parts of the explorer's chart. */
import { inLanes } from '../../figures/lanes.ts';
import { shorten, textWidth } from '../../figures/metrics.ts';
import { whole } from '../../figures/numbers.ts';
import { endOf, middleOf, startOf } from '../../figures/time-axis.ts';
import { shape } from './dom.js';

export const COUNTS = 40;
export const LEFT = 52;
export const RIGHT = 16;
export const SIZE = 12;
const LANE = 15;

const kind = (index) => (index === 0 ? 'first' : 'second');

/** Stretches of periods that have a share, as places. */
function stretches(points) {
  const found = [];
  points.forEach(({ share }, index) => {
    if (share === null) return;
    if (found.at(-1)?.at(-1) === index - 1) found.at(-1).push(index);
    else found.push([index]);
  });
  return found;
}

export function ribbon(data, { points }, index, x, y) {
  return stretches(points).map((places) => {
    const withEnds = places.filter((place) => points[place].low !== null && points[place].high !== null);
    if (withEnds.length === 0) return null;
    const at = (place) => x(middleOf(data.periods[place]));
    if (withEnds.length === 1) {
      const [place] = withEnds;
      return shape('line', {
        class: `bar ${kind(index)}`,
        x1: at(place),
        x2: at(place),
        y1: y(points[place].low),
        y2: y(points[place].high),
      });
    }
    const upper = withEnds.map((place) => `${at(place)},${y(points[place].high)}`);
    const lower = withEnds.map((place) => `${at(place)},${y(points[place].low)}`).reverse();
    return shape('path', { class: `ribbon ${kind(index)}`, d: `M${[...upper, ...lower].join('L')}Z` });
  });
}

export function line(data, { points, measure, words }, index, x, y, seen) {
  const paths = stretches(points).map((places) =>
    shape('path', {
      class: `line ${kind(index)}`,
      d: `M${places.map((place) => `${x(middleOf(data.periods[place]))},${y(points[place].share)}`).join('L')}`,
    }),
  );
  const alone = new Set(stretches(points).flatMap((places) => (places.length === 1 ? places : [])));
  const circles = points.flatMap(({ share }, place) =>
    share === null
      ? []
      : [
          shape('circle', {
            class: `point ${kind(index)}${seen || alone.has(place) ? '' : ' unseen'}`,
            'data-point': `${measure}.${place}`,
            'data-label': words(place),
            cx: x(middleOf(data.periods[place])),
            cy: y(share),
            r: 3.5,
          }),
        ],
  );
  return [...paths, shape('g', {}, circles)];
}

export function countStrip(data, points, x, top, width) {
  const most = Math.max(1, ...points.map(({ n }) => n));
  return [
    shape('text', { class: 'tick', x: LEFT - 6, y: top + 10, 'text-anchor': 'end' }, whole(most)),
    shape('text', { class: 'tick', x: LEFT - 6, y: top + COUNTS, 'text-anchor': 'end' }, 'n'),
    points.map(({ n }, index) => {
      const [from, to] = [x(startOf(data.periods[index].from)), x(endOf(data.periods[index].to))];
      const high = (n / most) * COUNTS;
      return n === 0
        ? null
        : shape('rect', {
            class: 'count',
            x: from + (to - from) * 0.08,
            width: (to - from) * 0.84,
            y: top + COUNTS - high,
            height: high,
          });
    }),
    shape('line', { class: 'axis', x1: LEFT, x2: width - RIGHT, y1: top + COUNTS, y2: top + COUNTS }),
  ];
}

/** Labels of events in lanes above the chart, and lines down from each. */
export function eventStrip(events, x, width) {
  const labels = events.map(({ date, label }) => {
    const words = shorten(label, Math.min(260, width * 0.6), SIZE);
    return { words, x: x(startOf(date)), width: textWidth(words, SIZE) };
  });
  const placed = inLanes(labels, width - RIGHT, 6);
  const lanes = Math.max(0, ...placed.map((one) => (one ? one.lane + 1 : 0)));
  const height = lanes * LANE;
  const shapes = (bottom) =>
    labels.map((label, index) => {
      const at = placed[index];
      const top = at ? height - (at.lane + 1) * LANE + 4 : height + 12;
      return [
        shape('line', { class: 'event', x1: label.x, x2: label.x, y1: top, y2: bottom }),
        at &&
          shape(
            'text',
            { class: 'event', x: at.x, y: height - at.lane * LANE - 1, 'text-anchor': at.before ? 'end' : 'start' },
            label.words,
          ),
      ];
    });
  return { height, shapes };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as the formats of `timeAxis` have it. */
export function dateWords(time, format) {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()]];
  return format
    .replace('%-d', date.getUTCDate())
    .replace('%b', month)
    .replace('%Y', year)
    .replace('%y', String(year % 100).padStart(2, '0'));
}
