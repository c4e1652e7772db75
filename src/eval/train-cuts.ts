/**
 * Trains the model that says where clauses part, on labelled passages, and writes `claims/models/cuts.json`.
 * Two labelled claims of a sentence part between them, and no claim parts within; elsewhere the rules decide.
 *   npx tsx src/eval/train-cuts.ts [--dry]
 */
import { writeFileSync } from 'node:fs';
import { splitClauses } from '../detect/clauses.ts';
import { cutHits } from '../detect/cut-sides.ts';
import { cutFeatures, isCut } from '../detect/cuts.ts';
import { viewSentences } from '../detect/view.ts';
import { loadFactBase } from '../facts/load.ts';
import { answerOf, claimsAt, spansOf } from './cut-answers.ts';
import type { GoldPassage } from './gold.ts';
import { LEARNING, readSets } from './learning-sets.ts';
import { type Example, score, trainLogistic } from './logistic.ts';
import { passageArticle } from './sets.ts';

/** A stronger penalty than for worth, as places are alike; chosen on the held-out files. */
const FIT = { ridge: 0.0015, minimum: 3, steps: 300 };
/** Files are held out in so many parts. */
const FOLDS = 6;

const base = await loadFactBase();
interface Sample extends Example {
  file: string;
  rule: boolean;
}
const samples: Sample[] = [];
for (const [file, passages] of readSets(LEARNING)) for (const passage of passages) collect(file, passage);

function collect(file: string, passage: GoldPassage): void {
  const spans = spansOf(passage);
  for (const { tokens, hits } of viewSentences(passageArticle(passage), base.concepts)) {
    const claims = claimsAt(spans, tokens);
    splitClauses(tokens, 0, tokens.length, cutHits(hits, base.concepts), (place) => {
      const answer = answerOf(claims, place.left, place.at);
      if (answer === null) return place.rule;
      const features: string[] = [];
      cutFeatures(place, (name) => features.push(name));
      samples.push({ file, rule: place.rule, features: [...new Set(features)], positive: answer });
      return answer;
    });
  }
}

const files = [...new Set(samples.map((s) => s.file))];
let [right, ruleRight, hits, found, wanted, ruleHits, ruleFound] = [0, 0, 0, 0, 0, 0, 0];
const foldOf = new Map(files.map((file, i) => [file, i % FOLDS]));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = trainLogistic(
    samples.filter((s) => foldOf.get(s.file) !== fold),
    FIT,
  );
  for (const s of samples.filter((x) => foldOf.get(x.file) === fold)) {
    const said = isCut(score(model, s.features), s.rule);
    if (said === s.positive) right++;
    if (s.rule === s.positive) ruleRight++;
    if (said) found++;
    if (s.rule) ruleFound++;
    if (s.positive) wanted++;
    if (said && s.positive) hits++;
    if (s.rule && s.positive) ruleHits++;
  }
}
const percent = (x: number): string => (100 * x).toFixed(1);
console.log(
  `${samples.length} places, ${wanted} part; files held out: right ${percent(right / samples.length)}, precision ${percent(hits / found)}, recall ${percent(hits / wanted)}; rules alone ${percent(ruleRight / samples.length)}, ${percent(ruleHits / ruleFound)}, ${percent(ruleHits / wanted)}`,
);
const model = trainLogistic(samples, FIT);
const weights = Object.fromEntries(
  [...model.weights].filter(([, w]) => Math.abs(w) >= 0.02).map(([f, w]) => [f, Number(w.toFixed(3))]),
);
if (!process.argv.includes('--dry')) {
  const out = new URL('../../claims/models/cuts.json', import.meta.url);
  const note = 'trained by src/eval/train-cuts.ts on the learning sets';
  writeFileSync(out, `${JSON.stringify({ note, bias: Number(model.bias.toFixed(3)), weights }, null, 1)}\n`);
}
console.log(`${Object.keys(weights).length} weights`);
