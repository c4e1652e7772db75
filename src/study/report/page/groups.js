/** Outlets, countries or languages compared on whatever measure is chosen. */
import { shorten, textWidth } from '../../figures/metrics.ts';
import { percent, percentRange, whole } from '../../figures/numbers.ts';
import { shareAxis } from '../../figures/share-axis.ts';
import { wilson } from '../../statistics/wilson.ts';
import { element, shape } from './dom.js';
import { addPoints } from './points.js';

const ROW = 22;
const SIZE = 12;
const NAMES = { outlet: 'outlets', country: 'countries', language: 'languages' };

/** Puts the choice of measure and groups, and the chart, into its place; nothing where there are no groups. */
export function addGroups(data) {
  const place = document.getElementById('groups-explorer');
  const kinds = Object.keys(data.groups);
  if (!place || kinds.length === 0) return;
  const measures = element(
    'select',
    { id: 'x-group-measure' },
    data.measures.map(({ name }, index) => element('option', { value: index }, name)),
  );
  const by = element(
    'select',
    { id: 'x-group-by' },
    kinds.map((kind) => element('option', { value: kind }, NAMES[kind])),
  );
  const form = element(
    'form',
    { class: 'controls' },
    element('label', { class: 'measure' }, 'What ', measures),
    element('label', { class: 'measure' }, 'Of ', by),
  );
  const status = element('p', { class: 'status', role: 'status' });
  const chart = element('div', { class: 'chart-place' });
  place.append(element('h3', {}, 'Choose what to compare'), form, status, chart);
  place.hidden = false;
  const draw = () => {
    const rows = rowsOf(data, by.value, Number(measures.value));
    const { name, unit } = data.measures[Number(measures.value)];
    status.textContent =
      rows.length === 0
        ? `${name}: no ${unit} in any of the ${NAMES[by.value]}.`
        : `${name}, by ${by.value}: share of ${unit}, copies counted once, 95% Wilson intervals; the highest first.`;
    if (rows.length === 0) return chart.replaceChildren();
    const svg = drawRows(rows, Math.max(280, chart.clientWidth), unit);
    svg.setAttribute('aria-label', status.textContent);
    chart.replaceChildren(svg);
    addPoints(
      svg,
      (point) => point.dataset.label,
      () => {},
      true,
    );
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

function rowsOf(data, kind, measure) {
  const { names, counts } = data.groups[kind];
  const [k, n] = counts[measure] ?? [[], []];
  return names
    .map((name, index) => ({ name, k: k[index] ?? 0, n: n[index] ?? 0 }))
    .filter((row) => row.n > 0)
    .map((row) => ({ ...row, share: row.k / row.n, ends: wilson({ k: row.k, n: row.n }) }))
    .sort((a, b) => b.share - a.share || b.n - a.n);
}

function drawRows(rows, width, unit) {
  const labels = rows.map(({ name }) => shorten(name, width * 0.38, SIZE));
  const notes = rows.map(({ k, n }) => `${whole(k)} of ${whole(n)}`);
  const left = Math.max(...labels.map((label) => textWidth(label, SIZE))) + 10;
  const right = Math.max(...notes.map((note) => textWidth(note, SIZE))) + 12;
  const axis = shareAxis(Math.max(...rows.map(({ ends }) => ends.high)), width < 500 ? 2 : 4);
  const x = (share) => left + (share / axis.domain[1]) * (width - left - right);
  const height = rows.length * ROW + 26;
  const y = (row) => row * ROW + ROW / 2;
  return shape(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', class: 'chart', 'font-size': SIZE },
    axis.ticks.map((tick) => [
      shape('line', { class: 'grid', x1: x(tick), x2: x(tick), y1: 0, y2: rows.length * ROW }),
      shape(
        'text',
        { class: 'tick', x: x(tick), y: height - 8, 'text-anchor': 'middle' },
        percent(tick).replace('.0%', '%'),
      ),
    ]),
    rows.map(({ ends }, row) => [
      shape('text', { class: 'event', x: left - 8, y: y(row) + 4, 'text-anchor': 'end' }, labels[row]),
      shape('text', { class: 'tick', x: width, y: y(row) + 4, 'text-anchor': 'end' }, notes[row]),
      shape('line', { class: 'bar first', x1: x(ends.low), x2: x(ends.high), y1: y(row), y2: y(row) }),
    ]),
    shape(
      'g',
      {},
      rows.map(({ name, k, n, share, ends }, row) =>
        shape('circle', {
          class: 'point first',
          'data-label': `${name}: ${percent(share)} (95% interval ${percentRange(ends)}), ${whole(k)} of ${whole(n)} ${unit}`,
          cx: x(share),
          cy: y(row),
          r: 4,
        }),
      ),
    ),
  );
}
