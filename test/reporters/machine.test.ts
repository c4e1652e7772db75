import { describe, expect, test } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { csvReporter } from '../../src/reporters/csv.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import { jsonlReporter } from '../../src/reporters/jsonl.ts';
import { failedRecord, skippedRecord } from '../../src/reporters/record.ts';
import type { Reporter, ReportItem } from '../../src/reporters/reporter.ts';
import { article, CONTRADICTED, claim, ENGINE, item, tally } from './samples.ts';

const TEXT = '=cmd("x"), every citizen has a score.';
const found = item(article(TEXT, { id: '@draft' }), [
  claim(TEXT, '=cmd("x"), every citizen has a score', CONTRADICTED),
  claim(TEXT, 'every citizen'),
]);
const empty = item(article('Nothing.'), []);

const print = (reporter: Reporter, items: ReportItem[]): string =>
  reporter.head() + items.map((one, index) => reporter.item(one, index)).join('') + reporter.tail(tally());

describe('json', () => {
  test.each([[[]], [[found]], [[found, empty, found]]])('is an array of the records', (items) => {
    expect(JSON.parse(print(jsonReporter(), items))).toEqual(items.map((one) => one.record));
  });
});

test('jsonl is a record a line, whatever became of the input', () => {
  const failed = failedRecord('b.txt', new FetchError('not-found', 'no such file'), ENGINE);
  const meta = { id: 'c', url: null, title: 'C', outlet: null, publishedAt: null, language: null, sha256: null };
  const skipped = skippedRecord(meta, ENGINE);
  const items = [
    found,
    empty,
    { record: failed, contexts: null, review: null },
    { record: skipped, contexts: null, review: null },
  ];
  const lines = print(jsonlReporter(), items).split('\n');
  expect(lines).toEqual([...items.map(({ record }) => JSON.stringify(record)), '']);
});

test('csv is a row a claim, and none of its cells is a formula', () => {
  const lines = print(csvReporter(), [found, empty]).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(
    'article,url,title,outlet,publishedAt,claim,label,confidence,quote,start,end,line,column,' +
      'attributedTo,cue,rejected,facts,locators,statement,reason,byline,language,dateSource,copyOf,quoted,endLine,endColumn,suggestion',
  );
  expect(lines[1]).toBe(
    `'@draft,,,,,draft.md#0-36,contradicted,0.9,"'=cmd(""x""), every citizen has a score",0,36,1,1,,,false,` +
      'no-score,pilots.1.8 intro.2.2,There is no such score.,' +
      'Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8).,,,,,false,1,37,',
  );
  expect(lines[2]).toContain(',unverified,0.5,every citizen,11,24,1,12,,,false,,,,');
  expect(lines[3]).toBe('');
});
