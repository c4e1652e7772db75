/** Recurrent misreports over time: articles with a claim that a fact contradicts. */
import type { Drawing, LeftOut } from './figure.ts';
import { SINGLE_KEY, singlePanel } from './labels.ts';
import { multiples } from './multiples.ts';
import { factName, spanName } from './names.ts';
import { shareOf } from './numbers.ts';
import type { View } from './view.ts';
import { captionOf, countWords, noTime } from './words.ts';

/** With the panel of counts, three rows of three. */
const MOST = 8;

/** The misreports of a study that occur at all, the most frequent first. */
export function misreportsOf(view: View): { id: string; fact: string; k: number; n: number }[] {
  return view.result.measures
    .filter(({ family }) => family === 'misreport')
    .map(({ id, factId }) => ({
      id,
      fact: factId ?? id.slice('misreport:'.length),
      ...(view.total(id) ?? { k: 0, n: 0 }),
    }))
    .filter(({ k }) => k > 0)
    .sort((a, b) => b.k - a.k || (a.fact < b.fact ? -1 : 1));
}

/** Small multiples of the eight most frequent. */
export function misreportsFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['misreports', 'Recurrent misreports over time'];
  const all = misreportsOf(view);
  const most = all.slice(0, MOST);
  const absent =
    noTime(view, view.result.flow.studied > 0) ??
    (most.length === 0 ? 'No article has a claim that a fact contradicts.' : null);
  if (absent) return { id, title, reason: absent };
  return {
    id,
    title,
    caption: captionOf(view, [
      `Share of ${countWords(most[0]!.n, view, 'articles')} with a claim that the named fact contradicts, by ${view.unit}, ${spanName(view.periods)}: ${all.length > MOST ? `the ${MOST} most frequent of ${all.length}` : 'all that occur'}.`,
      'The panels of a row share a scale.',
    ]),
    alt: `Small multiples over ${spanName(view.periods)}. ${most.map((one) => `${factName(one.fact)} ${shareOf(one)}`).join(', ')}.`,
    ...multiples(view, {
      panels: [
        { title: 'Articles', counts: view.points(most[0]!.id)! },
        ...most.map((one) => singlePanel(view, one.id, factName(one.fact))),
      ],
      key: SINGLE_KEY,
    }),
  };
}
