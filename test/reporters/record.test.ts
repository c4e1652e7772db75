import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { failedRecord, skippedRecord, toRecord } from '../../src/reporters/record.ts';
import { resultRecordSchema } from '../../src/schema.ts';
import { article, CONTRADICTED, claim, ENGINE, result } from './samples.ts';

const TEXT = 'Preface.\nCritics say every citizen has a score.';
const checked = result(article(TEXT), [
  claim(TEXT, 'every citizen has a score', { ...CONTRADICTED, attribution: { source: 'Critics', cue: 'say' } }),
]);

test('a record holds what the schema asks for, and the quote stands at its offsets', () => {
  const record = toRecord(checked, { engine: ENGINE });
  expect(resultRecordSchema.strict().parse(record)).toEqual(record);
  expect(record.claims).toHaveLength(1);
  const [one] = record.claims;
  expect(one).toMatchObject({
    quote: TEXT.slice(21, 46),
    start: 21,
    end: 46,
    line: 2,
    column: 13,
    label: 'contradicted',
    attribution: { source: 'Critics', cue: 'say' },
    rejected: false,
    suggestion: null,
  });
  expect(one?.evidence.map((evidence) => evidence.locator)).toEqual(['pilots.1.8', 'intro.2.2']);
});

test('the source is quoted at the locators that are known', () => {
  const sourceText = (locator: string) => (locator === 'intro.2.2' ? 'As the source has it.' : undefined);
  const record = toRecord(checked, { engine: ENGINE, sourceText });
  expect(record.claims[0]?.evidence.map((one) => one.sourceText)).toEqual([undefined, 'As the source has it.']);
  expect(Object.keys(record.claims[0]?.evidence[0] ?? {})).not.toContain('sourceText');
});

test('the text is given where it is not the file itself', () => {
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  const options = { engine: ENGINE, withText: true };
  const plain = toRecord(result(article(TEXT, { sha256 }), []), options);
  const extracted = toRecord(
    result(article(TEXT, { sha256, origin: { fileText: `<p>${TEXT}`, runs: [] } }), []),
    options,
  );
  const converted = toRecord(result(article(TEXT), []), options);
  expect([plain, extracted, converted].map((record) => record.article.text)).toEqual([undefined, TEXT, TEXT]);
});

test('skipped and failed inputs have records too', () => {
  const meta = { id: 'a', url: null, title: 'T', outlet: null, publishedAt: null, language: null, sha256: null };
  const skipped = skippedRecord(meta, ENGINE);
  const failed = failedRecord('b.txt', new FetchError('not-found', 'no such file'), ENGINE);
  for (const record of [skipped, failed]) expect(resultRecordSchema.strict().parse(record)).toEqual(record);
  expect(skipped).toMatchObject({ article: { id: 'a', title: 'T' }, claims: [], error: null });
  expect(failed).toMatchObject({ article: { id: 'b.txt' }, error: { code: 'not-found', message: 'no such file' } });
});
