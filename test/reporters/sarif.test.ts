import { describe, expect, test } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { failedRecord } from '../../src/reporters/record.ts';
import type { ReportItem, ReportOptions } from '../../src/reporters/reporter.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { githubSarif, LIMITS } from './github-sarif.ts';
import {
  clean,
  excused,
  failed,
  HOSTILE,
  hostile,
  inDocument,
  many,
  print,
  RATED,
  SCORE,
  TEXT,
  two,
} from './review-samples.ts';
import { BASE, ENGINE } from './samples.ts';
import { SARIF_SCHEMA, schemaErrors } from './sarif-schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: JSON, whose shape the schemas below say
type Document = any;
/** One result fewer than fit. */
const large = many(LIMITS.results - 1);
const sarif = (items: ReportItem[], options: Partial<ReportOptions> = {}): Document =>
  JSON.parse(print(sarifReporter({ base: BASE, ...options }), items));
const resultsOf = (document: Document): Document[] => document.runs[0].results;

const DOCUMENTS: [string, ReportItem[]][] = [
  ['nothing', []],
  ['no findings', [clean]],
  ['all sorts', [two, excused, inDocument, clean, failed]],
  ['hostile text', [hostile]],
  ['more than fit', [large, two]],
];

describe.skipIf(SARIF_SCHEMA === undefined)('by the schema of SARIF 2.1.0', () => {
  const errors = SARIF_SCHEMA === undefined ? () => [] : schemaErrors(SARIF_SCHEMA);
  test.each(DOCUMENTS)('%s is valid', (_, items) => expect(errors(sarif(items))).toEqual([]));
  test('what is broken is not', () => {
    const document = sarif([two]);
    resultsOf(document)[0].locations[0].physicalLocation.region.startLine = 0;
    expect(errors(document)).not.toEqual([]);
  });
});
if (SARIF_SCHEMA === undefined) console.warn('SARIF is not held against its schema: no package here ships it');

