/** A study as figures and report look at it: series by name, pooled to periods that can be shown. */
import type {
  Count,
  Counting,
  Dating,
  Group,
  Measure,
  Period,
  PeriodUnit,
  Point,
  Series,
  StudyResult,
} from '../model.ts';
import { wilson } from '../statistics/wilson.ts';
import { poolPeriods } from './pooled-periods.ts';

export interface View {
  result: StudyResult;
  unit: PeriodUnit;
  periods: Period[];
  /** Whether `periods` are coarser than those of the study. */
  pooled: boolean;
  /** The dates that the report speaks of: all, or sure ones alone where that was asked. */
  dating: Dating;
  measures: Map<string, Measure>;
  /** The points of a series of all articles, one a period; null where the study has no such series. */
  points(measure: string, counting?: Counting, dating?: Dating): Point[] | null;
  /** The whole corpus; null as above. */
  total(measure: string, counting?: Counting, dating?: Dating): Count | null;
  /** The series of groups of one kind for a measure: by story, of the dates that the report speaks of. */
  groups(by: Group['by'], measure: string): Series[];
}

/** Looks at a study. Series are pooled when they are first asked for, once. */
export function viewOf(result: StudyResult): View {
  const { unit, periods, indexOf } = poolPeriods(result.unit, result.periods);
  const pooled = unit !== result.unit;
  const dating: Dating = result.options.sureDates ? 'sure' : 'all';
  const all = new Map<string, Series>();
  const grouped = new Map<string, Series[]>();
  for (const series of result.series) {
    if (series.group.by === 'all') all.set(keyOf(series.measure, series.counting, series.dating), series);
    else if (series.counting === 'story' && series.dating === dating)
      push(grouped, `${series.group.by} ${series.measure}`, series);
  }
  const known = new Map<string, Point[]>();
  const points: View['points'] = (measure, counting = 'story', dates = dating) => {
    const key = keyOf(measure, counting, dates);
    const series = all.get(key);
    if (!series) return null;
    if (!known.has(key)) known.set(key, aligned(series.points, periods, indexOf, pooled));
    return known.get(key)!;
  };
  return {
    result,
    unit,
    periods,
    pooled,
    dating,
    measures: new Map(result.measures.map((measure) => [measure.id, measure])),
    points,
    total: (...of) => sumOf(points(...of)),
    groups: (by, measure) => grouped.get(`${by} ${measure}`) ?? [],
  };
}

/** The sum of the counts of points, for one whose periods do not overlap. */
export function sumOf(points: readonly Count[] | null): Count | null {
  return points?.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 }) ?? null;
}

const keyOf = (measure: string, counting: Counting, dating: Dating): string => `${counting} ${dating} ${measure}`;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** One point a period, empty where the series has none; of coarser periods the counts are added and Wilson's interval is taken anew. */
function aligned(
  points: readonly Point[],
  periods: readonly Period[],
  indexOf: Map<string, number>,
  pooled: boolean,
): Point[] {
  const placed = periods.map((period) => emptyPoint(period.id));
  for (const point of points) {
    const index = indexOf.get(point.period);
    if (index === undefined) continue;
    const { k, n, period } = placed[index]!;
    placed[index] = pooled ? { ...emptyPoint(period), k: k + point.k, n: n + point.n } : point;
  }
  return pooled ? placed.map(withShare) : placed;
}

const withShare = (point: Point): Point =>
  point.n === 0 ? point : { ...point, share: point.k / point.n, wilson: wilson({ k: point.k, n: point.n }) };

const emptyPoint = (period: string): Point => ({
  period,
  k: 0,
  n: 0,
  share: null,
  wilson: null,
  byOutlet: null,
  byStory: null,
  corrected: null,
});
