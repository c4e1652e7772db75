/** Check results as result records: the stable shape that machine-readable formats print. Pure. */
import { createHash } from 'node:crypto';
import { mergeDates } from '../article/dates-found.ts';
import { lineColumn, lineColumnBehind } from '../article/position.ts';
import type { KnownError } from '../errors.ts';
import type { Article, ArticleMeta, CheckedClaim, CheckResult, ClaimRecord, Evidence, ResultRecord } from '../model.ts';
import { reasonSentence } from './sentences.ts';

export type Engine = ResultRecord['engine'];

export interface RecordOptions {
  /** What did the checking: version of the program, hash and as-of date of the fact base. */
  engine: Engine;
  /** Put the text of articles that are no plain-text files into `article.text`; default false. */
  withText?: boolean | undefined;
  /** The source's own sentence at a locator, where the user gave a copy of the source; default: none. */
  sourceText?: ((locator: string) => string | undefined) | undefined;
}

/**
 * The result record of a checked article, with its frames where they were coded. Every claim has
 * `quote === article.text.slice(start, end)`.
 */
export function toRecord(result: CheckResult, options: RecordOptions): ResultRecord {
  const { article, frames, onTopic } = result;
  const withText = options.withText && !isFileText(article);
  return {
    article: { ...articleFields(article), ...(withText ? { text: article.text } : {}) },
    claims: result.claims.map((claim) => claimRecord(claim, article, options)),
    ...(frames ? { frames: frames.map(({ frame, stance, spans }) => ({ frame, stance, spans: [...spans] })) } : {}),
    // What the gate lets through may still be about something else.
    skipped: onTopic ? null : 'off-topic',
    error: null,
    engine: options.engine,
  };
}

/** The record of an article that was read and turned away before checking: no claims, no error. */
export function skippedRecord(
  meta: ArticleMeta & { sha256: string | null },
  engine: Engine,
  skipped: 'off-topic' | 'language' = 'off-topic',
): ResultRecord {
  return { article: articleFields(meta), claims: [], skipped, error: null, engine };
}

/** The record of an input that could not be read; `id` is its place (a path, a URL, `file:line`). */
export function failedRecord(id: string, error: KnownError, engine: Engine): ResultRecord {
  const unknown = { id, url: null, title: null, outlet: null, publishedAt: null, language: null, sha256: null };
  return {
    article: articleFields(unknown),
    claims: [],
    skipped: null,
    error: { code: error.code, message: error.message },
    engine,
  };
}

function articleFields(meta: ArticleMeta & { sha256: string | null }): ResultRecord['article'] {
  const { id, url, title, outlet, publishedAt, language, sha256 } = meta;
  const { byline = null, country = null } = meta;
  const { dateSource, dateConfidence } = 'dateSource' in meta ? meta : datesOf(publishedAt);
  return {
    id,
    url,
    title,
    byline,
    outlet,
    country,
    publishedAt,
    dateSource: dateSource ?? null,
    dateConfidence: dateConfidence ?? null,
    language,
    copyOf: null,
    sha256,
  };
}

/** The dates of an article that nothing but `publishedAt` is known of; a corpus has many of one day in a row. */
function datesOf(publishedAt: string | null): ReturnType<typeof mergeDates> {
  if (lastDates.publishedAt !== publishedAt) lastDates = { ...mergeDates({ publishedAt }, {}), publishedAt };
  return lastDates;
}
let lastDates: ReturnType<typeof mergeDates> = mergeDates({ publishedAt: null }, {});

function claimRecord(claim: CheckedClaim, article: Article, options: RecordOptions): ClaimRecord {
  const { line, column } = lineColumn(article, claim.start);
  const end = lineColumnBehind(article, claim.end);
  return {
    id: claim.id,
    quote: claim.text,
    start: claim.start,
    end: claim.end,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    label: claim.label,
    confidence: claim.confidence,
    attribution: claim.attribution && { source: claim.attribution.source, cue: claim.attribution.cue },
    rejected: claim.rejected,
    quoted: claim.quoted,
    evidence: claim.evidence.map((evidence) => evidenceRecord(evidence, options)),
    reason: reasonSentence(claim),
    suggestion: null,
  };
}

/** The record of one piece of evidence, with the source's own sentence where there is one. */
export function evidenceRecord(
  evidence: Evidence,
  options: Pick<RecordOptions, 'sourceText'>,
): ClaimRecord['evidence'][number] {
  const { factId, locator, relation, statement } = evidence;
  const sourceText = options.sourceText?.(locator);
  return { factId, locator, relation, statement, ...(sourceText === undefined ? {} : { sourceText }) };
}

/** Whether the article's text is, byte for byte, what was read: then the reader has it already. */
function isFileText(article: Article): boolean {
  if (article.origin) return false;
  return createHash('sha256').update(article.text, 'utf8').digest('hex') === article.sha256;
}
