/**
 * The learned part of frame coding: linear models over hashed features that say how likely a passage carries each frame,
 * and, of a frame it carries, how likely it rejects it. The signs are among the features; where they are unsure the words
 * decide. Trained by `src/eval/train-frames.ts`. Pure.
 */
import { hashOf } from '../detect/words.ts';
import { FRAMES, type Frame } from '../model.ts';
import { mix } from '../scorer/hash.ts';
import type { FrameFeatures } from './features.ts';

/** Weights as whole numbers from -127 to 127, `classes` for each place of a table of 2 to the power of `bits`. */
export interface FrameTable {
  bits: number;
  classes: number;
  /** What one step of a weight is worth. */
  scale: number;
  bias: number[];
  weights: Int8Array;
}

export interface FramesModel {
  note: string;
  /** A class a frame, in the order of `FRAMES`. */
  presence: FrameTable;
  /** One class: the stance is "rejected". */
  stance: FrameTable;
  /** For each frame the probability from which on it is coded; chosen on passages left out of training. */
  thresholds: number[];
}

/** A model as JSON holds it: tables in base64. */
export type FramesModelImage = Omit<FramesModel, 'presence' | 'stance'> &
  Record<'presence' | 'stance', Omit<FrameTable, 'weights'> & { weights: string }>;

/** The model of an image. */
export function unpackModel(image: FramesModelImage): FramesModel {
  const table = ({ weights, ...rest }: FramesModelImage['presence']): FrameTable => {
    const bytes = Buffer.from(weights, 'base64');
    return { ...rest, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  };
  return { ...image, presence: table(image.presence), stance: table(image.stance) };
}

/** What a mere word is worth beside what was understood: chosen on held-out passages among 0.25, 0.3, 0.45 and 1. */
export const WEAK = 0.45;

/** Adds what features weigh for each class; a feature counts once. */
function addWeights(sums: Float64Array, table: FrameTable, features: Iterable<number>, value: number): void {
  const { bits, classes, scale, weights } = table;
  const mask = 2 ** bits - 1;
  for (const feature of new Set(features)) {
    const at = (feature & mask) * classes;
    for (let k = 0; k < classes; k++) sums[k]! += value * scale * weights[at + k]!;
  }
}

/** What a sentence has to make up for when it is taken by itself: chosen on held-out passages among 0, 0.3 and 0.6. */
const ALONE = 0.6;

/**
 * The log-odds of each frame, by what the sentences of a passage show: all of them, or the one that shows it most, as
 * the others of a long passage may speak of other things.
 */
export function logOdds(sentences: readonly FrameFeatures[], model: Pick<FramesModel, 'presence'>): Float64Array {
  const odds = oddsOf(sentences, model);
  if (sentences.length === 1) return odds;
  for (const sentence of sentences)
    oddsOf([sentence], model).forEach((own, k) => {
      odds[k] = Math.max(odds[k]!, own - ALONE);
    });
  return odds;
}

function oddsOf(sentences: readonly FrameFeatures[], { presence }: Pick<FramesModel, 'presence'>): Float64Array {
  const sums = Float64Array.from(presence.bias);
  addWeights(sums, presence, flat(sentences, 'strong'), 1);
  addWeights(sums, presence, flat(sentences, 'weak'), WEAK);
  return sums;
}

function* flat(sentences: readonly FrameFeatures[], kind: keyof FrameFeatures): Generator<number> {
  for (const sentence of sentences) yield* sentence[kind];
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How the signs of a frame stand in a passage. */
export interface SignStances {
  last: 'advanced' | 'rejected' | 'none';
  rejected: number;
  all: number;
}

/** What the stance on a frame is read from. */
export type StanceFeatures = Record<keyof typeof STANCE_VALUES, number[]>;

/**
 * What each part is worth beside the others: how the signs of the frame stand; what was understood, for this frame and for
 * any; and the words in, before and behind the sentences of its signs. Chosen on held-out passages.
 */
export const STANCE_VALUES = { own: 1.5, rest: 0.6, words: 0.3 };

/** What is said of a report says other things of its stance than what is said of the system. */
const REPORTS = 'mythbusting' satisfies Frame;

/** `sentences` are those of the passage, `at` the indices among them that signs of the frame stand in. */
export function stanceFeatures(
  frame: Frame,
  signs: SignStances,
  sentences: readonly FrameFeatures[],
  at: ReadonlySet<number>,
): StanceFeatures {
  const name = hashOf(frame);
  const about = hashOf(frame === REPORTS ? 'of reports' : 'of the system');
  const last = hashOf(`stance of signs ${signs.last}`);
  const share = hashOf(`share rejected ${signs.all === 0 ? 'none' : Math.round((2 * signs.rejected) / signs.all)}`);
  const rest = [...flat(sentences, 'strong')].flatMap((feature) => [mix(feature, name), mix(feature, about)]);
  const behind = Math.max(...at, -1);
  const words = sentences.flatMap(({ weak }, i) => {
    const place = hashOf(at.has(i) ? 'in' : at.size > 0 && i > behind ? 'behind' : 'before');
    return weak.map((feature) => mix(mix(feature, place), about));
  });
  return { own: [last, share, mix(last, name)], rest, words };
}

/** Log-odds of "rejected". */
export function rejectionOdds(features: StanceFeatures, { stance }: Pick<FramesModel, 'stance'>): number {
  const sums = Float64Array.from(stance.bias);
  addWeights(sums, stance, features.own, STANCE_VALUES.own);
  addWeights(sums, stance, features.rest, STANCE_VALUES.rest);
  addWeights(sums, stance, features.words, STANCE_VALUES.words);
  return sums[0]!;
}

/** Whether the passage carries a frame, by the index of the frame and its log-odds. */
export const carries = (k: number, odds: number, { thresholds }: FramesModel): boolean =>
  probability(odds) >= thresholds[k]!;

/** The index of a frame in the tables. */
export const frameIndex = (frame: Frame): number => FRAMES.indexOf(frame);
