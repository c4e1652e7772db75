/** Which measures are tested. Pure. */
import type { Measure } from '../model.ts';

/** Misreports that are tested: those of most articles, so that the family stays small and each has power. */
const TESTED_MISREPORTS = 8;

/**
 * The families of measures that trends, shifts and differences are tested for; p-values are adjusted within each: the
 * frames, whichever stance; articles with a contradicted claim, attribution, and the most frequent misreports.
 */
export function testedFamilies(measures: readonly Measure[], articlesOf: (measure: string) => number): string[][] {
  const frames = measures.filter(({ family, stance }) => family === 'frame' && stance === null);
  const misreports = measures.filter(({ family }) => family === 'misreport').map(({ id }) => id);
  const frequent = misreports
    .map((id) => ({ id, articles: articlesOf(id) }))
    .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
    .slice(0, TESTED_MISREPORTS);
  return [frames.map(({ id }) => id), ['article:contradicted', 'attribution:quoted', ...frequent.map(({ id }) => id)]];
}
