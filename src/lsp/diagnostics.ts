/** Findings and notices as an editor shows them. Pure. */
import type { KnownError } from '../errors.ts';
import { findingMessage } from '../reporters/finding-sentences.ts';
import { isExcused, ruleOf } from '../reporters/finding-shown.ts';
import type { Finding, Notice, Severity } from '../review/finding.ts';
import type { Checked } from './engine.ts';
import { type Diagnostic, DiagnosticSeverity, type Range, type TextDocument } from './protocol.ts';

export const SOURCE = 'scscheck';
/** Most diagnostics of a text: more than anybody reads, and few enough for a client to show at once. */
const MOST = 1000;

const SEVERITIES: Record<Exclude<Severity, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** Where a finding stands in the version of the text that it was found in. */
export function rangeOf({ place, claim }: Finding, document: TextDocument): Range {
  const { start, end } = place.file ?? claim;
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The findings to show: all but those let be in the text or in the baseline. */
export const shown = (checked: Checked): Finding[] => checked.findings.filter((finding) => !isExcused(finding));

/** What an editor is to show of a version of a text, in the order of the text. */
export function diagnosticsOf(checked: Checked, document: TextDocument): Diagnostic[] {
  const all = [
    ...shown(checked).map((finding) => findingDiagnostic(finding, checked, document)),
    ...checked.notices.map(noticeDiagnostic),
  ];
  if (checked.hindrance !== null) all.push(atTop(checked.hindrance, DiagnosticSeverity.Information));
  return all
    .slice(0, MOST)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** `data` is what names the finding in later requests. */
export function findingDiagnostic(finding: Finding, checked: Checked, document: TextDocument): Diagnostic {
  const href = finding.factId === null ? null : checked.href(finding.factId);
  return {
    range: rangeOf(finding, document),
    severity: SEVERITIES[finding.severity],
    code: ruleOf(finding),
    ...(href === null ? {} : { codeDescription: { href } }),
    source: SOURCE,
    message: findingMessage(finding, checked.asOf(finding.factId)),
    data: { fact: finding.factId, fingerprint: finding.fingerprint },
  };
}

function noticeDiagnostic({ line, column, endLine, endColumn, severity, code, message }: Notice): Diagnostic {
  return {
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    message,
  };
}

/** What is wrong with a configuration, in the file of the configuration. */
export function problemDiagnostic({ message, hint, place, code }: KnownError): Diagnostic {
  const said = hint === null ? message : `${message} (${hint})`;
  return { ...atTop(said, DiagnosticSeverity.Error, (place?.line ?? 1) - 1), code };
}

function atTop(message: string, severity: DiagnosticSeverity, line = 0): Diagnostic {
  return {
    range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
    severity,
    source: SOURCE,
    message,
  };
}
