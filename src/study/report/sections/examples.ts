/** Example sentences behind each point. */
import { cleanText } from '../../figures/clean.ts';
import { measureName, periodName, UNKNOWN } from '../../figures/names.ts';
import { whole } from '../../figures/numbers.ts';
import type { Example } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { chosenExamples, type ExamplePoint, LONGEST_PART } from '../examples.ts';
import { type Html, html } from '../html.ts';
import { linked } from '../links.ts';
import { counted } from '../sentences.ts';

export function examplesSection({ result, view }: Context): Section {
  const { points, kept } = chosenExamples(result);
  const byMeasure = new Map<number, ExamplePoint[]>();
  for (const point of points) byMeasure.set(point.measure, [...(byMeasure.get(point.measure) ?? []), point]);
  const left = result.examples.length - kept;
  const body =
    kept === 0
      ? html`<p>The study has no example sentences.</p>`
      : html`<p>Sentences that show what a point counts, with the words that decided it marked.${left > 0 ? ` ${whole(kept)} of ${whole(result.examples.length)} are shown; the file result.json has all.` : ''}</p>
${[...byMeasure].map(
  ([
    measure,
    list,
  ]) => html`<details class="examples"><summary><h3>${measureName(result.measures[measure]!)}</h3> <span>${counted(
    list.reduce((sum, { examples }) => sum + examples.length, 0),
    'sentence',
  )}</span></summary>
${list.map(({ period, examples }) => html`<h4>${periodName(view.periods[period]!.id)}</h4><ul id="ex-${measure}-${period}">${examples.map(item)}</ul>\n`)}</details>\n`,
)}`;
  return { id: 'examples', title: 'Example sentences', body };
}

function item({ before, quote, after, outlet, publishedAt, url, articleId }: Example): Html {
  const words = [before, quote, after].map((part) => cleanText(part, LONGEST_PART));
  const source = outlet === null ? UNKNOWN.outlet : cleanText(outlet) || UNKNOWN.outlet;
  const where = html`<bdi>${source}</bdi>, ${cleanText(publishedAt, 10)}`;
  return html`<li><q><bdi>${words[0]}${words[0] ? ' ' : ''}<mark>${words[1]}</mark>${/^\p{P}/u.test(words[2]!) ? '' : ' '}${words[2]}</bdi></q> <cite>${linked(url, where)}</cite> <span class="id">${cleanText(articleId)}</span></li>`;
}
