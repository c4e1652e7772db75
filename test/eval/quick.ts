/**
 * Scores the TypeScript sources as they stand, without a build:
 *   npx tsx test/eval/quick.ts [train|groups|dev|FILE.jsonl…] [--errors] [--by rule|locator|attribution|rejection|group]
 *                              [--locator blacklists] [--rule r7] [--grep WORD] [--json]
 * --topic takes every passage to be on topic, as half of train-1 and train-2 never name the system.
 * Errors of the train set are listed; those of any other set only with --errors, else counted.
 * --locator, --rule and --grep narrow the errors listed to those whose gold or given locators begin so, whose
 * gold comment names the rule, or whose quote holds the word.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PredictedClaim } from '../../src/eval/align.ts';
import { BREAKDOWNS, type Miss } from '../../src/eval/breakdown.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import { type GoldPassage, parseGold } from '../../src/eval/gold.ts';
import { renderReports, type SetReport } from '../../src/eval/render.ts';
import { groupFiles, passageArticle } from '../../src/eval/sets.ts';

const folder = new URL('../../fixtures/eval/', import.meta.url).pathname;
const NAMED: Record<string, string[]> = {
  train: [1, 2, 3, 4].map((n) => `${folder}train-${n}.jsonl`),
  dev: [`${folder}dev.jsonl`],
  groups: [1, 2, 3, 4].map((n) => `${folder}groups-${n}.jsonl`),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    json: { type: 'boolean' },
    topic: { type: 'boolean' },
    by: { type: 'string' },
    locator: { type: 'string' },
    rule: { type: 'string' },
    grep: { type: 'string' },
  },
});

// A reader such as `head` may close the pipe early.
process.stdout.on('error', () => process.exit(0));
const check = await loadCheck();
const names = positionals.length > 0 ? positionals : ['train'];
const started = performance.now();
const sets = [...groupFiles(names.flatMap((name) => NAMED[name] ?? [name]))].map(([name, files]): SetReport => {
  const gold = files.flatMap((file) => parseGold(readFileSync(file, 'utf8'), file));
  const report = evaluate(gold, check);
  return { name, files, ...report, errors: report.errors.filter(wanted) };
});
if (values.json) console.log(JSON.stringify(sets, null, 2));
else {
  const by = BREAKDOWNS.find((b) => b === values.by);
  for (const set of sets) {
    const errors = values.errors ?? set.name === 'train';
    process.stdout.write(`${renderReports([set], { by, errors })}\n`);
  }
  console.error(`${Math.round(performance.now() - started)} ms, intervals included`);
}

function wanted({ gold, got, why, quote }: Miss): boolean {
  const { locator, rule, grep } = values;
  if (locator && ![...gold, ...got].some((l) => l.startsWith(locator))) return false;
  if (rule && !why.split(/\W+/).includes(rule)) return false;
  return !grep || quote.toLowerCase().includes(grep.toLowerCase());
}

/** The engine, or a check that finds nothing while there is none. */
async function loadCheck(): Promise<(passage: GoldPassage) => readonly PredictedClaim[]> {
  try {
    const { checkArticle } = await import('../../src/check.ts');
    const { loadFactBase } = await import('../../src/facts/load.ts');
    const factBase = await loadFactBase();
    return (passage) => checkArticle(passageArticle(passage), factBase, { assumeTopic: values.topic ?? false }).claims;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error(`no engine yet, nothing will be found: ${(error as Error).message}`);
    return () => [];
  }
}
