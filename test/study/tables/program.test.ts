/** Records as the built program writes them, in a run folder and on standard output. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countMeasures } from '../../../src/study/tables/read-counts.ts';
import { scscheck } from '../../cli/scscheck.ts';
import { recordFile, scratch, type TestRecord, tablesOf } from './corpus.ts';
import { countOf, studiedOf } from './recount.ts';

const ARTICLES = [
  {
    id: 'rank',
    outlet: 'The Harbour Post',
    publishedAt: '2018-03-02',
    text: 'China’s social credit system gives every citizen a score. “Nobody can hide from it,” an analyst said of the social credit system.',
  },
  {
    id: 'patchwork',
    outlet: 'Northern Courier',
    publishedAt: '2021-07-15',
    text: 'There is no nationwide social credit score in China. The social credit system is a patchwork of local pilots, researchers say.',
  },
  {
    id: 'undated',
    outlet: null,
    text: 'Debtors who ignore a court may be barred from trains under China’s social credit system.',
  },
  {
    id: 'off',
    outlet: 'Northern Courier',
    publishedAt: '2021-07-16',
    // Long enough for the gate to judge it.
    text: 'The council met on Monday to discuss the new swimming pool and its cost to all. '.repeat(40),
  },
];

it('are counted as they say', async () => {
  const folder = scratch();
  const input = join(folder, 'articles.jsonl');
  writeFileSync(input, ARTICLES.map((article) => `${JSON.stringify(article)}\n`).join(''));
  const checked = await scscheck(['check', input, '--frames', '--format', 'jsonl', '--fail-on', 'never']);
  const run = join(folder, 'run');
  await scscheck(['check', input, '--frames', '--run', run, '--quiet']);
  const parts = readdirSync(join(run, 'results')).map((name) => join(run, 'results', name));
  const records = checked.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TestRecord);
  expect(records.map(({ article }) => article.id)).toEqual(['rank', 'patchwork', 'undated', 'off']);

  for (const files of [[recordFile(checked.stdout.trimEnd().split('\n'))], parts]) {
    const tables = await tablesOf({ files });
    expect(tables.loaded).toMatchObject({ records: 4, broken: { lines: 0, mended: 0 }, engines: [{ records: 4 }] });
    expect(tables.flow).toMatchObject({ read: 4, offTopic: 1, undated: 1, studied: 2, sure: 2 });
    expect(tables.remarks).toMatchObject({ uncoded: 0, unknownFrames: 0, unknownLabels: 0 });
    const rows = await countMeasures(tables, { by: 'all', counting: 'article', dating: 'all' });
    const studied = studiedOf(records, 'year', '2026-06-30');
    for (const { measure, period, k, n } of rows)
      expect({ measure, period, k, n }).toEqual({
        measure,
        period,
        ...countOf(
          measure,
          studied.filter((one) => one.period === period),
        ),
      });
    const found = new Set(rows.filter(({ k }) => k > 0).map(({ measure }) => measure));
    expect(found).toContain('frame:score');
    expect(found).toContain('frame:fragmentation:advanced');
    expect([...found].some((measure) => measure.startsWith('label:'))).toBe(true);
  }
  expect(readFileSync(parts[0]!, 'utf8').split('\n')).toHaveLength(5);
});
