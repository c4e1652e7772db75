/**
 * Trains the model that says where clauses part, on labelled passages, and writes `claims/models/cuts.json`.
 * Two labelled claims of a sentence part between them, and no claim parts within; elsewhere the rules decide.
 *   npx tsx src/eval/train-cuts.ts [--dry]
 */
import { writeFileSync } from 'node:fs';
import { isCut } from '../detect/cuts.ts';
import { loadFactBase } from '../facts/load.ts';
import { crossedCuts, cutSamples, fitCuts, oddsBy } from './cut-samples.ts';
import { LEARNING, readSets } from './learning-sets.ts';

const samples = cutSamples(await loadFactBase(), readSets(LEARNING));
const percent = (x: number): string => (100 * x).toFixed(1);
const share = (list: readonly boolean[]): string => percent(list.filter(Boolean).length / list.length);
/** What a way of parting comes to. */
function tell(said: readonly boolean[]): string {
  const right = share(samples.map(({ parts }, i) => parts === said[i]));
  const precision = share(samples.flatMap(({ parts }, i) => (said[i] ? [parts] : [])));
  const recall = share(samples.flatMap(({ parts }, i) => (parts ? [said[i]!] : [])));
  return `right ${right}, precision ${precision}, recall ${recall}`;
}

const cuts = crossedCuts(samples);
const held = samples.map(({ file, rule, features }) => isCut(oddsBy(cuts(file), features), rule));
const parting = samples.filter(({ parts }) => parts).length;
console.log(`${samples.length} places, ${parting} part; files held out: ${tell(held)}`);
console.log(`rules alone: ${tell(samples.map(({ rule }) => rule))}`);

const model = fitCuts(samples);
if (!process.argv.includes('--dry')) {
  const out = new URL('../../claims/models/cuts.json', import.meta.url);
  const note = 'trained by src/eval/train-cuts.ts on the learning sets';
  writeFileSync(out, `${JSON.stringify({ note, ...model }, null, 1)}\n`);
}
console.log(`${Object.keys(model.weights).length} weights`);
