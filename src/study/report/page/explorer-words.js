/** What the explorer's chart shows, in words and as a table. */
import { percent, whole } from '../../figures/numbers.ts';
import { element } from './dom.js';

const INTERVALS = { wilson: 'Wilson intervals', byOutlet: 'intervals by outlet', byStory: 'intervals by story' };

/** What is shown, how it was counted and of how many. */
export function statusWords(data, { counting, dating, value, interval }, series) {
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

/** The data of the chart, a row a period. */
export function tableOf(data, series) {
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
