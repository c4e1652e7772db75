/** The explorer: one chart of whatever is chosen, with its data. */
import { drawChart } from './chart.js';
import { changesOf, readChoice, seriesOf } from './choice.js';
import { choiceOf, measureList } from './controls.js';
import { element } from './dom.js';
import { showExamples } from './examples.js';
import { statusWords, tableOf } from './explorer-words.js';
import { addPoints } from './points.js';

const CHOICES = [
  [
    'stance',
    'Stance',
    [
      ['both', 'advanced and rejected'],
      ['advanced', 'advanced'],
      ['rejected', 'rejected'],
      ['either', 'either'],
      ['ratio', 'advanced, of those that carry it'],
    ],
  ],
  [
    'counting',
    'Copies',
    [
      ['story', 'once per story'],
      ['article', 'each article'],
    ],
  ],
  [
    'dating',
    'Dates',
    [
      ['all', 'all'],
      ['sure', 'sure ones alone'],
    ],
  ],
  [
    'value',
    'Shares',
    [
      ['raw', 'as counted'],
      ['corrected', 'corrected'],
    ],
  ],
  [
    'interval',
    'Intervals',
    [
      ['wilson', 'Wilson'],
      ['byOutlet', 'by outlet'],
      ['byStory', 'by story'],
    ],
  ],
];

/** Puts the explorer into its place on the page; nothing where there is nothing to follow over time. */
export function addExplorer(data) {
  const place = document.getElementById('explorer');
  if (!place || data.periods.length < 2 || !data.series[`story ${data.dating}`]) return;
  const list = measureList(data);
  const form = element(
    'form',
    { class: 'controls' },
    element('label', { class: 'measure' }, 'What ', list),
    CHOICES.map(([name, legend, choices]) => choiceOf(name, legend, choices)),
  );
  form.querySelector(`input[value="${data.dating}"]`).checked = true;
  const status = element('p', { class: 'status', role: 'status' });
  const key = element('p', { class: 'key' });
  const chart = element('div', { class: 'chart-place' });
  const table = element('details', { class: 'data' }, element('summary', {}, 'Show the data of this chart as a table'));
  place.append(
    element('h3', {}, 'Choose what to look at'),
    form,
    status,
    key,
    chart,
    element('p', { class: 'note' }, 'Arrow keys move from point to point; Enter shows example sentences.'),
    table,
  );
  place.hidden = false;

  const draw = () => {
    const choice = readChoice(data, form, list.value);
    const series = seriesOf(data, choice);
    if (series.length === 0) return;
    const svg = drawChart(data, series, { width: Math.max(280, chart.clientWidth), changes: changesOf(data, choice) });
    svg.setAttribute('aria-label', `${statusWords(data, choice, series)} Points can be reached with the arrow keys.`);
    chart.replaceChildren(svg);
    addPoints(
      svg,
      (point) => point.dataset.label,
      (point) => showExamples(data, ...point.dataset.point.split('.').map(Number), point.dataset.label),
    );
    key.replaceChildren(
      ...series.map(({ name }, index) =>
        element('span', { class: `key-entry ${index === 0 ? 'first' : 'second'}` }, name),
      ),
    );
    status.textContent = statusWords(data, choice, series);
    table.replaceChildren(table.firstChild, tableOf(data, series));
  };
  form.addEventListener('change', draw);
  form.addEventListener('submit', (event) => event.preventDefault());
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (Math.abs(entry.contentRect.width - width) < 1) return;
    width = entry.contentRect.width;
    draw();
  }).observe(chart);
}
