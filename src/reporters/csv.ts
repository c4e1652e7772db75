/** `--format csv`: a row a claim, for spreadsheets and notebooks. */
import type { ClaimRecord, ResultRecord } from '../model.ts';
import { forCsv } from './escape.ts';
import { factsOf, type Reporter } from './reporter.ts';

type Cell = string | number | boolean | null;

const COLUMNS: Record<string, (claim: ClaimRecord, article: ResultRecord['article']) => Cell> = {
  article: (_, article) => article.id,
  url: (_, article) => article.url,
  title: (_, article) => article.title,
  outlet: (_, article) => article.outlet,
  publishedAt: (_, article) => article.publishedAt,
  claim: (claim) => claim.id,
  label: (claim) => claim.label,
  confidence: (claim) => claim.confidence,
  quote: (claim) => claim.quote,
  start: (claim) => claim.start,
  end: (claim) => claim.end,
  line: (claim) => claim.line,
  column: (claim) => claim.column,
  attributedTo: (claim) => claim.attribution?.source ?? null,
  cue: (claim) => claim.attribution?.cue ?? null,
  rejected: (claim) => claim.rejected,
  facts: (claim) =>
    factsOf(claim)
      .map((one) => one.factId)
      .join(' '),
  locators: (claim) => claim.evidence.map((one) => one.locator).join(' '),
  statement: (claim) => claim.evidence[0]?.statement ?? null,
  reason: (claim) => claim.reason,
  byline: (_, article) => article.byline,
  language: (_, article) => article.language,
  dateSource: (_, article) => article.dateSource,
  copyOf: (_, article) => article.copyOf,
  quoted: (claim) => claim.quoted,
  endLine: (claim) => claim.endLine,
  endColumn: (claim) => claim.endColumn,
  suggestion: (claim) => claim.suggestion,
};

/**
 * Writes a header and a row for each claim (RFC 4180: CRLF, quotes doubled), so articles without claims and
 * failed inputs have no row. Where several facts decide a claim, their ids and locators stand in one cell,
 * parted by spaces, and `statement` is that of the first. No cell can start a formula.
 */
export function csvReporter(): Reporter {
  const row = (cells: Cell[]): string => `${cells.map(forCsv).join(',')}\r\n`;
  return {
    head: () => row(Object.keys(COLUMNS)),
    item: ({ record }) =>
      record.claims.map((claim) => row(Object.values(COLUMNS).map((cell) => cell(claim, record.article)))).join(''),
    tail: () => '',
  };
}
