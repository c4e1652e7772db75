/** What became of the articles, from those read to those studied. */
import { shareOf, whole } from '../../figures/numbers.ts';
import type { Context, Section } from '../context.ts';
import { corpusSentence } from '../corpus-sentences.ts';
import { html } from '../html.ts';
import { table } from '../table.ts';

export function flowSection({ result }: Context): Section {
  const { flow, periods } = result;
  const { read } = flow;
  const rows: [string, number][] = [
    ['Read', read],
    ['− could not be read', flow.failed],
    ['− not about China’s social credit system', flow.offTopic],
    ['− not in English', flow.otherLanguage],
    ['− without a date that falls into a period', flow.undated],
    ['− dated in the future', flow.future],
    ['= studied', flow.studied],
    ['of these: stories, copies counted once', flow.stories],
    ['of these: with a sure date', flow.sure],
  ];
  const body = html`<p>${corpusSentence(flow, periods)}</p>
${read > 0 && table({ caption: 'Articles from reading to study', head: ['Step', 'Articles', 'Share of those read'], rows: rows.map(([step, count]) => [step, whole(count), shareOf({ k: count, n: read })]) })}`;
  return { id: 'flow', title: 'From articles read to articles studied', body };
}
