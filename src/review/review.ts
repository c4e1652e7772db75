/** From a result record to findings: what of it somebody should look at. Pure. */
import type { ClaimRecord, Label, ResultRecord } from '../model.ts';
import type { ClaimPlace, Directive, Excuse, Finding, Notice, Review, Severity } from './finding.ts';
import { fingerprints } from './fingerprint.ts';
import type { Settings } from './settings.ts';
import { type Suppressions, suppressions } from './suppress.ts';

/** Labels from the least to the worst. */
const ORDER: readonly Label[] = ['supported', 'unverified', 'contradicted'];

/** The lines of a file that changed. */
export interface ChangedLines {
  /** Whether any line from `first` to `last` (1-based, both in) changed. */
  touches(first: number, last: number): boolean;
}

export interface ReviewInput {
  record: ResultRecord;
  /** Places of the record's claims, in their order, and the comments of the file; null where it was not checked. */
  file: { places: readonly ClaimPlace[]; directives: readonly Directive[]; notices: readonly Notice[] } | null;
  settings: Settings;
  /** Ids of all facts, those turned off among them. */
  knownFacts: Iterable<string>;
  /** Report of these lines alone; default: of all. */
  changed?: ChangedLines | undefined;
  /** Whether findings get their fingerprints, which take about as long as all the rest; without, they are empty. Default true. */
  fingerprinted?: boolean | undefined;
}

/**
 * The findings of an input, in the order of its claims, and the notices, in the order of the file. Left out are claims
 * whose label has no severity, those below `minConfidence`, on facts turned off, quoted where that is ignored, and on
 * lines that did not change; they are in `hidden`. A suppression is needed where it covers a claim that is not
 * supported, whatever the settings and changes leave out: what another run reports must not be called stale in this one.
 */
export function reviewRecord(input: ReviewInput): Review {
  const { record, file, settings, knownFacts, changed, fingerprinted = true } = input;
  if (file === null) return { record, findings: [], notices: [] };
  const working = suppressions(file.directives, settings.suppressions, new Set(knownFacts));
  const everything = record.claims.map((claim, i) => findingOf(claim, file.places[i]!, settings, working));
  const all = everything.flatMap(({ finding, wanted }) => (wanted ? [finding] : []));
  const left = everything.flatMap(({ finding, wanted }) => (wanted ? [] : [finding]));
  if (fingerprinted) for (const [i, fingerprint] of fingerprints(all).entries()) all[i]!.fingerprint = fingerprint;
  const notices = [...file.notices, ...working.notices()].sort((a, b) => a.line - b.line || a.column - b.column);
  if (!changed) return { record, findings: all, notices, hidden: left };
  const isChanged = ({ place }: Finding): boolean => changed.touches(place.start.line, place.end.line);
  return {
    record,
    findings: all.filter(isChanged),
    notices: notices.filter((notice) => changed.touches(notice.line, lastLine(notice, file.directives))),
    hidden: [...all.filter((finding) => !isChanged(finding)), ...left],
  };
}

/** Whether a finding makes the exit status 1: its label is at or above `failOn` and nothing excuses it. Notices never do. */
export function counts(
  { claim, excuse }: Pick<Finding, 'claim' | 'excuse'>,
  { failOn }: Pick<Settings, 'failOn'>,
): boolean {
  return excuse === null && failOn !== 'never' && ORDER.indexOf(claim.label) >= ORDER.indexOf(failOn);
}

/** The fact that decides a claim; null where none does. */
export function decidingFact({ evidence, label }: Pick<ClaimRecord, 'evidence' | 'label'>): string | null {
  if (label === 'unverified') return null;
  const relation = label === 'contradicted' ? 'contradicts' : 'entails';
  return (evidence.find((one) => one.relation === relation) ?? evidence[0])?.factId ?? null;
}

/** A claim as a finding, and whether the settings want it reported. */
function findingOf(
  claim: ClaimRecord,
  place: ClaimPlace,
  settings: Settings,
  working: Suppressions,
): { finding: Finding; wanted: boolean } {
  const factId = decidingFact(claim);
  const severity: Severity = settings.severity[claim.label];
  // Asked for every claim that is not in order, so that those which cover one are known.
  const asked = claim.label !== 'supported' || severity !== 'off';
  const directive = asked ? working.covering(claim, place, factId) : null;
  const wanted =
    severity !== 'off' &&
    claim.confidence >= settings.minConfidence &&
    !(factId !== null && settings.factsOff.includes(factId)) &&
    !(claim.quoted && settings.quoted === 'ignore');
  const asNote = claim.quoted && settings.quoted === 'note';
  const excuse: Excuse | null = directive
    ? { kind: 'suppressed', reason: directive.reason, line: directive.line }
    : asNote
      ? { kind: 'quoted' }
      : null;
  const shown = asNote || severity === 'off' ? 'note' : severity;
  return { finding: { claim, place, factId, severity: shown, excuse, fingerprint: '' }, wanted };
}

/** A notice on a suppression belongs to the line it covers too: a change there may have made it stale. */
function lastLine(notice: Notice, directives: readonly Directive[]): number {
  const directive = directives.find(({ line, column }) => line === notice.line && column === notice.column);
  return Math.max(notice.endLine, directive?.lastLine ?? 0);
}
