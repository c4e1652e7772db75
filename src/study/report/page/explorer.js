/** The explorer: one chart of whatever is chosen, with its data. */
import { percent, whole } from '../../figures/numbers.ts';
import { startOf } from '../../figures/time-axis.ts';
import { drawChart } from './chart.js';
import { allow, choiceOf, chosen, measureList } from './controls.js';
import { has, pointsOf, pointWords } from './data.js';
import { element } from './dom.js';
import { showExamples } from './examples.js';
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

/** What is chosen, once what the measure does not have can be chosen no more. */
function readChoice(data, form, base) {
  const indexOf = (id) => data.measures.findIndex((measure) => measure.id === id);
  const ids = {
    both: [`${base}:advanced`, `${base}:rejected`],
    advanced: [`${base}:advanced`],
    rejected: [`${base}:rejected`],
    either: [base],
    ratio: [base.replace(/^frame:/, 'stance:')],
  };
  const isFrame = base.startsWith('frame:');
  form.querySelector('[data-name="stance"]').hidden = !isFrame;
  const way = () => `${chosen(form, 'counting')} ${chosen(form, 'dating')}`;
  const known = (measures) => measures.every((id) => data.series[way()]?.[indexOf(id)]);
  if (isFrame) allow(form, 'stance', (value) => known(ids[value]));
  const measures = (isFrame ? ids[chosen(form, 'stance')] : [base]).map(indexOf);
  allow(
    form,
    'value',
    (value) => value === 'raw' || measures.every((measure) => has(data, way(), measure, 'corrected')),
  );
  const value = chosen(form, 'value');
  allow(
    form,
    'interval',
    (name) => name === 'wilson' || (value === 'raw' && measures.every((measure) => has(data, way(), measure, name))),
  );
  return {
    measures,
    way: way(),
    value,
    interval: chosen(form, 'interval'),
    counting: chosen(form, 'counting'),
    dating: chosen(form, 'dating'),
  };
}

function seriesOf(data, { measures, way, value, interval }) {
  return measures.flatMap((measure) => {
    const points = pointsOf(data, way, measure, { value, interval });
    return points
      ? [
          {
            points,
            measure,
            name: data.measures[measure].name,
            words: (period) => pointWords(data, measure, period, points[period], value),
          },
        ]
      : [];
  });
}

/** Change points are of the main series alone. */
const changesOf = (data, { measures, way }) =>
  way === `story ${data.dating}`
    ? data.changes
        .filter(([measure]) =>
          measures.some((one) => one === measure || data.measures[one].id.startsWith(`${data.measures[measure].id}:`)),
        )
        .map(([, from]) => startOf(from))
    : [];

const INTERVALS = { wilson: 'Wilson intervals', byOutlet: 'intervals by outlet', byStory: 'intervals by story' };

function statusWords(data, { counting, dating, value, interval }, series) {
  const { unit } = data.measures[series[0].measure];
  const n = series[0].points.reduce((sum, point) => sum + point.n, 0);
  const how = [
    counting === 'story' ? 'copies counted once' : 'each article counted',
    dating === 'all' ? 'all dates' : 'sure dates alone',
    value === 'raw' ? 'as counted' : 'corrected for the program’s error',
  ];
  const ends = value === 'raw' ? `95% ${INTERVALS[interval]}` : '95% intervals';
  return `${series.map(({ name }) => name).join(' and ')}: ${how.join(', ')}; ${whole(n)} ${unit}, by ${data.unit}; ${ends}.`;
}

function tableOf(data, series) {
  const cell = (text) => element('td', { class: 'n' }, text);
  const end = (share) => (share === null ? '–' : percent(share));
  const head = ['k', 'n', 'Share', 'Low', 'High'];
  return element(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Data of the chart' },
    element(
      'table',
      {},
      element('caption', {}, 'Data of the chart'),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Period'),
          series.flatMap(({ name }) =>
            head.map((one) => element('th', { scope: 'col', class: 'n' }, series.length > 1 ? `${name}: ${one}` : one)),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        data.periods.map(({ name }, index) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            series.flatMap(({ points }) => {
              const { k, n, share, low, high } = points[index];
              return [cell(whole(k)), cell(whole(n)), ...[share, low, high].map((one) => cell(end(one)))];
            }),
          ),
        ),
      ),
    ),
  );
}
