/** The chart of the explorer: lines with ribbons, counts below, change points and events. */
import { inLanes } from '../../figures/lanes.ts';
import { shorten, textWidth } from '../../figures/metrics.ts';
import { percent, whole } from '../../figures/numbers.ts';
import { shareAxis } from '../../figures/share-axis.ts';
import { endOf, middleOf, startOf, timeAxis } from '../../figures/time-axis.ts';
import { shape } from './dom.js';

const HEIGHT = 230;
const COUNTS = 40;
const LEFT = 52;
const RIGHT = 16;
const SIZE = 12;
const LANE = 15;
/** Least distance of points that are seen. */
const APART = 9;

/**
 * Draws series ({ points, measure, words }) of the periods on `width` pixels: the first as a whole line with filled points,
 * the second dashed with open ones.
 */
export function drawChart(data, series, { width, changes }) {
  const inner = width - LEFT - RIGHT;
  const time = timeAxis(data.periods, inner);
  const x = (at) => LEFT + ((at - time.domain[0]) / (time.domain[1] - time.domain[0])) * inner;
  const strip = eventStrip(data.events, x, width);
  const top = strip.height + 12;
  const known = series.flatMap(({ points }) => points.filter(({ share }) => share !== null));
  const axis = shareAxis(
    known.reduce((most, { share, high }) => Math.max(most, share, high ?? 0), 0),
    5,
  );
  const y = (share) => top + HEIGHT * (1 - Math.min(share, axis.domain[1]) / axis.domain[1]);
  const counts = countStrip(data, series[0].points, x, top + HEIGHT + 22, width);
  const height = top + HEIGHT + 22 + COUNTS + 24;
  return shape(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', class: 'chart', 'font-size': SIZE },
    axis.ticks.map((tick) => [
      shape('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick) }),
      shape(
        'text',
        { class: 'tick', x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' },
        percent(tick).replace('.0%', '%'),
      ),
    ]),
    strip.shapes(top + HEIGHT),
    changes.map((at) => shape('line', { class: 'change', x1: x(at), x2: x(at), y1: top, y2: top + HEIGHT })),
    series.map((one, index) => ribbon(data, one, index, x, y)),
    series.map((one, index) => line(data, one, index, x, y, inner / data.periods.length >= APART)),
    counts,
    time.ticks.map((tick) => [
      shape('line', { class: 'axis', x1: x(tick), x2: x(tick), y1: top + HEIGHT, y2: top + HEIGHT + 5 }),
      shape(
        'text',
        { class: 'tick', x: x(tick), y: height - 6, 'text-anchor': 'middle' },
        dateWords(tick, time.format),
      ),
    ]),
    shape('line', { class: 'axis', x1: LEFT, x2: width - RIGHT, y1: top + HEIGHT, y2: top + HEIGHT }),
  );
}

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

function ribbon(data, { points }, index, x, y) {
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

function line(data, { points, measure, words }, index, x, y, seen) {
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

function countStrip(data, points, x, top, width) {
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
function eventStrip(events, x, width) {
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
function dateWords(time, format) {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()]];
  return format
    .replace('%-d', date.getUTCDate())
    .replace('%b', month)
    .replace('%Y', year)
    .replace('%y', String(year % 100).padStart(2, '0'));
}
