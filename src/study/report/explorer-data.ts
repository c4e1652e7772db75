/** The series as the page's script reads them: compact, as they are most of the page. */

import { type GroupKind, groupRows } from '../figures/groups.ts';
import { measureName, periodName } from '../figures/names.ts';
import { foundChanges } from '../figures/significant.ts';
import type { View } from '../figures/view.ts';
import { COUNTINGS, DATINGS, type Interval, type Point } from '../model.ts';

/** Shares and ends of intervals are whole numbers of this part of one: 0.01 of a per cent. */
export const SCALE = 10_000;
/** Points beyond this many are of measures that the page leaves to the tables: some 2 MB. */
const MOST_POINTS = 60_000;

/** A series: k and n, and ends of intervals as low, high, low, high …; -1 where there is none; nothing where all are none. */
export interface PackedSeries {
  k: number[];
  /** Place among the lists of n, which many series share. */
  n: number;
  wilson: number[];
  byOutlet?: number[];
  byStory?: number[];
  /** Value, low, high … */
  corrected?: number[];
}

export interface ExplorerData {
  scale: number;
  unit: string;
  dating: string;
  periods: { id: string; name: string; from: string; to: string }[];
  measures: { id: string; name: string; family: string; unit: string }[];
  ns: number[][];
  /** By counting and dating ("story all"), then by place of the measure. */
  series: Record<string, Record<number, PackedSeries>>;
  /** By kind: the groups with most articles, and of each measure k and n of each. */
  groups: Partial<Record<GroupKind, { names: string[]; counts: Record<number, [k: number[], n: number[]]> }>>;
  /** Found change points of the main series: measure and first day. */
  changes: [measure: number, from: string][];
  events: { date: string; label: string }[];
}

/** Packs the series of all articles, the report's own counting and dating first, as far as there is room. */
export function explorerData(view: View, events: { date: string; label: string }[]): ExplorerData {
  const { result, periods } = view;
  const ns: number[][] = [];
  const places = new Map<string, number>();
  const placeOf = (points: readonly Point[]): number => {
    const list = points.map(({ n }) => n);
    const key = list.join();
    if (!places.has(key)) places.set(key, ns.push(list) - 1);
    return places.get(key)!;
  };
  const ways = COUNTINGS.flatMap((counting) => DATINGS.map((dating) => ({ counting, dating })));
  const main = ({ counting, dating }: (typeof ways)[number]): number =>
    Number(counting !== 'story') + Number(dating !== view.dating);
  ways.sort((a, b) => main(a) - main(b));
  const series: ExplorerData['series'] = {};
  let room = MOST_POINTS;
  for (const { counting, dating } of ways) {
    const way: Record<number, PackedSeries> = {};
    for (const [index, { id }] of result.measures.entries()) {
      const points = view.points(id, counting, dating);
      if (!points || points.length === 0 || points.length > room) continue;
      room -= points.length;
      way[index] = packed(points, placeOf(points));
    }
    series[`${counting} ${dating}`] = way;
  }
  const starts = new Map(result.periods.map(({ id, from }) => [id, from]));
  const indexOf = new Map(result.measures.map(({ id }, index) => [id, index]));
  return {
    scale: SCALE,
    unit: view.unit,
    dating: view.dating,
    periods: periods.map(({ id, from, to }) => ({ id, name: periodName(id), from, to })),
    measures: result.measures.map((measure) => ({
      id: measure.id,
      name: measureName(measure),
      family: measure.family,
      unit: measure.unit,
    })),
    ns,
    series,
    groups: groupsOf(view),
    changes: foundChanges(view).flatMap(({ measure, period }) =>
      indexOf.has(measure) && starts.has(period)
        ? [[indexOf.get(measure)!, starts.get(period)!] as [number, string]]
        : [],
    ),
    events,
  };
}

/** More groups than a page can show; the tables have all. */
const MOST_GROUPS = 60;

function groupsOf(view: View): ExplorerData['groups'] {
  const ids = view.result.measures.map(({ id }) => id);
  const groups: ExplorerData['groups'] = {};
  for (const kind of ['outlet', 'country', 'language'] as const) {
    const rows = groupRows(view, kind, ids).slice(0, MOST_GROUPS);
    if (rows.length < 2) continue;
    const counts = ids.map((id) => rows.map((row) => row.counts.get(id) ?? { k: 0, n: 0 }));
    groups[kind] = {
      names: rows.map(({ name }) => name),
      counts: Object.fromEntries(
        counts.map((list, index) => [index, [list.map(({ k }) => k), list.map(({ n }) => n)]]),
      ),
    };
  }
  return groups;
}

const scaled = (share: number): number => Math.round(share * SCALE);

function packed(points: readonly Point[], n: number): PackedSeries {
  const intervals = (of: (point: Point) => Interval | null): number[] =>
    points.flatMap((point) => {
      const interval = of(point);
      return interval ? [scaled(interval.low), scaled(interval.high)] : [-1, -1];
    });
  const optional = (name: 'byOutlet' | 'byStory'): object =>
    points.some((point) => point[name]) ? { [name]: intervals((point) => point[name]) } : {};
  return {
    k: points.map(({ k }) => k),
    n,
    wilson: intervals((point) => point.wilson),
    ...optional('byOutlet'),
    ...optional('byStory'),
    ...(points.some(({ corrected }) => corrected)
      ? {
          corrected: points.flatMap(({ corrected }) =>
            corrected ? [scaled(corrected.value), scaled(corrected.low), scaled(corrected.high)] : [-1, -1, -1],
          ),
        }
      : {}),
  };
}
