/** Labels of claims over time. */
import type { Drawing, LeftOut } from './figure.ts';
import type { KeyEntry } from './key.ts';
import { drawnSeries, hasPoints, multiples, type SeriesPanel } from './multiples.ts';
import { measureName, panelName, spanName } from './names.ts';
import { shareOf, whole } from './numbers.ts';
import { changeTimes } from './significant.ts';
import type { View } from './view.ts';
import { captionOf, countWords, noTime } from './words.ts';

const MEASURES = [
  'label:supported',
  'label:contradicted',
  'label:unverified',
  'article:contradicted',
  'attribution:quoted',
];

/** The key of panels with one line each. */
export const SINGLE_KEY: KeyEntry[] = [
  { mark: 'first', words: 'share' },
  { mark: 'ribbon', words: '95% interval' },
  { mark: 'change', words: 'change point, p ≤ 0.05 (Holm)' },
];

/** Small multiples of claims by label, articles with a contradicted claim, and claims in others' words. */
export function labelsFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['labels', 'Labels of claims over time'];
  const ids = MEASURES.filter((measure) => hasPoints(view.points(measure)));
  const claims = view.points('label:supported') ?? view.points('label:contradicted');
  if (!hasPoints(claims) || ids.length === 0)
    return { id, title, reason: noTime(view, view.result.flow.studied > 0) ?? 'No claim was found in any article.' };
  const absent = noTime(view, true);
  if (absent) return { id, title, reason: absent };
  const n = claims.reduce((sum, point) => sum + point.n, 0);
  const names = ids.map((measure) => `${measureName(view.measures.get(measure)!)} ${shareOf(view.total(measure)!)}`);
  return {
    id,
    title,
    caption: captionOf(view, [
      `Share of ${countWords(n, view, 'claims')} by label and of those that are quoted or attributed, and share of articles with a contradicted claim, by ${view.unit}, ${spanName(view.periods)}; the first panel shows how many claims there are in each ${view.unit}.`,
      'The panels of a row share a scale.',
    ]),
    alt: `Small multiples over ${spanName(view.periods)}. Over the whole: ${names.join(', ')}.`,
    ...multiples(view, {
      panels: [
        { title: 'Claims', counts: claims },
        ...ids.map((measure) => singlePanel(view, measure, panelName(view.measures.get(measure)!))),
      ],
      key: SINGLE_KEY,
    }),
  };
}

/** A panel of one measure. */
export function singlePanel(view: View, measure: string, title: string): SeriesPanel {
  return {
    title,
    note: `k = ${whole(view.total(measure)?.k ?? 0)}`,
    series: drawnSeries(view, measure, 'first'),
    changes: changeTimes(view, [measure]),
  };
}
