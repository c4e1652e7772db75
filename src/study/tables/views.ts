/** Ways of counting the same articles. Pure. */
import { COUNTINGS, type Counting, DATINGS, type Dating, type Group } from '../model.ts';
import { bitsOf, MOST_GROUPS } from './cells.ts';

export interface View {
  by: Group['by'];
  counting: Counting;
  dating: Dating;
}

/** Every way for all articles first; by group with all dates. Tables name a view by its place here. */
export const VIEWS: readonly View[] = [
  ...COUNTINGS.flatMap((counting) => DATINGS.map((dating): View => ({ by: 'all', counting, dating }))),
  ...(['outlet', 'country', 'language'] as const).flatMap((by) =>
    COUNTINGS.map((counting): View => ({ by, counting, dating: 'all' })),
  ),
];

/** How many views there are of all articles. */
export const WHOLE_VIEWS = COUNTINGS.length * DATINGS.length;

export function viewNumber(by: Group['by'], counting: Counting, dating: Dating): number {
  return VIEWS.findIndex((view) => view.by === by && view.counting === counting && view.dating === dating);
}

/** SQL over cells: the number of the group that a cell belongs to, and which cells the view counts. */
export interface Selection {
  view: number;
  group: string;
  where: string;
}

/** The selection of each view. */
export function selections(): Selection[] {
  return VIEWS.map(({ by, counting, dating }, view) => {
    const bits = bitsOf(counting, dating, by);
    const group = by === 'all' ? '0' : by === 'outlet' ? 'cluster' : `"${by}"`;
    const shown = by === 'all' ? '' : ` AND ${group} < ${MOST_GROUPS}`;
    return { view, group, where: `flags & ${bits} = ${bits}${shown}` };
  });
}
