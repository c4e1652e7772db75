/** What tables count, as plain data. */
import type { Counting, Dating, Example, Group } from '../model.ts';
import { MOST_GROUPS } from './cells.ts';
import { type ClusterPattern, type OutletCounts, outletClusters, storyClusters } from './clusters.ts';
import { findExamples } from './examples.ts';
import type { Counted } from './measures.ts';
import type { StudyTables } from './tables.ts';
import { VIEWS } from './views.ts';

export interface CountRow {
  measure: string;
  counting: Counting;
  dating: Dating;
  by: Group['by'];
  /** Outlet, country or language; '' for all, null is unknown. */
  value: string | null;
  period: string;
  k: number;
  n: number;
}

/** Which counts: of all articles or of the largest groups, and in which ways; what is left out is not narrowed. */
export interface CountSelection {
  by: Group['by'];
  counting?: Counting;
  /** Groups are counted with all dates alone. */
  dating?: Dating;
  /** Ids of measures. */
  measures?: readonly string[];
}

/**
 * The counts of every measure in every period, for all articles or for the `MOST_GROUPS` largest groups: by measure, group,
 * counting, dating and period. A group has a row for each period, also
 * where n is 0, and none for a measure whose n is 0 in all of them.
 *
 * By story, the earliest copy stands for it, in its period; of a group, the earliest copy within the group: a story that two
 * outlets ran counts once for each, so that the groups add up to more than all articles.
 */
export async function countMeasures(tables: StudyTables, selection: CountSelection): Promise<CountRow[]> {
  const { db, periods, counted } = tables;
  const views = VIEWS.flatMap(({ by, counting, dating }, view) => {
    const { counting: c = counting, dating: d = dating } = selection;
    return by === selection.by && counting === c && dating === d ? [view] : [];
  });
  const measures = counted.flatMap(({ id }, i) => ((selection.measures?.includes(id) ?? true) ? [i] : []));
  if (views.length === 0 || measures.length === 0) return [];
  const columns = await db.columns<'measure' | 'view' | 'value' | 'period' | 'k' | 'n'>(
    `SELECT * FROM counts WHERE view IN (${views}) AND measure IN (${measures}) ORDER BY measure, "value", view, period`,
  );
  const names = await groupNames(tables, selection.by);
  const rows: CountRow[] = [];
  for (let i = 0; i < columns.measure.length; ) {
    const [measure, view, value] = [columns.measure[i]!, columns.view[i]!, columns.value[i]!];
    const series = { measure: counted[measure]!.id, ...VIEWS[view]!, value: names[value]! };
    for (const [at, period] of periods.entries()) {
      const isHere =
        columns.measure[i] === measure &&
        columns.view[i] === view &&
        columns.value[i] === value &&
        columns.period[i] === at;
      rows.push({ ...series, period: period.id, k: isHere ? columns.k[i]! : 0, n: isHere ? columns.n[i]! : 0 });
      if (isHere) i++;
    }
  }
  return rows;
}

async function groupNames({ db }: StudyTables, by: Group['by']): Promise<(string | null)[]> {
  if (by === 'all') return [''];
  const rows = await db.rows<{ value: string | null }>(
    `SELECT "value" FROM ${by}_ranks ORDER BY rank LIMIT ${MOST_GROUPS}`,
  );
  return rows.map(({ value }) => value);
}

export interface Ways {
  counting: Counting;
  dating: Dating;
}

/** Of each period the patterns of stories: a story's articles in a period are a cluster; by story, each is one article. */
export function storyClustersOf(tables: StudyTables, measure: string, ways: Ways): Promise<ClusterPattern[][]> {
  const { db, periods } = tables;
  return storyClusters(db, measureNumber(tables, measure), { ...ways, periods: periods.length });
}

/**
 * Gives, for a measure, what each outlet counts in each period; the same outlet has the same number in all. What is read
 * once serves all measures. Articles of no known outlet are a cluster together.
 */
export async function outletClustersOf(tables: StudyTables, ways: Ways): Promise<(measure: string) => OutletCounts[]> {
  const of = await outletClusters(tables.db, { ...ways, periods: tables.periods.length });
  return (measure) => of(tables.counted[measureNumber(tables, measure)]!);
}

/** Throws RangeError for a measure that is not counted. */
function measureNumber({ counted }: { counted: readonly Counted[] }, id: string): number {
  const number = counted.findIndex((measure) => measure.id === id);
  if (number === -1) throw new RangeError(`${id} is no measure of these tables`);
  return number;
}

/** Up to three examples of each measure in each period, by measure, period and rank; see `findExamples`. */
export async function examplesOf(tables: StudyTables): Promise<Example[]> {
  const { db, contexts, counted, periods } = tables;
  const found = await findExamples(db, contexts);
  return found.map(({ measure, period, ...example }) => {
    return { measure: counted[measure]!.id, period: periods[period]!.id, ...example };
  });
}
