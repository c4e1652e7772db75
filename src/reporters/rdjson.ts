/** `--format rdjson`: the diagnostic format of reviewdog. */
import type { Finding, Notice, Point } from '../review/finding.ts';
import { oneLine } from './escape.ts';
import { reportPath } from './finding-path.ts';
import { failureWords, findingMessage, suggestionSentence } from './finding-sentences.ts';
import { changesFile, ruleOf, shownFindings } from './finding-shown.ts';
import type { Reporter, ReportItem, ReportOptions } from './reporter.ts';

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const;

/**
 * Writes one DiagnosticResult: a diagnostic for each finding, notice and failed input, with places in bytes of UTF-8
 * (1-based, the end behind the claim), and what to write instead as a suggestion where it can be put into the file.
 */
export function rdjsonReporter(options: Pick<ReportOptions, 'paths'>): Reporter {
  let any = false;
  return {
    head: () => '{"source":{"name":"scscheck"},"diagnostics":[',
    item(item) {
      const path = reportPath(item.record.article.id, options.paths);
      const text = diagnostics(item, path).map((one, i) => `${any || i > 0 ? ',' : ''}\n${JSON.stringify(one)}`);
      any ||= text.length > 0;
      return text.join('');
    },
    tail: () => '\n]}\n',
  };
}

function diagnostics({ record, review }: ReportItem, path: string): object[] {
  if (record.error) {
    const { code } = record.error;
    return [
      { message: oneLine(failureWords(record.error)), location: { path }, severity: 'ERROR', code: { value: code } },
    ];
  }
  return [
    ...shownFindings(review).map((finding) => diagnostic(finding, path, record.engine.asOf)),
    ...(review?.notices ?? []).map((notice) => noticeDiagnostic(notice, path)),
  ];
}

function diagnostic(finding: Finding, path: string, asOf: string): object {
  const { claim, place, severity } = finding;
  const changes = changesFile(finding);
  const range = { start: position(place.start), end: position(place.end) };
  return {
    message: oneLine(findingMessage(finding, asOf) + (changes ? '' : suggestionSentence(claim))),
    location: { path, ...(place.file === null ? {} : { range }) },
    severity: SEVERITIES[severity],
    code: { value: ruleOf(finding) },
    ...(changes ? { suggestions: [{ range, text: claim.suggestion }] } : {}),
  };
}

/** A notice's columns count UTF-16 units, not bytes, so that its lines alone are given. */
function noticeDiagnostic({ code, severity, message, line, endLine }: Notice, path: string): object {
  const range = { start: { line }, end: { line: endLine } };
  return {
    message: oneLine(message),
    location: { path, range },
    severity: SEVERITIES[severity],
    code: { value: code },
  };
}

const position = ({ line, byte }: Point): object => ({ line, column: byte });
