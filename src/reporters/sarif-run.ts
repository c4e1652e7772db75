/** What stands around the results of a SARIF run: tool, artifacts, notifications. Pure. */
import type { ResultRecord } from '../model.ts';
import { VERSION } from '../version.ts';
import { sourceWords } from './finding-sentences.ts';
import type { BaseInfo } from './reporter.ts';
import type { SarifRule } from './sarif-rules.ts';
import { sarifText } from './sarif-text.ts';

/**
 * Where the source document is: named, relative to a base that nothing defines. It has no address of its own, and GitHub
 * may refuse a file in which URIs of several schemes stand; it asks for an artifact of every location, though.
 */
export interface SourceLocation {
  uri: string;
  uriBaseId: 'SOURCE';
  index: number;
}

/** The beginning of the document, up to the first result. */
export function sarifHead(rules: readonly SarifRule[]): string {
  const start = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' };
  const run = {
    tool: { driver: { name: 'scscheck', semanticVersion: VERSION, rules } },
    // GitHub takes what stands before the slash for the category of the analysis.
    automationDetails: { id: 'scscheck/' },
    columnKind: 'utf16CodeUnits',
  };
  return `${JSON.stringify(start).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

/** The end of the document. `successful` says whether every input could be checked. */
export function sarifTail(artifacts: readonly object[], notifications: readonly object[], successful: boolean): string {
  const invocation = { executionSuccessful: successful, toolExecutionNotifications: notifications };
  return `\n],${JSON.stringify({ artifacts, invocations: [invocation] }).slice(1)}]}\n`;
}

/** `index` is that of its artifact. */
export function sourceLocation({ id, title, date }: BaseInfo['source'], index: number): SourceLocation {
  const name = id ?? `${title ?? 'source'}-${date}`.toLowerCase().replace(/[^a-z\d]+/g, '-');
  return { uri: encodeURIComponent(name), uriBaseId: 'SOURCE', index };
}

export function sourceArtifact({ source }: BaseInfo, location: SourceLocation): object {
  const { title, author, date, url } = source;
  return { location, description: { text: sarifText(sourceWords(source)) }, properties: { title, author, date, url } };
}

export function fileArtifact(location: { uri: string; index: number }, sha256: string | null): object {
  return { location, roles: ['analysisTarget'], ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }) };
}

/** An input that could not be read. */
export function failureNotification({ code, message }: NonNullable<ResultRecord['error']>, uri: string): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri } } }];
  return { ...notification('error', code, message), locations };
}

export function notification(level: 'error' | 'warning', id: string, text: string): object {
  return { level, descriptor: { id }, message: { text: sarifText(text) } };
}
