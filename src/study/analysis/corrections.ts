/** The program's codes held against a sample coded by hand, and shares corrected by it. Pure. */
import { FRAMES, type Frame, type Stance } from '../../model.ts';
import type { Correction, Count, ErrorRates, Estimate } from '../model.ts';
import { predictionPowered } from '../statistics/prediction-powered.ts';
import { type ErrorCounts, errorRates, roganGladen } from '../statistics/rogan-gladen.ts';

/** What an article carries, by hand or by the program. */
export type Codes = ReadonlyMap<Frame, Stance>;

/** An article that was coded by hand and by the program. */
export interface CodedTwice {
  truth: Codes;
  predicted: Codes;
  /** Inverse of its chance to be drawn, up to a factor. */
  weight: number;
}

/** The frames whose presence is held against the sample, as measures. */
const CHECKED = FRAMES.map((frame) => ({ frame, measure: `frame:${frame}` }));

/** How the program errs on each frame that was coded by hand; default: all of them were. */
export function errorRatesOf(sample: readonly CodedTwice[], coded: readonly Frame[] = FRAMES): ErrorRates[] {
  if (sample.length === 0) return [];
  return CHECKED.filter(({ frame }) => coded.includes(frame)).map(({ frame, measure }) => {
    const counts = errorsOf(sample, frame);
    return { measure, ...counts, ...errorRates(counts) };
  });
}

function errorsOf(sample: readonly CodedTwice[], frame: Frame): ErrorCounts {
  const counts = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
  for (const { truth, predicted } of sample) {
    if (truth.has(frame)) counts[predicted.has(frame) ? 'truePositive' : 'falseNegative']++;
    else counts[predicted.has(frame) ? 'falsePositive' : 'trueNegative']++;
  }
  return counts;
}

/** The corrected share of a count of a measure; null where the sample says nothing on it. */
export function corrector(rates: readonly ErrorRates[]): (measure: string, k: number, n: number) => Estimate | null {
  const known = new Map(rates.map((rate) => [rate.measure, rate]));
  return (measure, k, n) => {
    const rate = known.get(measure);
    const found = rate ? roganGladen({ k, n }, rate) : null;
    return found && { value: found.value, low: found.low, high: found.high };
  };
}

/** Every share that there are error rates for, over the whole corpus, raw and corrected in both ways; `rawOf` counts each article once. */
export function correctionsOf(
  sample: readonly CodedTwice[],
  rates: readonly ErrorRates[],
  rawOf: (measure: string) => Count,
): Correction[] {
  const correct = corrector(rates);
  if (sample.length === 0) return [];
  const known = new Set(rates.map(({ measure }) => measure));
  return CHECKED.filter(({ measure }) => known.has(measure)).map(({ frame, measure }) => {
    const raw = rawOf(measure);
    const labelled = sample.map(({ truth, predicted, weight }) => ({
      truth: Number(truth.has(frame)),
      predicted: Number(predicted.has(frame)),
      weight,
    }));
    const unlabelled = {
      k: raw.k - labelled.reduce((sum, { predicted }) => sum + predicted, 0),
      n: raw.n - labelled.length,
    };
    const powered = unlabelled.n > 0 && unlabelled.k >= 0 ? predictionPowered(labelled, unlabelled) : null;
    return {
      measure,
      raw,
      roganGladen: correct(measure, raw.k, raw.n),
      predictionPowered: powered && { value: powered.value, low: powered.low, high: powered.high },
    };
  });
}
