/** Outlets, countries and languages compared. */
import { FRAMES } from '../../model.ts';
import type { Count, Group } from '../model.ts';
import { cleanText } from './clean.ts';
import { type DotPanel, dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { FRAME_NAMES, UNKNOWN } from './names.ts';
import { whole } from './numbers.ts';
import { dotOf, highest } from './overall.ts';
import { shareAxis } from './share-axis.ts';
import { sumOf, type View } from './view.ts';

export type GroupKind = Exclude<Group['by'], 'all'>;

/** More rows do not fit a page. */
const MOST_ROWS = 60;
/** Frames beside the share of articles with a contradicted claim: four panels are as many as the width allows. */
const MOST_FRAMES = 3;

const KINDS: Record<GroupKind, { id: string; title: string; many: string }> = {
  outlet: { id: 'outlets', title: 'Outlets compared', many: 'outlets' },
  country: { id: 'countries', title: 'Countries compared', many: 'countries' },
  language: { id: 'languages', title: 'Languages compared', many: 'languages' },
};

export interface GroupRow {
  value: string | null;
  name: string;
  counts: Map<string, Count>;
  /** Articles, by story. */
  n: number;
}

/** What is compared among groups: articles with a contradicted claim, and the frames most often advanced. */
export function comparedMeasures(view: View): string[] {
  const frames = FRAMES.map((frame) => `frame:${frame}:advanced`)
    .map((id) => ({ id, k: view.total(id)?.k ?? 0 }))
    .filter(({ k }) => k > 0)
    .sort((a, b) => b.k - a.k)
    .slice(0, MOST_FRAMES);
  return ['article:contradicted', ...frames.map(({ id }) => id)].filter((id) => view.measures.has(id));
}

/** The groups of a kind with their counts of these measures over the whole corpus, the largest first; those without articles are not there. */
export function groupRows(view: View, by: GroupKind, measures: readonly string[]): GroupRow[] {
  const rows = new Map<string | null, GroupRow>();
  for (const measure of measures) {
    for (const { group, points } of view.groups(by, measure)) {
      const count = sumOf(points)!;
      if (count.n === 0) continue;
      const row = rows.get(group.value) ?? {
        value: group.value,
        name: group.value === null ? UNKNOWN[by] : cleanText(group.value) || '(no name)',
        counts: new Map(),
        n: 0,
      };
      row.counts.set(measure, count);
      if (view.measures.get(measure)?.unit === 'articles' && view.measures.get(measure)?.family !== 'stance')
        row.n = Math.max(row.n, count.n);
      rows.set(group.value, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

/** A dot plot of the groups of a kind, sorted by the first measure; left out where there are fewer than two. */
export function groupsFigure(view: View, by: GroupKind): Drawing | LeftOut {
  const { id, title, many } = KINDS[by];
  const measures = comparedMeasures(view);
  const all = groupRows(view, by, measures);
  if (all.length < 2) return { id, title, reason: fewReason(by, all) };
  const shareIn = (row: GroupRow): number => {
    const count = row.counts.get(measures[0]!);
    return count ? count.k / count.n : -1;
  };
  const rows = all.slice(0, MOST_ROWS).sort((a, b) => shareIn(b) - shareIn(a) || b.n - a.n);
  const panels = measures.map((measure): DotPanel => {
    const dots = rows.map((row) => dotOf(row.name, row.counts.get(measure) ?? null));
    const total = view.total(measure);
    return {
      ...(measure === 'article:contradicted'
        ? { title: 'Contradicted', subtitle: 'claim in article' }
        : { title: FRAME_NAMES[view.measures.get(measure)!.frame!], subtitle: 'advanced' }),
      axis: shareAxis(highest(dots), 3),
      series: [{ style: 'first', dots }],
      references: total && total.n > 0 ? [total.k / total.n] : [],
    };
  });
  const left = all.length > rows.length ? ` The ${rows.length} with most articles of ${all.length} are shown.` : '';
  return {
    id,
    title,
    caption: `Share of articles (copies counted once${view.dating === 'sure' ? ', sure dates alone' : ''}) with a contradicted claim and that advance the ${measures.length - 1} most frequent frames, by ${by}, with 95% Wilson intervals and number of articles n; the dotted line is the share over all. Sorted by the first panel.${left}`,
    alt: `Dot plot of ${rows.length} ${many}. ${rows
      .slice(0, 10)
      .map((row) => `${row.name}: ${whole(row.n)} articles`)
      .join(', ')}${rows.length > 10 ? ', and others' : ''}.`,
    ...dotPlot({ rows: rows.map(({ name, n }) => ({ label: name, note: `n = ${whole(n)}` })), panels }),
  };
}

function fewReason(by: GroupKind, rows: readonly GroupRow[]): string {
  if (rows.length === 0 || rows[0]!.value === null) return `The ${by} of no article is known.`;
  return `All articles are of one ${by} (${rows[0]!.name}).`;
}
