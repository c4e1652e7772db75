/** `--format junit`: XML of test results, which every CI system shows. */
import type { ClaimRecord, ResultRecord } from '../model.ts';
import type { Finding } from '../review/finding.ts';
import { forXml } from './escape-xml.ts';
import { reportPath } from './finding-path.ts';
import {
  citationSentence,
  claimWords,
  excuseWords,
  failureWords,
  findingMessage,
  findingTitle,
  suggestionSentence,
} from './finding-sentences.ts';
import { isExcused, ruleOf } from './finding-shown.ts';
import type { BaseInfo, Reporter, ReportItem, ReportOptions } from './reporter.ts';

interface Case {
  name: string;
  line: number | null;
  outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** What stands inside the case. */
  inside: string;
}

/**
 * Writes a `<testsuite>` for each input and in it a case for each claim: an error is a failure, what is let be is
 * skipped, warnings and notes pass with what they say as output. An input without claims is one passing case, a failed
 * one a case with an error, one in another language a skipped case.
 */
export function junitReporter(options: Pick<ReportOptions, 'base' | 'paths'>): Reporter {
  return {
    head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="scscheck">\n',
    item: (item) => suite(reportPath(item.record.article.id, options.paths), casesOf(item, options.base)),
    tail: () => '</testsuites>\n',
  };
}

function suite(path: string, cases: readonly Case[]): string {
  const name = forXml(path);
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const lines = cases.map(({ name: title, line, inside }) => {
    const place = `classname="${name}" file="${name}"${line === null ? '' : ` line="${line}"`}`;
    return `    <testcase name="${forXml(title)}" ${place}>${inside}</testcase>\n`;
  });
  return `  <testsuite name="${name}" ${counts}>\n${lines.join('')}  </testsuite>\n`;
}

function casesOf({ record, review }: ReportItem, base: BaseInfo): Case[] {
  if (record.error) return [failed(record.error)];
  if (record.skipped === 'language') {
    return [{ name: 'language', line: null, outcome: 'skipped', inside: '<skipped message="not in English"/>' }];
  }
  const byClaim = new Map(review?.findings.map((finding) => [finding.claim.id, finding]));
  const claims = record.claims.map((claim) => caseOf(claim, byClaim.get(claim.id), record, base));
  const notices = (review?.notices ?? []).map(({ code, severity, message, line }): Case => {
    const name = `line ${line}: ${code}`;
    if (severity !== 'error') return { name, line, outcome: 'passed', inside: output(message) };
    return { name, line, outcome: 'failure', inside: element('failure', message, code, message) };
  });
  const cases = [...claims, ...notices];
  return cases.length > 0 ? cases : [{ name: 'no claims', line: null, outcome: 'passed', inside: '' }];
}

function failed(error: NonNullable<ResultRecord['error']>): Case {
  const inside = element('error', error.message, error.code, failureWords(error));
  return { name: 'read', line: null, outcome: 'error', inside };
}

function caseOf(claim: ClaimRecord, finding: Finding | undefined, { engine }: ResultRecord, base: BaseInfo): Case {
  const { line } = claim;
  const name = claimWords(claim);
  if (finding === undefined) return { name, line, outcome: 'passed', inside: '' };
  if (isExcused(finding)) {
    return { name, line, outcome: 'skipped', inside: `<skipped message="${forXml(excuseWords(finding.excuse))}"/>` };
  }
  const message = `${findingTitle(finding)}: ${findingMessage(finding, engine.asOf)}`;
  const whole = [
    message + suggestionSentence(claim),
    ...claim.evidence.map((one) => citationSentence(one, base.source)),
  ].join('\n');
  if (finding.severity !== 'error') return { name, line, outcome: 'passed', inside: output(whole) };
  return { name, line, outcome: 'failure', inside: element('failure', message, ruleOf(finding), whole) };
}

const output = (text: string): string => `<system-out>${forXml(text)}</system-out>`;

function element(tag: 'failure' | 'error', message: string, type: string, text: string): string {
  return `<${tag} message="${forXml(message)}" type="${forXml(type)}">${forXml(text)}</${tag}>`;
}
