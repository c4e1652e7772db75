/** Counts of the tables against counts in plain JavaScript. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTINGS, type Counting, DATINGS, type Dating, type Group, PERIOD_UNITS } from '../../../src/study/model.ts';
import { countMeasures, outletClustersOf, storyClustersOf } from '../../../src/study/tables/read-counts.ts';
import { closeTables, makeTables, type StudyTables } from '../../../src/study/tables/tables.ts';
import { anyCorpus } from './any-corpus.ts';
import { claim, frame, record, recordFile, scratch, type TestRecord, tablesOf } from './corpus.ts';
import { type CountedArticle, counting, countOf, MEASURES, studiedOf } from './recount.ts';

const TODAY = '2026-06-30';
describe('counts', () => {
  it('are those of a count by hand: of all articles, of groups, of clusters, in every way', async () => {
    const folder = scratch();
    const anyUnit = fc.constantFrom(...PERIOD_UNITS);
    await fc.assert(
      fc.asyncProperty(anyCorpus, anyUnit, async (records, unit) => {
        const tables = await makeTables({ files: [recordFile(records)], scratch: folder, today: TODAY, unit });
        const studied = studiedOf(records, unit, TODAY);
        try {
          await checkAll(tables, studied);
          for (const by of ['outlet', 'country', 'language'] as const) await checkGroups(tables, studied, by);
          for (const way of COUNTINGS) for (const dating of DATINGS) await checkClusters(tables, studied, way, dating);
        } finally {
          closeTables(tables);
        }
      }),
      { numRuns: 16 },
    );
  }, 300_000);

  it('go by the ways asked for', async () => {
    const tables = await tablesOf([record('a', {}, { frames: [frame('score')] })]);
    const rows = await countMeasures(tables, {
      by: 'all',
      counting: 'story',
      dating: 'sure',
      measures: ['frame:score'],
    });
    const all = { by: 'all', value: '', counting: 'story', dating: 'sure' };
    expect(rows).toEqual([{ measure: 'frame:score', period: '2019', k: 1, n: 1, ...all }]);
    expect(await countMeasures(tables, { by: 'all', measures: [] })).toEqual([]);
    expect(await countMeasures(tables, { by: 'outlet' as Group['by'], dating: 'sure' })).toEqual([]);
  });
});

describe('what is odd', () => {
  it('a frame named twice counts as named last, an unknown one not at all', async () => {
    const twice = [
      frame('score', 'advanced'),
      frame('trust'),
      frame('score', 'rejected'),
      { frame: 'new', stance: 'advanced', spans: [] },
    ];
    const tables = await tablesOf([record('a', {}, { frames: twice as TestRecord['frames'] })]);
    const rows = await countMeasures(tables, { by: 'all', counting: 'article', dating: 'all' });
    const counted = rows.filter(({ k }) => k > 0).map(({ measure }) => measure);
    expect(counted).toEqual([
      'frame:score',
      'frame:score:rejected',
      'frame:trust',
      'frame:trust:advanced',
      'stance:trust',
    ]);
    expect(tables.remarks.unknownFrames).toBe(1);
  });

  it('facts are measured by how many articles get them wrong, a hundred at most', async () => {
    const wrong = (id: string, facts: string[]) =>
      record(id, {}, { claims: [claim('contradicted', facts), claim('contradicted', facts)] });
    const many = Array.from({ length: 120 }, (_, i) => `rare-${String(i).padStart(3, '0')}`);
    const tables = await tablesOf([
      wrong('a', ['b']),
      wrong('b', ['b', 'a']),
      wrong('c', ['a', 'c']),
      wrong('d', ['b']),
      wrong('e', many),
    ]);
    const facts = tables.measures.flatMap(({ factId }) => factId ?? []);
    expect(facts.slice(0, 4)).toEqual(['b', 'a', 'c', 'rare-000']);
    expect([facts.length, tables.remarks.otherFacts]).toEqual([100, 23]);
  });

  it('a label of no version counts nowhere', async () => {
    const odd = { ...claim('supported'), label: 'doubtful' as 'supported' };
    const tables = await tablesOf([record('a', {}, { claims: [odd, claim('unverified')] })]);
    const [row] = await countMeasures(tables, {
      by: 'all',
      counting: 'article',
      dating: 'all',
      measures: ['label:unverified'],
    });
    expect([row?.k, row?.n, tables.remarks.unknownLabels]).toEqual([1, 1, 1]);
  });
});

async function checkAll(tables: StudyTables, studied: readonly CountedArticle[]): Promise<void> {
  const rows = await countMeasures(tables, { by: 'all' });
  const facts = tables.measures.filter(({ family }) => family === 'misreport').map(({ id }) => id);
  expect(tables.measures.map(({ id }) => id).sort()).toEqual([...MEASURES, ...facts].sort());
  expect(rows).toHaveLength(tables.measures.length * tables.periods.length * 4);
  const counted = remembered(studied);
  const wrong = rows.filter(({ measure, period, k, n, ...way }) => {
    const want = countOf(measure, counted(way.counting, way.dating, period));
    return k !== want.k || n !== want.n;
  });
  expect(wrong).toEqual([]);
}

async function checkGroups(tables: StudyTables, studied: readonly CountedArticle[], by: Exclude<Group['by'], 'all'>) {
  const groupOf = ({ record: { article } }: CountedArticle): string | null => article[by] || null;
  const rows = await countMeasures(tables, { by });
  for (const value of new Set(studied.map(groupOf))) {
    const group = studied.filter((one) => groupOf(one) === value);
    const counted = remembered(group);
    const own = rows.filter((row) => row.value === value);
    const wrong = own.filter(({ measure, period, k, n, ...way }) => {
      const want = countOf(measure, counted(way.counting, way.dating, period));
      return k !== want.k || n !== want.n;
    });
    expect(wrong).toEqual([]);
    // What no row tells of is nothing.
    const told = new Set(own.map(({ measure, counting: way }) => `${measure} ${way}`));
    const untold = MEASURES.filter((measure) => !told.has(`${measure} article`) && countOf(measure, group).n > 0);
    expect(untold).toEqual([]);
  }
}

async function checkClusters(tables: StudyTables, studied: readonly CountedArticle[], way: Counting, dating: Dating) {
  const counted = remembered(studied);
  const outlets = await outletClustersOf(tables, { counting: way, dating });
  for (const { id } of tables.measures) {
    const stories = await storyClustersOf(tables, id, { counting: way, dating });
    for (const [i, period] of tables.periods.entries()) {
      const here = counted(way, dating, period.id);
      const byStory = clustersBy(here, ({ story }) => story, id).map(({ count }) => count);
      const expanded = stories[i]!.flatMap(({ k, n, clusters }) => Array<unknown>(clusters).fill({ k, n }));
      expect(sorted(expanded)).toEqual(sorted(byStory));
      const byOutlet = clustersBy(here, ({ record: { article } }) => article.outlet || null, id);
      const { cluster, k, n } = outlets(id)[i]!;
      const named = Array.from(cluster, (rank, at) => [tables.outlets[rank]!.name, k[at], n[at]]);
      expect(sorted(named)).toEqual(sorted(byOutlet.map(({ key, count }) => [key, count.k, count.n])));
    }
  }
}

/** The articles that count in a period, each way worked out once. */
function remembered(articles: readonly CountedArticle[]) {
  const known = new Map<string, CountedArticle[]>();
  return (way: Counting, dating: Dating, period: string): CountedArticle[] => {
    const key = `${way} ${dating}`;
    if (!known.has(key)) known.set(key, counting(articles, way, dating));
    return known.get(key)!.filter((one) => one.period === period);
  };
}

function clustersBy(
  articles: readonly CountedArticle[],
  keyOf: (one: CountedArticle) => string | null,
  measure: string,
) {
  return [...new Set(articles.map(keyOf))]
    .map((key) => ({
      key,
      count: countOf(
        measure,
        articles.filter((one) => keyOf(one) === key),
      ),
    }))
    .filter(({ count }) => count.n > 0);
}

const sorted = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();
