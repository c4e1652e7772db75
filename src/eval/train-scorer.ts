/**
 * Trains the scorer on the learning sets and the example bank, and writes `claims/models/scorer.json`. What is reported, where
 * clauses part that are in doubt, and calibration come from half of the `learn` sets, each scored by a model that was trained without
 * it, as no reading was tuned on them either; `train-rescore.ts` chooses the rest. Prints what the held-out passages came to.
 *   npx tsx src/eval/train-scorer.ts [--quick]      (--quick: as it was chosen before)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { judge, reportedOf } from '../check.ts';
import type { FactBase } from '../facts/compile.ts';
import { loadFactBase } from '../facts/load.ts';
import { packScorer, type ScorerImage } from '../facts/scorer-image.ts';
import { CLASSES, type Probabilities, type RecutModel, type Scorer, type Table, together } from '../scorer/model.ts';
import { type Network, networkSums } from '../scorer/network.ts';
import { align } from './align.ts';
import type { Example } from './clause-examples.ts';
import { fitsWithout } from './fits.ts';
import { clausesBy, fitRecut, type HeldPassage, holdOut, RECUT_BOUNDS } from './held-out.ts';
import { LEARNING } from './learning-sets.ts';
import { count, measure, total } from './measure.ts';
import { rising } from './rising.ts';
import { BITS, isBesideTrain, isTuned, scorerExamples } from './scorer-examples.ts';
import { type HashedExample, probabilities, type Softmax, trainSoftmax } from './softmax.ts';

/** Size of the table of the nominator: twice as many places as there are features, or near it. */
const FACT_BITS = 13;
const FACT_FIT = { ridge: 1, epochs: 10, rate: 0.1 };
/**
 * The `learn` sets are cut in four, and two of the parts held out in turn: enough to choose by, and all four would take as
 * long again.
 */
const FOLDS = 4;
const HELD = 2;
const out = new URL('../../claims/models/scorer.json', import.meta.url);

const quick = process.argv.includes('--quick');
const fresh = LEARNING.filter((f) => !isTuned(f));
const folds = quick ? [] : Array.from({ length: HELD }, (_, fold) => fresh.filter((_, i) => i % FOLDS === fold));
const fits = fitsWithout([...folds, []]);

const base = await loadFactBase();
const { passages, bank, wrapped, examples, placesOf } = scorerExamples(base);
console.log(
  `${passages.length} passages, ${bank.length} claims of the bank, ${wrapped.length} of them wrapped, ${examples.length} clauses`,
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
  const more = passages.flatMap(({ examples: list }) =>
    list.flatMap((e) => {
      const fitting = base.facts.filter((f) => f.locators.some((l) => e.evidence.includes(l)));
      if (fitting.length === 0) return [];
      probabilities(first, example(e, fitting[0]!.id).features, p);
      const best = fitting.reduce((a, b) => (p[facts.indexOf(b.id)]! > p[facts.indexOf(a.id)]! ? b : a));
      return [example(e, best.id)];
    }),
  );
  const model = trainSoftmax([...sure, ...more], facts.length, 2 ** FACT_BITS, FACT_FIT);
  return { ...tableOf(model, FACT_BITS), facts };
}

const nominator = trainNominator();
console.log('nominator trained');

const probabilitiesIn = (model: Softmax, network: Network, e: Example): Probabilities => {
  const p = new Float64Array(CLASSES.length);
  probabilities(model, placesOf(e), p);
  return together(p.map(Math.log), () => networkSums(e.input, network));
};
const held: HeldPassage[] = [];
for (const [fold, out] of folds.entries()) {
  const { labels, network } = await fits[fold]!;
  for (const passage of passages)
    if (out.includes(passage.file)) held.push(holdOut(passage, base, (e) => probabilitiesIn(labels, network, e)));
  console.log(`fold ${fold + 1} of ${HELD}`);
}

