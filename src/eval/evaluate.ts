/** Scores a way of checking passages against a labelled set. Pure. */
import { align, type PredictedClaim } from './align.ts';
import { intervals } from './bootstrap.ts';
import {
  BREAKDOWNS,
  type Breakdown,
  breakdown,
  type Confusion,
  confusion,
  errors,
  type Group,
  type Miss,
} from './breakdown.ts';
import { type Calibration, calibration } from './calibration.ts';
import type { GoldPassage } from './gold.ts';
import { type Headline, headlines } from './headlines.ts';
import { count, measure, type Scores, total } from './measure.ts';

/** All that is known of how well a set was checked. Shares run from 0 to 1. */
export interface EvalReport {
  passages: number;
  claims: number;
  /** Labelled claims without a pair do not count here: of the pairs, the share where both or neither name a source. */
  attributionAgreement: number;
  scores: Scores;
  headlines: Record<Headline, number>;
  intervals: Record<Headline, [number, number]>;
  by: Record<Breakdown, Group[]>;
  calibration: Calibration;
  confusion: Confusion;
  errors: Miss[];
}

/**
 * Checks every passage with `check` and scores what it finds (codebook, section 6). The same claims give the same
 * report, intervals included. Throws what `check` throws.
 */
export function evaluate(
  gold: readonly GoldPassage[],
  check: (passage: GoldPassage) => readonly PredictedClaim[],
): EvalReport {
  const scored = gold.map((passage) => align(passage, check(passage)));
  const counts = scored.map(count);
  const scores = measure(total(counts));
  const pairs = scored.flatMap((s) => s.rows).filter((row) => row.predicted !== null);
  const agreeing = pairs.filter((row) => row.gold.attributed === Boolean(row.predicted?.attribution));
  return {
    passages: gold.length,
    claims: scored.reduce((n, s) => n + s.rows.length, 0),
    attributionAgreement: pairs.length ? agreeing.length / pairs.length : 0,
    scores,
    headlines: headlines(scores),
    intervals: intervals(counts),
    by: Object.fromEntries(BREAKDOWNS.map((by) => [by, breakdown(scored, by)])) as EvalReport['by'],
    calibration: calibration(scored),
    confusion: confusion(scored),
    errors: errors(scored),
  };
}
