/** Pairs what was labelled with what was found. */
import type { Attribution, Label, Span } from '../model.ts';
import type { GoldClaim, GoldPassage } from './gold.ts';

/** What scoring needs of a claim the program found; a `CheckedClaim` is one. */
export interface PredictedClaim extends Span {
  label: Label;
  evidence: readonly { locator: string }[];
  attribution?: Attribution | null;
  confidence?: number;
}

/** A labelled claim and the found one that overlaps it, null when none does. */
export interface Row {
  gold: GoldClaim;
  predicted: PredictedClaim | null;
  /** Right label and, unless the label is "unverified", at least one right locator. */
  strict: boolean;
}

/** A passage with its labelled claims paired off, and the found claims left over. */
export interface ScoredPassage {
  passage: GoldPassage;
  rows: Row[];
  spurious: PredictedClaim[];
}

/**
 * Pairs one to one, largest overlap first, ties in the order of the text; a pair needs an overlap of at least
 * half of the shorter span.
 */
export function align(passage: GoldPassage, predicted: readonly PredictedClaim[]): ScoredPassage {
  const spans = passage.claims.map(({ quote }) => {
    const start = passage.text.indexOf(quote);
    return { start, end: start + quote.length };
  });
  const pairs = spans
    .flatMap((g, gold) => predicted.map((p, found) => ({ gold, found, overlap: overlapOf(g, p) })))
    .filter((pair) => pair.overlap > 0)
    .sort((a, b) => b.overlap - a.overlap);
  const foundOf = new Map<number, number>();
  const used = new Set<number>();
  for (const { gold, found } of pairs) {
    if (foundOf.has(gold) || used.has(found)) continue;
    foundOf.set(gold, found);
    used.add(found);
  }
  return {
    passage,
    rows: passage.claims.map((gold, index) => toRow(gold, predicted[foundOf.get(index) ?? -1] ?? null)),
    spurious: predicted.filter((_, index) => !used.has(index)),
  };
}

/** The labelled claim of each span, null where it is none. */
export function goldOf(passage: GoldPassage, spans: readonly Span[]): (GoldClaim | null)[] {
  const clauses = spans.map((span) => ({ ...span, label: 'unverified' as const, evidence: [] }));
  const { rows } = align(passage, clauses);
  return clauses.map((clause) => rows.find((row) => row.predicted === clause)?.gold ?? null);
}

/** Shared length of two spans, 0 when it is less than half of the shorter one. */
function overlapOf(a: Span, b: Span): number {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlap >= 0.5 * Math.min(a.end - a.start, b.end - b.start) ? overlap : 0;
}

function toRow(gold: GoldClaim, predicted: PredictedClaim | null): Row {
  const evidenced =
    gold.label === 'unverified' || (predicted?.evidence ?? []).some((e) => gold.evidence.includes(e.locator));
  return { gold, predicted, strict: predicted?.label === gold.label && evidenced };
}
