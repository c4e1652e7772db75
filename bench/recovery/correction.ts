/** The design whose error rate changes: what the correction by labelled samples makes of its shares. */
import { binomial } from '../../src/study/statistics/draws.ts';
import { type Random, randomFor } from '../../src/study/statistics/random.ts';
import { type ErrorCounts, roganGladen } from '../../src/study/statistics/rogan-gladen.ts';
import { articlesOf, simulate } from './corpus.ts';
import { CHANGED_ERROR, LABELLED } from './designs.ts';

export interface Corrected {
  /** Share as coded and as corrected, of each half. */
  raw: [number, number];
  corrected: [number, number];
  /** Whether the interval of each half holds the true share. */
  held: [boolean, boolean];
}

/** One draw: each half is corrected by a labelled sample of its own. */
export function correct(draw: number): Corrected {
  const { model } = CHANGED_ERROR;
  const random = randomFor(draw, 'correction');
  const { k, n } = articlesOf(simulate(model, random));
  const half = model.periods / 2;
  const sum = (counts: number[], from: number, to: number) => counts.slice(from, to).reduce((a, b) => a + b, 0);
  const [a, b] = [0, half].map((from) => {
    const raw = { k: sum(k, from, from + half), n: sum(n, from, from + half) };
    const estimate = roganGladen(raw, labelled(random, from));
    if (estimate === null) throw new Error('a sample of 400 has no positive, or no negative');
    const share = model.share(from);
    return {
      raw: raw.k / raw.n,
      corrected: estimate.value,
      held: estimate.low <= share && share <= estimate.high,
    };
  });
  return { raw: [a!.raw, b!.raw], corrected: [a!.corrected, b!.corrected], held: [a!.held, b!.held] };
}

function labelled(random: Random, period: number): ErrorCounts {
  const { share, sensitivity, specificity } = CHANGED_ERROR.model;
  const positive = binomial(random, LABELLED, share(period));
  const truePositive = binomial(random, positive, sensitivity!(period));
  const trueNegative = binomial(random, LABELLED - positive, specificity!(period));
  return {
    truePositive,
    falseNegative: positive - truePositive,
    trueNegative,
    falsePositive: LABELLED - positive - trueNegative,
  };
}

/** The share of the bias of raw values that the corrected ones are without: 1 is all of it. */
export function biasRemoved(raw: readonly number[], corrected: readonly number[], truth: number): number {
  const bias = (values: readonly number[]) => Math.abs(values.reduce((a, b) => a + b, 0) / values.length - truth);
  return 1 - bias(corrected) / bias(raw);
}
