/** What every reporter of `check` is: three pure functions whose outputs, joined in order, are the document. */
import type { ClaimRecord, Fact, Label, ResultRecord } from '../model.ts';
import type { Review } from '../review/finding.ts';
import type { Context } from './context.ts';
import type { PathBase } from './finding-path.ts';

/** One input's outcome, as reporters get it. */
export interface ReportItem {
  record: ResultRecord;
  /** Its claims in their sentences, in order; null where they are not to be shown so. */
  contexts: readonly Context[] | null;
  /** Its findings; null for formats that print records alone. */
  review: Review | null;
}

/** What reports say of the fact base. */
export interface BaseInfo {
  facts: readonly Pick<Fact, 'id' | 'statement' | 'topic' | 'clashes' | 'locators' | 'asOf'>[];
  /** The document that locators point into. */
  source: { id?: string; title: string | null; author: string | null; date: string; url: string | null };
}

/** Counts over all inputs; claims that filters hide are not in it. */
export interface Tally {
  articles: number;
  withoutClaims: number;
  failed: number;
  labels: Record<Label, number>;
  /** ISO date on which the fact base describes its subject. */
  asOf: string;
}

export interface ReportOptions {
  /** Columns to wrap at, 40 or more; default 100. */
  width: number;
  /** Whether to use terminal colours; default false. */
  color: boolean;
  /** Leave out articles without claims and the summary; default false. */
  quiet: boolean;
  base: BaseInfo;
  /** What formats for linters make paths relative to; default: they are named as they were given. */
  paths?: PathBase | undefined;
  /** Leave suppressed and old findings out of SARIF too, as GitHub takes them for open alerts; default false. */
  withoutExcused?: boolean | undefined;
}

export interface Reporter {
  head(): string;
  /** `index` counts the inputs from 0. May be empty. */
  item(item: ReportItem, index: number): string;
  tail(tally: Tally): string;
}

/** How many claims have each label. */
export function labelCounts(claims: readonly { label: Label }[]): Record<Label, number> {
  const counts = { supported: 0, contradicted: 0, unverified: 0 };
  for (const { label } of claims) counts[label]++;
  return counts;
}

/** A tally of nothing. */
export function emptyTally(asOf: string): Tally {
  return { articles: 0, withoutClaims: 0, failed: 0, labels: labelCounts([]), asOf };
}

/** Counts one more record into `tally`, in place. */
export function count(tally: Omit<Tally, 'asOf'>, record: Pick<ResultRecord, 'error' | 'claims'>): void {
  if (record.error) {
    tally.failed++;
    return;
  }
  tally.articles++;
  if (record.claims.length === 0) tally.withoutClaims++;
  for (const claim of record.claims) tally.labels[claim.label]++;
}

/** A fact that decides a claim, with all the places that say so. */
export interface DecidingFact {
  factId: string;
  statement: string;
  locators: string[];
  /** The source's own words at the most direct place, where the user gave a copy of the source. */
  source: { locator: string; text: string } | null;
}

/** The facts that decide a claim, each once, the most direct first. */
export function factsOf(claim: ClaimRecord): DecidingFact[] {
  const facts = new Map<string, DecidingFact>();
  for (const { factId, statement, locator, sourceText } of claim.evidence) {
    const fact = facts.get(factId) ?? { factId, statement, locators: [], source: null };
    fact.locators.push(locator);
    if (sourceText !== undefined) fact.source ??= { locator, text: sourceText };
    facts.set(factId, fact);
  }
  return [...facts.values()];
}
