/** The prose of formats for linters: messages of findings, citations, verdicts. What it returns is not escaped. */
import type { ClaimRecord, ResultRecord } from '../model.ts';
import type { Excuse, Finding, Severity } from '../review/finding.ts';
import type { BaseInfo } from './reporter.ts';
import { attributionWords, dateWords, plural } from './sentences.ts';

/** Most characters of an article's words in a message: what a reader takes in, and a log line bears. */
const WORDS = 300;

/** `text` on one line, cut to `most` characters and "…"; never inside a surrogate pair. */
export function shortened(text: string, most: number = WORDS): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const inMarks = (text: string): string => `“${shortened(text)}”`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Why the claim was found, who is said to have made it, whether it is quoted or denied, where it stands in a document
 * without lines, and the date of the source. The first sentence stands by itself, as GitHub shows no more in lists.
 */
export function findingMessage({ claim, place }: Pick<Finding, 'claim' | 'place'>, asOf: string): string {
  const sentences = [claim.reason];
  if (claim.attribution) {
    const { source, cue } = claim.attribution;
    sentences.push(`${capital(attributionWords({ source: shortened(source), cue: shortened(cue) }))}.`);
  }
  if (claim.quoted) sentences.push('In quoted speech.');
  if (claim.rejected) sentences.push('Denied in the text.');
  if (place.document) sentences.push(`${capital(documentWords(place.document))}.`);
  sentences.push(`As of ${dateWords(asOf)}.`);
  return sentences.join(' ');
}

/** "paragraph 3, run 2". */
export function documentWords({ paragraph, run }: { paragraph: number; run: number }): string {
  return `paragraph ${paragraph}, run ${run}`;
}

/** For formats that cannot carry a change: the words to write instead; empty where there are none. */
export function suggestionSentence({ suggestion }: Pick<ClaimRecord, 'suggestion'>): string {
  return suggestion === null ? '' : ` Suggested: ${inMarks(suggestion)}.`;
}

/** The change that a suggestion makes, for formats that carry it. */
export const CHANGE_WORDS = 'Reword the claim to agree with the source';

/** "contradicted (no-score)": what stands above a message. */
export function findingTitle({ claim, factId }: Pick<Finding, 'claim' | 'factId'>): string {
  return `${claim.label}${factId === null ? '' : ` (${factId})`}`;
}

/** "line 3: “every citizen has a score”": a claim's name in a list of tests, or before a message without columns. */
export function claimWords({ line, quote }: Pick<ClaimRecord, 'line' | 'quote'>): string {
  return `line ${line}: ${inMarks(quote)}`;
}

/** "“An essay”, Somebody, 8 May 2022"; "the source of 8 May 2022" where nothing more is known. */
export function sourceWords({ title, author, date }: BaseInfo['source']): string {
  if (title === null) return `the source of ${dateWords(date)}`;
  return [`“${title}”`, ...(author === null ? [] : [author]), dateWords(date)].join(', ');
}

/** What one piece of evidence says and where: "pilots.1.8 in “An essay”, Somebody, 8 May 2022: There is no such score." */
export function citationSentence(evidence: ClaimRecord['evidence'][number], source: BaseInfo['source']): string {
  const own = evidence.sourceText === undefined ? '' : ` In its own words: “${evidence.sourceText}”`;
  return `${evidence.locator} in ${sourceWords(source)}: ${evidence.statement}${own}`;
}

/** "suppressed in line 7: satire", "in the baseline", "in quoted speech". */
export function excuseWords(excuse: Excuse): string {
  if (excuse.kind === 'baseline') return 'in the baseline';
  if (excuse.kind === 'quoted') return 'in quoted speech';
  return `suppressed in line ${excuse.line}${excuse.reason === null ? '' : `: ${shortened(excuse.reason)}`}`;
}

export type SeverityCounts = Record<Exclude<Severity, 'off'>, number>;

/** "2 errors, 1 note"; "nothing to report" where all are 0. */
export function severityWords(counts: SeverityCounts): string {
  const present = (['error', 'warning', 'note'] as const).filter((one) => counts[one] > 0);
  return present.map((one) => plural(counts[one], one)).join(', ') || 'nothing to report';
}

/** One line on a whole run: "2 errors, 1 note in 1 of 3 files; 1 file could not be read". */
export function verdictWords(counts: SeverityCounts, files: { found: number; read: number; failed: number }): string {
  const where = files.found > 0 ? `${files.found} of ${plural(files.read, 'file')}` : plural(files.read, 'file');
  const failed = files.failed > 0 ? `; ${plural(files.failed, 'file')} could not be read` : '';
  return `${capital(severityWords(counts))} in ${where}${failed}`;
}

/** What a comment says of the sources: all findings were held against them, as they were on a day. */
export function heldAgainst(asOf: string): string {
  return `Held against one source, as of ${dateWords(asOf)}.`;
}

/** "3 findings do not count: 2 in the baseline, 1 suppressed". */
export function excusedWords(counts: { baseline: number; suppressed: number }): string {
  const parts = [
    ...(counts.baseline > 0 ? [`${counts.baseline} in the baseline`] : []),
    ...(counts.suppressed > 0 ? [`${counts.suppressed} suppressed`] : []),
  ];
  const all = counts.baseline + counts.suppressed;
  return `${plural(all, 'finding')} ${all === 1 ? 'does' : 'do'} not count: ${parts.join(', ')}`;
}

/** What did not fit into a report: "12 more findings left out: a run holds 25000". */
export function leftOutWords(count: number, why: string): string {
  return `${plural(count, 'more finding')} left out: ${why}`;
}

/** "12 more inputs could not be read". */
export function leftOutFailures(count: number): string {
  return `${plural(count, 'more input')} could not be read`;
}

/** "not read: no such file (not-found)". */
export function failureWords({ code, message }: NonNullable<ResultRecord['error']>): string {
  return `not read: ${message} (${code})`;
}

/** Last line of the log where there are more findings than GitHub shows beside the text. */
export function annotationsWords(counts: SeverityCounts, most: number): string {
  return `${severityWords(counts)}; GitHub shows ${most} of a kind beside the text, the others stand above.`;
}
