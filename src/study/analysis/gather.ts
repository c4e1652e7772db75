/** The counts that analysis takes, read from the tables. */
import type { Counting, Dating } from '../model.ts';
import { OWN_CLUSTERS } from '../tables/cells.ts';
import { countMeasures, outletClustersOf, storyClustersOf } from '../tables/read-counts.ts';
import type { StudyTables } from '../tables/tables.ts';
import type { Counts, OutletCounts, StoryCounts } from './counts.ts';

/** Reads them: all ways for all articles; for groups by story; for clusters with the dates that the study goes by. */
export async function gatherCounts(tables: StudyTables, dating: Dating): Promise<Counts> {
  const rows = await countMeasures(tables, { by: 'all' });
  for (const by of ['outlet', 'country', 'language'] as const)
    for (const row of await countMeasures(tables, { by, counting: 'story' })) rows.push(row);
  const byArticle = await outletClustersOf(tables, { counting: 'article', dating });
  const byStory = await outletClustersOf(tables, { counting: 'story', dating });
  const outlets = { article: remembered(byArticle), story: remembered(byStory) };
  const stories = new Map<string, StoryCounts[][]>();
  for (const { id } of tables.measures)
    stories.set(id, await storyClustersOf(tables, id, { counting: 'article', dating }));
  return {
    rows,
    outlets: (measure, counting: Counting) => outlets[counting](measure),
    stories: (measure) => stories.get(measure) ?? null,
    names: tables.outlets.slice(0, OWN_CLUSTERS).map(({ name }) => name),
  };
}

function remembered(of: (measure: string) => OutletCounts[]): (measure: string) => OutletCounts[] {
  const known = new Map<string, OutletCounts[]>();
  return (measure) => {
    let found = known.get(measure);
    if (!found) {
      found = of(measure);
      known.set(measure, found);
    }
    return found;
  };
}