const old = (JSON.parse(readFileSync(out, 'utf8')) as ScorerImage) ?? null;
const identity: Scorer['calibration'] = [
  [0, 0],
  [1, 1],
];
type Thresholds = Scorer['thresholds'];
const trial = (thresholds: Thresholds): FactBase => ({
  ...base,
  scorer: {
    note: '',
    labels: { bits: 0, classes: 4, scale: 1, bias: [], weights: new Int8Array() },
    network: null,
    nominator,
    thresholds,
    recut: null,
    rescore: null,
    calibration: identity,
  },
});
/** What the held-out passages come to, and the raw probability of each label given with whether it was right. */
function come(thresholds: Thresholds, recut: RecutModel | null) {
  const with_ = trial(thresholds);
  const raw: { file: string; p: number; right: boolean }[] = [];
  const counts = held.map((one) => {
    const { passage, article, onTopic, file } = one.passage;
    const clauses = onTopic ? clausesBy(one, recut) : [];
    const found = reportedOf(clauses, thresholds);
    const claims = found.map((clause) => judge(article, clause, with_));
    const aligned = align(passage, claims);
    claims.forEach((claim, i) => {
      const right = aligned.rows.find((row) => row.predicted === claim)?.gold.label === claim.label;
      raw.push({ file, p: found[i]!.probabilities[claim.label], right });
    });
    return count(aligned);
  });
  return { scores: measure(total(counts)), raw };
}

type Scores = ReturnType<typeof measure>;
const percent = (x: number): string => (100 * x).toFixed(1).padStart(5);
/**
 * Share of claim-free passages that must stay clean, on the `learn` sets. Of two settings that find as much within a point, the
 * one that leaves more clean is the better: a false alarm costs more than a claim missed.
 */
const CLEAN = 0.96;
/**
 * What leaves more passages clean than it must is not better than what finds more. What is found and right in the end counts half
 * as much as what is found: by itself it would have every clause reported.
 */
const worthOfScores = ({ detection, strict, noClaimPassagesClean: clean }: Scores): number =>
  (2 * detection.f1 + strict) / 3 - Math.max(0, CLEAN - clean);
function tellFound(setting: string, { detection, strict, noClaimPassagesClean: clean }: Scores): void {
  const found = `${percent(detection.f1)} (${percent(detection.precision)}, ${percent(detection.recall)})`;
  console.log(`${setting}   ${found}  ${percent(strict)} ${percent(clean)}`);
}
let { thresholds, recut, calibration } = old;
const { rescore } = old;
if (!quick) {
  let best = -1;
  console.log('anchor worth   detection F1  strict clean');
  for (const anchor of [0.5, 1, 1.25, 1.75, 2.25]) {
    for (const worth of [-1.25, -1, -0.75, -0.5]) {
      const tried = { ...thresholds, worth, anchor };
      const { scores } = come(tried, null);
      tellFound(`${anchor} ${worth}`, scores);
      const value = worthOfScores(scores);
      if (value > best) [best, thresholds] = [value, tried];
    }
  }
  const { seen, ...fitted } = fitRecut(held);
  console.log(`${seen} places in doubt\nrecut from   detection F1  strict clean`);
  for (const bound of [null, ...RECUT_BOUNDS]) {
    const model = bound === null ? null : { ...fitted, least: bound };
    const { scores } = come(thresholds, model);
    tellFound(`${bound}`, scores);
    const value = worthOfScores(scores);
    if (bound === null || value > best) [best, recut] = [value, model];
  }
  calibration = rising(come(thresholds, recut).raw.filter(({ file }) => isBesideTrain(file)));
}

const { labels, network } = await fits.at(-1)!;
const scorer: Scorer = {
  note: 'trained by src/eval/train-scorer.ts on the learning sets and the example bank',
  thresholds,
  recut,
  rescore,
  calibration,
  labels: tableOf(labels, BITS),
  network,
  nominator,
};
writeFileSync(out, `${JSON.stringify(packScorer(scorer), null, 1)}\n`);
console.log(JSON.stringify({ thresholds, recut, calibration }));
