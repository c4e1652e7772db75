/** `--format github`: workflow commands, of which GitHub Actions makes annotations beside the text. */
import type { Point } from '../review/finding.ts';
import { forGithubData, forGithubLog, forGithubProperty } from './escape-github.ts';
import { reportPath } from './finding-path.ts';
import {
  annotationsWords,
  claimWords,
  failureWords,
  findingMessage,
  findingTitle,
  type SeverityCounts,
  suggestionSentence,
} from './finding-sentences.ts';
import { shownFindings } from './finding-shown.ts';
import type { Reporter, ReportItem, ReportOptions } from './reporter.ts';

/** Annotations of one kind that GitHub makes of a step; it drops the rest. */
const SHOWN = 10;
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

type Place = Pick<Point, 'line'> & Partial<Pick<Point, 'character'>>;

interface Annotation {
  severity: keyof SeverityCounts;
  title: string;
  message: string;
  /** Null for what has no place in a file. */
  path: string | null;
  /** Null where the file has no lines. Notices count other units than characters, so their lines alone are given. */
  from: Place | null;
  to: Place;
}

/**
 * Writes a command for each finding, notice and failed input, up to the ten of each kind that GitHub shows for a step;
 * the others are plain lines of the log, with their places, and a last line counts them. Columns count characters, the
 * last being that behind the claim, and are given where it ends on its first line, as GitHub refuses them otherwise.
 * Nothing from an article can start a command: each line begins with a word of ours, and holds no `##[`.
 */
export function githubReporter(options: Pick<ReportOptions, 'paths'>): Reporter {
  const counts: SeverityCounts = { error: 0, warning: 0, note: 0 };
  return {
    head: () => '',
    item(item) {
      const lines = annotations(item, reportPath(item.record.article.id, options.paths)).map((one) =>
        ++counts[one.severity] <= SHOWN ? command(one) : logLine(one),
      );
      return lines.map((line) => `${line}\n`).join('');
    },
    tail() {
      const more = Object.values(counts).some((count) => count > SHOWN);
      return more ? `scscheck: ${annotationsWords(counts, SHOWN)}\n` : '';
    },
  };
}

function annotations({ record, review }: ReportItem, path: string): Annotation[] {
  if (record.error) {
    const message = `${path} ${failureWords(record.error)}`;
    return [{ severity: 'error', title: 'scscheck', message, path: null, from: null, to: { line: 1 } }];
  }
  const findings = shownFindings(review).map((finding): Annotation => {
    const { claim, place, severity } = finding;
    const said = `${findingMessage(finding, record.engine.asOf)}${suggestionSentence(claim)}`;
    return {
      severity,
      title: findingTitle(finding),
      message: place.file === null ? `${claimWords(claim)}\n${said}` : said,
      path,
      from: place.file === null ? null : place.start,
      to: place.end,
    };
  });
  const notices = (review?.notices ?? []).map(({ severity, code, message, line, endLine }): Annotation => {
    return { severity, title: code, message, path, from: { line }, to: { line: endLine } };
  });
  return [...findings, ...notices];
}

function command({ severity, title, message, path, from, to }: Annotation): string {
  const properties = [
    ...(path === null ? [] : [`file=${forGithubProperty(path)}`]),
    ...(from === null ? [] : [`line=${from.line}`, `endLine=${to.line}`]),
    ...(from?.character && from.line === to.line ? [`col=${from.character}`, `endColumn=${to.character}`] : []),
    `title=${forGithubProperty(title)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${forGithubData(message)}`;
}

function logLine({ severity, title, message, path, from }: Annotation): string {
  const place = [path, from?.line, from?.character].filter((part) => part !== null && part !== undefined).join(':');
  return forGithubLog(`scscheck ${severity}: ${place} ${title}: ${message}`);
}
