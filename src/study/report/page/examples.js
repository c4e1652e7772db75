/** The example sentences behind a point, in a dialog. */
import { element } from './dom.js';

const heading = element('h2', { id: 'examples-title', tabindex: '-1' });
const contents = element('div');
const dialog = element(
  'dialog',
  { id: 'examples-dialog', 'aria-labelledby': 'examples-title' },
  heading,
  contents,
  element('form', { method: 'dialog' }, element('button', {}, 'Close')),
);

export function addDialog() {
  document.body.append(dialog);
}

/** Opens the examples of a measure and period; those of its halves where it has none of its own. */
export function showExamples(data, measure, period, words) {
  const lists = listsOf(data, measure, period);
  heading.textContent = `Example sentences: ${data.measures[measure].name}, ${data.periods[period].name}`;
  contents.replaceChildren(
    element('p', {}, words),
    ...(lists.length > 0 ? lists : [element('p', {}, 'No example sentence of this point is on this page.')]),
  );
  dialog.showModal();
  heading.focus();
}

function listsOf(data, measure, period) {
  const { id } = data.measures[measure];
  const base = id.replace(/^stance:/, 'frame:').replace(/:(?:advanced|rejected)$/, '');
  for (const ids of [[id], [`${base}:advanced`, `${base}:rejected`], [base]]) {
    const lists = ids.flatMap((one) => {
      const found = document.getElementById(`ex-${data.measures.findIndex((other) => other.id === one)}-${period}`);
      if (!found) return [];
      const list = found.cloneNode(true);
      list.removeAttribute('id');
      return [list];
    });
    if (lists.length > 0) return lists;
  }
  return [];
}
