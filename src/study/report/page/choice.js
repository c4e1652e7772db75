/** What is chosen in the explorer, and the series that it means. */
import { startOf } from '../../figures/time-axis.ts';
import { allow, chosen } from './controls.js';
import { has, pointsOf, pointWords } from './data.js';

/** What is chosen, once what the measure does not have can be chosen no more. */
export function readChoice(data, form, base) {
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
  const counted = (counting, dating) => data.series[`${counting} ${dating}`]?.[indexOf(base)] !== undefined;
  allow(form, 'counting', (value) => counted(value, 'all') || counted(value, 'sure'));
  allow(form, 'dating', (value) => counted(chosen(form, 'counting'), value));
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

/** The series that a choice means, the first drawn whole and the second dashed. */
export function seriesOf(data, { measures, way, value, interval }) {
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
export const changesOf = (data, { measures, way }) =>
  way === `story ${data.dating}`
    ? data.changes
        .filter(([measure]) =>
          measures.some((one) => one === measure || data.measures[one].id.startsWith(`${data.measures[measure].id}:`)),
        )
        .map(([, from]) => startOf(from))
    : [];
