/** What sure dates alone change, and what counting once per story changes. */
import { FRAMES } from '../../../model.ts';
import { measureName } from '../../figures/names.ts';
import { percent, shareOf, whole } from '../../figures/numbers.ts';
import { LEVEL } from '../../figures/significant.ts';
import type { View } from '../../figures/view.ts';
import type { Count, Counting, Dating } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { sureDatesSentence, syndicationSentence } from '../corpus-sentences.ts';
import { figureBlock } from '../figure-block.ts';
import { type Html, html } from '../html.ts';
import { table } from '../table.ts';

const SOURCES: Record<string, string> = {
  given: 'given beside the article',
  'json-ld': 'the page’s JSON-LD',
  meta: 'the page’s meta elements',
  time: 'a time element of the page',
  url: 'the address',
  text: 'the text',
};

export function datesSection(context: Context): Section {
  const { result, view } = context;
  const { flow } = result;
  const [all, sure] = [changedMeasures(context, 'all'), changedMeasures(context, 'sure')];
  const nameOf = (id: string): string => measureName(view.measures.get(id)!);
  const sources = table({
    caption: 'Where the dates of the articles studied were found',
    head: ['Source', 'Articles', 'Share'],
    rows: Object.entries(flow.dateSources)
      .sort((a, b) => b[1] - a[1])
      .map(([source, count]) => [SOURCES[source] ?? source, whole(count), shareOf({ k: count, n: flow.studied })]),
  });
  return {
    id: 'dates',
    title: 'Dates',
    body: html`<p>${sureDatesSentence(flow, all.filter((id) => !sure.includes(id)).map(nameOf), sure.filter((id) => !all.includes(id)).map(nameOf), all.length)}</p>
${sources}${flow.sure < flow.studied && figureBlock(context, 'dates', waysTable(view, 'sure dates alone', ['story', 'sure'], 'all dates', ['story', 'all']))}`,
  };
}

/** The measures with a change point that holds, by story and by these dates. */
export function changedMeasures({ result, view }: Context, dating: Dating): string[] {
  const found = result.changePoints.filter(
    (one) => one.counting === 'story' && one.dating === dating && one.holm <= LEVEL && view.measures.has(one.measure),
  );
  return [...new Set(found.map(({ measure }) => measure))];
}

export function syndicationSection(context: Context): Section {
  const { result, view } = context;
  const moved = FRAMES.flatMap((frame) => {
    const [article, story] = [view.total(`frame:${frame}`, 'article'), view.total(`frame:${frame}`, 'story')];
    if (!article || !story || article.n === 0 || story.n === 0) return [];
    return [
      {
        name: measureName(view.measures.get(`frame:${frame}`)!),
        article: article.k / article.n,
        story: story.k / story.n,
      },
    ];
  }).sort((a, b) => Math.abs(b.article - b.story) - Math.abs(a.article - a.story));
  return {
    id: 'syndication',
    title: 'Syndication',
    body: html`<p>${syndicationSentence(result.flow, moved[0] ?? null)}</p>
${result.flow.stories < result.flow.studied && figureBlock(context, 'syndication', waysTable(view, 'once per story', ['story', view.dating], 'each article', ['article', view.dating]))}`,
  };
}

function waysTable(
  view: View,
  first: string,
  [counting, dating]: [Counting, Dating],
  second: string,
  other: [Counting, Dating],
): Html {
  const rows = view.result.measures.flatMap((measure) => {
    const [a, b] = [view.total(measure.id, counting, dating), view.total(measure.id, ...other)];
    if (!a || !b || a.n === 0 || b.n === 0) return [];
    const difference = (a.k / a.n - b.k / b.n) * 100;
    return [
      [
        measureName(measure),
        text(a),
        text(b),
        difference
          .toFixed(1)
          .replace('-', '−')
          .replace(/^−0\.0$/, '0.0'),
      ],
    ];
  });
  return table({
    caption: `All measures over the whole corpus, ${first} and ${second}; differences in percentage points`,
    head: ['Measure', first, second, 'Difference'],
    rows,
  });
}

const text = ({ k, n }: Count): string => `${percent(k / n)} (${whole(k)} of ${whole(n)})`;