describe("by GitHub's requirements", () => {
  test.each(DOCUMENTS)('%s is taken', (_, items) => {
    expect(githubSarif.safeParse(sarif(items)).error?.issues ?? []).toEqual([]);
  });
  test('what it refuses would be found', () => {
    const broken = (change: (run: Document) => void): boolean => {
      const document = sarif([two]);
      change(document.runs[0]);
      return !githubSarif.safeParse(document).success;
    };
    expect(broken(() => {})).toBe(false);
    expect(broken((run) => run.results.push(run.results[0]))).toBe(true);
    expect(broken((run) => delete run.results[0].partialFingerprints)).toBe(true);
    expect(broken((run) => delete run.tool.driver.rules[0].help)).toBe(true);
    expect(broken((run) => (run.results[0].relatedLocations[0].physicalLocation = undefined))).toBe(true);
    expect(broken((run) => (run.results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b'))).toBe(true);
  });
});

test('a region is the very words, in UTF-16 units, behind Chinese text and emoji', () => {
  const lines = TEXT.split('\n');
  const words = resultsOf(sarif([two])).map(({ locations }) => {
    const { startLine, startColumn, endLine, endColumn, snippet } = locations[0].physicalLocation.region;
    expect(endLine).toBe(startLine);
    expect(lines[startLine - 1]!.slice(startColumn - 1, endColumn - 1)).toBe(snippet.text);
    return snippet.text;
  });
  expect(words).toEqual([SCORE, RATED]);
});

test('a result says why, cites the source, and offers a change', () => {
  const [first, second] = resultsOf(sarif([two]));
  expect(first.message.text).toBe(
    'Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8). As of 8 May 2022.',
  );
  expect(first.relatedLocations[0]).toEqual({
    id: 1,
    physicalLocation: { artifactLocation: { uri: 'an-essay-2022-05-08', uriBaseId: 'SOURCE', index: 0 } },
    logicalLocations: [{ name: 'pilots.1.8', fullyQualifiedName: 'an-essay-2022-05-08/pilots.1.8' }],
    message: { text: 'pilots.1.8 in “An essay”, Somebody, 8 May 2022: There is no such score.' },
    properties: { factId: 'no-score', locator: 'pilots.1.8', asOf: '2022-05-08' },
  });
  const [{ replacements, artifactLocation }] = first.fixes[0].artifactChanges;
  expect(artifactLocation.uri).toBe('drafts/a.md');
  const [{ deletedRegion, insertedContent }] = replacements;
  const { startColumn, endColumn } = deletedRegion;
  const line = TEXT.split('\n')[1]!;
  expect(line.slice(0, startColumn - 1) + insertedContent.text + line.slice(endColumn - 1)).toBe(
    line.replace(SCORE, 'nobody in China has a score'),
  );
  expect(second.fixes).toBeUndefined();
  expect(second.message.text).toContain(' Attributed to critics (“say”). In quoted speech. ');
  expect(second.properties).toMatchObject({
    attribution: { source: 'critics', cue: 'say' },
    quoted: true,
    confidence: 0.9,
  });
});

test('the source is quoted where the user has it', () => {
  const record = structuredClone(two);
  record.review!.findings[0]!.claim.evidence[0]!.sourceText = 'As the source has it.';
  const [first] = resultsOf(sarif([record]));
  expect(first.relatedLocations[0].message.text).toMatch(
    /: There is no such score\. In its own words: “As the source has it\.”$/,
  );
});

test('no change is offered where the file has other words than the claim, or no lines', () => {
  const marked = structuredClone(two);
  marked.review!.findings[0]!.place.written = SCORE.replace('China', '*China*');
  for (const item of [marked, inDocument]) expect(resultsOf(sarif([item]))[0].fixes).toBeUndefined();
});

test('what is let be is a suppressed result, or left out; unverified claims and notices have rules', () => {
  const results = resultsOf(sarif([excused]));
  expect(results.map((one) => [one.ruleId, one.level, one.suppressions?.[0].kind, one.baselineState])).toEqual([
    ['no-score', 'error', 'inSource', undefined],
    ['no-score', 'error', 'external', 'unchanged'],
    ['unverified', 'warning', undefined, undefined],
    ['suppression-unused', 'warning', undefined, undefined],
    ['suppression-unused', 'warning', undefined, undefined],
  ]);
  expect(results[0].suppressions[0].justification).toBe('suppressed in line 1: satire');
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('drafts/b%20c%23%C3%A9.md');
  expect(resultsOf(sarif([excused], { withoutExcused: true }))).toEqual(results.slice(2));
});

test('paths are relative to the root of the repository', () => {
  const [first] = resultsOf(sarif([two], { paths: { root: '/repo', cwd: '/repo/texts' } }));
  expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe('texts/drafts/a.md');
});

test('failed inputs are notifications, a thousand of them by name', () => {
  const [invocation] = sarif([clean, failed]).runs[0].invocations;
  expect(invocation).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        level: 'error',
        descriptor: { id: 'not-found' },
        message: { text: 'no such file' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'drafts/gone.md' } } }],
      },
    ],
  });
  const gone = (id: string): ReportItem => ({
    record: failedRecord(id, new FetchError('not-found', HOSTILE), ENGINE),
    contexts: null,
    review: null,
  });
  const [all] = sarif(Array.from({ length: 1003 }, (_, i) => gone(`${i}.md`))).runs[0].invocations;
  expect(all.toolExecutionNotifications).toHaveLength(1001);
  expect(all.toolExecutionNotifications.at(-1).message.text).toBe('3 more inputs could not be read');
});

test('results beyond what GitHub takes are left out and counted', () => {
  const document = sarif([large, two, excused]);
  expect(resultsOf(document)).toHaveLength(LIMITS.results);
  expect(document.runs[0].invocations[0].toolExecutionNotifications).toEqual([
    {
      level: 'warning',
      descriptor: { id: 'results-left-out' },
      message: { text: '6 more findings left out: a run holds 25000, in the order of the inputs' },
    },
  ]);
});
