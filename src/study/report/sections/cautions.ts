/** What a reader must bear in mind. */
import { cautionSentence } from '../cautions.ts';
import type { Context, Section } from '../context.ts';
import { html } from '../html.ts';

/** What holds of every study. */
const ALWAYS = [
  'Frames and labels are a program’s, with errors; how large those of frames are, a labelled sample of the corpus tells.',
  'That a change follows an event does not make it the event’s doing.',
  'The articles are those that were given. How they were gathered is for the study that uses this report to say.',
];

export function cautionsSection({ result }: Context): Section {
  const sentences = [...result.cautions.map(cautionSentence), ...ALWAYS];
  return {
    id: 'cautions',
    title: 'Cautions',
    body: html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  };
}
