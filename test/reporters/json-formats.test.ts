import { describe, expect, test } from 'vitest';
import { gitlabReporter } from '../../src/reporters/gitlab.ts';
import { rdjsonReporter } from '../../src/reporters/rdjson.ts';
import {
  clean,
  excused,
  failed,
  hostile,
  inDocument,
  many,
  NOTICE,
  print,
  RATED,
  SCORE,
  TEXT,
  two,
} from './review-samples.ts';

type Items = Parameters<typeof print>[1];
// biome-ignore lint/suspicious/noExplicitAny: JSON, whose shape the tests say
type Json = any;

describe('rdjson', () => {
  const parsed = (items: Items): Json => JSON.parse(print(rdjsonReporter({}), items));

  test('places count bytes, and the end is behind the claim', () => {
    const bytes = Buffer.from(TEXT.split('\n')[1]!);
    const words = parsed([two]).diagnostics.map(({ location }: Json) => {
      const { start, end } = location.range;
      expect([start.line, end.line]).toEqual([2, 2]);
      return bytes.subarray(start.column - 1, end.column - 1).toString();
    });
    expect(words).toEqual([SCORE, RATED]);
  });
  test('a diagnostic has severity, rule and a suggestion where it fits', () => {
    const { source, diagnostics } = parsed([two]);
    expect(source).toEqual({ name: 'scscheck' });
    const [first, second] = diagnostics;
    expect(first).toMatchObject({ severity: 'ERROR', code: { value: 'no-score' }, location: { path: 'drafts/a.md' } });
    expect(first.suggestions).toEqual([{ range: first.location.range, text: 'nobody in China has a score' }]);
    expect(second).not.toHaveProperty('suggestions');
    expect(second.message).toContain('Attributed to critics (“say”). In quoted speech. As of 8 May 2022.');
  });
  test('documents have no range, notices lines alone, failed inputs neither', () => {
    const [document, unverified, notice, , gone] = parsed([inDocument, clean, excused, failed]).diagnostics;
    expect(document.location).toEqual({ path: 'drafts/a.docx' });
    expect(document.message).toMatch(/ Paragraph 2, run 1\. .* Suggested: “x”\.$/);
    expect([unverified.severity, unverified.code.value]).toEqual(['WARNING', 'unverified']);
    expect(notice).toEqual({
      message: NOTICE.message,
      location: { path: 'drafts/b c#é.md', range: { start: { line: 1 }, end: { line: 1 } } },
      severity: 'WARNING',
      code: { value: NOTICE.code },
    });
    expect(gone).toEqual({
      message: 'not read: no such file (not-found)',
      location: { path: 'drafts/gone.md' },
      severity: 'ERROR',
      code: { value: 'not-found' },
    });
  });
  test('nothing found is an empty list; hostile text is text', () => {
    expect(parsed([]).diagnostics).toEqual([]);
    expect(parsed([clean]).diagnostics).toEqual([]);
    expect(parsed([clean, hostile]).diagnostics).toHaveLength(2);
  });
});

describe('gitlab', () => {
  const parsed = (items: Items): Json[] => JSON.parse(print(gitlabReporter({}), items));

  test('an element has what GitLab asks for', () => {
    const [first] = parsed([two]);
    expect(first).toEqual({
      description:
        `line 2: “${SCORE}”. Says “everybody has a score”; the source says otherwise: There is no such score ` +
        '(pilots.1.8). As of 8 May 2022. Suggested: “nobody in China has a score”.',
      check_name: 'no-score',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'drafts/a.md', lines: { begin: 2 } },
    });
  });
  test('fingerprints differ between claims, files and notices, and stay when lines move', () => {
    const copy = structuredClone(two);
    copy.record.article.id = 'drafts/copy.md';
    const all = parsed([two, copy, excused, many(50), failed]);
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
    const moved = structuredClone(two);
    for (const { place } of moved.review!.findings) place.start.line += 7;
    expect(parsed([moved]).map(({ fingerprint }) => fingerprint)).toEqual(
      parsed([two]).map(({ fingerprint }) => fingerprint),
    );
  });
  test('what is let be is left out; failed inputs and notices are elements; hostile text is text', () => {
    expect(parsed([excused, failed]).map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ['unverified', 'minor'],
      ['suppression-unused', 'minor'],
      ['suppression-unused', 'minor'],
      ['not-found', 'critical'],
    ]);
    expect(parsed([clean])).toEqual([]);
    expect(parsed([hostile])).toHaveLength(2);
  });
});
