/**
 * Trains the model that tells claims from other clauses, on the train sets alone, and writes
 * `claims/models/worth.json`. Each file is scored by a model trained on the others, as they differ in register
 * the way unseen text does; the thresholds are chosen on those scores.
 *   npm run train
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findCandidates } from '../check.ts';
import { worthFeatures } from '../detect/worth.ts';
import { loadFactBase } from '../facts/load.ts';
import { align } from './align.ts';
import { parseGold } from './gold.ts';
import { type Example, score, trainLogistic } from './logistic.ts';
import { passageArticle } from './sets.ts';

const FILES = ['train-1.jsonl', 'train-2.jsonl', 'train-3.jsonl', 'train-4.jsonl'];
/** The share of claim-free passages that must stay clean for a pair of thresholds to be considered. */
const CLEAN = 0.85;
const folder = new URL('../../fixtures/eval/', import.meta.url);
const out = new URL('../../claims/models/worth.json', import.meta.url);

interface Sample extends Example {
  file: number;
  passage: string;
  /** The passage is recognised as on topic, so that the program would come to judge it. */
  onTopic: boolean;
}

const base = await loadFactBase();
const samples: Sample[] = [];
const free = new Set<string>();
let gold = 0;
FILES.forEach((name, file) => {
  for (const passage of parseGold(readFileSync(new URL(name, folder), 'utf8'), name)) {
    const article = passageArticle(passage);
    const onTopic = findCandidates(article, base).candidates.length > 0;
    if (onTopic && passage.claims.length === 0) free.add(passage.id);
    if (onTopic) gold += passage.claims.length;
    const { candidates } = findCandidates(article, base, true);
    const spans = candidates.map(({ proposition: { draft } }) => ({
      ...draft.span,
      label: 'unverified' as const,
      evidence: [],
    }));
    const spurious = new Set(align(passage, spans).spurious);
    spans.forEach((span, i) => {
      samples.push({
        file,
        passage: passage.id,
        onTopic,
        features: worthFeatures(candidates, i),
        positive: !spurious.has(span),
      });
    });
  }
});

/**
 * The lexicons were tuned on these very sets, so that nearly every claim here matches a fact and many elsewhere
 * will not. Each example is therefore seen twice, once without what matching found.
 */
const FROM_MATCHING = /^(match|specific:|no-match-near)/;
function blinded(examples: Sample[]): Example[] {
  return examples.flatMap((e) => [e, { ...e, features: e.features.filter((f) => !FROM_MATCHING.test(f)) }]);
}

const scores = new Float64Array(samples.length);
FILES.forEach((_, file) => {
  const model = trainLogistic(blinded(samples.filter((s) => s.file !== file)));
  samples.forEach((s, i) => {
    if (s.file === file) scores[i] = score(model, s.features);
  });
});
const surest = new Map<string, number>();
samples.forEach((s, i) => void surest.set(s.passage, Math.max(surest.get(s.passage) ?? -Infinity, scores[i]!)));

const percent = (x: number): string => (100 * x).toFixed(1).padStart(5);
/** Pairs this close to the best F1 are as good (its sampling error is wider); the lowest threshold of them misses fewest. */
const TOLERANCE = 0.015;
const pairs: { threshold: number; anchor: number; f1: number }[] = [];
console.log('anchor threshold  precision recall F1  claim-free passages left clean');
for (const anchor of [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]) {
  for (const threshold of [-1.25, -1, -0.75, -0.5, -0.25, 0]) {
    const kept = samples.filter((s, i) => s.onTopic && scores[i]! >= threshold && surest.get(s.passage)! >= anchor);
    const right = kept.filter((s) => s.positive).length;
    const [precision, recall] = [right / kept.length, right / gold];
    const f1 = (2 * precision * recall) / (precision + recall);
    const clean = 1 - new Set(kept.filter((s) => free.has(s.passage)).map((s) => s.passage)).size / free.size;
    console.log(
      `${anchor.toFixed(2).padStart(6)} ${threshold.toFixed(2).padStart(9)}  ${percent(precision)} ${percent(recall)} ${percent(f1)} ${percent(clean)}`,
    );
    if (clean >= CLEAN) pairs.push({ threshold, anchor, f1 });
  }
}
const top = Math.max(...pairs.map((p) => p.f1));
const [best] = pairs.filter((p) => p.f1 >= top - TOLERANCE).sort((a, b) => a.threshold - b.threshold || b.f1 - a.f1);
if (!best) throw new Error('no pair of thresholds leaves enough claim-free passages clean');
const model = trainLogistic(blinded(samples));
const weights = Object.fromEntries(
  [...model.weights].filter(([, w]) => Math.abs(w) >= 0.02).map(([f, w]) => [f, Number(w.toFixed(3))]),
);
const note = `trained on train-1..4 by src/eval/train-worth.ts; thresholds: lowest within 1.5 points of the best F1, file held out by file, of those that leave ${100 * CLEAN} % of claim-free passages clean`;
writeFileSync(
  out,
  `${JSON.stringify({ note, bias: Number(model.bias.toFixed(3)), threshold: best.threshold, anchor: best.anchor, weights }, null, 1)}\n`,
);
console.log(`threshold ${best.threshold}, anchor ${best.anchor}, ${Object.keys(weights).length} weights`);
