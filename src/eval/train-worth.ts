/**
 * Trains the model that tells claims from other clauses, on the train sets alone, and writes
 * `claims/models/worth.json`. Reports what five-fold cross-validation by passage gives at each threshold.
 *   npm run train
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findCandidates } from '../check.ts';
import { worthFeatures } from '../detect/worth.ts';
import { loadFactBase } from '../facts/load.ts';
import { align } from './align.ts';
import { parseGold } from './gold.ts';
import { type Example, fit, score } from './logistic.ts';
import { passageArticle } from './sets.ts';

const FOLDS = 5;
const folder = new URL('../../fixtures/eval/', import.meta.url);
const out = new URL('../../claims/models/worth.json', import.meta.url);

interface Sample extends Example {
  passage: number;
}

const base = await loadFactBase();
const passages = [1, 2, 3, 4].flatMap((n) => parseGold(readFileSync(new URL(`train-${n}.jsonl`, folder), 'utf8'), `train-${n}.jsonl`));
const samples: Sample[] = [];
let gold = 0;
passages.forEach((passage, index) => {
  const article = passageArticle(passage);
  const { candidates } = findCandidates(article, base, true);
  if (candidates.length === 0) return;
  gold += passage.claims.length;
  const spans = candidates.map(({ proposition: { draft } }) => ({ ...draft.span, label: 'unverified' as const, evidence: [] }));
  const spurious = new Set(align(passage, spans).spurious);
  spans.forEach((span, i) => samples.push({ passage: index, features: worthFeatures(candidates, i), positive: !spurious.has(span) }));
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
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fit(blinded(samples.filter((s) => s.passage % FOLDS !== fold)));
  samples.forEach((s, i) => {
    if (s.passage % FOLDS === fold) scores[i] = score(model, s.features);
  });
}
const free = new Set(passages.flatMap((p, i) => (p.claims.length === 0 ? [i] : [])));
console.log(`${samples.length} clauses, ${samples.filter((s) => s.positive).length} claims of ${gold} in passages on topic`);
let best = { threshold: 0, f1: 0 };
for (let threshold = -2; threshold <= 2; threshold += 0.25) {
  const kept = samples.filter((_, i) => scores[i]! >= threshold);
  const right = kept.filter((s) => s.positive).length;
  const [precision, recall] = [right / kept.length, right / gold];
  const f1 = (2 * precision * recall) / (precision + recall);
  const dirty = new Set(kept.filter((s) => free.has(s.passage)).map((s) => s.passage)).size;
  console.log(`${threshold.toFixed(2).padStart(6)}  P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}  claim-free passages left clean ${(100 * (1 - dirty / free.size)).toFixed(1)}`);
  if (f1 > best.f1) best = { threshold, f1 };
}
const model = fit(blinded(samples));
const weights = Object.fromEntries([...model.weights].filter(([, w]) => Math.abs(w) >= 0.02).map(([f, w]) => [f, Number(w.toFixed(3))]));
const note = `trained on train-1..4 by src/eval/train-worth.ts; threshold: best F1 in ${FOLDS}-fold cross-validation by passage`;
writeFileSync(out, `${JSON.stringify({ note, bias: Number(model.bias.toFixed(3)), threshold: best.threshold, weights }, null, 1)}\n`);
console.log(`threshold ${best.threshold}, ${Object.keys(weights).length} weights`);
