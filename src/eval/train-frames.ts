/**
 * Trains the model of frames on the coded sets and writes `claims/models/frames.json`. Thresholds come from passages left
 * out, fold by fold. Prints what the passages left out came to.
 *   npm run train
 */
import { writeFileSync } from 'node:fs';
import { hashOf } from '../detect/words.ts';
import { claimsFolder, loadFactBase } from '../facts/load.ts';
import { compileFrames } from '../frames/base.ts';
import { type SeenSentence, seePassages, stanceFeaturesOf, stanceOf } from '../frames/judge.ts';
import { type FramesModelImage, type FrameTable, logOdds, probability, STANCE_VALUES, WEAK } from '../frames/model.ts';
import { readFrames } from '../frames/read.ts';
import { FRAMES, type Frame, type FrameCode } from '../model.ts';
import { type CodedPassage, codedSets, PLAIN, TAUGHT } from './coded.ts';
import { fitLogistic, type SparseRow, UNKNOWN } from './fit-logistic.ts';
import { scoreFrames } from './frames.ts';
import { codedArticle, readArticle } from './read-coded.ts';

/** Sizes of the tables: twice as many places as there are features, or near it. */
const BITS = { presence: 14, stance: 16 };
/** Features seen fewer times say more of a passage than of frames, mere words the more so. This and the ridge were chosen on held-out passages. */
const MINIMUM = { strong: 3, weak: 5 };
const RIDGE = 2.5;
const FOLDS = 4;
const PARTS = ['own', 'rest', 'words'] as const;
/** The thresholds tried, and how many passages the usual one counts for where a frame is rare. */
const TRIED = Array.from({ length: 27 }, (_, i) => (10 + 2 * i) / 100);
const USUAL = { threshold: 0.36, passages: 10 };
const BESIDE = 3;
const out = new URL('../../claims/models/frames.json', import.meta.url);

interface Row {
  passage: CodedPassage;
  /** The only frame that is known of, where not all are: of an example of the lexicon. */
  only: Frame | null;
  seen: SeenSentence[];
  strong: number[];
  weak: number[];
}

const base = await loadFactBase();
const { entries, lexicon } = readFrames(claimsFolder());
const frames = compileFrames(entries, lexicon, null, '');
const rowsOf = (passage: CodedPassage, only: Frame | null = null, aside = false): Row[] => {
  const article = codedArticle(passage);
  const plain = readArticle(article, base);
  // A passage that was coded is about the system, though it may not name it; an aside stands in an article that is.
  const topical = plain.topical || (passage.frames.length === 0 && !aside);
  const read = topical ? plain : readArticle(article, base, true);
  const seen = seePassages(passage.text, read.about, read.candidates, base, frames).flat();
  if (seen.length === 0) return [];
  const features = (kind: 'strong' | 'weak') => [...new Set(seen.flatMap((sentence) => sentence.features[kind]))];
  return [{ passage, only, seen, strong: features('strong'), weak: features('weak') }];
};
const rows = [...codedSets(TAUGHT).values()].flat().flatMap((passage) => rowsOf(passage));
/** Sentences of articles that say nothing of the system. */
const plain = [...codedSets(PLAIN).values()].flat().flatMap((passage) => rowsOf(passage, null, true));
/** The examples of the lexicon: short texts, of which the one frame is known. */
const examples = entries.flatMap(({ id, frame, examples: { match, rejected, not } }) => {
  const of = (texts: readonly string[], kind: string, frames: CodedPassage['frames']): Row[] =>
    texts.flatMap((text, i) => rowsOf({ id: `${id} ${kind} ${i}`, date: null, text, frames }, frame));
  if (frame === null) return [];
  return [
    ...of(match, 'match', [{ frame, stance: 'advanced' }]),
    ...of(rejected, 'rejected', [{ frame, stance: 'rejected' }]),
    ...of(not, 'not', []),
  ];
});

/** A row of a table from lists of features with their values. */
function sparse(
  lists: readonly (readonly [readonly number[], number])[],
  kept: ReadonlySet<number>,
  bits: number,
): SparseRow {
  const places = new Map<number, number>();
  const mask = 2 ** bits - 1;
  for (const [features, value] of lists)
    for (const feature of features)
      if (kept.has(feature)) places.set(feature & mask, (places.get(feature & mask) ?? 0) + value);
  return { places: Int32Array.from(places.keys()), values: Float64Array.from(places.values()) };
}

/** The features that stand in enough examples. */
function common(examples: readonly (readonly number[])[], least: number): Set<number> {
  const counts = new Map<number, number>();
  for (const features of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= least).map(([f]) => f));
}

function table(examples: SparseRow[], labels: Uint8Array, classes: number, bits: number): FrameTable {
  const { bias, weights } = fitLogistic(examples, labels, classes, 2 ** bits, { ridge: RIDGE });
  const most = weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0);
  const scale = most / 127;
  const whole = Int8Array.from(weights, (w) => Math.round(w / scale));
  return { bits, classes, scale, bias: [...bias], weights: whole };
}

