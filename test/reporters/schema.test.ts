import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { resultRecordJsonSchema } from '../../src/index.ts';
import { failedRecord } from '../../src/reporters/record.ts';
import { article, CONTRADICTED, claim, ENGINE, item } from './samples.ts';

const published = JSON.parse(readFileSync('schema/result.json', 'utf8'));
const validate = new Ajv2020.default({ strict: false }).compile(published);

test('the published schema is that of the code: npm run schema brings it up to date', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(resultRecordJsonSchema)));
});

test('the published schema takes the records that are printed, those of later versions too, and no others', () => {
  const text = 'Every citizen has a score.';
  const { record } = item(article(text), [claim(text, 'Every citizen has a score', CONTRADICTED)]);
  for (const good of [record, failedRecord('x', new FetchError('not-found', 'no such file'), ENGINE)]) {
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
  }
  const [one] = record.claims;
  expect(validate({ ...record, claims: [{ ...one, label: 'maybe' }] })).toBe(false);
  expect(validate({ ...record, engine: undefined })).toBe(false);
  expect(validate({ ...record, addedLater: 1 })).toBe(true);
});
