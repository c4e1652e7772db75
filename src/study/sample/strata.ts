/** The strata of a corpus: periods by outlets. Pure. */
import type { PeriodUnit } from '../model.ts';
import { statedDate } from '../tables/dates.ts';
import { fits, periodsBetween } from '../tables/periods.ts';

/** What a sample is drawn from. */
export interface Listed {
  id: string;
  outlet: string | null;
  /** ISO 8601, also in part. */
  publishedAt: string | null;
}

export interface Stratum {
  /** Id of the period; null for articles without a date that falls into one. */
  period: string | null;
  /** Null where the outlet is not known; `pooled` says that several share the stratum. */
  outlet: string | null;
  pooled: boolean;
  /** Numbers of its articles, from 0. */
  articles: number[];
}

/**
 * The articles by period and outlet, in the order of both. Where that makes more strata than `most`, outlets whose share of a
 * sample of that size is less than one article are pooled within their period; then all outlets of a period; then all.
 */
export function strataOf(articles: readonly Listed[], unit: PeriodUnit, most: number): Stratum[] {
  const fine = by(articles, (i) => [periodOf(articles[i]!, unit), articles[i]!.outlet, false]);
  if (fine.length <= most) return fine;
  const small = new Set(fine.flatMap((one) => (one.articles.length * most < articles.length ? one.articles : [])));
  const pooled = by(articles, (i) => [
    periodOf(articles[i]!, unit),
    small.has(i) ? null : articles[i]!.outlet,
    small.has(i),
  ]);
  if (pooled.length <= most) return pooled;
  const periods = by(articles, (i) => [periodOf(articles[i]!, unit), null, true]);
  return periods.length <= most ? periods : by(articles, () => [null, null, true]);
}

function periodOf({ publishedAt }: Listed, unit: PeriodUnit): string | null {
  const date = publishedAt === null ? null : statedDate(publishedAt);
  if (date === null || !fits(date.precision, unit)) return null;
  return periodsBetween(unit, date.from, date.from)[0]?.id ?? null;
}

function by(articles: readonly Listed[], keyOf: (i: number) => [string | null, string | null, boolean]): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const i of articles.keys()) {
    const [period, outlet, pooled] = keyOf(i);
    const key = JSON.stringify([period, pooled, outlet]);
    const found = strata.get(key);
    if (found) found.articles.push(i);
    else strata.set(key, { period, outlet, pooled, articles: [i] });
  }
  return [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}
