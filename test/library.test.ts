/** The built library, as those who depend on it import it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as library from '../src/index.ts';

const PROGRAM = `
  import { articleFromText, checkArticle, loadFactBase, resultRecordSchema, toRecord, VERSION } from 'scscheck';
  const base = await loadFactBase();
  const article = articleFromText('Under social credit in China, every citizen has a national score.', { id: 'mine' });
  const engine = { version: VERSION, factBase: base.sha256, asOf: base.asOf };
  const record = toRecord(checkArticle(article, base), { engine });
  console.log(JSON.stringify(resultRecordSchema.parse(record)));
`;

test('checks a text', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], { encoding: 'utf8' });
  const record = JSON.parse(output);
  expect(record).toMatchObject({ article: { id: 'mine' }, error: null, engine: { asOf: '2022-05-08' } });
  expect(record.claims[0]).toMatchObject({ label: 'contradicted', line: 1 });
});

test('exports what it says and nothing else', () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "ConfigError",
      "ExtractError",
      "FactBaseError",
      "FetchError",
      "KnownError",
      "LABELS",
      "UsageError",
      "VERSION",
      "articleFromText",
      "articleLineSchema",
      "checkArticle",
      "errorLine",
      "extractArticle",
      "loadFactBase",
      "resultRecordJsonSchema",
      "resultRecordSchema",
      "suggestionFor",
      "toRecord",
    ]
  `);
});

test('the version is that of the package', () => {
  expect(library.VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});
