/**
 * The learned scorer: a linear model over hashed features and a small network beside it (`network.ts`) that say how likely a
 * clause is no claim, or one that the source supports, contradicts or leaves open; and one that nominates the facts a claim
 * is about. It ranks what the readings found and fills gaps; a label still needs a fact, and a facet of the claim that the
 * fact speaks on (`label.ts`). Trained by `src/eval/train-scorer.ts`. Pure.
 */
import type { Candidate } from '../detect/worth.ts';
import { LABELS, type Label } from '../model.ts';
import { type Features, nominationFeatures } from './features.ts';
import { type Network, networkSums } from './network.ts';
import type { NetworkInput } from './network-input.ts';

export const CLASSES = ['none', ...LABELS] as const;

/** Weights as whole numbers from -127 to 127, `classes` for each place of a table of 2 to the power of `bits`. */
export interface Table {
  bits: number;
  classes: number;
  /** What one step of a weight is worth. */
  scale: number;
  bias: number[];
  weights: Int8Array;
}

export interface Scorer {
  note: string;
  labels: Table;
  /** Heard beside the linear model; null where there is none. */
  network: Network | null;
  nominator: Table & { facts: string[] };
  thresholds: Thresholds;
  /** Null: clauses stay as the model of cuts has them. */
  recut: RecutModel | null;
  /** Null: what stands beside a clause tells nothing more of it. */
  rescore: RescoreModel | null;
  /** Raw probability of the label given and the share of such labels that were right, rising. */
  calibration: [raw: number, right: number][];
}

/** Where clauses part that the model of cuts was in doubt of (`recut.ts`): above `least`, a sum over what is seen there. */
export interface RecutModel {
  bias: number;
  weights: readonly number[];
  least: number;
}

/** What a clause is among the others (`rescore.ts`): for each class a sum over what is seen there. */
export interface RescoreModel {
  bias: readonly number[];
  weights: readonly (readonly number[])[];
}

export interface Thresholds {
  /** Log-odds of being a claim at and above which a clause is reported, where an anchor stands near. */
  worth: number;
  /** Log-odds of a clause so surely a claim that those near it are taken for claims at `worth`. */
  anchor: number;
  /** Probability of being contradicted, "no claim" included, below which the scorer alone reports none. */
  contradicted: number;
  /** The same where a reading finds the contradiction too, no higher than that: the two seldom err alike. */
  agreed: number;
}

/** When each place was last counted: cheaper than a set a clause. */
let stamps = new Uint8Array(0);
let stamp = 0;

/** Four weights as one number each, the first in its low byte: one look-up gives them all. */
const packed = new WeakMap<Int8Array, Int32Array>();

function foursOf(weights: Int8Array): Int32Array {
  let fours = packed.get(weights);
  if (fours === undefined) {
    const aligned = weights.byteOffset % 4 === 0 && IS_LITTLE_ENDIAN;
    fours = aligned ? new Int32Array(weights.buffer, weights.byteOffset, weights.length >> 2) : repacked(weights);
    packed.set(weights, fours);
  }
  return fours;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

function repacked(weights: Int8Array): Int32Array {
  const byte = (at: number): number => weights[at]! & 0xff;
  return Int32Array.from(
    { length: weights.length >> 2 },
    (_, i) => byte(4 * i) | (byte(4 * i + 1) << 8) | (byte(4 * i + 2) << 16) | (byte(4 * i + 3) << 24),
  );
}

/** The sums of four classes, which every clause of a text asks for: a loop within the loop would take twice as long. */
function sumsOfFour({ bits, scale, bias, weights }: Table, lists: readonly number[][]): Float64Array {
  const mask = 2 ** bits - 1;
  const fours = foursOf(weights);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const place = list[i]! & mask;
      const four = fours[place]!;
      // Most features were never met in training.
      if (four === 0 || stamps[place] === stamp) continue;
      stamps[place] = stamp;
      a += (four << 24) >> 24;
      b += (four << 16) >> 24;
      c += (four << 8) >> 24;
      d += four >> 24;
    }
  }
  return Float64Array.of(bias[0]! + scale * a, bias[1]! + scale * b, bias[2]! + scale * c, bias[3]! + scale * d);
}

