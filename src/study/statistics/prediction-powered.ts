/** Prediction-powered inference: a share from a program's codes of a whole corpus and labels of a sample of it. */
import type { Count, Estimate } from '../model.ts';
import { checkCount } from './count.ts';
import { criticalZ } from './normal.ts';

/** A labelled unit: what it is, 0 or 1, and how the program coded it. */
export interface LabelledUnit {
  truth: number;
  predicted: number;
  /** Proportional to the inverse of its chance to be drawn; 1 by default. */
  weight?: number;
}

export interface PredictionPowered extends Estimate {
  /** The estimate before it is cut to 0 to 1. */
  untruncated: number;
  /** How far the codes are relied on: 0 not at all (the labels alone count), 1 fully. */
  lambda: number;
}

/** A variance under this is the rounding of values that are all the same. */
const LEAST_VARIANCE = 1e-24;

/**
 * The share of positive units, cut to 0 to 1, with a normal interval: the share that the program codes, with its error on
 * the labelled sample taken off (A. N. Angelopoulos et al., 2023), the codes being relied on as far as they help (PPI++,
 * A. N. Angelopoulos, J. C. Duchi and T. Zrnic, 2023), or by the given `lambda`. `unlabelled` counts the program's codes
 * of the corpus without the labelled units. Equals ppi_py's `ppi_mean_ci`; where neither codes nor truth vary lambda is
 * 0, not NaN. Weights make up for a sample that was drawn by strata. Separate estimates of each stratum were tried and
 * cover too little where strata are small (82 % with ten labelled units in each of ten strata, against 93 % by weights).
 * In simulations 95 % intervals covered 93 to 95 % with 100 labelled units and a share of 0.3, and with 400 and a share
 * of 0.05, but 90 % with 100 and 0.05: rare codes need more labels.
 * Null with fewer than two labelled units, nothing unlabelled, or nothing that varies, since an interval without width
 * would say that a few labels settle the matter. `level` is 0.95 by default. Throws a RangeError for
 * what is no count, no level, or a weight that is not above 0.
 */
export function predictionPowered(
  labelled: readonly LabelledUnit[],
  unlabelled: Count,
  { level = 0.95, lambda }: { level?: number; lambda?: number } = {},
): PredictionPowered | null {
  checkCount(unlabelled);
  const z = criticalZ(level);
  if (labelled.length < 2 || unlabelled.n === 0) return null;
  const units = weighted(labelled);
  const used = lambda ?? bestLambda(units, unlabelled);
  const { estimate, variance } = estimateAt(used, units, unlabelled);
  if (variance < LEAST_VARIANCE) return null;
  const reach = z * Math.sqrt(variance);
  const [value, low, high] = [estimate, estimate - reach, estimate + reach].map((x) => Math.min(1, Math.max(0, x)));
  return { value: value!, low: low!, high: high!, untruncated: estimate, lambda: used };
}

type Weighted = Required<LabelledUnit>;

/** Weights that average 1. */
function weighted(labelled: readonly LabelledUnit[]): Weighted[] {
  let sum = 0;
  for (const { weight = 1 } of labelled) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`${weight} is no weight`);
    sum += weight;
  }
  return labelled.map((unit) => ({ ...unit, weight: ((unit.weight ?? 1) * labelled.length) / sum }));
}

/** The estimate that relies on the codes by lambda, and its variance. */
function estimateAt(
  lambda: number,
  units: readonly Weighted[],
  { k, n }: Count,
): { estimate: number; variance: number } {
  const share = k / n;
  const errors = moments(units.map(({ truth, predicted, weight }) => weight * (truth - lambda * predicted)));
  return {
    estimate: lambda * share + errors.mean,
    variance: (lambda ** 2 * share * (1 - share)) / n + errors.variance / units.length,
  };
}

/** The lambda, cut to 0 to 1, at which the variance is least: PPI++, example 6.1, with weights as in ppi_py. */
function bestLambda(units: readonly Weighted[], unlabelled: Count): number {
  const { k, n } = unlabelled;
  const { estimate } = estimateAt(1, units, unlabelled);
  const truths = units.map(({ truth, weight }) => weight * (truth - estimate));
  const codes = units.map(({ predicted, weight }) => weight * (predicted - estimate));
  const [truth, code] = [moments(truths), moments(codes)];
  const covariance = truths.reduce((sum, x, i) => sum + (x - truth.mean) * (codes[i]! - code.mean), 0) / units.length;
  // The variance of the codes is that of labelled and unlabelled units together, n - 1 below.
  const [share, all] = [k / n, units.length + n];
  const between = (code.mean - (share - estimate)) ** 2 * ((units.length * n) / all);
  const variance = (units.length * code.variance + n * share * (1 - share) + between) / (all - 1);
  if (variance < LEAST_VARIANCE) return 0;
  return Math.min(1, Math.max(0, covariance / ((1 + units.length / n) * variance)));
}

/** Mean and variance, n below. */
function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
}
