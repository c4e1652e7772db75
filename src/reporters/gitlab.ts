/** `--format gitlab`: a Code Quality report, which GitLab shows in merge requests. */
import { createHash } from 'node:crypto';
import { oneLine } from './escape.ts';
import { reportPath } from './finding-path.ts';
import { claimWords, failureWords, findingMessage, suggestionSentence } from './finding-sentences.ts';
import { ruleOf, shownFindings } from './finding-shown.ts';
import type { Reporter, ReportItem, ReportOptions } from './reporter.ts';

const SEVERITIES = { error: 'major', warning: 'minor', note: 'info' } as const;

/**
 * Writes one JSON array, an element for each finding, notice and failed input. Fingerprints are made of path and
 * finding, as GitLab merges elements that share one; they stay when lines move.
 */
export function gitlabReporter(options: Pick<ReportOptions, 'paths'>): Reporter {
  let any = false;
  return {
    head: () => '[',
    item(item) {
      const path = reportPath(item.record.article.id, options.paths);
      const text = issues(item, path).map((one, i) => `${any || i > 0 ? ',' : ''}\n${JSON.stringify(one)}`);
      any ||= text.length > 0;
      return text.join('');
    },
    tail: () => '\n]\n',
  };
}

function issues({ record, review }: ReportItem, path: string): object[] {
  const seen = new Map<string, number>();
  const issue = (
    description: string,
    check_name: string,
    severity: string,
    begin: number,
    identity: string,
  ): object => {
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return {
      description: oneLine(description),
      check_name,
      fingerprint: createHash('sha256')
        .update(JSON.stringify([path, check_name, identity, nth]))
        .digest('hex')
        .slice(0, 32),
      severity,
      location: { path, lines: { begin } },
    };
  };
  if (record.error) return [issue(failureWords(record.error), record.error.code, 'critical', 1, record.error.message)];
  const findings = shownFindings(review).map((finding) => {
    const { claim, severity, place, fingerprint } = finding;
    const message = findingMessage(finding, record.engine.asOf);
    const description = `${claimWords(claim)}. ${message}${suggestionSentence(claim)}`;
    return issue(description, ruleOf(finding), SEVERITIES[severity], place.start.line, fingerprint);
  });
  const notices = (review?.notices ?? []).map(({ code, severity, message, line }) =>
    issue(message, code, SEVERITIES[severity], line, message),
  );
  return [...findings, ...notices];
}