/** The sum of weights of each class; a feature given twice counts once, as in training. */
function sums(table: Table, ...lists: readonly number[][]): Float64Array {
  const { bits, classes, scale, bias, weights } = table;
  const mask = 2 ** bits - 1;
  if (stamps.length <= mask) stamps = new Uint8Array(mask + 1);
  // Small stamps keep the table small, so that it stays at hand; wiping it now and then costs next to nothing.
  if (++stamp === 256) {
    stamps.fill(0);
    stamp = 1;
  }
  if (classes === 4) return sumsOfFour(table, lists);
  const out = new Float64Array(classes);
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const place = list[i]! & mask;
      if (stamps[place] === stamp) continue;
      stamps[place] = stamp;
      const at = place * classes;
      for (let k = 0; k < classes; k++) out[k]! += weights[at + k]!;
    }
  }
  for (let k = 0; k < classes; k++) out[k] = bias[k]! + scale * out[k]!;
  return out;
}

/** Makes sums probabilities, in place. */
export function softmax(sums: Float64Array): Float64Array {
  const top = Math.max(...sums);
  let total = 0;
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp(sums[k]! - top);
  for (let k = 0; k < sums.length; k++) sums[k]! /= total;
  return sums;
}

/** Where logarithms are taken, nothing is less likely than this, and nothing surer than all but this. */
export const LEAST_LIKELY = 1e-4;

/** How likely a clause is no claim, and each label; they add up to 1. */
export type Probabilities = Record<'none' | Label, number>;

/**
 * What the network's sums count for, the linear model's counting for the rest. On passages held out of training, halves have
 * the lowest log-loss; a third or two thirds are hardly worse.
 */
const SHARE = 0.5;

/**
 * Where the linear model holds one class at least this likely the network is not asked: from 0.75 to 0.95 what is asked beyond
 * changes hardly a label of the rounds and groups, at 0.7 more, and seven of ten clauses are spared. Of the former, this has a
 * false alarm less on `dev`, and takes the least time.
 */
const SURE = 0.75;

/** The probabilities of the classes after the sums of the linear model, and of the network where it is asked. */
export function together(linear: Float64Array, network: (() => Float64Array) | null): Probabilities {
  let p = softmax(linear.slice());
  if (network && Math.max(p[0]!, p[1]!, p[2]!, p[3]!) < SURE) {
    const heard = network();
    p = softmax(linear.map((sum, k) => (1 - SHARE) * sum + SHARE * heard[k]!));
  }
  return { none: p[0]!, supported: p[1]!, contradicted: p[2]!, unverified: p[3]! };
}

/**
 * The probabilities of a clause with these features. `input` gives what the network reads of it, and is asked only where it
 * counts; null: the linear model alone.
 */
export function probabilitiesOf(
  features: Features,
  { labels, network }: Scorer,
  input: (() => NetworkInput) | null = null,
): Probabilities {
  const heard = network && input ? () => networkSums(input(), network) : null;
  return together(sums(labels, features.own, features.ruled), heard);
}

/** The facts a clause is likeliest about, likeliest first, at most `most`, with their shares. */
export function nominate(candidate: Candidate, { nominator }: Scorer, most: number): { fact: string; share: number }[] {
  const shares = softmax(sums(nominator, nominationFeatures(candidate)));
  return [...shares]
    .map((share, k) => ({ fact: nominator.facts[k]!, share }))
    .sort((a, b) => b.share - a.share || (a.fact < b.fact ? -1 : 1))
    .slice(0, most);
}

/** Log-odds of being a claim. */
export const worthOf = ({ none }: Probabilities): number => Math.log(Math.max(1e-9, 1 - none) / Math.max(1e-9, none));

/** The share of labels of a raw probability that were right on passages the scorer was not trained on. */
export function calibrated(raw: number, { calibration }: Scorer): number {
  let [low, high] = [calibration[0]!, calibration.at(-1)!];
  for (const point of calibration) {
    if (point[0] <= raw) low = point;
    else {
      high = point;
      break;
    }
  }
  if (raw <= low[0] || high[0] <= low[0]) return low[1];
  return low[1] + (high[1] - low[1]) * Math.min(1, (raw - low[0]) / (high[0] - low[0]));
}
