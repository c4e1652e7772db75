/** `--format sarif`: for code scanning, editors and archives of findings. */
import { pathUri, reportPath } from './finding-path.ts';
import { leftOutFailures, leftOutWords } from './finding-sentences.ts';
import { isExcused } from './finding-shown.ts';
import type { Reporter, ReportItem, ReportOptions } from './reporter.ts';
import { findingResult, noticeResults, type SarifContext } from './sarif-result.ts';
import { sarifRules } from './sarif-rules.ts';
import {
  failureNotification,
  fileArtifact,
  notification,
  sarifHead,
  sarifTail,
  sourceArtifact,
  sourceLocation,
} from './sarif-run.ts';

/** Most results of a run that GitHub takes; it rejects the whole file for one more, and shows 5,000. */
const RESULTS = 25_000;
/** Most failed inputs that are named one by one; the others are counted. */
const FAILURES = 1000;

/**
 * Writes one run of SARIF 2.1.0: a rule for every fact, a result for each finding (those let be carry `suppressions`,
 * unless `withoutExcused`) and each notice, a notification for each failed input. Columns are UTF-16 units, URIs
 * relative. Results are written as they come, so that beyond 25,000 the later ones are left out, however bad, and
 * counted in a notification; memory grows with the number of files that have one.
 */
export function sarifReporter(options: Pick<ReportOptions, 'base' | 'paths' | 'withoutExcused'>): Reporter {
  const { base, paths } = options;
  const rules = sarifRules(base);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const source = sourceLocation(base.source, 0);
  const artifacts = [sourceArtifact(base, source)];
  const notifications: object[] = [];
  let results = 0;
  let leftOut = 0;

  const resultsOf = ({ record, review }: ReportItem, room: number): object[] => {
    const findings = (review?.findings ?? []).filter((one) => !(options.withoutExcused && isExcused(one)));
    const notices = review?.notices ?? [];
    const all = findings.length + notices.length;
    leftOut += Math.max(0, all - room);
    if (all === 0 || room === 0) return [];
    const path = reportPath(record.article.id, paths);
    const artifact = { uri: pathUri(path), index: artifacts.length };
    artifacts.push(fileArtifact(artifact, record.article.sha256));
    const context: SarifContext = { artifact, source, base, asOf: record.engine.asOf, ruleIndex };
    const made = findings.slice(0, room).map((finding) => findingResult(finding, context));
    return [...made, ...noticeResults(notices.slice(0, room - made.length), path, context)];
  };

  return {
    head: () => sarifHead(rules),
    item(item) {
      const { error, article } = item.record;
      if (error && notifications.length < FAILURES) {
        notifications.push(failureNotification(error, pathUri(reportPath(article.id, paths))));
      }
      const made = resultsOf(item, RESULTS - results);
      const text = made.map((result, i) => `${results + i > 0 ? ',' : ''}\n${JSON.stringify(result)}`).join('');
      results += made.length;
      return text;
    },
    tail({ failed }) {
      const unnamed = failed - notifications.length;
      if (unnamed > 0) notifications.push(notification('error', 'failures-left-out', leftOutFailures(unnamed)));
      if (leftOut > 0) {
        const why = `a run holds ${RESULTS}, in the order of the inputs`;
        notifications.push(notification('warning', 'results-left-out', leftOutWords(leftOut, why)));
      }
      return sarifTail(artifacts, notifications, failed === 0);
    },
  };
}