function learn(taught: readonly Row[]): { presence: FrameTable; stance: FrameTable } {
  const kept = new Set([
    ...common(
      taught.map(({ strong }) => strong),
      MINIMUM.strong,
    ),
    ...common(
      taught.map(({ weak }) => weak),
      MINIMUM.weak,
    ),
  ]);
  const presence = taught.map(({ strong, weak }) =>
    sparse(
      [
        [strong, 1],
        [weak, WEAK],
      ],
      kept,
      BITS.presence,
    ),
  );
  const carried = Uint8Array.from(
    taught.flatMap(({ passage, only }) =>
      FRAMES.map((frame) =>
        only === null || only === frame ? Number(passage.frames.some((code) => code.frame === frame)) : UNKNOWN,
      ),
    ),
  );
  const codes = taught.flatMap((row) =>
    row.passage.frames.map(({ frame, stance }) => ({ features: stanceFeaturesOf(row.seen, frame), stance })),
  );
  const keptOf = common(
    codes.map(({ features: { own, rest, words } }) => [...new Set([...own, ...rest, ...words])]),
    MINIMUM.strong,
  );
  const stances = codes.map(({ features }) =>
    sparse(
      PARTS.map((part) => [[...new Set(features[part])], STANCE_VALUES[part]]),
      keptOf,
      BITS.stance,
    ),
  );
  const rejected = Uint8Array.from(codes, ({ stance }) => Number(stance === 'rejected'));
  return {
    presence: table(presence, carried, FRAMES.length, BITS.presence),
    stance: table(stances, rejected, 1, BITS.stance),
  };
}

/** The probability of each frame. */
const probabilities = ({ seen }: Row, presence: FrameTable): number[] =>
  Array.from(
    logOdds(
      seen.map(({ features }) => features),
      { presence },
    ),
    probability,
  );

// Each passage is judged by a model that has not seen it.
const ordered = [...rows].sort((a, b) => hashOf(a.passage.id) - hashOf(b.passage.id));
const leftOut = new Map<string, { p: number[]; codes: (thresholds: readonly number[]) => FrameCode[] }>();
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learn([...ordered.filter((_, i) => i % FOLDS !== fold), ...examples, ...plain]);
  for (const row of ordered.filter((_, i) => i % FOLDS === fold)) {
    const p = probabilities(row, model.presence);
    const codes = (thresholds: readonly number[]): FrameCode[] =>
      FRAMES.filter((_, k) => p[k]! >= thresholds[k]!).map((frame) => ({
        frame,
        stance: stanceOf(row.seen, frame, model),
        spans: [],
      }));
    leftOut.set(row.passage.id, { p, codes });
  }
}

/**
 * The threshold with the highest F1 on passages left out, each taken with those beside it, as a single one is a matter of
 * luck; drawn towards the usual one where the frame is rare.
 */
const thresholds = FRAMES.map((frame, k) => {
  const gold = rows.filter(({ passage }) => passage.frames.some((code) => code.frame === frame));
  const f1s = TRIED.map((threshold) => {
    const said = (row: Row): boolean => leftOut.get(row.passage.id)!.p[k]! >= threshold;
    return (2 * gold.filter(said).length) / (gold.length + rows.filter(said).length);
  });
  const around = (i: number): number => {
    const near = f1s.slice(Math.max(0, i - BESIDE), i + BESIDE + 1);
    return near.reduce((sum, f1) => sum + f1, 0) / near.length;
  };
  const best = TRIED.reduce((top, _, i) => (around(i) > around(top) ? i : top), 0);
  const drawn = (TRIED[best]! * gold.length + USUAL.threshold * USUAL.passages) / (gold.length + USUAL.passages);
  return Math.round(100 * drawn) / 100;
});

const scores = scoreFrames(
  rows.map(({ passage }) => passage),
  ({ id }) => leftOut.get(id)!.codes(thresholds),
);
for (const { frame, gold, said, f1, stance } of scores.frames)
  console.log(`${frame.padEnd(14)} F1 ${f1?.toFixed(3)}  stance ${stance?.toFixed(3)}  gold ${gold} said ${said}`);
console.log(
  `left out: macro-F1 ${scores.macroF1?.toFixed(3)}  alpha ${scores.meanAlpha?.toFixed(3)}  stance ${scores.stance?.toFixed(3)}  (${rows.length} passages)`,
);

const { presence, stance } = learn([...rows, ...examples, ...plain]);
const packed = ({ weights, bias, scale, ...rest }: FrameTable) => ({
  ...rest,
  scale,
  bias: bias.map((b) => Math.round(1e4 * b) / 1e4),
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.length).toString('base64'),
});
const image: FramesModelImage = {
  note: 'Written by src/eval/train-frames.ts (npm run train); not by hand.',
  thresholds,
  presence: packed(presence),
  stance: packed(stance),
};
writeFileSync(out, `${JSON.stringify(image)}\n`);
