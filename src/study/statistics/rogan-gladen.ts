/** Shares corrected for the errors of the program that coded them, as measured on a labelled sample. */
import type { Count, ErrorRates, Estimate } from '../model.ts';
import { shareOf } from './count.ts';
import { criticalZ } from './normal.ts';
import { wilson } from './wilson.ts';

/** The program's codes against the labels. */
export type ErrorCounts = Pick<ErrorRates, 'truePositive' | 'falsePositive' | 'falseNegative' | 'trueNegative'>;

export interface CorrectedShare extends Estimate {
  /** The estimate before it is cut to 0 to 1: one far outside says that the rates do not fit the corpus. */
  untruncated: number;
}

/** Sensitivity and specificity with Wilson intervals; null where the sample has no positive, or no negative, unit. */
export function errorRates(counts: ErrorCounts, level = 0.95): Pick<ErrorRates, 'sensitivity' | 'specificity'> {
  const { positives, negatives } = rightOf(counts);
  return { sensitivity: rate(positives, level), specificity: rate(negatives, level) };
}

/** Of the units that are positive, and of those that are negative: how many the program has right. */
function rightOf({ truePositive, falsePositive, falseNegative, trueNegative }: ErrorCounts) {
  return {
    positives: { k: truePositive, n: truePositive + falseNegative },
    negatives: { k: trueNegative, n: trueNegative + falsePositive },
  };
}

function rate(count: Count, level: number): Estimate | null {
  const interval = wilson(count, level);
  return interval && { value: count.k / count.n, ...interval };
}

/**
 * The share that the raw count stands for (W. J. Rogan and B. Gladen, 1978), cut to 0 to 1, with the interval of Z. Lang
 * and J. Reiczigel (2014), which holds the sampling error of the raw share, the sensitivity and the specificity. With
 * few labelled units the interval need not be centred on the estimate, or hold it. The labelled sample must be drawn
 * without regard to the program's codes, apart from (or as a small part of) what is counted, and err as the corpus does.
 * Null where there is nothing to go by: no cases, no positive or no negative labelled unit, or codes no better than
 * chance (sensitivity + specificity ≤ 1, as counted or as the interval's method shrinks them). `level` is 0.95 by
 * default. Throws a RangeError for what is no count or no level.
 */
export function roganGladen(raw: Count, counts: ErrorCounts, level = 0.95): CorrectedShare | null {
  const { positives, negatives } = rightOf(counts);
  const z = criticalZ(level);
  const [share, sensitivity, specificity] = [shareOf(raw), shareOf(positives), shareOf(negatives)];
  if (share === null || sensitivity === null || specificity === null) return null;
  if (sensitivity + specificity <= 1) return null;
  const interval = langReiczigel(raw, positives, negatives, z);
  if (interval === null) return null;
  const untruncated = (share + specificity - 1) / (sensitivity + specificity - 1);
  return { value: unit(untruncated), low: unit(interval[0]), high: unit(interval[1]), untruncated };
}

/**
 * Equations 6, 7, 16 and 17 of Lang and Reiczigel: z²/2 cases are added to each side of the raw count, one to each side
 * of sensitivity and of specificity, and the interval is moved by a term that offsets the skew. In their equation 4 the
 * last term's factor reads (1 + P)²; it is (1 - P)².
 */
function langReiczigel(raw: Count, positives: Count, negatives: Count, z: number): [number, number] | null {
  const add = (count: Count, each: number): { share: number; variance: number } => {
    const n = count.n + 2 * each;
    const share = (count.k + each) / n;
    return { share, variance: (share * (1 - share)) / n };
  };
  const apparent = add(raw, (z * z) / 2);
  const sensitivity = add(positives, 1);
  const specificity = add(negatives, 1);
  const youden = sensitivity.share + specificity.share - 1;
  if (youden <= 0) return null;
  const share = (apparent.share + specificity.share - 1) / youden;
  const shift = 2 * z * z * (share * sensitivity.variance - (1 - share) * specificity.variance);
  const variance = apparent.variance + share ** 2 * sensitivity.variance + (1 - share) ** 2 * specificity.variance;
  const reach = (z * Math.sqrt(variance)) / youden;
  return [share + shift - reach, share + shift + reach];
}

const unit = (x: number): number => Math.min(1, Math.max(0, x));
