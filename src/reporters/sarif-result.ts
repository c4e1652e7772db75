/** Findings and notices as results of SARIF. Pure. */
import { createHash } from 'node:crypto';
import type { ClaimRecord } from '../model.ts';
import type { Excuse, Finding, Notice } from '../review/finding.ts';
import { CHANGE_WORDS, citationSentence, documentWords, excuseWords, findingMessage } from './finding-sentences.ts';
import { changesFile, isExcused, ruleOf } from './finding-shown.ts';
import type { BaseInfo } from './reporter.ts';
import type { SourceLocation } from './sarif-run.ts';
import { sarifText } from './sarif-text.ts';

/** GitHub shows no more locations of a result. */
const LOCATIONS = 100;

/** What a result refers to. */
export interface SarifContext {
  /** Of the file, as in the run's `artifacts`. */
  artifact: { uri: string; index: number };
  /** Of the source document. */
  source: SourceLocation;
  base: BaseInfo;
  /** ISO date on which the fact base describes its subject. */
  asOf: string;
  ruleIndex: ReadonlyMap<string, number>;
}

type Json = Record<string, unknown>;

/** The result of a finding, excused or not. */
export function findingResult(finding: Finding, context: SarifContext): Json {
  const { claim, place, severity, fingerprint } = finding;
  const { start, end, written, document } = place;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(written === null ? {} : { snippet: { text: written } }),
  };
  const paragraph = document ? { logicalLocations: [{ fullyQualifiedName: documentWords(document) }] } : {};
  const evidence = claim.evidence.slice(0, LOCATIONS - 1);
  return {
    ...ruleReference(ruleOf(finding), context),
    level: severity,
    message: { text: sarifText(findingMessage(finding, context.asOf)) },
    locations: [{ physicalLocation: { artifactLocation: context.artifact, region }, ...paragraph }],
    ...(evidence.length > 0 ? { relatedLocations: evidence.map((one, index) => citation(one, index, context)) } : {}),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    // The surer, the sooner somebody should look.
    rank: Math.round(claim.confidence * 100),
    ...excused(finding),
    ...fixes(finding, region, context),
    properties: {
      label: claim.label,
      confidence: claim.confidence,
      attribution: claim.attribution,
      quoted: claim.quoted,
      rejected: claim.rejected,
      asOf: context.asOf,
    },
  };
}

/** The results of the notices of the file at `path`. */
export function noticeResults(notices: readonly Notice[], path: string, context: SarifContext): Json[] {
  const seen = new Map<string, number>();
  return notices.map(({ code, severity, message, line, column, endLine, endColumn }) => {
    const identity = JSON.stringify([path, code, message]);
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    const hash = createHash('sha256').update(`${identity} ${nth}`).digest('hex');
    const region = { startLine: line, startColumn: column, endLine, endColumn };
    return {
      ...ruleReference(code, context),
      level: severity,
      message: { text: sarifText(message) },
      locations: [{ physicalLocation: { artifactLocation: context.artifact, region } }],
      partialFingerprints: { primaryLocationLineHash: hash.slice(0, 16) },
    };
  });
}

function ruleReference(ruleId: string, { ruleIndex }: SarifContext): Json {
  const index = ruleIndex.get(ruleId);
  return { ruleId, ...(index === undefined ? {} : { ruleIndex: index }) };
}

/** Where the source says so: the document as artifact, the locator as logical location, what it says as message. */
function citation(
  evidence: ClaimRecord['evidence'][number],
  index: number,
  { base, source, asOf }: SarifContext,
): Json {
  const { factId, locator } = evidence;
  return {
    id: index + 1,
    physicalLocation: { artifactLocation: source },
    logicalLocations: [{ name: locator, fullyQualifiedName: `${source.uri}/${locator}` }],
    message: { text: sarifText(citationSentence(evidence, base.source)) },
    properties: { factId, locator, asOf },
  };
}

function excused(finding: Finding): Json {
  if (!isExcused(finding)) return {};
  const kind: Record<Exclude<Excuse['kind'], 'quoted'>, string> = { suppressed: 'inSource', baseline: 'external' };
  const suppression = {
    kind: kind[finding.excuse.kind],
    status: 'accepted',
    justification: sarifText(excuseWords(finding.excuse)),
  };
  return {
    suppressions: [suppression],
    ...(finding.excuse.kind === 'baseline' ? { baselineState: 'unchanged' } : {}),
  };
}

function fixes(finding: Finding, { snippet: _, ...deletedRegion }: Json, { artifact }: SarifContext): Json {
  const { suggestion } = finding.claim;
  if (suggestion === null || !changesFile(finding)) return {};
  const replacements = [{ deletedRegion, insertedContent: { text: suggestion } }];
  return {
    fixes: [{ description: { text: CHANGE_WORDS }, artifactChanges: [{ artifactLocation: artifact, replacements }] }],
  };
}
