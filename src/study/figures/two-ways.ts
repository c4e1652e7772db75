/** The same shares counted in two ways: with and without copies, with and without unsure dates. */
import { FRAMES } from '../../model.ts';
import type { Counting, Dating } from '../model.ts';
import { dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { FRAME_NAMES, measureName } from './names.ts';
import { whole } from './numbers.ts';
import { dotOf, highest } from './overall.ts';
import { shareAxis } from './share-axis.ts';
import type { View } from './view.ts';

interface Way {
  words: string;
  counting: Counting;
  dating: Dating;
}

function twoWays(view: View, first: Way, second: Way): Pick<Drawing, 'width' | 'height' | 'padding' | 'spec'> | null {
  const measures = [...FRAMES.map((frame) => `frame:${frame}`), 'article:contradicted'];
  const rows = measures
    .map((id) => ({
      id,
      first: view.total(id, first.counting, first.dating),
      second: view.total(id, second.counting, second.dating),
    }))
    .filter((row) => row.first && row.second && row.first.n > 0 && row.second.n > 0)
    .sort((a, b) => b.first!.k / b.first!.n - a.first!.k / a.first!.n);
  if (rows.length === 0) return null;
  const nameOf = (id: string): string =>
    id === 'article:contradicted' ? 'Contradicted claim' : FRAME_NAMES[view.measures.get(id)!.frame!];
  const dots = [first, second].map((way, index) =>
    rows.map((row) =>
      dotOf(`${measureName(view.measures.get(row.id)!)}, ${way.words}`, index === 0 ? row.first : row.second),
    ),
  );
  return dotPlot({
    rows: rows.map((row) => ({ label: nameOf(row.id), note: `k = ${whole(row.first!.k)}, ${whole(row.second!.k)}` })),
    panels: [
      {
        title: '',
        axis: shareAxis(highest(dots.flat()), 8),
        series: [
          { style: 'first', dots: dots[0]! },
          { style: 'second', dots: dots[1]! },
        ],
        axisTitle: 'share of articles',
      },
    ],
    key: [
      { mark: 'first-dot', words: first.words },
      { mark: 'second-dot', words: second.words },
    ],
  });
}

/** What counting copies once changes; left out where there are none. */
export function syndicationFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['syndication', 'Each article, and once per story'];
  const { studied, stories } = view.result.flow;
  if (studied === 0) return { id, title, reason: 'No article on the topic has a date.' };
  if (stories === studied)
    return {
      id,
      title,
      reason: 'No article is a near-identical copy of another, so that both ways of counting give the same.',
    };
  const drawn = twoWays(
    view,
    { words: 'once per story', counting: 'story', dating: view.dating },
    { words: 'each article', counting: 'article', dating: view.dating },
  );
  if (!drawn) return { id, title, reason: 'The study has no series of both ways of counting.' };
  return {
    id,
    title,
    caption: `Share of articles that carry each frame, and that have a contradicted claim, with near-identical copies counted once (${whole(stories)} stories) and with each article counted (${whole(studied)}), with 95% Wilson intervals; k in the same order.`,
    alt: `Dot plot of shares counted once per story and for each article.`,
    ...drawn,
  };
}

/** What leaving out unsure dates changes; left out where all are sure, or none. */
export function datesFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['dates', 'All dates, and sure dates alone'];
  const { studied, sure } = view.result.flow;
  if (studied === 0) return { id, title, reason: 'No article on the topic has a date.' };
  if (sure === studied) return { id, title, reason: 'All dates are sure.' };
  if (sure === 0) return { id, title, reason: 'No date is sure.' };
  const drawn = twoWays(
    view,
    { words: 'sure dates alone', counting: 'story', dating: 'sure' },
    { words: 'all dates', counting: 'story', dating: 'all' },
  );
  if (!drawn) return { id, title, reason: 'The study has no series of both kinds of dates.' };
  return {
    id,
    title,
    caption: `Share of articles (copies counted once) that carry each frame, and that have a contradicted claim, of those with a sure date (${whole(sure)} articles) and of all (${whole(studied)}), with 95% Wilson intervals; k in the same order.`,
    alt: `Dot plot of shares by sure dates alone and by all dates.`,
    ...drawn,
  };
}
