/** `--format checkstyle`: XML that many build servers and review bots read. */
import { forXml } from './escape-xml.ts';
import { reportPath } from './finding-path.ts';
import { claimWords, failureWords, findingMessage, suggestionSentence } from './finding-sentences.ts';
import { ruleOf, shownFindings } from './finding-shown.ts';
import type { Reporter, ReportItem, ReportOptions } from './reporter.ts';

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const;

/**
 * Writes a `<file>` for each input with a finding or notice, and for each that failed, as an error in line 0. Columns
 * count characters. No text of an article can end an attribute, and none holds what XML 1.0 does not allow.
 */
export function checkstyleReporter(options: Pick<ReportOptions, 'paths'>): Reporter {
  return {
    head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n',
    item(item) {
      const lines = errors(item);
      if (lines.length === 0) return '';
      const name = forXml(reportPath(item.record.article.id, options.paths));
      return `  <file name="${name}">\n${lines.join('')}  </file>\n`;
    },
    tail: () => '</checkstyle>\n',
  };
}

function errors({ record, review }: ReportItem): string[] {
  if (record.error) return [error({ line: 0 }, 'error', failureWords(record.error), record.error.code)];
  const findings = shownFindings(review).map((finding) => {
    const { claim, place, severity } = finding;
    const message = `${findingMessage(finding, record.engine.asOf)}${suggestionSentence(claim)}`;
    const { line, character } = place.start;
    if (place.file === null) return error({ line }, severity, `${claimWords(claim)}. ${message}`, ruleOf(finding));
    return error({ line, column: character }, severity, message, ruleOf(finding));
  });
  const notices = (review?.notices ?? []).map(({ code, severity, message, line }) =>
    // Without a column, as theirs counts other units than characters.
    error({ line }, severity, message, code),
  );
  return [...findings, ...notices];
}

function error(
  place: { line: number; column?: number },
  severity: keyof typeof SEVERITIES,
  message: string,
  rule: string,
): string {
  const column = place.column === undefined ? '' : ` column="${place.column}"`;
  const source = `scscheck.${forXml(rule)}`;
  return `    <error line="${place.line}"${column} severity="${SEVERITIES[severity]}" message="${forXml(message)}" source="${source}"/>\n`;
}
