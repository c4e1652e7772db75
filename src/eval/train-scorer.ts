/**
 * Trains the scorer on the learning sets and the example bank, and writes `claims/models/scorer.json`; what is made of its answers
 * stays as it is there and is chosen anew by `train-weighing.ts`. Takes half an hour.
 *   npx tsx src/eval/train-scorer.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadFactBase } from '../facts/load.ts';
import { packScorer, type ScorerImage } from '../facts/scorer-image.ts';
import { CLASSES, type Scorer, type Table } from '../scorer/model.ts';
import type { Example } from './clause-examples.ts';
import { fitNetwork } from './fit-network.ts';
import { BITS, hashed, scorerExamples, shareOf } from './scorer-examples.ts';
import { type HashedExample, probabilities, type Softmax, trainSoftmax } from './softmax.ts';
import { wholeNetwork } from './whole-network.ts';
import { readWordVectors } from './word-vectors.ts';

/** Chosen on held-out sets. */
const FIT = { ridge: 20, epochs: 20, rate: 0.05, drop: 0.5 };
/** Size of the table of the nominator: twice as many places as there are features, or near it. */
const FACT_BITS = 13;
const FACT_FIT = { ridge: 1, epochs: 10, rate: 0.1 };
const out = new URL('../../claims/models/scorer.json', import.meta.url);

const base = await loadFactBase();
const { read, bank, wrapped, examples, placesOf } = scorerExamples(base);
console.log(
  `${examples.length} clauses: ${read.length} of passages, ${bank.length} claims of the bank, ${wrapped.length} of them wrapped`,
);

/** Weights as whole numbers; more than 127 steps are cut off. */
function tableOf(model: Softmax, bits: number): Table {
  const top = model.weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0);
  const scale = Number((Math.min(top, 4) / 127).toPrecision(4));
  const weights = Int8Array.from(model.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  return { bits, classes: model.classes, scale, bias: [...model.bias].map((b) => Number(b.toFixed(4))), weights };
}

/** Trains the nominator: on the bank, then on it and the passages, whose evidence leaves a choice of facts. */
function trainNominator(): Scorer['nominator'] {
  const facts = base.facts.map((f) => f.id);
  const mask = 2 ** FACT_BITS - 1;
  const example = (e: Example, fact: string): HashedExample => ({
    features: Int32Array.from(new Set(e.nomination.map((f) => f & mask))),
    label: facts.indexOf(fact),
    weight: 1,
  });
  const sure = bank.filter((e) => e.fact !== null).map((e) => example(e, e.fact!));
  const first = trainSoftmax(sure, facts.length, 2 ** FACT_BITS, FACT_FIT);
  const p = new Float64Array(facts.length);
  const more = read.flatMap((e) => {
    const fitting = base.facts.filter((f) => f.locators.some((l) => e.evidence.includes(l)));
    if (fitting.length === 0) return [];
    probabilities(first, example(e, fitting[0]!.id).features, p);
    const best = fitting.reduce((a, b) => (p[facts.indexOf(b.id)]! > p[facts.indexOf(a.id)]! ? b : a));
    return [example(e, best.id)];
  });
  const model = trainSoftmax([...sure, ...more], facts.length, 2 ** FACT_BITS, FACT_FIT);
  return { ...tableOf(model, FACT_BITS), facts };
}

const nominator = trainNominator();
console.log('nominator trained');

const labels = tableOf(trainSoftmax(hashed(examples, placesOf), CLASSES.length, 2 ** BITS, FIT), BITS);
console.log('linear model trained');

const told = examples.map((e) => ({ input: e.input, label: e.label, weight: shareOf(e) }));
const network = wholeNetwork(fitNetwork(told, { words: readWordVectors() }));
console.log('network trained');

const old = JSON.parse(readFileSync(out, 'utf8')) as ScorerImage;
const { thresholds, recut, rescore, calibration } = old;
const note = 'trained by src/eval/train-scorer.ts on the learning sets and the example bank';
const scorer: Scorer = { note, thresholds, recut, rescore, calibration, labels, network, nominator };
writeFileSync(out, `${JSON.stringify(packScorer(scorer), null, 1)}\n`);
