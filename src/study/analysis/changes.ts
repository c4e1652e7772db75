/** Shifts in level of tested measures. Pure. */
import type { ChangePoint, Counting, Dating, PeriodUnit, Series, StudyOptions } from '../model.ts';
import { holm } from '../statistics/adjust.ts';
import { drawsFor, findChanges } from '../statistics/change-points.ts';
import { wholeSeries } from './series.ts';

/** Periods in a year, where a season can be told. */
const SEASON: Partial<Record<PeriodUnit, number>> = { month: 12, quarter: 4 };

/**
 * The shifts of each measure of a family. Those are called found whose p-value, adjusted by Holm over the family (whether
 * there is any shift) and over the shifts of one series (each by itself), is at most 0.05; the others are given too.
 */
export function changesOf(
  series: readonly Series[],
  family: readonly string[],
  counting: Counting,
  dating: Dating,
  { unit, draws, seed }: StudyOptions,
): ChangePoint[] {
  const analysed = family.map((measure) => {
    const points = wholeSeries(series, measure, counting, dating)?.points ?? [];
    const counts = { k: points.map(({ k }) => k), n: points.map(({ n }) => n) };
    const found = findChanges(counts, {
      seed,
      names: [measure, counting, dating],
      draws: drawsFor(family.length, draws),
      season: SEASON[unit] ?? null,
    });
    return { measure, points, found };
  });
  const adjusted = holm(analysed.map(({ found }) => found?.p ?? null));
  return analysed.flatMap(({ measure, points, found }, i) =>
    (found?.changes ?? []).map(({ at, before, after, p, stability }): ChangePoint => {
      const period = points[at]!.period;
      return { measure, counting, dating, period, before, after, p, holm: Math.max(adjusted[i]!, p), stability };
    }),
  );
}
