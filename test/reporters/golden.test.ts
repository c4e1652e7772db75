/** What each format prints of the same inputs, whole; `vitest -u` writes them anew, for a reader to look through. */
import { expect, test } from 'vitest';
import { checkstyleReporter } from '../../src/reporters/checkstyle.ts';
import { githubReporter } from '../../src/reporters/github.ts';
import { gitlabReporter } from '../../src/reporters/gitlab.ts';
import { junitReporter } from '../../src/reporters/junit.ts';
import { markdownReporter } from '../../src/reporters/markdown.ts';
import { rdjsonReporter } from '../../src/reporters/rdjson.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { VERSION } from '../../src/version.ts';
import { clean, excused, failed, inDocument, print, two } from './review-samples.ts';
import { OPTIONS } from './samples.ts';

const indented = (json: string): string => `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
const plain = (text: string): string => text;

test.each<[string, Reporter, (text: string) => string]>([
  ['sarif.json', sarifReporter(OPTIONS), indented],
  ['rdjson.json', rdjsonReporter(OPTIONS), indented],
  ['gitlab.json', gitlabReporter(OPTIONS), indented],
  ['junit.xml', junitReporter(OPTIONS), plain],
  ['checkstyle.xml', checkstyleReporter(OPTIONS), plain],
  ['github.txt', githubReporter(OPTIONS), plain],
  ['markdown.md', markdownReporter(OPTIONS), plain],
])('%s', async (file, reporter, readable) => {
  const text = print(reporter, [two, excused, inDocument, clean, failed]).replace(`"${VERSION}"`, '"9.9.9"');
  await expect(readable(text)).toMatchFileSnapshot(`../../fixtures/reports/${file}`);
});
