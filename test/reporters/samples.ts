/** A checked article made by hand, so that what reporters print depends on nothing else. */
import type { Article, CheckedClaim, CheckResult, Reason } from '../../src/model.ts';
import { claimContext, sentenceOf } from '../../src/reporters/context.ts';
import { toRecord } from '../../src/reporters/record.ts';
import type { BaseInfo, ReportItem, ReportOptions, Tally } from '../../src/reporters/reporter.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import type { Review } from '../../src/review/finding.ts';

export const ENGINE = { version: '9.9.9', factBase: 'f'.repeat(64), asOf: '2022-05-08' };

export const BASE: BaseInfo = {
  facts: [
    {
      id: 'no-score',
      statement: 'There is no such score.',
      topic: 'scores',
      clashes: 'Saying that there is one.',
      locators: ['pilots.1.8', 'intro.2.2'],
      asOf: '2022-05-08',
    },
  ],
  source: { title: 'An essay', author: 'Somebody', date: '2022-05-08', url: null },
};

export const OPTIONS: ReportOptions = { width: 60, color: false, quiet: false, base: BASE };

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
    quoted: false,
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
  return { article: source, onTopic: true, sentences, claims: placed };
}

/** Every contradicted claim as an error, every other as a note; nothing excused. */
function reviewOf(source: Article, record: ReportItem['record'], { claims }: CheckResult): Review {
  const places = claimPlaces(source, claims);
  const findings = record.claims.map((one, i) => ({
    claim: one,
    place: places[i]!,
    factId: one.evidence[0]?.factId ?? null,
    severity: one.label === 'contradicted' ? ('error' as const) : ('note' as const),
    excuse: null,
    fingerprint: String(i).padStart(16, '0'),
  }));
  return { record, findings, notices: [] };
}

export function item(source: Article, claims: CheckedClaim[]): ReportItem {
  const checked = result(source, claims);
  const record = toRecord(checked, { engine: ENGINE });
  const contexts = checked.claims.map((one) => claimContext(source.text, sentenceOf(one, checked.sentences), one));
  return { record, contexts, review: reviewOf(source, record, checked) };
}

export function tally(changes: Partial<Tally> = {}): Tally {
  const labels = { supported: 0, contradicted: 0, unverified: 0 };
  return { articles: 1, withoutClaims: 0, failed: 0, labels, asOf: '2022-05-08', ...changes };
}
