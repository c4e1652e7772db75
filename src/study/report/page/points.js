/** Points of a chart: one stop of the tab key, arrow keys from point to point, Enter or a click for what is behind it. */
import { hideTip, showTip } from './tip.js';

/** A pointer this near to a point means it, in pixels. */
const REACH = 24;

/**
 * Makes the points of `svg` reachable. Points with the same parent are a series. `wordsOf(point)` says what a point shows;
 * `open(point)` is called for Enter, space and clicks. In charts whose series run down, up and down follow the series.
 */
export function addPoints(svg, wordsOf, open, runsDown = false) {
  const points = [...svg.querySelectorAll('[data-point], [data-label]')];
  if (points.length === 0) return;
  svg.setAttribute('role', 'group');
  const series = [...grouped(points)];
  let active = null;

  const choose = (point, focus) => {
    if (active && active !== point) {
      active.setAttribute('tabindex', '-1');
      active.classList.remove('active');
    }
    active = point;
    point.setAttribute('tabindex', '0');
    point.setAttribute('role', 'button');
    point.setAttribute('aria-label', wordsOf(point));
    if (focus) point.focus({ preventScroll: false });
  };
  const step = (key) => {
    const [row, at] = placeOf(series, active);
    const [within, across] = runsDown
      ? [
          ['ArrowDown', 'ArrowUp'],
          ['ArrowRight', 'ArrowLeft'],
        ]
      : [
          ['ArrowRight', 'ArrowLeft'],
          ['ArrowDown', 'ArrowUp'],
        ];
    if (key === within[0]) return series[row][at + 1];
    if (key === within[1]) return series[row][at - 1];
    if (key === across[0]) return nearest(series[row + 1], active, runsDown);
    if (key === across[1]) return nearest(series[row - 1], active, runsDown);
    if (key === 'Home') return series[row][0];
    return key === 'End' ? series[row].at(-1) : undefined;
  };

  choose(points[0], false);
  svg.addEventListener('focusin', ({ target }) => {
    if (!points.includes(target)) return;
    choose(target, false);
    target.classList.add('active');
    showTip(target, wordsOf(target));
  });
  svg.addEventListener('focusout', () => {
    active.classList.remove('active');
    hideTip();
  });
  svg.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(active);
    else {
      const next = step(event.key);
      if (!next) return;
      choose(next, true);
    }
    event.preventDefault();
  });
  followPointer(svg, points, wordsOf, open);
}

function followPointer(svg, points, wordsOf, open) {
  let under = null;
  const leave = () => {
    if (!under) return;
    under.classList.remove('active');
    under = null;
    hideTip();
  };
  svg.addEventListener('pointermove', (event) => {
    const point = pointAt(points, event);
    if (point === under) return;
    leave();
    if (!point) return;
    under = point;
    point.classList.add('active');
    showTip(point, wordsOf(point));
  });
  svg.addEventListener('pointerleave', leave);
  svg.addEventListener('click', (event) => {
    const point = pointAt(points, event);
    if (point) open(point);
  });
}

/** The point nearest to the pointer, of those within reach. */
function pointAt(points, { clientX, clientY }) {
  let [best, least] = [null, REACH ** 2];
  for (const point of points) {
    const { left, top, width, height } = point.getBoundingClientRect();
    const distance = (left + width / 2 - clientX) ** 2 + (top + height / 2 - clientY) ** 2;
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}

function grouped(points) {
  const series = new Map();
  for (const point of points) series.set(point.parentNode, [...(series.get(point.parentNode) ?? []), point]);
  return series.values();
}

function placeOf(series, point) {
  const row = series.findIndex((one) => one.includes(point));
  return [row, series[row].indexOf(point)];
}

/** Of another series, the point at the same period or height. */
function nearest(points, from, runsDown) {
  if (!points) return undefined;
  const middle = (point) => {
    const { left, top, width, height } = point.getBoundingClientRect();
    return runsDown ? top + height / 2 : left + width / 2;
  };
  const at = middle(from);
  const period = (point) => point.dataset.point?.split('.')[1];
  const same = points.find((point) => period(point) !== undefined && period(point) === period(from));
  return (
    same ?? points.reduce((best, point) => (Math.abs(middle(point) - at) < Math.abs(middle(best) - at) ? point : best))
  );
}
