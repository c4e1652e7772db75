/** Findings as one comment for a pull request, in Markdown. */
import { excusedEntry, failureEntry, fileHeading, findingEntry, noticeEntry } from './finding-entry.ts';
import { reportPath } from './finding-path.ts';
import { excusedWords, failureWords, heldAgainst, leftOutWords, verdictWords } from './finding-sentences.ts';
import { type Shelf, shelf } from './finding-shelf.ts';
import { isExcused, shownFindings } from './finding-shown.ts';
import type { ReportItem, ReportOptions } from './reporter.ts';

/** A line that readers do not see, by which a bot finds its comment to replace it. */
export const COMMENT_MARKER = '<!-- scscheck-comment -->';
/** GitHub takes comments of 65,536 characters; the parts share them so that the rest has 2,000 for itself. */
const FINDINGS = 52_000;
const EXCUSED = 8000;
const FAILURES = 3500;

export interface Comment {
  add(item: ReportItem): void;
  /** The whole comment, never longer than 65,536 UTF-16 units. `asOf` is an ISO date. */
  text(asOf: string): string;
}

/**
 * Gathers a comment: marker, verdict in a line, findings and notices by file, failed inputs, and what was let be, folded.
 * Where there are too many, errors stay before warnings and these before notes, and a line counts what was left out.
 * Memory does not grow with the number of inputs.
 */
export function findingComment({ paths }: Pick<ReportOptions, 'paths'>): Comment {
  const counts = { error: 0, warning: 0, note: 0 };
  const files = { found: 0, read: 0, failed: 0 };
  const excused = { baseline: 0, suppressed: 0 };
  const parts = { findings: shelf(FINDINGS), excused: shelf(EXCUSED), failures: shelf(FAILURES) };
  return {
    add({ record, review }) {
      const path = reportPath(record.article.id, paths);
      if (record.error) {
        files.failed++;
        parts.failures.add({ severity: 'error', heading: '', text: failureEntry(path, failureWords(record.error)) });
        return;
      }
      files.read++;
      const heading = fileHeading(path);
      const found = [
        ...shownFindings(review).map((one) => ({
          severity: one.severity,
          text: findingEntry(one, record.engine.asOf),
        })),
        ...(review?.notices ?? []).map((one) => ({ severity: one.severity, text: noticeEntry(one) })),
      ];
      if (found.length > 0) files.found++;
      for (const { severity, text } of found) {
        counts[severity]++;
        parts.findings.add({ severity, heading, text });
      }
      for (const finding of review?.findings ?? []) {
        if (!isExcused(finding)) continue;
        excused[finding.excuse.kind]++;
        parts.excused.add({ severity: 'note', heading: '', text: excusedEntry(finding, path) });
      }
    },
    text: (asOf) =>
      [
        `${COMMENT_MARKER}\n`,
        `### scscheck: ${verdictWords(counts, files)}\n\n`,
        written(parts.findings),
        leftOut(parts.findings),
        list('', parts.failures),
        excused.baseline + excused.suppressed > 0 ? folded(excusedWords(excused), parts.excused) : '',
        `${heldAgainst(asOf)}\n`,
      ].join(''),
  };
}

function written(part: Shelf): string {
  let last = '';
  return part
    .pieces()
    .map(({ heading, text }) => {
      const above = heading === last ? '' : heading;
      last = heading;
      return above + text;
    })
    .join('');
}

function leftOut(part: Shelf): string {
  return part.leftOut() > 0 ? `${leftOutWords(part.leftOut(), 'a comment holds no more')}.\n\n` : '';
}

function list(before: string, part: Shelf): string {
  if (part.pieces().length === 0) return '';
  const more = part.leftOut() > 0 ? `- and ${part.leftOut()} more\n` : '';
  return `${before}${written(part)}${more}\n`;
}

function folded(summary: string, part: Shelf): string {
  return `${list(`<details><summary>${summary}</summary>\n\n`, part)}</details>\n\n`;
}
