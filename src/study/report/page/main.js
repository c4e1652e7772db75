/** What the report can do beyond being read. */
import { pointsOf, pointWords, readData } from './data.js';
import { addDialog, showExamples } from './examples.js';
import { addExplorer } from './explorer.js';
import { addGroups } from './groups.js';
import { addPoints } from './points.js';
import { addTip } from './tip.js';

const data = readData();
addDialog();
addTip();
addExplorer(data);
addGroups(data);

for (const svg of document.querySelectorAll('figure svg')) {
  const runsDown = svg.querySelector('[data-point]') === null;
  addPoints(svg, wordsOf, open, runsDown);
}

/** A region that does not scroll is no stop of the tab key. */
const regions = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const region of document.querySelectorAll('.scroll')) regions.observe(region);

function wordsOf(point) {
  if (point.dataset.label) return point.dataset.label;
  const [measure, period] = placeOf(point);
  const way = `story ${data.dating}`;
  const raw = pointsOf(data, way, measure)?.[period];
  if (!raw) return `${data.measures[measure].name}, ${data.periods[period].name}`;
  const corrected = pointsOf(data, way, measure, { value: 'corrected' })[period];
  const words = pointWords(data, measure, period, raw);
  const inBoth = point.closest('svg').id === 'figure-framing-corrected' && corrected.share !== null;
  return inBoth ? `${words}; ${pointWords(data, measure, period, corrected, 'corrected').split(': ').at(-1)}` : words;
}

function open(point) {
  if (point.dataset.point) showExamples(data, ...placeOf(point), wordsOf(point));
}

function placeOf(point) {
  return point.dataset.point.split('.').map(Number);
}
