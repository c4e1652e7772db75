/** Findings and reviews made by hand. */
import type { Label } from '../../src/model.ts';
import type { Finding, Review } from '../../src/review/finding.ts';
import { ENGINE } from '../reporters/samples.ts';

export interface Made {
  quote: string;
  before?: string;
  after?: string;
  factId?: string | null;
  label?: Label;
  line?: number;
  rejected?: boolean;
}

export function finding(made: Made): Finding {
  const {
    quote,
    before = '',
    after = '',
    factId = 'no-score',
    label = 'contradicted',
    line = 1,
    rejected = false,
  } = made;
  const start = { line, column: 1, character: 1, byte: 1 };
  return {
    claim: {
      id: `draft#${line}`,
      quote,
      start: line * 1000,
      end: line * 1000 + quote.length,
      line,
      column: 1,
      endLine: line,
      endColumn: quote.length + 1,
      label,
      confidence: 0.9,
      attribution: null,
      rejected,
      quoted: false,
      evidence: [],
      reason: '',
      suggestion: null,
    },
    place: { start, end: start, file: null, written: null, lines: quote, before, after, document: null },
    factId,
    severity: 'error',
    excuse: null,
    fingerprint: '',
  };
}

/** The review of a file that was checked and has these findings. */
export function reviewWith(findings: Finding[], changes: Partial<Review['record']> = {}): Review {
  const article = {
    id: 'draft',
    url: null,
    title: null,
    byline: null,
    outlet: null,
    country: null,
    publishedAt: null,
    dateSource: null,
    dateConfidence: null,
    language: null,
    copyOf: null,
    sha256: null,
  };
  const record = { article, claims: [], skipped: null, error: null, engine: ENGINE, ...changes };
  return { record, findings, notices: [] };
}

/** The review of a file whose paragraphs, a sentence each, are findings where they say so with a mark in front. */
export function reviewOfLines(paragraphs: readonly string[]): Review {
  const texts = paragraphs.map((text) => text.replace(/^! /, ''));
  return reviewWith(
    paragraphs.flatMap((text, i) => {
      if (!text.startsWith('! ')) return [];
      const before = texts.slice(0, i).join(' ').slice(-200);
      const after = texts
        .slice(i + 1)
        .join(' ')
        .slice(0, 200);
      return [finding({ quote: texts[i]!, before, after, line: i + 1 })];
    }),
  );
}
