/** Framing over time: each frame's share of articles, advanced and rejected. */
import { FRAMES, type Frame } from '../../model.ts';
import type { Drawing, LeftOut } from './figure.ts';
import type { KeyEntry } from './key.ts';
import { drawnSeries, hasPoints, multiples, type SeriesPanel } from './multiples.ts';
import { FRAME_NAMES, spanName } from './names.ts';
import { shareOf, whole } from './numbers.ts';
import { changeTimes } from './significant.ts';
import type { View } from './view.ts';
import { captionOf, countWords, noTime } from './words.ts';

const KEY: KeyEntry[] = [
  { mark: 'first', words: 'advanced' },
  { mark: 'second', words: 'rejected' },
  { mark: 'ribbon', words: '95% interval' },
  { mark: 'change', words: 'change point, p ≤ 0.05 (Holm)' },
];

/** Small multiples of all frames, the most frequent first, after the number of articles. */
export function framingFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['framing', 'Framing over time'];
  const frames = [...FRAMES].filter((frame) => hasPoints(view.points(`frame:${frame}`)));
  const absent = noTime(view, frames.length > 0);
  if (absent) return { id, title, reason: absent };
  const totals = new Map(frames.map((frame) => [frame, view.total(`frame:${frame}`)!]));
  frames.sort((a, b) => totals.get(b)!.k - totals.get(a)!.k);
  const { n } = totals.get(frames[0]!)!;
  const what = countWords(n, view, 'articles');
  return {
    id,
    title,
    caption: captionOf(view, [
      `Share of ${what} that advance and that reject each frame, by ${view.unit}, ${spanName(view.periods)}; the first panel shows how many there are in each ${view.unit}.`,
      'Frames are sorted by how many articles carry them (k); the panels of a row share a scale.',
    ]),
    alt: `Small multiples over ${spanName(view.periods)}. Of ${what}, these carry each frame: ${frames.map((frame) => `${FRAME_NAMES[frame]} ${shareOf(totals.get(frame)!)}`).join(', ')}.`,
    ...multiples(view, {
      panels: [
        {
          title: view.result.options.sureDates ? 'Articles with a sure date' : 'Articles',
          counts: view.points(`frame:${frames[0]}`)!,
        },
        ...frames.map((frame) => framePanel(view, frame, totals.get(frame)!.k)),
      ],
      key: KEY,
    }),
  };
}

function framePanel(view: View, frame: Frame, k: number): SeriesPanel {
  const ids = [`frame:${frame}:advanced`, `frame:${frame}:rejected`];
  return {
    title: FRAME_NAMES[frame],
    note: `k = ${whole(k)}`,
    series: ids.flatMap((id, index) => drawnSeries(view, id, index === 0 ? 'first' : 'second')),
    changes: changeTimes(view, [`frame:${frame}`, ...ids]),
  };
}
