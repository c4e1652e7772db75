/** Sentences that captions share. */
import type { ChangePoint, Counting, Dating } from '../model.ts';
import { byUnit, periodName } from './names.ts';
import { pValue, shareOf, whole } from './numbers.ts';
import type { View } from './view.ts';

/** "1,234 articles", with what is counted once and of which dates. */
export function countWords(
  n: number,
  { dating }: View,
  unit: 'articles' | 'claims',
  counting: Counting = 'story',
): string {
  const one = n === 1 ? unit.slice(0, -1) : unit;
  return `${whole(n)} ${one}${dating === 'sure' ? ' with a sure date' : ''}${counting === 'story' ? ' (copies counted once)' : ''}`;
}

/** A caption: its sentences, what intervals and breaks mean, and how far periods are pooled. */
export function captionOf(view: View, sentences: readonly string[], intervals = INTERVALS): string {
  const pooled = view.pooled
    ? `The study counts ${byUnit(view.result.unit)}; for display, periods are pooled ${byUnit(view.unit)}.`
    : null;
  return [...sentences, intervals, pooled].filter(Boolean).join(' ');
}

const INTERVALS =
  'Ribbons and bars are 95% Wilson intervals, cut where they leave the scale; where a period has no articles the line is broken.';

export const DATING_WORDS: Record<Dating, string> = { all: 'all dates', sure: 'sure dates alone' };
export const COUNTING_WORDS: Record<Counting, string> = { article: 'each article', story: 'once per story' };

/** Why nothing can be shown over time; null where it can. */
export function noTime(view: View, hasData: boolean): string | null {
  if (!hasData) return 'No article on the topic has a date.';
  return view.periods.length < 2
    ? `All articles are of one ${view.unit}, so that there is nothing to follow over time.`
    : null;
}

/** "May 2018: 45.0% to 23.1%, p = 0.002". */
export const changeWords = ({ period, before, after, holm }: ChangePoint): string =>
  `${periodName(period)}: ${shareOf(before)} to ${shareOf(after)}, ${pValue(holm)}`;
