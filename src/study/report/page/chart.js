/** The chart of the explorer: lines with ribbons, counts below, change points and events. */
import { percent } from '../../figures/numbers.ts';
import { shareAxis } from '../../figures/share-axis.ts';
import { timeAxis } from '../../figures/time-axis.ts';
import { COUNTS, countStrip, dateWords, eventStrip, LEFT, line, RIGHT, ribbon, SIZE } from './chart-parts.js';
import { shape } from './dom.js';

const HEIGHT = 230;
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
