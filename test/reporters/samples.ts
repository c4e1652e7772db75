/** A checked article made by hand, so that what reporters print depends on nothing else. */
import type { Article, CheckedClaim, CheckResult, Reason } from '../../src/model.ts';
import { toRecord } from '../../src/reporters/record.ts';
import type { ReportItem, Tally } from '../../src/reporters/reporter.ts';

export const ENGINE = { version: '9.9.9', factBase: 'f'.repeat(64), asOf: '2022-05-08' };

export const REASON: Reason = {
  code: 'silent',
  factId: null,
  facet: null,
  claimValue: null,
  factValue: null,
  locator: null,
};

export function article(text: string, changes: Partial<Article> = {}): Article {
  return {
    id: 'draft.md',
    url: null,
    title: null,
    outlet: null,
    publishedAt: null,
    language: null,
    text,
    sha256: '0'.repeat(64),
    blocks: [],
    origin: null,
    ...changes,
  };
}

/** A claim on the first place where `quote` stands in `text`. */
export function claim(text: string, quote: string, changes: Partial<CheckedClaim> = {}): CheckedClaim {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  return {
    id: `draft.md#${start}-${end}`,
    start,
    end,
    text: quote,
    sentence: 0,
    attribution: null,
    rejected: false,
    facets: [],
    label: 'unverified',
    confidence: 0.5,
    evidence: [],
    reason: REASON,
    matches: [],
    ...changes,
  };
}

export const CONTRADICTED: Partial<CheckedClaim> = {
  label: 'contradicted',
  confidence: 0.9,
  evidence: [
    { factId: 'no-score', locator: 'pilots.1.8', relation: 'contradicts', statement: 'There is no such score.' },
    { factId: 'no-score', locator: 'intro.2.2', relation: 'contradicts', statement: 'There is no such score.' },
  ],
  reason: { ...REASON, code: 'clash', factId: 'no-score', claimValue: 'everybody has a score', locator: 'pilots.1.8' },
};

/** A result whose sentences are the lines of `text`. */
export function result(source: Article, claims: CheckedClaim[]): CheckResult {
  const sentences = [...source.text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    block: 0,
  }));
  const placed = claims.map((one) => ({
    ...one,
    sentence: sentences.findIndex((sentence) => sentence.start <= one.start && one.end <= sentence.end),
  }));
  return { article: source, sentences, claims: placed };
}

export function item(source: Article, claims: CheckedClaim[]): ReportItem {
  const checked = result(source, claims);
  return { record: toRecord(checked, { engine: ENGINE }), result: checked };
}

export function tally(changes: Partial<Tally> = {}): Tally {
  const labels = { supported: 0, contradicted: 0, unverified: 0 };
  return { articles: 1, withoutClaims: 0, failed: 0, labels, asOf: '2022-05-08', ...changes };
}
