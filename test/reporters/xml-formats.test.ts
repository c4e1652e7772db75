import { describe, expect, test } from 'vitest';
import { checkstyleReporter } from '../../src/reporters/checkstyle.ts';
import { forTerminal } from '../../src/reporters/escape.ts';
import { junitReporter } from '../../src/reporters/junit.ts';
import { skippedRecord } from '../../src/reporters/record.ts';
import {
  clean,
  excused,
  failed,
  HOSTILE,
  hostile,
  inDocument,
  print,
  RATED,
  SCORE,
  TEXT,
  two,
} from './review-samples.ts';
import { BASE, ENGINE } from './samples.ts';
import { type Element, parseXml } from './xml.ts';

const META = { id: 'x.md', url: null, title: null, outlet: null, publishedAt: null, language: 'de', sha256: null };
const foreign = { record: skippedRecord(META, ENGINE, 'language'), contexts: null, review: null };
/** What XML can hold of the hostile text. */
const SHOWN = forTerminal(HOSTILE).replace(/\ufffe/g, '\ufffd');

describe('checkstyle', () => {
  const files = (items: Parameters<typeof print>[1]): Element[] =>
    parseXml(print(checkstyleReporter({}), items)).children;

  test('a file with its findings, columns in characters', () => {
    const [file] = files([two]);
    expect(file!.attributes.name).toBe('drafts/a.md');
    const [first, second] = file!.children.map(({ attributes }) => attributes);
    expect(first).toMatchObject({ line: '2', column: '10', severity: 'error', source: 'scscheck.no-score' });
    expect([...TEXT.split('\n')[1]!].slice(Number(second!.column) - 1).join('')).toMatch(new RegExp(`^${RATED}`));
    expect(first!.message).toMatch(/ As of 8 May 2022\. Suggested: “nobody in China has a score”\.$/);
    expect(second!.message).toContain('Attributed to critics (“say”). In quoted speech.');
  });
  test('nothing for a clean file; a line 0 for a failed one; no column in a document', () => {
    expect(files([clean])).toEqual([]);
    const [gone, document] = files([failed, inDocument]).map(({ children }) => children[0]!.attributes);
    expect(gone).toEqual({
      line: '0',
      severity: 'error',
      message: 'not read: no such file (not-found)',
      source: 'scscheck.not-found',
    });
    expect(document).not.toHaveProperty('column');
    expect(document!.message).toContain('Paragraph 2, run 1.');
  });
  test('what is let be is left out, notices are not', () => {
    const [file] = files([excused]);
    expect(file!.children.map(({ attributes }) => [attributes.severity, attributes.source])).toEqual([
      ['warning', 'scscheck.unverified'],
      ['warning', 'scscheck.suppression-unused'],
      ['warning', 'scscheck.suppression-unused'],
    ]);
  });
  test('what an article holds stays text', () => {
    const [file] = files([hostile]);
    expect(file!.attributes.name).toContain('::set-output name=x::y');
    expect(file!.children.map(({ name, children }) => [name, children])).toEqual([
      ['error', []],
      ['error', []],
    ]);
    expect(file!.children[1]!.attributes.message).toBe(SHOWN);
  });
});

describe('junit', () => {
  const suites = (items: Parameters<typeof print>[1]): Element[] =>
    parseXml(print(junitReporter({ base: BASE }), items)).children;

  test('a suite a file, a case a claim', () => {
    const [suite] = suites([two]);
    expect(suite!.attributes).toEqual({ name: 'drafts/a.md', tests: '2', failures: '2', errors: '0', skipped: '0' });
    const [first] = suite!.children;
    expect(first!.attributes).toEqual({
      name: `line 2: “${SCORE}”`,
      classname: 'drafts/a.md',
      file: 'drafts/a.md',
      line: '2',
    });
    const [failure] = first!.children;
    expect(failure!.attributes.type).toBe('no-score');
    expect(failure!.text.split('\n')).toEqual([
      `${failure!.attributes.message} Suggested: “nobody in China has a score”.`,
      'pilots.1.8 in “An essay”, Somebody, 8 May 2022: There is no such score.',
      'intro.2.2 in “An essay”, Somebody, 8 May 2022: There is no such score.',
    ]);
  });
  test('what is let be is skipped, a warning passes with what it says', () => {
    const [suite] = suites([excused]);
    expect(suite!.attributes).toMatchObject({ tests: '5', failures: '0', errors: '0', skipped: '2' });
    expect(suite!.children.map(({ children }) => [children[0]!.name, children[0]!.attributes.message])).toEqual([
      ['skipped', 'suppressed in line 1: satire'],
      ['skipped', 'in the baseline'],
      ['system-out', undefined],
      ['system-out', undefined],
      ['system-out', undefined],
    ]);
  });
  test('a clean file passes, a failed one is an error, one in another language is skipped', () => {
    const cases = suites([clean, failed, foreign]).map(({ attributes, children }) => [
      attributes.name,
      children.map((one) => [one.attributes.name, one.children[0]?.name]),
    ]);
    expect(cases).toEqual([
      ['drafts/clean.md', [['no claims', undefined]]],
      ['drafts/gone.md', [['read', 'error']]],
      ['x.md', [['language', 'skipped']]],
    ]);
    expect(suites([])).toEqual([]);
  });
  test('what an article holds stays text', () => {
    const [suite] = suites([hostile]);
    expect(suite!.children.map((one) => one.children.map(({ name, children }) => [name, children]))).toEqual([
      [['failure', []]],
      [['system-out', []]],
    ]);
    expect(suite!.children[1]!.children[0]!.text).toBe(SHOWN);
  });
});
