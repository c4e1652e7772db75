/** Shifts in level of tested measures. Pure. */
import type { ChangePoint, Counting, Dating, PeriodUnit, Series, StudyOptions } from '../model.ts';
import { holm } from '../statistics/adjust.ts';
import { drawsFor, findChanges } from '../statistics/change-points.ts';
import type { Counts } from './counts.ts';
import { wholeSeries } from './series.ts';
import { partsOf } from './within-outlets.ts';

/** Periods in a year, where a season can be told. */
export const SEASON: Partial<Record<PeriodUnit, number>> = { month: 12, quarter: 4 };

/**
 * The shifts of each measure of a family. Those are called found whose p-value, adjusted by Holm over the family (whether
 * there is any shift) and over the shifts of one series (each by itself), is at most 0.05; the others are given too. `outlets`
 * counts by outlet in this counting and dating, and says how much of each is within outlets; null where that is not known.
 */
export function changesOf(
  series: readonly Series[],
  family: readonly string[],
  counting: Counting,
  dating: Dating,
  { unit, draws, seed }: StudyOptions,
  outlets: Counts['outlets'] | null,
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
    return { measure, points, changes: found?.changes ?? [], p: found?.p ?? null };
  });
  const adjusted = holm(analysed.map(({ p }) => p));
  return analysed.flatMap(({ measure, points, changes }, i) => {
    const own = changes.length > 0 && outlets ? outlets(measure, counting) : null;
    return changes.map(({ at, before, after, p, stability }, c): ChangePoint => {
      const stretch = { start: changes[c - 1]?.at ?? 0, at, end: changes[c + 1]?.at ?? points.length };
      const main = { measure, counting, dating, period: points[at]!.period, before, after };
      return { ...main, p, holm: Math.max(adjusted[i]!, p), stability, outlets: own && partsOf(own, stretch) };
    });
  });
}
