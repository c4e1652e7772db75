/** How well stated confidence agrees with how often labels are right, and what asking for more of it costs. */
import type { Row, ScoredPassage } from './align.ts';

/** Reported claims of one stretch of confidence. */
export interface Bin {
  from: number;
  to: number;
  claims: number;
  /** Mean confidence stated. */
  stated: number;
  /** Share whose label is right; a claim where none is labelled is wrong. */
  right: number;
}

/** What is left when claims below a confidence are left out. Shares from 0 to 1. */
export interface CurvePoint {
  confidence: number;
  claims: number;
  /** Share of the reported claims whose label is right. */
  precision: number;
  /** Share of the labelled claims that are found and labelled right. */
  recall: number;
  contradictionPrecision: number;
  contradictionRecall: number;
}

export interface Calibration {
  /** Expected calibration error: the mean gap between stated and right, weighed by claims. */
  error: number;
  bins: Bin[];
  curve: CurvePoint[];
}

const BINS = 10;
const POINTS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

interface Said {
  confidence: number;
  label: string;
  gold: Row['gold'] | null;
}

/** The calibration of scored passages; claims without a confidence count as stated with certainty. */
export function calibration(scored: readonly ScoredPassage[]): Calibration {
  const said = scored.flatMap(({ rows, spurious }): Said[] => [
    ...rows.flatMap(({ gold, predicted }) =>
      predicted ? [{ confidence: predicted.confidence ?? 1, label: predicted.label, gold }] : [],
    ),
    ...spurious.map((claim) => ({ confidence: claim.confidence ?? 1, label: claim.label, gold: null })),
  ]);
  const labelled = scored.flatMap((s) => s.rows.map((row) => row.gold));
  const isRight = (s: Said): boolean => s.gold?.label === s.label;
  const bins = Array.from({ length: BINS }, (_, i): Bin => {
    const [from, to] = [i / BINS, (i + 1) / BINS];
    const those = said.filter((s) => s.confidence >= from && (s.confidence < to || i === BINS - 1));
    const mean = (of: (s: Said) => number): number =>
      those.length === 0 ? 0 : those.reduce((sum, s) => sum + of(s), 0) / those.length;
    return {
      from,
      to,
      claims: those.length,
      stated: mean((s) => s.confidence),
      right: mean((s) => Number(isRight(s))),
    };
  });
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const curve = POINTS.map((confidence): CurvePoint => {
    const kept = said.filter((s) => s.confidence >= confidence);
    const right = kept.filter(isRight);
    const alarms = kept.filter((s) => s.label === 'contradicted');
    const hits = alarms.filter(isRight).length;
    return {
      confidence,
      claims: kept.length,
      precision: share(right.length, kept.length),
      recall: share(right.length, labelled.length),
      contradictionPrecision: share(hits, alarms.length),
      contradictionRecall: share(hits, labelled.filter((g) => g.label === 'contradicted').length),
    };
  });
  const error = bins.reduce((sum, b) => sum + share(b.claims, said.length) * Math.abs(b.stated - b.right), 0);
  return { error, bins: bins.filter((b) => b.claims > 0), curve };
}
