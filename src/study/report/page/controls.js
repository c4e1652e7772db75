/** The controls of the explorer. */
import { element } from './dom.js';

const GROUPS = [
  ['frame', 'Frames'],
  ['label', 'Labels of claims'],
  ['article', 'Articles'],
  ['attribution', 'Attribution'],
  ['misreport', 'Misreports'],
];

/** A list of measures, by family; frames once, as the stance is chosen beside. */
export function measureList(data) {
  const main = data.series[`story ${data.dating}`];
  const select = element('select', { id: 'x-measure' });
  for (const [family, label] of GROUPS) {
    const options = data.measures.filter(
      ({ id, family: own }, index) => own === family && id.split(':').length === 2 && main[index] !== undefined,
    );
    if (options.length > 0)
      select.append(
        element(
          'optgroup',
          { label },
          options.map(({ id, name }) => element('option', { value: id }, name)),
        ),
      );
  }
  return select;
}

/** A set of choices; `choices` are pairs of value and words, the first is chosen. */
export function choiceOf(name, legend, choices) {
  return element(
    'fieldset',
    { 'data-name': name },
    element('legend', {}, legend),
    choices.map(([value, words], index) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: `x-${name}`, value, checked: index === 0 }),
        ' ',
        words,
      ),
    ),
  );
}

export const chosen = (form, name) => form.querySelector(`input[name="x-${name}"]:checked`)?.value;

/** Lets only some values be chosen; where the chosen one is not among them, the first is. */
export function allow(form, name, allowed) {
  const inputs = [...form.querySelectorAll(`input[name="x-${name}"]`)];
  for (const input of inputs) input.disabled = !allowed(input.value);
  if (!inputs.some((input) => input.checked && !input.disabled)) {
    const first = inputs.find((input) => !input.disabled);
    if (first) first.checked = true;
  }
}
