/** Each frame over the whole corpus, advanced and rejected. */
import { FRAMES } from '../../model.ts';
import type { Count } from '../model.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Dot, dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { FRAME_NAMES, spanName } from './names.ts';
import { percentRange, shareOf, whole } from './numbers.ts';
import { shareAxis } from './share-axis.ts';
import type { View } from './view.ts';
import { countWords } from './words.ts';

/** A count as a dot with Wilson's interval; null where there is nothing to count. */
export function dotOf(name: string, count: Count | null): Dot | null {
  const interval = count && wilson(count);
  if (!count || !interval) return null;
  const words = `${name}: ${shareOf(count)} (95% interval ${percentRange(interval)}), ${whole(count.k)} of ${whole(count.n)}`;
  return { value: count.k / count.n, interval, words };
}

/** The highest end of the intervals of dots. */
export const highest = (dots: readonly (Dot | null)[]): number =>
  Math.max(0, ...dots.map((dot) => dot?.interval?.high ?? dot?.value ?? 0));

/** A dot plot of all frames, the most frequent first. */
export function overallFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['frames', 'Frames over the whole corpus'];
  const rows = FRAMES.map((frame) => ({ frame, all: view.total(`frame:${frame}`) }))
    .filter((row): row is { frame: (typeof FRAMES)[number]; all: Count } => row.all !== null && row.all.n > 0)
    .sort((a, b) => b.all.k - a.all.k);
  if (rows.length === 0) return { id, title, reason: 'No article on the topic has a date.' };
  const dots = (stance: string) =>
    rows.map(({ frame }) => dotOf(`${FRAME_NAMES[frame]}, ${stance}`, view.total(`frame:${frame}:${stance}`)));
  const [advanced, rejected] = [dots('advanced'), dots('rejected')];
  const what = countWords(rows[0]!.all.n, view, 'articles');
  return {
    id,
    title,
    caption: `Share of ${what} that advance and that reject each frame, ${spanName(view.periods)}, with 95% Wilson intervals; k is how many carry the frame at all.`,
    alt: `Dot plot. Of ${what}, these carry each frame: ${rows.map(({ frame, all }) => `${FRAME_NAMES[frame]} ${shareOf(all)}`).join(', ')}.`,
    ...dotPlot({
      rows: rows.map(({ frame, all }) => ({ label: FRAME_NAMES[frame], note: `k = ${whole(all.k)}` })),
      panels: [
        {
          title: '',
          axis: shareAxis(highest([...advanced, ...rejected]), 8),
          series: [
            { style: 'first', dots: advanced },
            { style: 'second', dots: rejected },
          ],
          axisTitle: 'share of articles',
        },
      ],
      key: [
        { mark: 'first-dot', words: 'advanced' },
        { mark: 'second-dot', words: 'rejected' },
      ],
    }),
  };
}
